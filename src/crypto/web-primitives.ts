/**
 * The port on WebCrypto, for browsers, workers and Node. HPKE is `@hpke/core`, fetched with its first use; it takes
 * the WebCrypto of the global object, everything else the one that is handed in.
 *
 * Foreign bytes are refused (null or false); bytes of a wrong size from our own side are a defect and throw.
 * Imported Ed25519 keys are kept, at most `importedKeysMax`, since an import costs as much as its use; keys of
 * AES-GCM are not, since each seals one message.
 */
import { assert, type Bytes, base64urlToBytes, bytesToHex, concatBytes, hexToBytes } from '#kernel';
import type { Primitives } from './primitives.ts';
import { assertAeadSizes, assertHkdfSizes, assertSecretSize, tagBytes } from './sizes.ts';
import { isWeakSealingKey, isWeakSigningPoint } from './weak-keys.ts';

/** What a CryptoKey is to this room. */
export interface KeyHandle {
  readonly type: string;
}

/** The members of `SubtleCrypto` that this room calls; methods, so that the platform's own type fits. */
export interface SubtleLike {
  digest(algorithm: 'SHA-256', data: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: 'raw' | 'pkcs8',
    keyData: Bytes,
    algorithm: 'HKDF' | 'AES-GCM' | 'Ed25519' | 'X25519',
    extractable: boolean,
    usages: ('encrypt' | 'decrypt' | 'sign' | 'verify' | 'deriveBits')[],
  ): Promise<KeyHandle>;
  exportKey(format: 'jwk', key: KeyHandle): Promise<{ x?: string | undefined }>;
  encrypt(algorithm: AesGcm, key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: AesGcm, key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
  sign(algorithm: 'Ed25519', key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
  verify(algorithm: 'Ed25519', key: KeyHandle, signature: Bytes, data: Bytes): Promise<boolean>;
  deriveBits(algorithm: Hkdf, key: KeyHandle, lengthBits: number): Promise<ArrayBuffer>;
  deriveBits(algorithm: X25519, key: KeyHandle, lengthBits: number): Promise<ArrayBuffer>;
}
type AesGcm = { name: 'AES-GCM'; iv: Bytes; additionalData: Bytes; tagLength: 128 };
type Hkdf = { name: 'HKDF'; hash: 'SHA-256'; salt: Bytes; info: Bytes };
/** `name` is a mere string so that the platform's own parameter type, whose `public` is more than a KeyHandle, fits. */
type X25519 = { name: string; public: KeyHandle };

const importedKeysMax = 64;

export function createWebPrimitives(subtle: SubtleLike): Primitives {
  const importOnce = createKeyCache(importedKeysMax);

  const signingKey = (seed: Bytes): Promise<KeyHandle> => {
    assertSecretSize(seed);
    return importOnce(`sign ${bytesToHex(seed)}`, () =>
      subtle.importKey('pkcs8', concatBytes(pkcs8OfEd25519, seed), 'Ed25519', true, ['sign']),
    );
  };
  const verifyingKey = (publicKey: Bytes): Promise<KeyHandle> =>
    importOnce(`verify ${bytesToHex(publicKey)}`, () =>
      subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify']),
    );

  return {
    sha256: async (message) => new Uint8Array(await subtle.digest('SHA-256', message)),

    hkdf: async (secret, salt, info, length) => {
      assertHkdfSizes(info, length);
      const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
      return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8));
    },

    aeadSeal: async (key, nonce, plaintext, associated) => {
      assertAeadSizes(key, nonce);
      const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
      return new Uint8Array(await subtle.encrypt(aesGcm(nonce, associated), imported, plaintext));
    },

    aeadOpen: async (key, nonce, ciphertext, associated) => {
      assertAeadSizes(key, nonce);
      if (ciphertext.length < tagBytes) return null;
      const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
      try {
        return new Uint8Array(await subtle.decrypt(aesGcm(nonce, associated), imported, ciphertext));
      } catch (error) {
        if (isNamed(error, ['OperationError'])) return null; // the tag does not hold (Web Cryptography, AES-GCM decrypt)
        throw error;
      }
    },

    signingPublicKey: async (seed) => {
      const { x } = await subtle.exportKey('jwk', await signingKey(seed));
      const publicKey = base64urlToBytes(x ?? '');
      assert(publicKey?.length === 32, 'an exported Ed25519 key names its public half');
      return publicKey;
    },

    sign: async (seed, message) => new Uint8Array(await subtle.sign('Ed25519', await signingKey(seed), message)),

    verify: async (publicKey, message, signature) => {
      if (publicKey.length !== 32 || signature.length !== 64) return false;
      if (isWeakSigningPoint(publicKey) || isWeakSigningPoint(signature.subarray(0, 32))) return false;
      try {
        return await subtle.verify('Ed25519', await verifyingKey(publicKey), signature, message);
      } catch (error) {
        // DataError: engines that check at import whether 32 bytes are a point; OperationError: those that check later
        if (isNamed(error, ['DataError', 'OperationError'])) return false;
        throw error;
      }
    },

    sealingPublicKey: async (privateKey) => {
      assertSecretSize(privateKey);
      // By the base point and not by JWK export: Firefox exports no public half of a key imported without one.
      const own = await subtle.importKey('pkcs8', concatBytes(pkcs8OfX25519, privateKey), 'X25519', false, [
        'deriveBits',
      ]);
      const base = await subtle.importKey('raw', basePointOfX25519, 'X25519', true, []);
      return new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: base }, own, 256));
    },

    sealToKey: async (publicKey, info, associated, plaintext, ephemeral) => {
      assertSecretSize(ephemeral);
      if (publicKey.length !== 32 || isWeakSealingKey(publicKey)) return null;
      const { suite, isRefusal } = await hpke();
      try {
        const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey);
        const sealed = await suite.seal({ recipientPublicKey, info, ekm: ephemeral }, plaintext, associated);
        return { enc: new Uint8Array(sealed.enc), ciphertext: new Uint8Array(sealed.ct) };
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },

    openWithKey: async (privateKey, info, associated, sealed) => {
      assertSecretSize(privateKey);
      const { enc, ciphertext } = sealed;
      if (enc.length !== 32 || isWeakSealingKey(enc) || ciphertext.length < tagBytes) return null;
      const { suite, isRefusal } = await hpke();
      const recipientKey = await suite.kem.deserializePrivateKey(privateKey);
      try {
        return new Uint8Array(await suite.open({ recipientKey, enc, info }, ciphertext, associated));
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
  };
}

/** The suite of the port, and which of its errors mean that foreign bytes were not good; fetched once. */
const hpke = fetchedOnce(async () => {
  const {
    Aes256Gcm,
    CipherSuite,
    DecapError,
    DeserializeError,
    DhkemX25519HkdfSha256,
    EncapError,
    HkdfSha256,
    OpenError,
  } = await import('@hpke/core');
  return {
    suite: new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() }),
    // Deserialize: not a public key. Encap, Decap: of small order. Open: the tag does not hold.
    isRefusal: (error: unknown): boolean =>
      [DeserializeError, EncapError, DecapError, OpenError].some((kind) => error instanceof kind),
  };
});

function fetchedOnce<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | null = null;
  return async () => {
    fetched ??= fetch();
    try {
      return await fetched;
    } catch (error) {
      fetched = null; // a part of the app that did not arrive may arrive later
      throw error;
    }
  };
}

/** Keeps the `countMax` keys that were used last. An import that is refused is not kept. */
function createKeyCache(countMax: number): (name: string, importKey: () => Promise<KeyHandle>) => Promise<KeyHandle> {
  const keysByName = new Map<string, Promise<KeyHandle>>();
  return async (name, importKey) => {
    const key = keysByName.get(name) ?? importKey();
    keysByName.delete(name);
    keysByName.set(name, key);
    const [oldest] = keysByName.keys();
    if (keysByName.size > countMax && oldest !== undefined) keysByName.delete(oldest);
    try {
      return await key;
    } catch (error) {
      keysByName.delete(name);
      throw error;
    }
  };
}

const aesGcm = (iv: Bytes, additionalData: Bytes): AesGcm => ({ name: 'AES-GCM', iv, additionalData, tagLength: 128 });

const isNamed = (error: unknown, names: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && names.some((name) => name === error.name);

/** The fixed beginning of a private key in PKCS #8, before its 32 bytes (RFC 8410 section 7). */
const pkcs8OfEd25519 = hexConstant('302e020100300506032b657004220420');
const pkcs8OfX25519 = hexConstant('302e020100300506032b656e04220420');
const basePointOfX25519 = hexConstant(`09${'00'.repeat(31)}`);

function hexConstant(hex: string): Bytes {
  const bytes = hexToBytes(hex);
  assert(bytes !== null, 'a constant is written in hex');
  return bytes;
}
