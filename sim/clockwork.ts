/**
 * Virtual time and seeded randomness. A world has one clockwork: events are run in the order of their time, and of
 * their making where times are equal. Nothing in it reads a real clock.
 */
import type { Bytes, Random } from '#kernel';

export interface Clockwork {
  readonly nowMs: () => number;
  /** Runs `run` once, `delayMs` from now. Returns its own end. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Runs the next event; false when there is none before `untilMs`. */
  readonly next: (untilMs: number) => boolean;
  /** Moves the clock on when nothing is left to run before. */
  readonly skipTo: (ms: number) => void;
  readonly pending: () => number;
  /** How many events have run. */
  readonly count: () => number;
}

interface Planned {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
  isStopped: boolean;
}

export function createClockwork(startMs: number): Clockwork {
  let nowMs = startMs;
  let order = 0;
  let count = 0;
  // A binary heap would be quicker; plans are few (hundreds), so a sorted insert is simpler and quick enough.
  const plans: Planned[] = [];
  return {
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      const plan: Planned = { atMs: nowMs + Math.max(0, delayMs), order: order++, run, isStopped: false };
      let at = plans.length;
      while (at > 0 && (plans[at - 1]?.atMs ?? 0) > plan.atMs) at -= 1;
      plans.splice(at, 0, plan);
      return () => {
        plan.isStopped = true;
      };
    },
    next: (untilMs) => {
      for (let plan = plans[0]; plan && plan.atMs <= untilMs; plan = plans[0]) {
        plans.shift();
        if (plan.isStopped) continue;
        nowMs = Math.max(nowMs, plan.atMs);
        count += 1;
        plan.run();
        return true;
      }
      return false;
    },
    skipTo: (ms) => {
      nowMs = Math.max(nowMs, ms);
    },
    count: () => count,
    pending: () => plans.filter((plan) => !plan.isStopped).length,
  };
}

export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  readonly roll: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly bytes: Random;
  /** Dice of their own, so that what one part rolls does not move what another does. */
  readonly fork: (name: string) => Dice;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a of the name. Not for keys outside a simulation. */
export function createDice(seed: string): Dice {
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  let [a, b, c, d] = [hash, hash ^ 0x9e3779b9, hash ^ 0x243f6a88, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  const roll = (below: number): number => next() % below;
  return {
    roll,
    chance: (probability) => next() < probability * 0x1_0000_0000,
    pick: (list) => {
      const found = list[roll(list.length)];
      if (found === undefined) throw new Error('This should not be possible: a pick from an empty list');
      return found;
    },
    bytes: (length) => {
      const bytes: Bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++) bytes[i] = next() & 255;
      return bytes;
    },
    fork: (name) => createDice(`${seed}/${name}`),
  };
}
