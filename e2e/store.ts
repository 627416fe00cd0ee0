/** What somebody could find who has the whole browser profile of a person: what is stored, sealed and unsealed. */
import type { Page } from '@playwright/test';
import { base64urlToBytes, bytesToText } from '#kernel';
import { createPageTree } from '../src/web/shell/adapters/page-tree.ts';

/** Every record of the device's store as text, opened with the key that lies beside it. */
export async function readStore(page: Page): Promise<string> {
  const opened = new Map((await page.evaluate(openAllPages)).map(([id, text]) => [id, base64urlToBytes(text)]));
  const tree = createPageTree({
    read: async (ids) => ids.map((id) => opened.get(id) ?? null),
    count: async () => opened.size,
    write: () => Promise.reject(new Error('The store of this device is broken')),
  });
  await tree.open();
  const records = await tree.range('', '', Number.MAX_SAFE_INTEGER);
  if (tree.unreadableCount() > 0) throw new Error('A page of the store of this device does not open');
  if (records.length === 0) throw new Error('The store of this device is empty, so nothing was looked at');
  // The backup and the keys are bytes; as text they only have to be looked through.
  return records.map(([name, value]) => `${name}: ${bytesToText(value) ?? new TextDecoder().decode(value)}`).join('\n');
}

/** Runs in the page: the pages that open, as base64url. The layout is that of sealed-pages.ts. */
async function openAllPages(): Promise<readonly (readonly [number, string])[]> {
  const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await ask(indexedDB.open('attune'));
  const [ids, values, key] = await Promise.all([
    ask(database.transaction('pages').objectStore('pages').getAllKeys()),
    ask<Uint8Array<ArrayBuffer>[]>(database.transaction('pages').objectStore('pages').getAll()),
    ask<CryptoKey>(database.transaction('own').objectStore('own').get('key')),
  ]);
  database.close();
  const opened = await Promise.all(
    values.map(async (sealed, index) => {
      const additionalData = new TextEncoder().encode(`page ${ids[index]}`);
      const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData };
      const plain = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(12)).catch(() => null);
      if (plain === null) return [];
      const text = btoa(String.fromCharCode(...new Uint8Array(plain)));
      return [[Number(ids[index]), text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')] as const];
    }),
  );
  return opened.flat();
}

/** What is stored for this origin, as one sees it without any key. */
export interface Footprint {
  /** `<database>/<store>`, with the keys of its records and the sizes of their values, sorted. */
  readonly stores: Readonly<Record<string, { readonly keys: readonly string[]; readonly sizes: readonly number[] }>>;
  /** Name and length of what stands in localStorage and sessionStorage. */
  readonly items: readonly string[];
  /** Addresses in the caches, with the length of what is kept. */
  readonly cached: readonly string[];
}

export const footprintOf = (page: Page): Promise<Footprint> => page.evaluate(takeFootprint);

/** Runs in the page. */
async function takeFootprint(): Promise<Footprint> {
  const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const sizeOf = (value: unknown): number => (value instanceof Uint8Array ? value.length : String(value).length);
  const stores: Record<string, { keys: string[]; sizes: number[] }> = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await ask(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([ask(records.getAllKeys()), ask<unknown[]>(records.getAll())]);
      const sizes = values.map(sizeOf).sort((a, b) => a - b);
      stores[`${name}/${store}`] = { keys: keys.map(String), sizes };
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      cached.push(`${new URL(request.url).pathname} ${(await response?.arrayBuffer())?.byteLength ?? 0}`);
    }
  }
  const items = [localStorage, sessionStorage].flatMap((kept) =>
    Object.entries(kept).map(([name, value]) => `${name} ${String(value).length}`),
  );
  return { stores, items: items.sort(), cached: cached.sort() };
}
