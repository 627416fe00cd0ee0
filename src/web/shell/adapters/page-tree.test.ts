import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '#device';
import { type Bytes, bytesToHex, bytesToText, textToBytes } from '#kernel';
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

async function all(tree: Pick<Store, 'range'>, prefix: string): Promise<readonly (readonly [string, Bytes])[]> {
  const found: (readonly [string, Bytes])[] = [];
  for (let after = ''; ; after = found[found.length - 1]?.[0] ?? '') {
    const page = await tree.range(prefix, after, 100);
    found.push(...page);
    if (page.length < 100) return found;
  }
}

const asText = (records: readonly (readonly [string, Bytes])[]): string =>
  records.map(([name, value]) => `${name}=${bytesToHex(value)}`).join('\n');

const expected = (model: ReadonlyMap<string, Bytes>, prefix: string): string =>
  asText([...model].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)));

const walks = 12;

test(`${walks} random walks of puts, deletes, refusals and openings leave what a plain map holds`, async () => {
  const firstSeed = Math.floor(Math.random() * 1e9);
  console.log(`seeds from ${firstSeed}`);
  const prefixes = ['', 'e/m/', 'e/o/', 'tail/', 'ü/', 'month/'];
  for (let seed = firstSeed; seed < firstSeed + walks; seed++) {
    const roll = createDice(seed);
    const disk = createDisk();
    const model = new Map<string, Bytes>();
    let tree = await openTree(disk);
    const namesMax = 50 + roll(3_000);
    const nameOf = () => `${prefixes[roll(prefixes.length)]}${'device'.repeat(roll(12))}/${roll(namesMax)}`;
    const bytesOf = () => {
      const length = [roll(40), roll(900), roll(5_000), roll(90_000)][roll(20) < 17 ? roll(2) : 2 + roll(2)] ?? 0;
      return new Uint8Array(length).fill(roll(256));
    };
    for (let step = 0; step < 60; step++) {
      const puts = Array.from({ length: roll(step % 7 === 0 ? 300 : 12) }, () => [nameOf(), bytesOf()] as const);
      const known = [...model.keys()];
      const deletes = Array.from({ length: roll(step % 11 === 0 ? 400 : 9) }, () =>
        roll(4) === 0 ? nameOf() : (known[roll(known.length || 1)] ?? 'none'),
      );
      disk.answer = roll(8) === 0 ? 'full' : 'ok';
      assert.equal(await tree.commit(puts, deletes), disk.answer, `seed ${seed}`);
      if (disk.answer === 'ok') {
        for (const name of deletes) model.delete(name);
        for (const [name, value] of puts) model.set(name, value);
      }
      if (roll(6) === 0) tree = await openTree(disk);
      const [name = 'none'] = known[roll(known.length || 1)] ? [known[roll(known.length)]] : [];
      const got = await tree.get(name);
      assert.equal(got && bytesToHex(got), model.has(name) ? bytesToHex(model.get(name)!) : null, `seed ${seed}`);
      if (step % 10 === 9) {
        const prefix = prefixes[roll(prefixes.length)] ?? '';
        assert.equal(asText(await all(tree, prefix)), expected(model, prefix), `seed ${seed}, step ${step}`);
      }
    }
    assert.equal(tree.unreadableCount(), 0);
    for (const bytes of disk.pages.values()) assert.ok(bytes === null || bytes.length === plainBytes);
    // Everything gone: all pages but the root, the map and what still leads to nothing are free again.
    disk.answer = 'ok';
    await tree.commit([], [...model.keys()]);
    assert.deepEqual(
      [...disk.pages].filter(([, bytes]) => bytes !== null).map(([id]) => id),
      [rootId, mapId],
    );
  }
});

const entries = (count: number, text: string) =>
  Array.from({ length: count }, (_, i) => [`e/m/device/${String(i).padStart(10, '0')}`, textToBytes(text)] as const);

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
    await tree.commit([...entries(4_000, 'x'.repeat(1_500)), ['month/2026-11', new Uint8Array(200_000)]], []);
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
