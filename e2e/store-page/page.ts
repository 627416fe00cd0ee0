/** Runs in a page, on IndexedDB as the app uses it: the contract of stores, walks, a first layout brought over, notes. */
import { type JournalCommand, practices } from '#core';
import { createWebPrimitives } from '#crypto';
import { createDevice, type Store, storeContract, walkStore } from '#device';
import { createIndexedDbStore, type IndexedDbStore } from '../../src/web/shell/adapters/indexed-db-store.ts';
import { createRandom } from '../../src/web/shell/adapters/platform.ts';
import { createFirstLayout } from './first-layout.ts';
import { walkLock } from './lock-walk.ts';

const random = createRandom(crypto);
const storeOf = (name: string, subtle: SubtleCrypto = crypto.subtle): IndexedDbStore =>
  createIndexedDbStore(name, { indexedDB, subtle, random });

async function openStore(name: string): Promise<IndexedDbStore> {
  const store = storeOf(name);
  await store.open();
  return store;
}

/** What did not hold, by the name of the case; empty when all did. */
async function runStoreContract(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [index, { name, run }] of storeContract.entries()) {
    try {
      await run(() => openStore(`contract-${index}`));
    } catch (error) {
      broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return broken;
}

async function walk(seed: number, stepsCount: number): Promise<number> {
  let unreadable = 0;
  const open = async () => {
    const store = await openStore(`walk-${seed}`);
    unreadable += store.unreadableCount();
    return store;
  };
  await walkStore(open, seed, stepsCount);
  return unreadable;
}

const movedRecords = Array.from({ length: 3_500 }, (_, i) => {
  const name = i % 700 === 0 ? `month/2026-${String(1 + i / 700).padStart(2, '0')}` : `e/m/device/${i}`;
  return [name, new Uint8Array(i % 700 === 0 ? 150_000 : i % 900).fill(i % 256)] as const;
});

/** Fills a store of the first layout. */
async function fillFirstLayout(name: string): Promise<void> {
  const store = createFirstLayout(name);
  await store.open();
  await store.commit(movedRecords, []);
  await store.close();
}

/** Opens a store of the first layout, and everything ends after so many pages were sealed, as when a phone dies. */
async function openUntilItEnds(name: string, sealedPagesMax: number): Promise<boolean> {
  let sealed = 0;
  const dying = new Proxy(crypto.subtle, {
    get: (subtle, key) => {
      if (key === 'encrypt' && ++sealed > sealedPagesMax) return () => Promise.reject(new Error('the phone is off'));
      const found: unknown = Reflect.get(subtle, key);
      return typeof found === 'function' ? found.bind(subtle) : found;
    },
  });
  const store = storeOf(name, dying);
  const isOpen = await store.open().then(
    () => true,
    () => false,
  );
  if (isOpen) await store.close();
  return isOpen;
}

/** How many of the records of the first layout are there, each whole. */
async function countMoved(name: string): Promise<number> {
  const store = await openStore(name);
  let count = 0;
  for (const [recordName, value] of movedRecords) {
    const found = await store.get(recordName);
    if (found !== null && found.length === value.length && found.every((byte, i) => byte === value[i])) count++;
  }
  const all = await store.range('', '', movedRecords.length + 1);
  await store.close();
  return all.length === count ? count : -1;
}

/** Two hundred notes are those of the last days: after a week Today would speak of a backup, and keeps the date of that. */
const apartMs = 1_800_000;

/** A person alone writes so many private notes with a real device, which is closed at the end. */
async function writeNotes(name: string, count: number, layout: 'first' | 'pages'): Promise<void> {
  const store: Store = layout === 'first' ? createFirstLayout(name) : storeOf(name);
  let nowMs = Date.now() - count * apartMs;
  const device = await createDevice(
    {
      clock: () => nowMs,
      random,
      primitives: createWebPrimitives(crypto.subtle),
      store,
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
    nowMs += apartMs;
    const words = `Marmalade ${i}. ${'What I would not say aloud, and still want to keep. '.repeat(1 + (i % 20))}`;
    const command: JournalCommand = { practice: 'journal', type: 'write', words, prompt: null };
    const done = await device.command(command);
    if (!done.ok) throw new Error(done.error.refusal);
  }
  await device.close();
}

const storePage = { runStoreContract, walk, walkLock, fillFirstLayout, openUntilItEnds, countMoved, writeNotes };
export type StorePage = typeof storePage & { readonly caseCount: number; readonly movedCount: number };
Object.assign(window, {
  storePage: { ...storePage, caseCount: storeContract.length, movedCount: movedRecords.length },
});
