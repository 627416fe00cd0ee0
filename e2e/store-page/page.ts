/** Runs the contract of stores, and the walk of the lock, in a page, on IndexedDB as the app uses it. */
import { storeContract } from '#device';
import { createIndexedDbStore } from '../../src/web/shell/adapters/indexed-db-store.ts';
import { walk } from './lock-walk.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** What did not hold, by the name of the case; empty when all did. */
async function runStoreContract(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [index, { name, run }] of storeContract.entries()) {
    const openStore = async () => {
      const store = createIndexedDbStore(`contract-${index}`, { indexedDB, subtle: crypto.subtle, random });
      await store.open();
      return store;
    };
    try {
      await run(openStore);
    } catch (error) {
      broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return broken;
}

Object.assign(window, { walk, runStoreContract, caseCount: storeContract.length });
