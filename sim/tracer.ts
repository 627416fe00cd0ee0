/** One number for a course of events: two runs of one seed must give the same. */
import type { Bytes } from '#kernel';
import type { Clockwork } from './clockwork.ts';

export interface Tracer {
  readonly note: (who: string, direction: 'up' | 'down', bytes: Bytes) => void;
  readonly hash: () => string;
  readonly count: () => number;
}

export function createTracer(clockwork: Clockwork): Tracer {
  let [high, low] = [0x811c9dc5, 0x01000193];
  let count = 0;
  const mix = (value: number): void => {
    high = Math.imul(high ^ value, 0x01000193) >>> 0;
    low = Math.imul(low + (high >>> 7) + value, 0x85ebca6b) >>> 0;
  };
  return {
    note: (who, direction, bytes) => {
      count += 1;
      mix(clockwork.nowMs() % 0x7fff_ffff);
      for (let at = 0; at < who.length; at++) mix(who.charCodeAt(at));
      mix(direction === 'up' ? 1 : 2);
      mix(bytes.length);
      // Boxes are ciphertext with a tag: their ends differ where anything in them does.
      for (let at = 0; at < Math.min(24, bytes.length); at++) mix(bytes[at] ?? 0);
      for (let at = Math.max(24, bytes.length - 24); at < bytes.length; at++) mix(bytes[at] ?? 0);
    },
    hash: () => high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0'),
    count: () => count,
  };
}
