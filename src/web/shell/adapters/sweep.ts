/**
 * Erases a database so that its bytes leave the disk, as far as a page can bring that about.
 *
 * Chromium keeps IndexedDB in LevelDB. Deleting a database there writes a mark beside the old bytes, and what was still
 * in memory or in the log goes into one file together with its mark, where it stays for weeks. (A key that lay beside
 * the records was found there with the lock on; e2e/lock-at-rest.spec.ts.) Each deletion of a database also merges the
 * files over its own part of the keys. So small databases are made before and deleted after: the first of them merges
 * that file once more, and drops what is marked; the last one stretches each new file over all of these keys. Where
 * databases are files of their own (Firefox, Safari) deleting one deletes its file, and this does nothing more.
 */

const helpersCount = 3;

export async function eraseAndSweep(factory: IDBFactory, name: string): Promise<void> {
  const helpers = Array.from({ length: helpersCount }, (_, at) => `${name}-sweep-${at}`);
  for (const helper of helpers) await writeSome(factory, helper);
  const last = helpers.pop() ?? name;
  await erase(factory, name);
  for (const helper of helpers) {
    await writeSome(factory, last);
    await erase(factory, helper);
  }
  await erase(factory, last);
}

const erase = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const erasing = factory.deleteDatabase(name);
    erasing.onsuccess = () => resolve();
    erasing.onerror = () => reject(erasing.error);
  });

function writeSome(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('swept', { autoIncrement: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('swept', 'readwrite', { durability: 'strict' });
      transaction.objectStore('swept').add(0);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onabort = () => {
        opening.result.close();
        reject(transaction.error ?? new Error('The transaction was ended by the browser'));
      };
    };
  });
}
