/** The chance of a draw: one of `seedCount` whole numbers, all equally likely. The draw itself is in the core. */
import { drawLimits } from '#core';

/** 32 random bits at a time. */
export type Bits = () => number;

/** The few numbers that are no seeds are thrown again, so that no choice gains by them. */
export function drawSeed(bits: Bits): number {
  for (;;) {
    const number = bits();
    if (number < drawLimits.seedCount) return number;
  }
}

export const freshSeed = (): number => drawSeed(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
