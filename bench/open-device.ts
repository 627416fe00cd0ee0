/** Opens a device on a store as the app does, and says what that took. Runs in Node and in a page. */
import { type CheckInCommand, practices } from '#core';
import type { Primitives } from '#crypto';
import { createDevice, type Device, type Store } from '#device';
import type { Random } from '#kernel';

export interface Opening {
  readonly ms: number;
  readonly bytesRead: number;
  readonly readsCount: number;
  readonly thingsCount: number;
}

export interface OpeningPorts {
  readonly store: Store;
  readonly primitives: Primitives;
  readonly random: Random;
  readonly nowMs: number;
}

/** From nothing in memory to a snapshot that a screen can draw. What it made is given to `keep`, so that it stays. */
export async function openDevice(ports: OpeningPorts, keep: (device: Device) => void): Promise<Opening> {
  let bytesRead = 0;
  let readsCount = 0;
  const { store, primitives, random, nowMs } = ports;
  const counting: Store = {
    ...store,
    get: async (key) => {
      const value = await store.get(key);
      readsCount += 1;
      bytesRead += value?.length ?? 0;
      return value;
    },
    range: async (prefix, after, countMax) => {
      const page = await store.range(prefix, after, countMax);
      readsCount += 1;
      for (const [, value] of page) bytesRead += value.length;
      return page;
    },
  };
  const fromMs = performance.now();
  const device = await createDevice(
    {
      clock: () => nowMs,
      random,
      primitives,
      store: counting,
      transport: { connect: () => ({ send: () => {}, close: () => {} }) },
      timer: () => () => {},
      zone: () => 'Europe/Berlin',
      words: async () => [],
      deviceName: 'Phone',
    },
    practices,
    { relayUrl: null, appUrl: 'http://localhost/' },
  );
  const { thingsByPractice } = device.snapshot();
  const ms = performance.now() - fromMs;
  keep(device);
  let thingsCount = 0;
  for (const things of thingsByPractice.values()) thingsCount += things.size;
  return { ms, bytesRead, readsCount, thingsCount };
}

/** A check-in as it is on most days. */
export const checkInOf = (visibility: 'mine' | 'ours'): CheckInCommand => ({
  practice: 'check-in',
  type: 'write',
  visibility,
  feltAtMs: null,
  feelings: [{ type: 'known', id: 'calm' }],
  strength: 3,
  needs: ['heard'],
  note: 'The evening was long, and I am glad to be home with you.',
});

/** What the page of these benches offers to them. */
export interface OpenBench {
  /** Puts the records at an address into the database of this name. */
  readonly load: (name: string, address: string) => Promise<number>;
  readonly open: (name: string, nowMs: number) => Promise<Opening>;
  /** Times of so many private check-ins, from the command to its being saved. */
  readonly save: (name: string, nowMs: number, count: number) => Promise<readonly number[]>;
}

/** What the page of the paint bench offers to it. */
export interface FillBench {
  /** Writes so many check-ins into the store of the app, spread over the last days. */
  readonly fill: (count: number, days: number) => Promise<number>;
}
