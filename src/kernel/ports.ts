/** Clock and randomness as values that are handed in. Pure rooms never reach for them. */
import type { Bytes } from './bytes.ts';

/** Milliseconds since 1970-01-01T00:00Z, as this machine believes it. */
export type Clock = () => number;

/** `length` unpredictable bytes (in the simulator: the next bytes of the seed). */
export type Random = (length: number) => Bytes;
