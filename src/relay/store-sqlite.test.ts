import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Bytes } from '#kernel';
import { storedFields } from './sqlite-schema.ts';
import { testRelayStore } from './store.contract.ts';
import type { RelayStore } from './store.ts';
import { databaseName, openSqliteStore, type SqliteStoreOptions } from './store-sqlite.ts';
import { someBytes } from './test-kit.ts';

const today = 20_000;

function tryOpen(folder: string, more: Partial<SqliteStoreOptions> = {}) {
  return openSqliteStore({ folder, random: someBytes, quotaBytesPerWriter: 1e9, checkpoints: 'inline', ...more });
}

function open(folder: string, more: Partial<SqliteStoreOptions> = {}): RelayStore {
  const opened = tryOpen(folder, more);
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
}

/** Runs in a folder that is gone afterwards. */
async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-store-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const boxFor = (mailbox: Bytes, box = someBytes(64), expiryDay = 0) => ({
  mailbox,
  writer: 0,
  boxId: someBytes(16),
  expiryDay,
  box,
});

for (const tailBoxesMax of [1, 5, 2_048])
  testRelayStore(`sqlite, tail of ${tailBoxesMax}`, async (quotaBytesPerWriter) => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-store-'));
    const store = open(folder, { quotaBytesPerWriter, tailBoxesMax });
    return {
      store,
      end: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  });

test('a store opened again holds what it held, in and behind the tail, and is the same incarnation', () =>
  inFolder(async (folder) => {
    const mailbox = someBytes(16);
    const boxes = Array.from({ length: 17 }, () => boxFor(mailbox));
    let incarnation: Bytes | null = null;
    for (const [i, box] of boxes.entries()) {
      const store = open(folder, { tailBoxesMax: 4 });
      incarnation ??= store.incarnation();
      assert.deepEqual(store.incarnation(), incarnation);
      assert.deepEqual(await store.append([box, boxes[0]!]), [
        { type: 'placed', position: i + 1 },
        { type: 'known', position: 1 },
      ]);
      const page = await store.boxesAfter(mailbox, 0, today, 99, 1e6);
      assert.deepEqual(
        page.boxes.map((each) => each.boxId),
        boxes.slice(0, i + 1).map((each) => each.boxId),
      );
      await store.close();
    }
  }));

test('the stored fields are the published ones, and no others', () =>
  inFolder(async (folder) => {
    await open(folder).close();
    const database = new DatabaseSync(join(folder, databaseName), { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    const real = tables.map(({ name }) => [
      name,
      database
        .prepare(`SELECT name FROM pragma_table_info(?)`)
        .all(name!)
        .map((column) => column.name),
    ]);
    database.close();
    assert.deepEqual(Object.fromEntries(real), storedFields);
  }));

test('a database put back from a backup is another incarnation; a crash is not', () =>
  inFolder(async (folder) => {
    const path = join(folder, databaseName);
    const mailbox = someBytes(16);
    const first = open(folder);
    const incarnation = first.incarnation();
    await first.append([boxFor(mailbox)]);
    await first.close();
    copyFileSync(path, `${path}.backup`);
    const second = open(folder);
    assert.deepEqual(second.incarnation(), incarnation);
    await second.append([boxFor(mailbox)]);
    await second.close();
    copyFileSync(`${path}.backup`, path);
    const third = open(folder);
    assert.notDeepEqual(third.incarnation(), incarnation);
    const anew = third.incarnation();
    assert.equal(await third.head(mailbox), 1);
    await third.close();
    const fourth = open(folder);
    assert.deepEqual(fourth.incarnation(), anew, 'and stays the new one');
    await fourth.close();
  }));

test('a backup taken and put back within one run of the server is noticed by the log mark', () =>
  inFolder(async (folder) => {
    const path = join(folder, databaseName);
    const mailbox = someBytes(16);
    const store = open(folder);
    const incarnation = store.incarnation();
    await store.append([boxFor(mailbox)]);
    for (const end of ['', '-wal']) copyFileSync(path + end, `${path + end}.backup`);
    await store.append([boxFor(mailbox)]);
    await store.close();
    for (const end of ['', '-wal']) copyFileSync(`${path + end}.backup`, path + end);
    const restored = open(folder);
    assert.equal(await restored.head(mailbox), 1);
    assert.notDeepEqual(restored.incarnation(), incarnation);
    await restored.close();
  }));

test('a lost incarnation file, and a lost database, are another incarnation', () =>
  inFolder(async (folder) => {
    const seen = new Set<string>();
    for (const lost of ['nothing', 'incarnation', databaseName]) {
      rmSync(join(folder, lost), { force: true });
      const store = open(folder);
      seen.add(Buffer.from(store.incarnation()).toString('hex'));
      await store.close();
    }
    assert.equal(seen.size, 3);
  }));

test('two servers do not share a folder', () =>
  inFolder(async (folder) => {
    const store = open(folder);
    const second = tryOpen(folder);
    assert.equal(!second.ok && second.error.type, 'in-use');
    await store.close();
    await open(folder).close();
  }));

test('a store of a newer version is refused and left alone', () =>
  inFolder(async (folder) => {
    await open(folder).close();
    const path = join(folder, databaseName);
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 2');
    database.close();
    const before = readFileSync(path);
    const opened = tryOpen(folder);
    assert.deepEqual(opened, { ok: false, error: { type: 'newer', path } });
    assert.deepEqual(readFileSync(path), before);
  }));

test('a cut, overwritten or foreign file is called damaged, by name, and left alone', () =>
  inFolder(async (folder) => {
    const path = join(folder, databaseName);
    const store = open(folder, { tailBoxesMax: 8 });
    const mailbox = someBytes(16);
    for (let i = 0; i < 40; i++) await store.append([boxFor(mailbox, someBytes(2000))]);
    await store.close();
    const whole = readFileSync(path);
    const harms: readonly (() => void)[] = [
      () => truncateSync(path, Math.floor(statSync(path).size / 2)),
      () => truncateSync(path, 50),
      () => writeFileSync(path, someBytes(whole.length)),
      () => writeFileSync(path, Buffer.concat([whole.subarray(0, 4096), someBytes(8192), whole.subarray(12_288)])),
      () => {
        rmSync(path);
        new DatabaseSync(path).exec('CREATE TABLE other (a); PRAGMA user_version = 1');
      },
    ];
    for (const [i, harm] of harms.entries()) {
      writeFileSync(path, whole);
      harm();
      const before = readFileSync(path);
      const opened = tryOpen(folder);
      assert.deepEqual(opened, { ok: false, error: { type: 'damaged', path } }, `harm ${i}`);
      assert.deepEqual(readFileSync(path), before, `harm ${i}`);
    }
  }));

test('a file cut while its write-ahead log still holds commits is called damaged', () =>
  inFolder(async (folder) => {
    const path = join(folder, databaseName);
    const store = open(folder, { tailBoxesMax: 8 });
    const mailbox = someBytes(16);
    for (let i = 0; i < 40; i++) await store.append([boxFor(mailbox, someBytes(2000))]);
    await store.close();
    const again = open(folder);
    await again.append([boxFor(mailbox)]);
    for (const end of ['', '-wal']) copyFileSync(path + end, `${path + end}.crashed`);
    await again.close();
    for (const end of ['', '-wal']) copyFileSync(`${path + end}.crashed`, path + end);
    truncateSync(path, 4096 * 8);
    const opened = tryOpen(folder);
    assert.deepEqual(opened, { ok: false, error: { type: 'damaged', path } });
  }));

test('a store with a size limit is full when it is reached, serves what it has, and takes boxes again after a sweep', () =>
  inFolder(async (folder) => {
    const store = open(folder, { bytesMax: 400 * 1024, tailBoxesMax: 16 });
    const mailbox = someBytes(16);
    const first = boxFor(mailbox, someBytes(4000), today);
    const outcomes = [];
    await store.sweep(today, 9);
    for (let i = 0; i < 120; i++) {
      const batch = [i === 0 ? first : boxFor(mailbox, someBytes(4000), today), first];
      outcomes.push((await store.append(batch)).map((outcome) => outcome.type).join());
    }
    assert.equal(outcomes[0], 'placed,known');
    assert.equal(outcomes.at(-1), 'full,known');
    const head = await store.head(mailbox);
    assert.ok(head > 40 && head < 110, `${head}`);
    assert.equal((await store.boxesAfter(mailbox, 0, today, 999, 1e9)).boxes.length, head);
    assert.equal((await store.sweep(today + 1, 1000)).count, head);
    assert.deepEqual(await store.append([boxFor(mailbox)]), [{ type: 'placed', position: head + 1 }]);
    assert.ok(statSync(join(folder, databaseName)).size <= 400 * 1024);
    await store.close();
  }));

test('the bytes of a swept box are in no file any more', () =>
  inFolder(async (folder) => {
    const marker = someBytes(48);
    const store = open(folder);
    const mailbox = someBytes(16);
    await store.sweep(today, 9);
    await store.append([boxFor(mailbox, marker, today), boxFor(mailbox)]);
    const isThere = (): boolean =>
      ['', '-wal'].some((end) => readFileSync(join(folder, databaseName) + end).includes(Buffer.from(marker)));
    assert.equal(isThere(), true);
    assert.equal((await store.sweep(today + 1, 9)).count, 1);
    assert.equal(isThere(), false);
    await store.close();
  }));

test('checkpoints by the worker lose nothing and bound the write-ahead log', () =>
  inFolder(async (folder) => {
    const store = open(folder, { checkpoints: 'worker' });
    const mailboxes = Array.from({ length: 20 }, () => someBytes(16));
    for (let i = 0; i < 300; i++) {
      await store.append(mailboxes.map((mailbox) => boxFor(mailbox, someBytes(2000))));
      if (i % 10 === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    assert.ok(statSync(`${join(folder, databaseName)}-wal`).size < 80e6);
    await store.close();
    const again = open(folder);
    for (const mailbox of mailboxes) assert.equal(await again.head(mailbox), 300);
    await again.close();
  }));
