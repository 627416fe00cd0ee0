/** What a screen that keeps nothing may not change. */
import type { Page } from '@playwright/test';

/** All that a browser keeps for this origin, and where its history stands. */
export const traces = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const read = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
          new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
        const values = await read(records.getAll());
        const texts = values.map((value) => (value instanceof Uint8Array ? [...value].join() : JSON.stringify(value)));
        databases.push(name, store, JSON.stringify(await read(records.getAllKeys())), ...texts);
      }
      database.close();
    }
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept.push(name, ...requests.map(({ url }) => url).sort());
    }
    const { length, state } = history;
    const storages = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    return JSON.stringify([databases, kept, storages, length, state, location.href]);
  });
