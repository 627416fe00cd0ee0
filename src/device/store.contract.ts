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

/**
 * A walk of commits, reads and openings, each chosen by the seed, beside a plain map; throws where the two differ.
 * Names share long beginnings, as those of a device do, and some values are long.
 */
export async function walkStore(openStore: () => Promise<Store>, seed: number, stepsCount: number): Promise<void> {
  const roll = createDice(seed);
  const model = new Map<string, Bytes>();
  const prefixes = ['', 'e/m/', 'e/o/', 'tail/', 'ü/', 'month/'];
  const namesMax = 50 + roll(3_000);
  const someName = () => `${prefixes[roll(prefixes.length)]}${'device'.repeat(roll(12))}/${roll(namesMax)}`;
  const knownName = () => [...model.keys()][roll(model.size || 1)] ?? 'none';
  const someBytes = (): Bytes => {
    const value = new Uint8Array(roll(20) > 0 ? roll(900) : roll(90_000));
    const first = roll(251);
    for (let i = 0; i < value.length; i++) value[i] = (first + i) % 251;
    return value;
  };
  let store = await openStore();
  for (let step = 0; step < stepsCount; step++) {
    const where = `seed ${seed}, step ${step}`;
    const puts = Array.from({ length: roll(step % 7 === 0 ? 300 : 12) }, () => [someName(), someBytes()] as const);
    const deletes = Array.from({ length: roll(step % 11 === 0 ? 400 : 9) }, () =>
      roll(4) === 0 ? someName() : knownName(),
    );
    holds(await store.commit(puts, deletes), 'ok', where);
    for (const name of deletes) model.delete(name);
    for (const [name, value] of puts) model.set(name, value);
    if (roll(6) === 0) {
      await store.close();
      store = await openStore();
    }
    const name = knownName();
    holds(summary(await store.get(name)), summary(model.get(name) ?? null), `${where}, ${name}`);
    if (step % 10 !== 9 && step !== stepsCount - 1) continue;
    const prefix = prefixes[roll(prefixes.length)] ?? '';
    const found: (readonly [string, Bytes])[] = [];
    for (let after = ''; ; after = found[found.length - 1]?.[0] ?? '') {
      const page = await store.range(prefix, after, 100);
      found.push(...page);
      if (page.length < 100) break;
    }
    const wanted = [...model].filter(([one]) => one.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
    const toSummaries = (records: typeof found) => records.map(([one, value]) => [one, summary(value)]);
    holds(toSummaries(found), toSummaries(wanted), `${where}, all of "${prefix}"`);
  }
  holds(await store.commit([], [...model.keys()]), 'ok', 'deleting everything');
  holds(await store.range('', '', 1), [], 'nothing is left');
  await store.close();
}

/** mulberry32: small, and the same everywhere. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** FNV-1a of all bytes: two values that differ are told apart, and a message stays short. */
function summary(value: Bytes | null): string {
  if (value === null) return 'absent';
  let hash = 0x811c9dc5;
  for (const byte of value) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${value.length} bytes, ${hash >>> 0}`;
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
