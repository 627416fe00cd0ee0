/**
 * An entry: one immutable fact that one device wrote into one space, as bytes that are signed once and never
 * serialised again.
 *
 *   version u8 = 1 | space 16 | author 32 | seq u32 | prev 32 | atMs u64 | atCount u16
 *   | seen: count u8, each (device 16, seq u32, head 16) | kind: length u8, UTF-8 | body: length u32, JSON
 *   | signature 64 (Ed25519 by the author over label | all bytes before)
 *
 * - Each device has one chain a space: seq 1, 2, 3 …, prev = hash of the one before (zeros at seq 1).
 * - `seen` names the heads of other devices' chains that have changed for the author since its last entry: how a
 *   relay that shows two devices two histories is found out (SUNDR, Li et al., OSDI 2004).
 * - All of it, the time and the author too, travels inside the seal of a box.
 */
import {
  type Bytes,
  bytesToHex,
  bytesToText,
  concatBytes,
  createReader,
  type Json,
  jsonToText,
  lengthPrefixed,
  limits,
  textToBytes,
  textToJson,
  u8,
  u16,
  u32,
  u64,
} from '#kernel';

export const entryVersion = 1;
export const signatureBytes = 64;
export const noHash: Bytes = new Uint8Array(32);

/** The head of another device's chain, as the author of an entry has it: first 16 bytes of its key and of the hash. */
export interface Seen {
  readonly device: Bytes;
  readonly seq: number;
  readonly head: Bytes;
}

export interface EntryFields {
  readonly space: Bytes;
  /** Ed25519 public key of the device that wrote it. */
  readonly author: Bytes;
  /** From 1. */
  readonly seq: number;
  readonly prev: Bytes;
  readonly atMs: number;
  readonly atCount: number;
  readonly seen: readonly Seen[];
  readonly kind: string;
  readonly body: Json;
}

export interface Entry extends EntryFields {
  /** Everything before the signature. */
  readonly signed: Bytes;
  readonly signature: Bytes;
}

export function entryToSignedBytes(fields: EntryFields): Bytes {
  const kind = textToBytes(fields.kind);
  return concatBytes(
    u8(entryVersion),
    fields.space,
    fields.author,
    u32(fields.seq),
    fields.prev,
    u64(fields.atMs),
    u16(fields.atCount),
    u8(fields.seen.length),
    ...fields.seen.map((one) => concatBytes(one.device, u32(one.seq), one.head)),
    u8(kind.length),
    kind,
    lengthPrefixed(textToBytes(jsonToText(fields.body))),
  );
}

/** `newer`: written by a later version of this format: to be kept as it is. null: not an entry. */
export function bytesToEntry(bytes: Bytes): Entry | 'newer' | null {
  const reader = createReader(bytes);
  const version = reader.u8();
  if (version > entryVersion) return 'newer';
  if (version !== entryVersion || bytes.length < signatureBytes) return null;
  const space = reader.bytes(16);
  const author = reader.bytes(32);
  const seq = reader.u32();
  const prev = reader.bytes(32);
  const atMs = reader.u64();
  const atCount = reader.u16();
  const seenCount = reader.u8();
  if (seenCount > limits.entrySeenMax) return null;
  const seen: Seen[] = [];
  for (let i = 0; i < seenCount; i++)
    seen.push({ device: reader.bytes(16), seq: reader.u32(), head: reader.bytes(16) });
  const kind = bytesToText(reader.bytes(reader.u8()));
  const bodyText = bytesToText(reader.lengthPrefixed(limits.entryBodyBytesMax));
  const signature = reader.bytes(signatureBytes);
  if (!reader.end() || seq === 0 || kind === null || bodyText === null) return null;
  const body = textToJson(bodyText, limits.entryBodyBytesMax);
  if (body === null && bodyText !== 'null') return null;
  const signed = bytes.slice(0, bytes.length - signatureBytes);
  return { space, author, seq, prev, atMs, atCount, seen, kind, body, signed, signature };
}

export const entryToBytes = (entry: Pick<Entry, 'signed' | 'signature'>): Bytes =>
  concatBytes(entry.signed, entry.signature);

/** How a device is named in `seen`, in store keys and on screens: the first 16 bytes of its key, hex. */
export const deviceToName = (author: Bytes): string => bytesToHex(author.slice(0, 16));
