/**
 * The device's store on IndexedDB. Three object stores: `pages` holds everything, in pages of one size (page-tree.ts,
 * sealed-pages.ts); `own` holds the key of this device and the fence; `records` is empty, and held each record under
 * its name in the first layout.
 *
 * - Everything is sealed under one CryptoKey that cannot be exported. It protects against a copied disk file that is
 *   read elsewhere with the key left behind; it does not protect an unlocked device.
 * - Names and sizes of records, and how many there are, show only to whoever has the key (decision 0027).
 */

import type { Store } from '#device';
import type { Random } from '#kernel';
import { createPageTree, type PageTree } from './page-tree.ts';
import { createSealedPages, openBytes, request } from './sealed-pages.ts';

export interface IndexedDbStore extends Store {
  /** Pages that were there but could not be opened, since `open`. */
  readonly unreadableCount: () => number;
}

export interface IndexedDbPorts {
  readonly indexedDB: IDBFactory;
  readonly subtle: SubtleCrypto;
  readonly random: Random;
  /** Under the lock: the key that the passphrase opened. Without one it lies in `own`, beside what it seals. */
  readonly key?: CryptoKey | null;
}

const databaseVersion = 2;
const storeNames = ['own', 'pages', 'records'];
/** How many records of the first layout move at once. */
const movedRecordsMax = 1_000;

interface Opened {
  readonly database: IDBDatabase;
  readonly key: CryptoKey;
  readonly fence: number;
}

export function createIndexedDbStore(name: string, ports: IndexedDbPorts): IndexedDbStore {
  let opened: { readonly database: IDBDatabase; readonly tree: PageTree } | null = null;
  const use = (): PageTree => {
    if (opened === null) throw new Error('This should not be possible: the store is used before it was opened');
    return opened.tree;
  };
  return {
    unreadableCount: () => use().unreadableCount(),
    open: async () => {
      const database = await openDatabase(ports.indexedDB, name);
      // Another tab may need a newer layout, or erase everything: let go, so that it need not wait for us.
      database.onversionchange = () => database.close();
      // Made outside the transaction, which would end while waiting; used only if the database has none.
      const given = ports.key ?? null;
      const makeSpare = () => ports.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const taken = await takeFence(database, given ?? (await makeSpare()), given !== null);
      const tree = createPageTree(createSealedPages({ ...ports, ...taken }));
      await tree.open();
      await moveRecords(taken, ports.subtle, tree);
      opened = { database, tree };
    },
    get: (recordName) => use().get(recordName),
    range: (prefix, after, countMax) => use().range(prefix, after, countMax),
    commit: (puts, deletes) => use().commit(puts, deletes),
    close: async () => {
      opened?.database.close();
      opened = null;
    },
  };
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const opening = factory.open(name, databaseVersion);
  opening.onupgradeneeded = () => {
    const known = opening.result.objectStoreNames;
    for (const store of storeNames) if (!known.contains(store)) opening.result.createObjectStore(store);
  };
  return request(opening);
}

async function takeFence(database: IDBDatabase, spare: CryptoKey, isGiven: boolean): Promise<Opened> {
  const transaction = database.transaction(['own', 'pages'], 'readwrite', { durability: 'strict' });
  const own = transaction.objectStore('own');
  const [stored, before] = await Promise.all([request<unknown>(own.get('key')), request<unknown>(own.get('fence'))]);
  const key = !isGiven && stored instanceof CryptoKey ? stored : spare;
  const fence = (typeof before === 'number' ? before : 0) + 1;
  if (!isGiven && key === spare) {
    own.put(key, 'key');
    transaction.objectStore('pages').clear(); // of a key that is gone, if there are any: they never open again
  }
  own.put(fence, 'fence');
  await finished(transaction);
  return { database, key, fence };
}

/**
 * Records of the first layout go over some at a time: into pages and out of `records` in one transaction, so that each
 * stands in one of the two whatever happens, and the next opening goes on where this one ended.
 */
async function moveRecords({ database, key }: Opened, subtle: SubtleCrypto, tree: PageTree): Promise<void> {
  for (;;) {
    const records = database.transaction('records').objectStore('records');
    const [names, values] = await Promise.all([
      request(records.getAllKeys(null, movedRecordsMax)),
      request<unknown[]>(records.getAll(null, movedRecordsMax)),
    ]);
    if (names.length === 0) return;
    const opened = await Promise.all(
      names.map(async (name, index) => {
        const sealed = values[index];
        const bytes = sealed instanceof Uint8Array ? new Uint8Array(sealed) : new Uint8Array(0);
        return [String(name), await openBytes(subtle, key, String(name), bytes)] as const;
      }),
    );
    // What does not open is absent, as it always was: the device fetches it again from the relay.
    const puts = opened.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    if (puts.length === 0 && (await tree.range('', '', 1)).length === 0)
      throw new Error('No record of the store opens with this key');
    const outcome = await tree.commit(puts, [], (transaction) => {
      transaction.objectStore('records').delete(IDBKeyRange.bound(names[0], names[names.length - 1]));
    });
    if (outcome !== 'ok') throw new Error(`The store could not be brought into its new layout: ${outcome}`);
  }
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
