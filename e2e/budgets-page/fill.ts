/**
 * The page of `bench/paint.bench.ts`: stands at the origin of the app and writes check-ins into its store, by the
 * device and the adapter that the app uses.
 */
import { type CheckInCommand, practices } from '#core';
import { createWebPrimitives } from '#crypto';
import { createDevice } from '#device';
import type { FillBench } from '../../bench/open-device.ts';
import { createIndexedDbStore } from '../../src/web/shell/adapters/indexed-db-store.ts';
import { createRandom } from '../../src/web/shell/adapters/platform.ts';

const random = createRandom(crypto);
const feelings = ['calm', 'tired', 'glad', 'tense', 'content', 'sad', 'angry'];

const bench: FillBench = {
  fill: async (count, days) => {
    let nowMs = Date.now() - days * 86_400_000;
    const device = await createDevice(
      {
        clock: () => nowMs,
        random,
        primitives: createWebPrimitives(crypto.subtle),
        store: createIndexedDbStore('attune', { indexedDB, subtle: crypto.subtle, random }),
        transport: { connect: () => ({ send: () => {}, close: () => {} }) },
        timer: () => () => {},
        zone: () => 'Europe/London',
        words: async () => [],
        deviceName: 'Phone',
      },
      practices,
      { relayUrl: null, appUrl: location.origin },
    );
    for (let i = 0; i < count; i++) {
      nowMs += (days * 86_400_000) / (count + 1);
      const command: CheckInCommand = {
        practice: 'check-in',
        type: 'write',
        visibility: 'mine',
        feltAtMs: null,
        feelings: [{ type: 'known', id: feelings[i % feelings.length] ?? 'calm' }],
        strength: 3,
        needs: [],
        note: 'The evening was long, and I am glad to be home.',
      };
      const done = await device.command(command);
      if (!done.ok) throw new Error(done.error.refusal);
    }
    await device.close();
    return count;
  },
};

Object.assign(globalThis, { bench });
