/**
 * The page of `bench/open.bench.ts`: puts records into IndexedDB by the app's own adapter, and opens a device on them
 * with the app's own primitives.
 */
import { createWebPrimitives } from '#crypto';
import type { Device } from '#device';
import { checkInOf, type OpenBench, openDevice } from '../../bench/open-device.ts';
import { bytesToRecords } from '../../bench/records.ts';
import { createIndexedDbStore } from '../../src/web/shell/adapters/indexed-db-store.ts';
import { createRandom } from '../../src/web/shell/adapters/platform.ts';

const random = createRandom(crypto);
const storeOf = (name: string) => createIndexedDbStore(name, { indexedDB, subtle: crypto.subtle, random });
const kept: unknown[] = [];
const recordsPerCommit = 500;

const bench: OpenBench = {
  load: async (name, address) => {
    const file = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const { records } = bytesToRecords(file, 0);
    const store = storeOf(name);
    await store.open();
    for (let at = 0; at < records.length; at += recordsPerCommit)
      await store.commit(records.slice(at, at + recordsPerCommit), []);
    await store.close();
    return records.length;
  },
  open: (name, nowMs) =>
    openDevice({ store: storeOf(name), primitives: createWebPrimitives(crypto.subtle), random, nowMs }, (device) =>
      kept.push(device),
    ),
  save: async (name, nowMs, count) => {
    const opened: Device[] = [];
    const primitives = createWebPrimitives(crypto.subtle);
    await openDevice({ store: storeOf(name), primitives, random, nowMs }, (device) => opened.push(device));
    const times: number[] = [];
    for (const device of opened)
      for (let i = 0; i < count; i++) {
        const fromMs = performance.now();
        const done = await device.command(checkInOf('mine'));
        times.push(performance.now() - fromMs);
        if (!done.ok) throw new Error(done.error.refusal);
      }
    return times;
  },
};

Object.assign(globalThis, { bench });
