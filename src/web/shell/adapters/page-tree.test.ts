import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Store, storeContract, walkStore } from '#device';
import { type Bytes, bytesToText, textToBytes } from '#kernel';
import { pageBytes, plainBytes } from './page.ts';
import { mapId, rootId, stepPages } from './page-draft.ts';
import { createPageTree, type PagePort, type PageTree } from './page-tree.ts';

/** A disk of pages in memory: null stands for random bytes, or for a page that somebody broke. */
interface Disk extends PagePort {
  readonly pages: Map<number, Bytes | null>;
  lastWrite: number;
  answer: 'ok' | 'taken' | 'full';
}

function createDisk(): Disk {
  const pages = new Map<number, Bytes | null>();
  const disk: Disk = {
    pages,
    lastWrite: 0,
    answer: 'ok',
    read: async (ids) => ids.map((id) => pages.get(id)?.slice() ?? null),
    count: async () => pages.size,
    write: async (written) => {
      disk.lastWrite = written.size;
      if (disk.answer === 'ok') for (const [id, bytes] of written) pages.set(id, bytes);
      return disk.answer;
    },
  };
  return disk;
}

async function openTree(disk: Disk): Promise<PageTree> {
  const tree = createPageTree(disk);
  await tree.open();
  return tree;
}

async function all(tree: Pick<Store, 'range'>, prefix: string): Promise<readonly (readonly [string, Bytes])[]> {
  const found: (readonly [string, Bytes])[] = [];
  for (let after = ''; ; after = found[found.length - 1]?.[0] ?? '') {
    const page = await tree.range(prefix, after, 100);
    found.push(...page);
    if (page.length < 100) return found;
  }
}

const asText = (records: readonly (readonly [string, Bytes])[]): string =>
  records.map(([name, value]) => `${name}=${value.length} bytes of ${value[0]}`).join('\n');

/** As the app has it, but for the fence. */
async function openStore(disk: Disk): Promise<Store> {
  return { ...(await openTree(disk)), open: async () => {}, close: async () => {} };
}

for (const { name, run } of storeContract.slice(0, -1))
  test(`the contract of stores: ${name}`, () => {
    const disk = createDisk();
    return run(() => openStore(disk));
  });

const walks = 8;

test(`${walks} random walks leave what a plain map holds, and at their end no page is lost`, async () => {
  const firstSeed = Math.floor(Math.random() * 1e9);
  console.log(`seeds from ${firstSeed}`);
  for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
    const disk = createDisk();
    await walkStore(() => openStore(disk), seed, 60);
    for (const bytes of disk.pages.values()) assert.ok(bytes === null || bytes.length === plainBytes);
    // Everything is deleted by then: only the root and the map are in use.
    const inUse = [...disk.pages].filter(([, bytes]) => bytes !== null).map(([id]) => id);
    assert.deepEqual(inUse, [rootId, mapId], `seed ${seed}`);
  }
});

for (const answer of ['full', 'taken'] as const)
  test(`a commit that is refused because the store is ${answer} changes nothing`, async () => {
    const disk = createDisk();
    const tree = await openTree(disk);
    await tree.commit([...entries(900, 'kept'), ['big', new Uint8Array(70_000)]], []);
    const before = asText(await all(tree, ''));
    disk.answer = answer;
    const names = entries(900, '').map(([name]) => name);
    assert.equal(
      await tree.commit(
        [
          ['big', new Uint8Array(9_000_000)],
          ['new', textToBytes('n')],
        ],
        names,
      ),
      answer,
    );
    assert.equal(asText(await all(tree, '')), before);
    disk.answer = 'ok';
    assert.equal(await tree.commit([['new', textToBytes('n')]], []), 'ok');
    assert.equal((await all(await openTree(disk), '')).length, 902);
  });

const entries = (count: number, text: string) =>
  Array.from({ length: count }, (_, i) => [`e/m/device/${String(i).padStart(10, '0')}`, textToBytes(text)] as const);

test('an older opening beside one that changes everything reads no nonsense, never breaks, and is refused', async () => {
  const disk = createDisk();
  const newer = await openTree(disk);
  await newer.commit(entries(3_000, 'x'.repeat(400)), []);
  const older = createPageTree({ ...disk, write: async () => 'taken' });
  await older.open();
  const names: readonly string[] = entries(3_000, '').map(([name]) => name);
  for (const name of names.slice(0, 1_000)) await older.get(name);
  await newer.commit([], names);
  await newer.commit([...names.map((name, i) => [`${i % 7}/${name}`, new Uint8Array(900)] as const)], []);
  await newer.commit([['big', new Uint8Array(9_000_000)]], []);
  for (const name of names) assert.ok([undefined, 400].includes((await older.get(name))?.length));
  for (const [name, value] of await older.range('e/', '', 5_000))
    assert.ok(names.includes(name) && value.length === 400);
  assert.equal(await older.commit([['a', new Uint8Array(1)]], names), 'taken');
  assert.equal((await all(newer, '')).length, 3_001);
});

test('the number of pages is the same for nothing and for much, and grows by a step', async () => {
  const disk = createDisk();
  const tree = await openTree(disk);
  assert.equal(disk.pages.size, stepPages);
  await tree.commit(entries(1_000, 'x'.repeat(1_000)), []);
  assert.equal(disk.pages.size, stepPages);
  await tree.commit([['big', new Uint8Array(stepPages * pageBytes)]], []);
  assert.equal(disk.pages.size, 2 * stepPages);
  await tree.commit([], ['big']);
  assert.equal(disk.pages.size, 2 * stepPages, 'it never shrinks');
});

test('entries that follow one another leave full pages, whatever stands behind them', async () => {
  const disk = createDisk();
  const tree = await openTree(disk);
  await tree.commit(
    [
      ['head/mine', textToBytes('h')],
      ['e/o/other/1', textToBytes('o')],
    ],
    [],
  );
  const values = entries(2_000, 'x'.repeat(400));
  for (const one of values) {
    await tree.commit([one], []);
    assert.ok(disk.lastWrite <= 6, 'a commit writes few pages');
  }
  const bytes = values.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const inUse = [...disk.pages.values()].filter((page) => page !== null).length;
  assert.ok(inUse * pageBytes < 1.15 * bytes, `${inUse} pages for ${bytes} bytes`);
});

test('a leaf that does not open has lost what was in it and nothing else', async () => {
  const disk = createDisk();
  const tree = await openTree(disk);
  await tree.commit(entries(500, 'x'.repeat(400)), []);
  const leaf = [...disk.pages].filter(([, bytes]) => bytes?.[0] === 0).map(([id]) => id);
  disk.pages.set(leaf[3]!, null);
  const again = await openTree(disk);
  const left = await all(again, 'e/');
  assert.ok(left.length > 470 && left.length < 500, String(left.length));
  assert.equal(again.unreadableCount(), 1);
  assert.equal(await again.commit(entries(500, 'new'), []), 'ok');
  assert.equal((await all(await openTree(disk), 'e/')).length, 500);
});

test('with another key nothing opens, and nothing is written over what is there', async () => {
  const disk = createDisk();
  const tree = await openTree(disk);
  await tree.commit(entries(50, 'kept'), []);
  const locked = createPageTree({
    ...disk,
    read: async (ids) => ids.map(() => null),
    write: () => Promise.reject(new Error('written')),
  });
  await assert.rejects(locked.open(), /No page of the store opens/);
  assert.equal((await all(await openTree(disk), 'e/')).length, 50);
});

test('a value of which a part does not open is absent', async () => {
  const disk = createDisk();
  const tree = await openTree(disk);
  await tree.commit(
    [
      ['month/2026-11', new Uint8Array(50_000)],
      ['self', textToBytes('me')],
    ],
    [],
  );
  const chunk = [...disk.pages].find(([, bytes]) => bytes?.[0] === 254)?.[0] ?? 0;
  disk.pages.set(chunk, null);
  assert.equal(await tree.get('month/2026-11'), null);
  assert.equal(tree.unreadableCount(), 1);
  assert.equal(bytesToText((await tree.get('self')) ?? textToBytes('')), 'me');
  assert.equal(await tree.commit([['month/2026-11', textToBytes('new')]], []), 'ok');
  assert.equal(bytesToText((await tree.get('month/2026-11')) ?? textToBytes('')), 'new');
});

for (const [what, broken] of [
  ['root', (id: number) => id === rootId],
  ['map', (id: number) => id === mapId],
  ['root and all branches', (_: number, bytes: Bytes | null) => (bytes?.[0] ?? 0) > 0 && (bytes?.[0] ?? 0) < 254],
  [
    'map and all branches',
    (id: number, bytes: Bytes | null) => id === mapId || ((bytes?.[0] ?? 0) > 0 && (bytes?.[0] ?? 0) < 254),
  ],
] as const) {
  test(`with ${what} gone, everything is found again from the leaves, and nothing that was deleted`, async () => {
    const disk = createDisk();
    const tree = await openTree(disk);
    await tree.commit([...entries(1_600, 'x'.repeat(1_500)), ['month/2026-11', new Uint8Array(200_000)]], []);
    await tree.commit(
      [],
      [
        ...entries(4_000, '')
          .slice(0, 1_000)
          .map(([name]) => name),
      ],
    );
    const before = asText(await all(tree, ''));
    for (const [id, bytes] of disk.pages) if (broken(id, bytes)) disk.pages.set(id, null);
    const again = await openTree(disk);
    assert.equal(asText(await all(again, '')), before);
    assert.equal(again.unreadableCount(), 1);
    // What is written from then on takes no page that is in use.
    await again.commit([['z', new Uint8Array(4_000_000)]], []);
    await again.commit([], ['z']);
    const third = await openTree(disk);
    assert.equal(asText(await all(third, '')), before);
    assert.equal(third.unreadableCount(), 0);
  });
}
