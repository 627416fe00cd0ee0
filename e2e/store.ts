/** What somebody could read who has the whole browser profile of a person: the store of the device, unsealed. */
import type { Page } from '@playwright/test';

/** Every record of the device's store as text, opened with the key that lies beside it. */
export async function readStore(page: Page): Promise<string> {
  const records = await page.evaluate(readAllRecords);
  if (records.length === 0) throw new Error('The store of this device is empty, so nothing was looked at');
  return records.join('\n');
}

/** Runs in the page. The layout is that of the IndexedDB adapter: sealed records, and the key in `own`. */
async function readAllRecords(): Promise<readonly string[]> {
  const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await ask(indexedDB.open('attune'));
  const [names, values, key] = await Promise.all([
    ask(database.transaction('records').objectStore('records').getAllKeys()),
    ask<Uint8Array<ArrayBuffer>[]>(database.transaction('records').objectStore('records').getAll()),
    ask<CryptoKey>(database.transaction('own').objectStore('own').get('key')),
  ]);
  database.close();
  return Promise.all(
    values.map(async (sealed, index) => {
      const name = String(names[index]);
      const additionalData = new TextEncoder().encode(name);
      const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData };
      const opened = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(12));
      return `${name}: ${new TextDecoder().decode(opened)}`;
    }),
  );
}
