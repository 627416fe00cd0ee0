/**
 * Pages of one size in IndexedDB, by number. Those in use are sealed with AES-256-GCM (random 12-byte nonce, the number
 * as associated data), the others are random bytes of the same length: only who has the key can tell them apart.
 *
 * A write is one transaction with strict durability, on disk as a whole or not at all. It looks at the fence first, a
 * number that each opening raises inside the database: so two tabs cannot both write, whatever locks a browser has.
 */
import { type Bytes, concatBytes, type Random, textToBytes } from '#kernel';
import { pageBytes } from './page.ts';
import type { Outcome, PagePort } from './page-tree.ts';

export interface SealedPagesPorts {
  readonly database: IDBDatabase;
  readonly key: CryptoKey;
  readonly fence: number;
  readonly subtle: SubtleCrypto;
  readonly random: Random;
}

const nonceBytes = 12;

export function createSealedPages({ database, key, fence, subtle, random }: SealedPagesPorts): PagePort {
  async function openPage(id: number, sealed: unknown): Promise<Bytes | null> {
    if (!(sealed instanceof Uint8Array) || sealed.length !== pageBytes) return null;
    return openBytes(subtle, key, pageName(id), new Uint8Array(sealed));
  }
  async function sealPage(id: number, plain: Bytes): Promise<Bytes> {
    const nonce = random(nonceBytes);
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: textToBytes(pageName(id)) };
    return concatBytes(nonce, new Uint8Array(await subtle.encrypt(algorithm, key, plain)));
  }
  return {
    read: async (ids) => {
      const pages = database.transaction('pages').objectStore('pages');
      const sealed = await Promise.all(ids.map((id) => request<unknown>(pages.get(id))));
      return Promise.all(ids.map((id, index) => openPage(id, sealed[index])));
    },
    count: () => request(database.transaction('pages').objectStore('pages').count()),
    write: async (pages, also) => {
      const sealed = await Promise.all(
        [...pages].map(async ([id, plain]) => [id, plain ? await sealPage(id, plain) : random(pageBytes)] as const),
      );
      return writeAll(database, fence, (transaction) => {
        const store = transaction.objectStore('pages');
        for (const [id, bytes] of sealed) store.put(bytes, id);
        also?.(transaction);
      });
    },
  };
}

const pageName = (id: number): string => `page ${id}`;

/** null when the tag does not hold, which is the only reason for which AES-GCM refuses (Web Cryptography). */
export async function openBytes(
  subtle: SubtleCrypto,
  key: CryptoKey,
  name: string,
  sealed: Bytes,
): Promise<Bytes | null> {
  const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, nonceBytes), additionalData: textToBytes(name) };
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, key, sealed.subarray(nonceBytes)));
  } catch {
    return null;
  }
}

function writeAll(
  database: IDBDatabase,
  fence: number,
  write: (transaction: IDBTransaction) => void,
): Promise<Outcome> {
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
      isTaken = asked.result !== fence;
      if (isTaken) transaction.abort();
      else write(transaction);
    };
  });
}

/** null when the connection has been closed because another tab asked for the database. */
function begin(database: IDBDatabase): IDBTransaction | null {
  try {
    return database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') return null;
    throw error;
  }
}

export function request<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
