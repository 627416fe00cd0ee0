/** The total order of entries: (hybrid time, author, seq, hash). The same on every device, whatever came first. */
import { compareTimes } from './hybrid-clock.ts';

export interface Placed {
  readonly atMs: number;
  readonly atCount: number;
  readonly device: string;
  readonly seq: number;
  readonly entry: string;
}

export function comparePlaced(a: Placed, b: Placed): number {
  return (
    compareTimes({ ms: a.atMs, count: a.atCount }, { ms: b.atMs, count: b.atCount }) ||
    compareTexts(a.device, b.device) ||
    a.seq - b.seq ||
    compareTexts(a.entry, b.entry)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
