/** The disk of the simulator keeps the same contract as IndexedDB in the app. */
import test from 'node:test';
import { storeContract } from '#device';
import { createDisk } from './disk.ts';

for (const { name, run } of storeContract) {
  test(`disk: ${name}`, async () => {
    const disk = createDisk(() => {});
    await run(async () => {
      const store = disk.open();
      await store.open();
      return store;
    });
  });
}
