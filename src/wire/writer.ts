/**
 * Writing of a binary layout whose size is known beforehand, big-endian: the mate of the kernel's Reader, with one
 * allocation per frame, because the relay encodes tens of thousands a second.
 */
import { assert, type Bytes } from '#kernel';

export interface Writer {
  readonly u8: (value: number) => void;
  readonly u16: (value: number) => void;
  readonly u32: (value: number) => void;
  /** Whole numbers up to 2^53 - 1. */
  readonly u64: (value: number) => void;
  /** Bytes whose number the layout fixes. */
  readonly fixed: (bytes: Uint8Array, length: number) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** The whole frame. @throws Error when it is not filled exactly. */
  readonly end: () => Bytes;
}

export function createWriter(length: number): Writer {
  const target = new Uint8Array(length);
  let at = 0;
  const number = (value: number, size: number): void => {
    assert(Number.isSafeInteger(value) && value >= 0 && value < 256 ** size, 'a number fits into its field');
    let left = value;
    for (let i = at + size - 1; i >= at; i--) {
      target[i] = left % 256;
      left = Math.floor(left / 256);
    }
    at += size;
  };
  const bytes = (part: Uint8Array): void => {
    target.set(part, at);
    at += part.length;
  };
  return {
    u8: (value) => number(value, 1),
    u16: (value) => number(value, 2),
    u32: (value) => number(value, 4),
    u64: (value) => number(value, 8),
    fixed: (part, size) => {
      assert(part.length === size, 'bytes have the length of their field');
      bytes(part);
    },
    bytes,
    end: () => {
      assert(at === length, 'a frame is as long as it said');
      return target;
    },
  };
}
