/**
 * Stand-ins for the port, for volume in the simulator: a few hashes an operation. They have the sizes of the real ones
 * and refuse what the real ones refuse, and they are NOT secure: whoever knows a public key can sign and open. SHA-256
 * is the real one.
 */
import { hash } from 'node:crypto';
import {
  assertAeadSizes,
  assertHkdfSizes,
  assertSecretSize,
  isWeakSealingKey,
  isWeakSigningPoint,
  type Primitives,
  tagBytes,
} from '#crypto';
import { type Bytes, concatBytes, isSameBytes, lengthPrefixed, textToBytes, u32 } from '#kernel';

export function createStubPrimitives(): Primitives {
  return {
    sha256: async (message) => sha256(message),

    hkdf: async (secret, salt, info, length) => {
      assertHkdfSizes(info, length);
      const seed = digest('hkdf', secret, salt, info);
      const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, at) => digest('block', seed, u32(at)));
      return concatBytes(...blocks).slice(0, length);
    },

    aeadSeal: async (key, nonce, plaintext, associated) => aeadSeal(key, nonce, plaintext, associated),
    aeadOpen: async (key, nonce, ciphertext, associated) => aeadOpen(key, nonce, ciphertext, associated),

    signingPublicKey: async (seed) => signingPublicKey(seed),
    sign: async (seed, message) => signature(signingPublicKey(seed), message),
    verify: async (publicKey, message, signed) => verify(publicKey, message, signed),

    sealingPublicKey: async (privateKey) => sealingPublicKey(privateKey),
    sealToKey: async (publicKey, info, associated, plaintext, ephemeral) => {
      assertSecretSize(ephemeral);
      if (publicKey.length !== 32 || isWeakSealingKey(publicKey)) return null;
      const enc = likeX25519(digest('enc', ephemeral));
      return { enc, ciphertext: aeadSeal(digest('shared', publicKey, enc, info), noNonce, plaintext, associated) };
    },
    openWithKey: async (privateKey, info, associated, { enc, ciphertext }) => {
      const publicKey = sealingPublicKey(privateKey);
      if (enc.length !== 32 || isWeakSealingKey(enc)) return null;
      return aeadOpen(digest('shared', publicKey, enc, info), noNonce, ciphertext, associated);
    },
  };
}

/**
 * The same with glass in place of paper: what is sealed with a key can be read by whoever has the bytes. With these a
 * search finds a word that got into anything of somebody's, also where nobody would ever open it.
 */
export function createGlassPrimitives(): Primitives {
  return {
    ...createStubPrimitives(),
    aeadSeal: async (key, nonce, plaintext, associated) => {
      assertAeadSizes(key, nonce);
      return concatBytes(plaintext, tag(key, nonce, plaintext, associated));
    },
    aeadOpen: async (key, nonce, sealed, associated) => {
      assertAeadSizes(key, nonce);
      if (sealed.length < tagBytes) return null;
      const plaintext = sealed.slice(0, sealed.length - tagBytes);
      return isSameBytes(tag(key, nonce, plaintext, associated), sealed.subarray(plaintext.length)) ? plaintext : null;
    },
  };
}

/** The same for a relay, which computes without waiting. */
export const stubHashing = {
  sha256: (message: Bytes): Bytes => sha256(message),
  verify: (publicKey: Bytes, message: Bytes, signed: Bytes): boolean => verify(publicKey, message, signed),
};

const noNonce: Bytes = new Uint8Array(12);

function signingPublicKey(seed: Bytes): Bytes {
  assertSecretSize(seed);
  return digest('signing', seed);
}

function sealingPublicKey(privateKey: Bytes): Bytes {
  assertSecretSize(privateKey);
  return likeX25519(digest('sealing', privateKey));
}

/** The top bit of a key is clear. */
function likeX25519(key: Bytes): Bytes {
  key[31] = (key[31] ?? 0) & 0x7f;
  return key;
}

function signature(publicKey: Bytes, message: Bytes): Bytes {
  const first = digest('signature', publicKey, message);
  return concatBytes(first, digest('second half', first));
}

function verify(publicKey: Bytes, message: Bytes, signed: Bytes): boolean {
  if (publicKey.length !== 32 || signed.length !== 64) return false;
  if (isWeakSigningPoint(publicKey) || isWeakSigningPoint(signed.subarray(0, 32))) return false;
  return isSameBytes(signature(publicKey, message), signed);
}

/** The plaintext under a repeated pad, so that no sentence stands in a box, and a tag over everything. */
function aeadSeal(key: Bytes, nonce: Bytes, plaintext: Bytes, associated: Bytes): Bytes {
  assertAeadSizes(key, nonce);
  const ciphertext = padded(key, nonce, plaintext);
  return concatBytes(ciphertext, tag(key, nonce, ciphertext, associated));
}

function aeadOpen(key: Bytes, nonce: Bytes, sealed: Bytes, associated: Bytes): Bytes | null {
  assertAeadSizes(key, nonce);
  if (sealed.length < tagBytes) return null;
  const ciphertext = sealed.slice(0, sealed.length - tagBytes);
  const holds = isSameBytes(tag(key, nonce, ciphertext, associated), sealed.subarray(ciphertext.length));
  return holds ? padded(key, nonce, ciphertext) : null;
}

const tag = (key: Bytes, nonce: Bytes, ciphertext: Bytes, associated: Bytes): Bytes =>
  digest('tag', key, nonce, ciphertext, associated).slice(0, tagBytes);

function padded(key: Bytes, nonce: Bytes, text: Bytes): Bytes {
  const pad = digest('pad', key, nonce);
  return text.map((byte, at) => byte ^ (pad[at % 32] ?? 0));
}

const sha256 = (message: Bytes): Bytes => new Uint8Array(hash('sha256', message, 'buffer'));

/** A hash for one purpose; each part with its length, so that two lists of parts never read alike. */
const digest = (purpose: string, ...parts: readonly Bytes[]): Bytes =>
  sha256(concatBytes(lengthPrefixed(textToBytes(purpose)), ...parts.map(lengthPrefixed)));
