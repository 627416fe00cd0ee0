/**
 * The power goes between any two writes while the lock is put on or taken off: on IndexedDB, with the app's own keeper,
 * doors and store. Only Argon2id is left out; a lock here is the passphrase beside the key.
 */
import { assert, type Bytes, bytesToText, concatBytes, isSameBytes, textToBytes } from '#kernel';
import { createKeeper, type Keeper } from '../../src/web/lock/keeper.ts';
import { createIndexedDbStore } from '../../src/web/shell/adapters/indexed-db-store.ts';
import { createDoors } from '../../src/web/shell/adapters/store-key.ts';
import { eraseAndSweep } from '../../src/web/shell/adapters/sweep.ts';

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
/** More than two pages of the copy. */
const recordsCount = 600;
const passphrase = 'four words for walking';
const nameOf = (at: number): string => `r/${String(at).padStart(4, '0')}`;

class PowerGone extends Error {}

export interface Walk {
  /** How often the power went; after that many writes all was done. */
  readonly stops: number;
  /** How it stood after each, at the next opening. */
  readonly before: number;
  readonly after: number;
  readonly broken: readonly string[];
}

/** Its writes stop for good after `writesMax`. */
function keeperOf(name: string, writesMax: number, aheadMs = 0): Keeper<CryptoKey> {
  let left = writesMax;
  const write = (): void => {
    if (left <= 0) throw new PowerGone();
    left -= 1;
  };
  const { subtle } = crypto;
  const doors = createDoors(indexedDB, `${name}-door`, name);
  return createKeeper<CryptoKey>({
    doors: {
      ...doors,
      change: (to) => {
        write();
        return doors.change(to);
      },
    },
    random,
    clock: () => Date.now() + aheadMs,
    lockSaltBytes: 16,
    storeKeyBytes: 32,
    sealLock: async (words, _salt, storeKey) => concatBytes(textToBytes(words), storeKey),
    openLock: async (words, lock) =>
      isSameBytes(lock.slice(0, -32), textToBytes(words)) ? new Uint8Array(lock.slice(-32)) : null,
    passkeys: { make: async () => 'stopped', ask: async () => null, forget: () => {} },
    sealPasskeyLock: async (_secret, _salt, storeKey) => storeKey,
    openPasskeyLock: async () => null,
    importKey: (storeKey) => subtle.importKey('raw', storeKey, 'AES-GCM', false, ['encrypt', 'decrypt']),
    createStore: (storeName, key) => {
      const store = createIndexedDbStore(storeName, { indexedDB, subtle, random, key });
      return {
        ...store,
        open: async () => {
          write();
          await store.open();
        },
        commit: async (puts, deletes) => {
          write();
          return store.commit(puts, deletes);
        },
      };
    },
    eraseStore: async (storeName) => {
      write();
      await eraseAndSweep(indexedDB, storeName);
      write();
    },
    whileAlone: (_mode, run) => run(),
  });
}

/** Opens as an app does that starts, and says what it found. */
async function lookAt(name: string): Promise<{ readonly isLocked: boolean; readonly wrong: string | null }> {
  // A minute later, since a try that was cut short is one that has to be waited for.
  const keeper = keeperOf(name, Number.POSITIVE_INFINITY, 60_000);
  let isLocked = false;
  const found = await keeper.whenOpen(
    async (store) => {
      await store.open();
      const records = await store.range('', '', recordsCount * 2);
      await store.close();
      return records;
    },
    () => {
      isLocked = true;
      void keeper.open(passphrase);
    },
  );
  const isWhole =
    found.length === recordsCount &&
    found.every(([record, value], at) => record === nameOf(at) && bytesToText(value) === `value ${at}`);
  const all = await indexedDB.databases();
  const stores = all.map((one) => one.name ?? '').filter((one) => one.startsWith(name) && !one.endsWith('-door'));
  if (!isWhole) return { isLocked, wrong: `${found.length} records` };
  if (stores.length !== 1) return { isLocked, wrong: `databases: ${stores.join()}` };
  const hasKey = await holdsKey(stores[0] ?? '');
  return { isLocked, wrong: hasKey === isLocked ? `a key beside the records: ${hasKey}` : null };
}

function holdsKey(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('own').objectStore('own').getAll();
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result.some((value) => value instanceof CryptoKey));
      };
    };
  });
}

async function fill(name: string): Promise<void> {
  const store = createIndexedDbStore(name, { indexedDB, subtle: crypto.subtle, random });
  await store.open();
  const records = Array.from({ length: recordsCount }, (_, at) => [nameOf(at), textToBytes(`value ${at}`)] as const);
  assert((await store.commit(records, [])) === 'ok', 'the records are written');
  await store.close();
}

async function turn(keeper: Keeper<CryptoKey>, way: 'on' | 'off'): Promise<void> {
  if (way === 'on') {
    await keeper.turnOn(await keeper.makeLock(passphrase));
    return;
  }
  await keeper.open(passphrase);
  await keeper.turnOff();
}

/** Lets the power go after 0, 1, 2 … writes, each time on records of its own, until nothing is left to stop. */
export async function walkLock(way: 'on' | 'off'): Promise<Walk> {
  const broken: string[] = [];
  let before = 0;
  let after = 0;
  for (let writes = 0; ; writes++) {
    const name = `lock-${way}-${writes}`;
    await fill(name);
    if (way === 'off') await turn(keeperOf(name, Number.POSITIVE_INFINITY), 'on');
    const isStopped = await turn(keeperOf(name, writes), way).then(
      () => false,
      (error) => {
        if (error instanceof PowerGone) return true;
        throw error;
      },
    );
    const { isLocked, wrong } = await lookAt(name);
    if (wrong !== null) broken.push(`${way}, after ${writes} writes: ${wrong}`);
    if (isLocked === (way === 'on')) after += 1;
    else before += 1;
    if (!isStopped) return { stops: writes, before, after, broken };
  }
}
