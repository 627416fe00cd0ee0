/**
 * The lock: the key of the store, wrapped under a key from a passphrase. What lies on disk is
 *
 *     magic | version | salt | AES-256-GCM of the store key
 *
 * The costs of Argon2id belong to the version and never come from the file, so that nobody who changes the file makes
 * guessing cheaper. Version, salt and magic are authenticated with the key.
 *
 * Beside it the same key may lie once more, under the secret of a passkey (WebAuthn level 3, PRF extension): never alone,
 * so that a lost passkey locks nobody out.
 */
import { assert, type Bytes, concatBytes, createReader, lengthPrefixed, textToBytes, u8 } from '#kernel';
import { labels, labelToBytes } from './labels.ts';
import type { Primitives } from './primitives.ts';
import { tagBytes } from './sizes.ts';

const magic = textToBytes('ATTUNE-LOCK');
const version = 1;
export const lockSaltBytes = 16;
export const storeKeyBytes = 32;
const nonce: Bytes = new Uint8Array(12); // the salt makes each key wrap one key

/** Version 1: 19 MiB, twice, one lane (OWASP Password Storage Cheat Sheet). `asyncTick`: ms of work at a stretch. */
const costs = { m: 19_456, t: 2, p: 1, dkLen: 32, asyncTick: 8 } as const;

export async function sealLock(
  primitives: Primitives,
  passphrase: string,
  salt: Bytes,
  storeKey: Bytes,
): Promise<Bytes> {
  assert(
    salt.length === lockSaltBytes && storeKey.length === storeKeyBytes,
    'a lock has a salt and a key of its sizes',
  );
  const header = concatBytes(magic, u8(version), salt);
  const key = await passphraseToKey(primitives, passphrase, salt);
  return concatBytes(header, await primitives.aeadSeal(key, nonce, storeKey, lockContext(header)));
}

/** The store key. null: another passphrase, or a lock that is not whole, or not of this version; nothing tells which. */
export async function openLock(primitives: Primitives, passphrase: string, lock: Bytes): Promise<Bytes | null> {
  const reader = createReader(lock);
  const header = reader.bytes(magic.length + 1 + lockSaltBytes);
  const ciphertext = reader.rest();
  if (!reader.end() || ciphertext.length !== storeKeyBytes + tagBytes) return null;
  if (!magic.every((byte, at) => byte === header[at]) || header[magic.length] !== version) return null;
  const key = await passphraseToKey(primitives, passphrase, header.slice(-lockSaltBytes));
  return primitives.aeadOpen(key, nonce, ciphertext, lockContext(header));
}

/**
 * The store key under the secret of a passkey.
 * @param secret 32 bytes, the PRF's answer of this passkey to `salt`: nothing that could be guessed, so nothing is stretched.
 */
export async function sealPasskeyLock(
  primitives: Primitives,
  secret: Bytes,
  salt: Bytes,
  storeKey: Bytes,
): Promise<Bytes> {
  assert(
    secret.length === storeKeyBytes && salt.length === lockSaltBytes && storeKey.length === storeKeyBytes,
    'a passkey lock has a secret, a salt and a key of their sizes',
  );
  const key = await primitives.hkdf(secret, salt, labelToBytes(labels.passkeyKey), 32);
  return primitives.aeadSeal(key, nonce, storeKey, passkeyContext(salt));
}

/** The store key. null: another passkey or salt, or bytes that are not whole. */
export async function openPasskeyLock(
  primitives: Primitives,
  secret: Bytes,
  salt: Bytes,
  sealed: Bytes,
): Promise<Bytes | null> {
  if (sealed.length !== storeKeyBytes + tagBytes) return null;
  const key = await primitives.hkdf(secret, salt, labelToBytes(labels.passkeyKey), 32);
  return primitives.aeadOpen(key, nonce, sealed, passkeyContext(salt));
}

async function passphraseToKey(primitives: Primitives, passphrase: string, salt: Bytes): Promise<Bytes> {
  // Fetched with its first use: whoever has no lock never needs it.
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  const stretched = new Uint8Array(await argon2idAsync(textToBytes(typedAlike(passphrase)), salt, costs));
  return primitives.hkdf(stretched, salt, labelToBytes(labels.lockKey), 32);
}

/** The same words typed on another keyboard, with another space, are the same passphrase. Capitals count. */
const typedAlike = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');

const lockContext = (header: Bytes): Bytes => concatBytes(labelToBytes(labels.lockAssociated), lengthPrefixed(header));
const passkeyContext = (salt: Bytes): Bytes =>
  concatBytes(labelToBytes(labels.passkeyAssociated), lengthPrefixed(salt));
