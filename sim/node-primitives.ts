/**
 * The port on node:crypto, for the simulator: every promise is resolved already when it is given back, so that a run
 * is exact (WebCrypto finishes in no fixed order). HPKE is written here from RFC 9180, base mode, single shot; its
 * agreement with the one that ships is a test.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import {
  assertAeadSizes,
  assertHkdfSizes,
  assertSecretSize,
  isWeakSealingKey,
  isWeakSigningPoint,
  type Primitives,
  tagBytes,
} from '#crypto';
import { assert, type Bytes, bytesToHex, concatBytes, noBytes, textToBytes, u8, u16 } from '#kernel';

const importedKeysMax = 4_096;

export function createNodePrimitives(): Primitives {
  const importOnce = createKeyCache(importedKeysMax);
  const privateKey = (curve: Curve, secret: Bytes): KeyObject => {
    assertSecretSize(secret);
    return importOnce(`private ${curve} ${bytesToHex(secret)}`, () => importPrivateKey(curve, secret));
  };
  const publicBytes = (curve: Curve, secret: Bytes): Bytes => keyToPublicBytes(privateKey(curve, secret));

  return {
    sha256: async (message) => sha256(message),
    hkdf: async (secret, salt, info, length) => hkdf(secret, salt, info, length),
    aeadSeal: async (key, nonce, plaintext, associated) => aeadSeal(key, nonce, plaintext, associated),
    aeadOpen: async (key, nonce, ciphertext, associated) => aeadOpen(key, nonce, ciphertext, associated),
    signingPublicKey: async (seed) => publicBytes('Ed25519', seed),
    sign: async (seed, message) => own(sign(null, message, privateKey('Ed25519', seed))),
    verify: async (publicKey, message, signature) => {
      if (publicKey.length !== 32 || signature.length !== 64) return false;
      if (isWeakSigningPoint(publicKey) || isWeakSigningPoint(signature.subarray(0, 32))) return false;
      const imported = importOnce(`public ${bytesToHex(publicKey)}`, () => importPublicKey('Ed25519', publicKey));
      return verify(null, message, imported, signature);
    },
    sealingPublicKey: async (secret) => publicBytes('X25519', secret),

    sealToKey: async (publicKey, info, associated, plaintext, ephemeral) => {
      assertSecretSize(ephemeral);
      if (publicKey.length !== 32 || isWeakSealingKey(publicKey)) return null;
      const own = deriveKemSecret(ephemeral);
      const enc = keyToPublicBytes(own);
      const dh = diffieHellman({ privateKey: own, publicKey: importPublicKey('X25519', publicKey) });
      const { key, nonce } = hpkeKeys(dh, enc, publicKey, info);
      return { enc, ciphertext: aeadSeal(key, nonce, plaintext, associated) };
    },

    openWithKey: async (secret, info, associated, { enc, ciphertext }) => {
      const recipient = privateKey('X25519', secret);
      if (enc.length !== 32 || isWeakSealingKey(enc)) return null;
      const dh = diffieHellman({ privateKey: recipient, publicKey: importPublicKey('X25519', enc) });
      const { key, nonce } = hpkeKeys(dh, enc, publicBytes('X25519', secret), info);
      return aeadOpen(key, nonce, ciphertext, associated);
    },
  };
}

// ------------------------------------------------------------------------------------------------ RFC 9180, base mode

const kemSuite = concatBytes(textToBytes('KEM'), u16(0x0020));
const hpkeSuite = concatBytes(textToBytes('HPKE'), u16(0x0020), u16(0x0001), u16(0x0002));

/** LabeledExtract (section 4). */
function labeledExtract(suite: Bytes, salt: Bytes, label: string, secret: Uint8Array): Bytes {
  const labeled = concatBytes(textToBytes('HPKE-v1'), suite, textToBytes(label), secret);
  return own(createHmac('sha256', salt).update(labeled).digest());
}

/** LabeledExpand (section 4), for lengths of one block: T(1) of RFC 5869 section 2.3. */
function labeledExpand(suite: Bytes, key: Bytes, label: string, info: Bytes, length: number): Bytes {
  assert(length <= 32, 'one block of SHA-256 is enough');
  const labeled = concatBytes(u16(length), textToBytes('HPKE-v1'), suite, textToBytes(label), info, u8(1));
  return own(createHmac('sha256', key).update(labeled).digest()).slice(0, length);
}

/** DeriveKeyPair for X25519 (section 7.1.3). */
function deriveKemSecret(ephemeral: Bytes): KeyObject {
  const prk = labeledExtract(kemSuite, noBytes, 'dkp_prk', ephemeral);
  return importPrivateKey('X25519', labeledExpand(kemSuite, prk, 'sk', noBytes, 32));
}

/** ExtractAndExpand of Encap and Decap (section 4.1), then KeySchedule with an empty PSK (section 5.1). */
function hpkeKeys(
  dh: Uint8Array,
  enc: Bytes,
  publicKey: Bytes,
  info: Bytes,
): { readonly key: Bytes; readonly nonce: Bytes } {
  const prk = labeledExtract(kemSuite, noBytes, 'eae_prk', dh);
  const shared = labeledExpand(kemSuite, prk, 'shared_secret', concatBytes(enc, publicKey), 32);
  const pskIdHash = labeledExtract(hpkeSuite, noBytes, 'psk_id_hash', noBytes);
  const infoHash = labeledExtract(hpkeSuite, noBytes, 'info_hash', info);
  const context = concatBytes(u8(0), pskIdHash, infoHash);
  const secret = labeledExtract(hpkeSuite, shared, 'secret', noBytes);
  return {
    key: labeledExpand(hpkeSuite, secret, 'key', context, 32),
    nonce: labeledExpand(hpkeSuite, secret, 'base_nonce', context, 12),
  };
}

// ------------------------------------------------------------------------------------------------ node:crypto

const sha256 = (message: Bytes): Bytes => own(createHash('sha256').update(message).digest());

function hkdf(secret: Bytes, salt: Bytes, info: Bytes, length: number): Bytes {
  assertHkdfSizes(info, length);
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, length));
}

function aeadSeal(key: Bytes, nonce: Bytes, plaintext: Bytes, associated: Bytes): Bytes {
  assertAeadSizes(key, nonce);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associated);
  return concatBytes(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

function aeadOpen(key: Bytes, nonce: Bytes, ciphertext: Bytes, associated: Bytes): Bytes | null {
  assertAeadSizes(key, nonce);
  if (ciphertext.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associated);
  decipher.setAuthTag(ciphertext.subarray(ciphertext.length - tagBytes));
  const plaintext = decipher.update(ciphertext.subarray(0, ciphertext.length - tagBytes));
  try {
    return concatBytes(plaintext, decipher.final());
  } catch {
    return null; // the tag does not hold: the only reason for which `final` throws once all sizes are right
  }
}

type Curve = 'Ed25519' | 'X25519';

/** The fixed beginnings of keys in PKCS #8 and SubjectPublicKeyInfo (RFC 8410). */
const pkcs8 = { Ed25519: '302e020100300506032b657004220420', X25519: '302e020100300506032b656e04220420' };
const spki = { Ed25519: '302a300506032b6570032100', X25519: '302a300506032b656e032100' };

const importPrivateKey = (curve: Curve, secret: Bytes): KeyObject =>
  createPrivateKey({ key: Buffer.concat([Buffer.from(pkcs8[curve], 'hex'), secret]), format: 'der', type: 'pkcs8' });

const importPublicKey = (curve: Curve, bytes: Bytes): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(spki[curve], 'hex'), bytes]), format: 'der', type: 'spki' });

const keyToPublicBytes = (key: KeyObject): Bytes =>
  own(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));

/** Out of Node's shared pool into bytes of their own. */
const own = (buffer: Uint8Array): Bytes => new Uint8Array(buffer);

function createKeyCache(countMax: number): (name: string, importKey: () => KeyObject) => KeyObject {
  const keysByName = new Map<string, KeyObject>();
  return (name, importKey) => {
    const kept = keysByName.get(name);
    if (kept !== undefined) return kept;
    const key = importKey();
    keysByName.set(name, key);
    const [oldest] = keysByName.keys();
    if (keysByName.size > countMax && oldest !== undefined) keysByName.delete(oldest);
    return key;
  };
}
