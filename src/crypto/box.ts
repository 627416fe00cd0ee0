/**
 * A box is what the relay holds of an entry: version (u8) | suite (u8) | AES-256-GCM ciphertext of
 * (length (u32) | entry | zeros), padded so that its whole length is one of the buckets of `limits`, PADME above
 * them (Nikitin et al. 2019, at most 12 % there).
 *
 * - The key is derived from the epoch key, the mailbox and the box id, and the box id from the epoch key and the hash
 *   of the entry. So no nonce can repeat, and sealing the same entry again gives the same box: any device of the
 *   space can offer any entry again, and the relay recognises it.
 * - The associated data binds version, suite, mailbox, epoch, box id and length: a box opens in its place or nowhere.
 * - The epoch id commits to the epoch key (plain GCM does not commit to its key).
 * - The box id is keyed, so it tells the relay nothing about the entry.
 */
import { type Bytes, concatBytes, createReader, isSameBytes, limits, u8, u32 } from '#kernel';
import { labels, labelToBytes } from './labels.ts';
import type { Primitives } from './primitives.ts';

const version = 1;
const suite = 1; // AES-256-GCM, HKDF-SHA256
const headerBytes = 2;
const tagBytes = 16;
const noSalt: Bytes = new Uint8Array(0);
/** Constant: each key seals exactly one plaintext. */
const nonce: Bytes = new Uint8Array(12);

/** The keys of one epoch in one mailbox. */
export interface BoxKeys {
  readonly mailbox: Bytes;
  readonly epochKey: Bytes;
  readonly epochId: Bytes;
  readonly boxIdKey: Bytes;
}

export async function createBoxKeys(primitives: Primitives, epochKey: Bytes, mailbox: Bytes): Promise<BoxKeys> {
  const epochId = await primitives.hkdf(epochKey, noSalt, labelToBytes(labels.epochId), 16);
  const boxIdKey = await primitives.hkdf(epochKey, noSalt, labelToBytes(labels.boxIdKey), 32);
  return { mailbox, epochKey, epochId, boxIdKey };
}

/** Where an entry with this hash lies in this mailbox. */
export const entryHashToBoxId = (primitives: Primitives, keys: BoxKeys, entryHash: Bytes): Promise<Bytes> =>
  primitives.hkdf(keys.boxIdKey, entryHash, labelToBytes(labels.boxId), 16);

export interface SealedBox {
  readonly boxId: Bytes;
  readonly box: Bytes;
}

/** Deterministic: the same entry under the same keys gives the same box. `content` at most `boxBytesMax` less 22. */
export async function sealBox(primitives: Primitives, keys: BoxKeys, hash: Bytes, content: Bytes): Promise<SealedBox> {
  const boxId = await entryHashToBoxId(primitives, keys, hash);
  const length = contentLengthToBoxLength(content.length);
  const plaintext = new Uint8Array(length - headerBytes - tagBytes);
  plaintext.set(u32(content.length));
  plaintext.set(content, 4);
  const key = await boxKey(primitives, keys, boxId);
  const ciphertext = await primitives.aeadSeal(key, nonce, plaintext, associated(keys, boxId, length));
  return { boxId, box: concatBytes(u8(version), u8(suite), ciphertext) };
}

/** null: not sealed by anyone with these keys, for this mailbox, under this id. Nothing tells which. */
export async function openBox(primitives: Primitives, keys: BoxKeys, sealed: SealedBox): Promise<Bytes | null> {
  const reader = createReader(sealed.box);
  if (reader.u8() !== version || reader.u8() !== suite) return null;
  const ciphertext = reader.rest();
  if (!reader.end() || ciphertext.length < tagBytes + 4 || sealed.box.length > limits.boxBytesMax) return null;
  const key = await boxKey(primitives, keys, sealed.boxId);
  const context = associated(keys, sealed.boxId, sealed.box.length);
  const plaintext = await primitives.aeadOpen(key, nonce, ciphertext, context);
  if (plaintext === null) return null;
  const inner = createReader(plaintext);
  const content = inner.lengthPrefixed(plaintext.length);
  return inner.failed ? null : content;
}

/** True when `boxId` is the one that this entry has in this mailbox (a member could have sealed it under another). */
export async function isBoxOfEntry(primitives: Primitives, keys: BoxKeys, boxId: Bytes, hash: Bytes): Promise<boolean> {
  return isSameBytes(boxId, await entryHashToBoxId(primitives, keys, hash));
}

/** The smallest bucket that holds the content. */
export function contentLengthToBoxLength(contentBytes: number): number {
  const needed = headerBytes + tagBytes + 4 + contentBytes;
  const bucket = limits.boxBucketsBytes.find((size) => size >= needed);
  return bucket ?? padme(needed);
}

/** PADME (Nikitin et al., PoPETs 2019, algorithm 1): keeps only the leading bits of a length. */
function padme(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const mantissaBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - mantissaBits);
  return Math.ceil(length / step) * step;
}

const boxKey = (primitives: Primitives, keys: BoxKeys, boxId: Bytes): Promise<Bytes> =>
  primitives.hkdf(keys.epochKey, boxId, concatBytes(labelToBytes(labels.boxKey), keys.mailbox), 32);

const associated = (keys: BoxKeys, boxId: Bytes, length: number): Bytes =>
  concatBytes(
    labelToBytes(labels.boxAssociated),
    u8(version),
    u8(suite),
    keys.mailbox,
    keys.epochId,
    boxId,
    u32(length),
  );
