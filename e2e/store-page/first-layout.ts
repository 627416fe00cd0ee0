/**
 * The first layout of the store, as it was before there were pages: each record sealed under its own name. Kept here to
 * show that such a store is brought over whole, and that its size told what was in it.
 */
import type { Store } from '#device';
import { type Bytes, concatBytes, textToBytes } from '#kernel';

const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** One instance at a time: it has no fence. */
export function createFirstLayout(name: string): Store {
  let database: IDBDatabase | null = null;
  let key: CryptoKey | null = null;
  const use = () => {
    if (database === null || key === null) throw new Error('The store is used before it was opened');
    return { database, key };
  };
  const algorithm = (iv: Bytes, recordName: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: textToBytes(recordName),
  });
  const openValue = async (recordName: string, sealed: Bytes): Promise<Bytes> => {
    const opened = crypto.subtle.decrypt(algorithm(sealed.slice(0, 12), recordName), use().key, sealed.slice(12));
    return new Uint8Array(await opened);
  };
  return {
    open: async () => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('records');
        opening.result.createObjectStore('own');
      };
      database = await asked(opening);
      const spare = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const own = database.transaction('own', 'readwrite').objectStore('own');
      key = (await asked<CryptoKey | undefined>(own.get('key'))) ?? spare;
      own.put(key, 'key');
      await asked(own.put(1, 'fence'));
    },
    get: async (recordName) => {
      const sealed = await asked(use().database.transaction('records').objectStore('records').get(recordName));
      return sealed ? openValue(recordName, sealed) : null;
    },
    range: async (prefix, after, countMax) => {
      const records = use().database.transaction('records').objectStore('records');
      const [names, values] = await Promise.all([asked(records.getAllKeys()), asked<Bytes[]>(records.getAll())]);
      const found = names.flatMap((one, index) => {
        const recordName = String(one);
        const sealed = values[index];
        return sealed && recordName.startsWith(prefix) && recordName > after ? [[recordName, sealed] as const] : [];
      });
      return Promise.all(
        found.slice(0, countMax).map(async ([one, sealed]) => [one, await openValue(one, sealed)] as const),
      );
    },
    commit: async (puts, deletes) => {
      const sealed = await Promise.all(
        puts.map(async ([recordName, value]) => {
          const iv = crypto.getRandomValues(new Uint8Array(12));
          const ended = await crypto.subtle.encrypt(algorithm(iv, recordName), use().key, new Uint8Array(value));
          return [recordName, concatBytes(iv, new Uint8Array(ended))] as const;
        }),
      );
      const transaction = use().database.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      for (const recordName of deletes) records.delete(recordName);
      for (const [recordName, value] of sealed) records.put(value, recordName);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      return 'ok';
    },
    close: async () => database?.close(),
  };
}
