/** The records of a device's store as one file, for the cache and for the page that puts them into IndexedDB. */
import { type Bytes, bytesToText, textToBytes, u32 } from '#kernel';

export type Records = readonly (readonly [string, Bytes])[];

export function recordsToBytes(records: Records): Bytes {
  const named = records.map(([key, value]) => [textToBytes(key), value] as const);
  const whole = new Uint8Array(named.reduce((sum, [name, value]) => sum + 8 + name.length + value.length, 4));
  let at = 0;
  const add = (bytes: Uint8Array): void => {
    whole.set(bytes, at);
    at += bytes.length;
  };
  add(u32(records.length));
  for (const [name, value] of named) for (const part of [u32(name.length), name, u32(value.length), value]) add(part);
  return whole;
}

/** Reads one list from `from` on; `end` is where the next one begins. */
export function bytesToRecords(file: Uint8Array, from: number): { readonly records: Records; readonly end: number } {
  const view = new DataView(file.buffer, file.byteOffset);
  let at = from;
  const number = (): number => {
    at += 4;
    return view.getUint32(at - 4);
  };
  const bytes = (): Bytes => {
    const length = number();
    at += length;
    return new Uint8Array(file.subarray(at - length, at));
  };
  const count = number();
  const records = Array.from({ length: count }, () => [bytesToText(bytes()) ?? '', bytes()] as const);
  return { records, end: at };
}
