/**
 * The device's store on IndexedDB. One database; `records` holds sealed values under opaque names, `own` holds the
 * key of this device and the fence.
 *
 * - Values are sealed with AES-256-GCM (random 12-byte nonce, the name as associated data) under a CryptoKey that
 *   cannot be exported. It protects against a copied disk file that is read elsewhere with the key left behind, and
 *   against values put under another name; it does not protect an unlocked device. Names stay readable.
 * - A commit is one transaction with strict durability: on disk as a whole, or not at all.
 * - The fence is a number that each opening raises inside the database; a commit of an older opening finds another
 *   number and is refused with 'taken'. So two tabs cannot both write, whatever locks a browser has.
 * - A value that does not open is reported as absent and counted: the device fetches it again from the relay.
 */

import type { Store } from '#device';
import { type Bytes, concatBytes, type Random, textToBytes } from '#kernel';

export interface IndexedDbStore extends Store {
  /** Records that were there but could not be opened, since `open`. */
  readonly unreadableCount: () => number;
}

export interface IndexedDbPorts {
  readonly indexedDB: IDBFactory;
  readonly subtle: SubtleCrypto;
  readonly random: Random;
  /** Under the lock: the key that the passphrase opened. Without one it lies in `own`, beside what it seals. */
  readonly key?: CryptoKey | null;
}

const databaseVersion = 1;
const nonceBytes = 12;
/** How many records one read of a range takes at once. */
const pageRecordsMax = 256;

export function createIndexedDbStore(name: string, ports: IndexedDbPorts): IndexedDbStore {
  let opened: { readonly database: IDBDatabase; readonly key: CryptoKey; readonly fence: number } | null = null;
  let unreadable = 0;

  const use = () => {
    if (opened === null) throw new Error('This should not be possible: the store is used before it was opened');
    return opened;
  };
  const openValue = async (recordName: string, sealed: unknown): Promise<Bytes | null> => {
    if (!(sealed instanceof Uint8Array) || sealed.length <= nonceBytes) return countUnreadable();
    const whole = new Uint8Array(sealed);
    try {
      const plain = await ports.subtle.decrypt(
        { name: 'AES-GCM', iv: whole.subarray(0, nonceBytes), additionalData: textToBytes(recordName) },
        use().key,
        whole.subarray(nonceBytes),
      );
      return new Uint8Array(plain);
    } catch {
      return countUnreadable(); // OperationError: the tag does not hold (Web Cryptography, AES-GCM decrypt)
    }
  };
  const countUnreadable = (): null => {
    unreadable++;
    return null;
  };
  const sealValue = async (recordName: string, value: Bytes): Promise<Bytes> => {
    const nonce = ports.random(nonceBytes);
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: textToBytes(recordName) };
    return concatBytes(nonce, new Uint8Array(await ports.subtle.encrypt(algorithm, use().key, value)));
  };

  return {
    unreadableCount: () => unreadable,
    open: async () => {
      const database = await openDatabase(ports.indexedDB, name);
      // Another tab may need a newer layout, or erase everything: let go, so that it need not wait for us.
      database.onversionchange = () => database.close();
      // Made outside the transaction, which would end while waiting; used only if the database has none.
      const given = ports.key ?? null;
      const makeSpare = () => ports.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      opened = await takeFence(database, given ?? (await makeSpare()), given !== null);
      unreadable = 0;
    },
    get: async (recordName) => {
      const { database } = use();
      const sealed = await request(database.transaction('records').objectStore('records').get(recordName));
      return sealed === undefined ? null : openValue(recordName, sealed);
    },
    range: async (prefix, after, countMax) => {
      const { database } = use();
      const found: (readonly [string, Bytes])[] = [];
      let from = after;
      while (found.length < countMax) {
        const page = await readPage(database, prefix, from, Math.min(pageRecordsMax, countMax - found.length));
        for (const [recordName, sealed] of page) {
          const value = await openValue(recordName, sealed);
          if (value !== null) found.push([recordName, value]);
          from = recordName;
        }
        if (page.length === 0) break;
      }
      return found;
    },
    commit: async (puts, deletes) => {
      const { database, fence } = use();
      const sealed = await Promise.all(
        puts.map(async ([recordName, value]) => [recordName, await sealValue(recordName, value)] as const),
      );
      return writeAll(database, fence, sealed, deletes);
    },
    close: async () => {
      opened?.database.close();
      opened = null;
    },
  };
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const opening = factory.open(name, databaseVersion);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('records');
    opening.result.createObjectStore('own');
  };
  return request(opening);
}

async function takeFence(database: IDBDatabase, spare: CryptoKey, isGiven: boolean) {
  const transaction = database.transaction('own', 'readwrite', { durability: 'strict' });
  const own = transaction.objectStore('own');
  const [stored, before] = await Promise.all([request<unknown>(own.get('key')), request<unknown>(own.get('fence'))]);
  const key = !isGiven && stored instanceof CryptoKey ? stored : spare;
  const fence = (typeof before === 'number' ? before : 0) + 1;
  if (!isGiven && key === spare) own.put(key, 'key');
  own.put(fence, 'fence');
  await finished(transaction);
  return { database, key, fence };
}

async function readPage(
  database: IDBDatabase,
  prefix: string,
  after: string,
  countMax: number,
): Promise<readonly (readonly [string, unknown])[]> {
  const records = database.transaction('records').objectStore('records');
  const end = `${prefix}\uffff`;
  // Names that begin with the prefix, behind `after`; `after` itself is excluded when it is one of them.
  const isInside = after >= prefix;
  if (isInside && after >= end) return [];
  const keys = IDBKeyRange.bound(isInside ? after : prefix, end, isInside, false);
  const [names, values] = await Promise.all([
    request(records.getAllKeys(keys, countMax)),
    request<unknown[]>(records.getAll(keys, countMax)),
  ]);
  return names.map((recordName, index) => [String(recordName), values[index]]);
}

function writeAll(
  database: IDBDatabase,
  fence: number,
  puts: readonly (readonly [string, Bytes])[],
  deletes: readonly string[],
): Promise<'ok' | 'taken' | 'full'> {
  return new Promise((resolve, reject) => {
    let isTaken = false;
    const transaction = begin(database);
    if (transaction === null) {
      resolve('taken');
      return;
    }
    transaction.oncomplete = () => resolve('ok');
    transaction.onabort = () => {
      if (isTaken) resolve('taken');
      else if (transaction.error?.name === 'QuotaExceededError') resolve('full');
      else reject(transaction.error ?? new Error('The transaction was ended by the browser'));
    };
    const asked = transaction.objectStore('own').get('fence');
    asked.onsuccess = () => {
      if (asked.result !== fence) {
        isTaken = true;
        transaction.abort();
        return;
      }
      const records = transaction.objectStore('records');
      for (const recordName of deletes) records.delete(recordName);
      for (const [recordName, value] of puts) records.put(value, recordName);
    };
  });
}

/** null when the connection has been closed because another tab asked for the database. */
function begin(database: IDBDatabase): IDBTransaction | null {
  try {
    return database.transaction(['own', 'records'], 'readwrite', { durability: 'strict' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') return null;
    throw error;
  }
}

function request<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
