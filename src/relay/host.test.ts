/** What a host meets: a full disk, a folder that cannot be written, a damaged store, a taken port, an end by signal. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { bytesToHex } from '#kernel';
import { connectDevice, openMailbox, runServerToItsEnd, type SocketDevice, startServerProcess } from './socket-kit.ts';
import { appendFrameOf, createTestMailbox, openFrameOf, someBytes, type TestMailbox } from './test-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-host-'));
const mounted: string[] = [];
const isRoot = process.getuid?.() === 0;

after(() => {
  for (const path of mounted) spawnSync('umount', ['-l', path]);
  rmSync(folder, { recursive: true, force: true });
});

const environmentOf = (name: string) => ({
  DATA_DIR: join(folder, name),
  NODE_COMPILE_CACHE: join(folder, 'code'),
});

/** A disk of its own, where this user may have one; else null, and the test takes another honest way. */
function mountDisk(name: string, options: string): string | null {
  const path = join(folder, name);
  mkdirSync(path);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status !== 0) return null;
  mounted.push(path);
  return path;
}

/** Appends boxes one by one until one is refused or `countMax` are stored; tells how many, and the refusal. */
async function fill(device: SocketDevice, mailbox: TestMailbox, countMax: number) {
  for (let count = 0; count < countMax; count++) {
    device.say(appendFrameOf(mailbox, someBytes(4096)));
    const answer = await device.next();
    if (answer.type !== 'acked') return { count, code: answer.type === 'refused' ? answer.code : answer.type };
  }
  return { count: countMax, code: null };
}

/** How many boxes can be read. */
async function countBoxes(device: SocketDevice, mailbox: TestMailbox): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    device.say({ type: 'fetch', mailbox: mailbox.id, after });
    const page = await device.next();
    assert.ok(page.type === 'boxes');
    count += page.boxes.length;
    after = page.upTo;
    if (after >= page.head) return count;
  }
}

test('a full disk refuses new boxes, serves the old ones, and takes new ones again by itself', async () => {
  const disk = mountDisk('full', 'size=2m');
  const data = disk ?? join(folder, 'full');
  const ballast = join(data, 'ballast');
  if (disk !== null) writeFileSync(ballast, new Uint8Array(512 * 1024));
  const limit: Record<string, string> = disk === null ? { STORE_BYTES_MAX: String(1024 * 1024) } : {};
  const server = await startServerProcess({ ...environmentOf('full'), DATA_DIR: data, ...limit });
  const mailbox = createTestMailbox();
  const device = await connectDevice(server.port);
  await openMailbox(device, mailbox, 0);
  const filled = await fill(device, mailbox, 2_000);
  assert.equal(filled.code, 'full');
  assert.ok(filled.count > 30, `${filled.count} boxes`);
  assert.equal(await countBoxes(device, mailbox), filled.count);
  assert.equal((await fill(device, mailbox, 1)).code, 'full');
  if (disk !== null) {
    rmSync(ballast);
    assert.deepEqual(await fill(device, mailbox, 10), { count: 10, code: null });
    assert.equal(await countBoxes(device, mailbox), filled.count + 10);
  }
  assert.equal(await server.end('SIGTERM'), 0);
  assert.match(server.printed(), /^Attune is at http:\/\/localhost:\d+\n$/);
});

test('a size limit set by the host is full in the same way', async () => {
  const environment = { ...environmentOf('limited'), STORE_BYTES_MAX: String(512 * 1024) };
  const server = await startServerProcess(environment);
  const mailbox = createTestMailbox();
  const device = await connectDevice(server.port);
  await openMailbox(device, mailbox, 0);
  const filled = await fill(device, mailbox, 2_000);
  assert.equal(filled.code, 'full');
  assert.equal(await countBoxes(device, mailbox), filled.count);
  assert.equal(await server.end('SIGTERM'), 0);
});

/** Ends with 1 and one sentence. */
async function assertRefuses(environment: Record<string, string>, sentence: RegExp): Promise<void> {
  const { code, printed } = await runServerToItsEnd(environment);
  assert.equal(code, 1, printed);
  assert.match(printed, sentence);
  assert.equal(printed.trim().split('\n').length, 1, printed);
}

test('a folder that cannot be written is named', async () => {
  const disk = isRoot ? mountDisk('locked', 'size=1m,ro') : null;
  let data = disk ?? join(folder, 'locked');
  if (disk === null && isRoot) data = '/sys/attune'; // the kernel lets nobody make folders there, root neither
  if (disk === null && !isRoot) {
    mkdirSync(data, { recursive: true });
    chmodSync(data, 0o555);
  }
  await assertRefuses({ ...environmentOf('locked'), DATA_DIR: data }, /cannot write to .*(locked|attune).*DATA_DIR/);
  writeFileSync(join(folder, 'a-file'), '');
  await assertRefuses(environmentOf('a-file'), /cannot write to .*a-file/);
});

test('a disk that is full from the start is named', async () => {
  const disk = mountDisk('nothing-left', 'size=64k');
  if (disk === null) {
    await assertRefuses({ ...environmentOf('tiny'), STORE_BYTES_MAX: '1' }, /STORE_BYTES_MAX/);
    return;
  }
  writeFileSync(join(disk, 'ballast'), new Uint8Array(56 * 1024));
  await assertRefuses(
    { ...environmentOf('nothing-left'), DATA_DIR: disk },
    /no room left on the disk for .*nothing-left/,
  );
});

test('a damaged store is named, and left as it is', async () => {
  const server = await startServerProcess(environmentOf('damaged'));
  const mailbox = createTestMailbox();
  const device = await connectDevice(server.port);
  await openMailbox(device, mailbox, 0);
  await fill(device, mailbox, 60);
  assert.equal(await server.end('SIGTERM'), 0);
  const path = join(folder, 'damaged', 'boxes.db');
  truncateSync(path, 40_960);
  const before = readFileSync(path);
  await assertRefuses(environmentOf('damaged'), /The store .*boxes\.db is damaged, and nothing in it was changed/);
  assert.deepEqual(readFileSync(path), before);
});

test('a store of a newer version is named', async () => {
  const server = await startServerProcess(environmentOf('newer'));
  assert.equal(await server.end('SIGTERM'), 0);
  const database = new DatabaseSync(join(folder, 'newer', 'boxes.db'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await assertRefuses(environmentOf('newer'), /written by a newer Attune/);
});

test('a taken port, a folder in use, and a setting that cannot be read are named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  assert.ok(address !== null && typeof address === 'object');
  const { port } = address;
  await assertRefuses({ ...environmentOf('port'), PORT: String(port) }, new RegExp(`Port ${port} is already taken`));
  taken.close();
  const server = await startServerProcess(environmentOf('shared'));
  await assertRefuses(environmentOf('shared'), /Another Attune is already using .*shared/);
  await assertRefuses({ ...environmentOf('shared'), PORT: 'x' }, /PORT must be/);
  assert.equal(await server.end('SIGINT'), 0);
});

test('a signal ends the server within two seconds, and what it had acknowledged is there', async () => {
  const environment = environmentOf('signal');
  const mailbox = createTestMailbox();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = await startServerProcess(environment);
    const acked = new Set<string>();
    const device = await connectDevice(server.port, (frame) => {
      if (frame.type === 'acked') acked.add(bytesToHex(frame.boxId));
    });
    const idle = await connectDevice(server.port);
    device.say(openFrameOf(mailbox, 0, device.challenge));
    for (let i = 0; i < 300; i++) device.say(appendFrameOf(mailbox));
    const fromMs = performance.now();
    assert.equal(await server.end(signal), 0);
    assert.ok(performance.now() - fromMs < 2_000, `${performance.now() - fromMs} ms`);
    idle.close();
    const again = await startServerProcess(environment);
    const reader = await connectDevice(again.port);
    await openMailbox(reader, mailbox, 0);
    reader.say({ type: 'list', mailbox: mailbox.id, after: 0 });
    const ids = await reader.next();
    assert.ok(ids.type === 'ids');
    const there = new Set(ids.boxIds.map(bytesToHex));
    for (const id of acked) assert.ok(there.has(id));
    assert.equal(await again.end('SIGTERM'), 0);
  }
});

test('whatever happens, the server prints its address and nothing about anyone', async () => {
  const server = await startServerProcess(environmentOf('canary'));
  const canaries: string[] = [];
  const canary = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    canaries.push(bytesToHex(bytes), Buffer.from(bytes).toString('base64'), Buffer.from(bytes).toString('latin1'));
    return bytes;
  };
  const mailbox = createTestMailbox();
  canary(mailbox.id);
  canary(mailbox.salt);
  for (const { publicKey } of mailbox.writers) canary(publicKey);
  const device = await connectDevice(server.port, () => {});
  canary(device.challenge);
  device.say(openFrameOf(mailbox, 0, device.challenge));
  const word = 'canary-of-the-marker-words';
  canaries.push(word, '127.0.0.1', '::1');
  for (let i = 0; i < 200; i++)
    device.say(appendFrameOf(mailbox, canary(new Uint8Array(Buffer.from(`${word} ${i}`))), canary(someBytes(16))));
  device.say({ type: 'fetch', mailbox: canary(someBytes(16)), after: 0 });
  device.say({ ...openFrameOf(createTestMailbox(), 0, device.challenge), mailbox: canary(someBytes(16)) });
  for (const path of [`/${word}`, `/assets/${word}.js`, `/relay?${word}`])
    await fetch(`http://localhost:${server.port}${path}`, { headers: { 'User-Agent': word, Cookie: word } });
  await assert.rejects(connectDevice(server.port, null, `https://${word}.example`));
  const broken = await connectDevice(server.port, () => {});
  broken.socket.send(canary(someBytes(40)));
  device.socket.send(word);
  assert.equal(await server.end('SIGTERM'), 0);
  assert.match(server.printed(), /^Attune is at http:\/\/localhost:\d+\n$/);
  for (const each of canaries) assert.equal(server.printed().includes(each), false);
});
