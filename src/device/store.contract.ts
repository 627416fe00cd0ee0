/**
 * What every store of a device must do: IndexedDB in the app, the disk of the simulator. Each case gets a function that
 * opens one more instance on the same disk (as another tab would), and throws when the contract does not hold.
 */
import { assert, type Bytes, bytesToHex, textToBytes } from '#kernel';
import type { Store } from './types.ts';

export interface StoreCase {
  readonly name: string;
  readonly run: (openStore: () => Promise<Store>) => Promise<void>;
}

const bytes = (text: string): Bytes => textToBytes(text);

function holds(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  assert(a === b, `${what}: ${a} instead of ${b}`);
}

const names = (records: readonly (readonly [string, Bytes])[]): readonly string[] => records.map(([name]) => name);

export const storeContract: readonly StoreCase[] = [
  {
    name: 'what was committed is read back, by this and by the next opening',
    run: async (openStore) => {
      const store = await openStore();
      holds(await store.get('a'), null, 'an absent record');
      holds(await store.commit([['a', bytes('one')]], []), 'ok', 'a commit');
      holds(bytesToHex((await store.get('a')) ?? bytes('')), bytesToHex(bytes('one')), 'the record');
      await store.close();
      const next = await openStore();
      holds(bytesToHex((await next.get('a')) ?? bytes('')), bytesToHex(bytes('one')), 'the record after opening again');
    },
  },
  {
    name: 'a commit replaces and deletes, and a value may be empty',
    run: async (openStore) => {
      const store = await openStore();
      await store.commit(
        [
          ['a', bytes('one')],
          ['b', bytes('two')],
        ],
        [],
      ); // prettier-ignore
      await store.commit([['a', bytes('')]], ['b', 'never there']);
      holds((await store.get('a'))?.length, 0, 'an empty value');
      holds(await store.get('b'), null, 'a deleted record');
    },
  },
  {
    name: 'what is given and what is got are copies',
    run: async (openStore) => {
      const store = await openStore();
      const given = bytes('one');
      await store.commit([['a', given]], []);
      given[0] = 0;
      holds(bytesToHex((await store.get('a')) ?? bytes('')), bytesToHex(bytes('one')), 'the record');
    },
  },
  {
    name: 'a range has the records of its prefix, in order, after a name, at most so many',
    run: async (openStore) => {
      const store = await openStore();
      const all = ['a', 'b/', 'b/1', 'b/2', 'b/20', 'b/3', 'c'];
      await store.commit(all.map((name) => [name, bytes(name)] as const).reverse(), []);
      holds(names(await store.range('b/', '', 10)), ['b/', 'b/1', 'b/2', 'b/20', 'b/3'], 'the whole prefix');
      holds(names(await store.range('b/', 'b/1', 10)), ['b/2', 'b/20', 'b/3'], 'after a name');
      holds(names(await store.range('b/', 'b/1', 2)), ['b/2', 'b/20'], 'at most two');
      holds(names(await store.range('x', '', 10)), [], 'a prefix of nothing');
    },
  },
  {
    name: 'a range reads on page by page, whatever the size',
    run: async (openStore) => {
      const store = await openStore();
      const all = Array.from({ length: 700 }, (_, i) => `e/${String(i).padStart(4, '0')}`);
      await store.commit(
        all.map((name) => [name, bytes(name)] as const),
        [],
      ); // prettier-ignore
      const found: string[] = [];
      for (let after = ''; ; after = found[found.length - 1] ?? '') {
        const page = names(await store.range('e/', after, 300));
        found.push(...page);
        if (page.length < 300) break;
      }
      holds(found, all, 'all records');
    },
  },
  {
    name: 'the newest opening has the store; an older one is refused and writes nothing',
    run: async (openStore) => {
      const older = await openStore();
      await older.commit([['a', bytes('older')]], []);
      const newer = await openStore();
      holds(await older.commit([['a', bytes('too late')]], ['b']), 'taken', 'a commit of the older');
      holds(await newer.commit([['b', bytes('newer')]], []), 'ok', 'a commit of the newer');
      holds(bytesToHex((await newer.get('a')) ?? bytes('')), bytesToHex(bytes('older')), 'what the older wrote before');
    },
  },
];
