/**
 * The lock: the key of the store, wrapped under a key from a passphrase. What lies on disk is
 *
 *     magic | version | salt | AES-256-GCM of the store key
 *
 * The costs of Argon2id belong to the version and never come from the file, so that nobody who changes the file makes
 * guessing cheaper. Version, salt and magic are authenticated with the key.
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

async function passphraseToKey(primitives: Primitives, passphrase: string, salt: Bytes): Promise<Bytes> {
  // Fetched with its first use: whoever has no lock never needs it.
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  const stretched = new Uint8Array(await argon2idAsync(textToBytes(typedAlike(passphrase)), salt, costs));
  return primitives.hkdf(stretched, salt, labelToBytes(labels.lockKey), 32);
}

/** The same words typed on another keyboard, with another space, are the same passphrase. Capitals count. */
const typedAlike = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');

const lockContext = (header: Bytes): Bytes => concatBytes(labelToBytes(labels.lockAssociated), lengthPrefixed(header));
