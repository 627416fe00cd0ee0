/**
 * Reading and writing of binary layouts, big-endian. A reader never throws: past the end it turns `failed` and
 * gives zeros, so that a parser checks once, at its end. `end()` also refuses trailing bytes.
 */
import { type Bytes, concatBytes, noBytes } from './bytes.ts';

export interface Reader {
  u8(): number;
  u16(): number;
  u32(): number;
  /** Up to 2^53 - 1; a larger number fails the reader. */
  u64(): number;
  bytes(length: number): Bytes;
  /** Bytes after a 32-bit length that may be at most `lengthMax`. */
  lengthPrefixed(lengthMax: number): Bytes;
  rest(): Bytes;
  /** True when everything was there and nothing is left over. */
  end(): boolean;
  readonly failed: boolean;
}

export function createReader(source: Uint8Array): Reader {
  let at = 0;
  let failed = false;
  const take = (length: number): Uint8Array => {
    if (failed || length > source.length - at) {
      failed = true;
      return noBytes;
    }
    at += length;
    return source.subarray(at - length, at);
  };
  const number = (length: number): number => {
    let value = 0;
    for (const byte of take(length)) value = value * 256 + byte;
    return value;
  };
  const reader: Reader = {
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    u64: () => {
      const value = number(8);
      if (Number.isSafeInteger(value)) return value;
      failed = true;
      return 0;
    },
    bytes: (length) => new Uint8Array(take(length)),
    lengthPrefixed: (lengthMax) => {
      const length = number(4);
      if (length > lengthMax) failed = true;
      return reader.bytes(length);
    },
    rest: () => reader.bytes(source.length - at),
    end: () => !failed && at === source.length,
    get failed() {
      return failed;
    },
  };
  return reader;
}

function numberToBytes(value: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  let left = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = left % 256;
    left = Math.floor(left / 256);
  }
  return bytes;
}

export const u8 = (value: number): Bytes => numberToBytes(value, 1);
export const u16 = (value: number): Bytes => numberToBytes(value, 2);
export const u32 = (value: number): Bytes => numberToBytes(value, 4);
export const u64 = (value: number): Bytes => numberToBytes(value, 8);
export const lengthPrefixed = (bytes: Uint8Array): Bytes => concatBytes(u32(bytes.length), bytes);
