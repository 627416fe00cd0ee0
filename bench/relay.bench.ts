/**
 * The real relay in a process of its own, over real sockets and a real disk, beside what is physically possible in the
 * same run: bare `ws` for time and memory, bare node:sqlite for writing. `--quick` takes fewer samples.
 *
 *   (a) device to device: from `append` by one partner to the push at the other, stored and synced in between
 *   (b) boxes acknowledged, and passed on, per second from 50 couples that have proved their keys
 *   (c) memory of an idle connection that has opened its mailbox
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { encodeDeviceFrame } from '#wire';
import { connectDevice, openMailbox, type SocketDevice, startServerProcess } from '../src/relay/socket-kit.ts';
import { appendFrameOf, createTestMailbox, someBytes } from '../src/relay/test-kit.ts';
import { report } from './reports.ts';

const isQuick = process.argv.includes('--quick');
const samples = isQuick ? 1_000 : 5_000;
const loadMs = isQuick ? 3_000 : 8_000;
const couples = 50;
/** Boxes on their way from one device; a real one sends up to 64 at once. */
const inFlight = 8;
const idleCount = 2_000;
const boxBytes = 512;
const boxIdAt = 1 + 16; // in an append frame, after its type and mailbox
const ackedType = 133;

/** The server on one core and we on the other, where the system has `taskset`. */
const pin = existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [];
if (pin.length > 0) spawn('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
const show = (value: number): string => value.toFixed(2);

function residentBytes(processId: number | undefined): number {
  const pages = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(pages) * 1024;
}

async function startEcho(): Promise<{ readonly port: number; readonly processId: number | undefined; end(): void }> {
  const program = fileURLToPath(new URL('./relay-echo-peer.ts', import.meta.url));
  const [first = process.execPath, ...rest] = [...pin, process.execPath, program];
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(/:(\d+)/.exec(String(line).replace('http:', ''))?.[1]);
  return { port, processId: child.pid, end: () => void child.kill() };
}

async function openRaw(port: number, path: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

// ------------------------------------------------------------------------------------------------ (a) latency

async function latencyOfEcho(port: number): Promise<readonly number[]> {
  const [noor, sam] = [await openRaw(port, '/a'), await openRaw(port, '/a')];
  const message = someBytes(boxBytes + 37);
  const times: number[] = [];
  await new Promise<void>((resolve) => {
    let fromMs = 0;
    const go = (): void => {
      fromMs = performance.now();
      noor.send(message);
    };
    sam.on('message', () => {
      times.push(performance.now() - fromMs);
      if (times.length < samples) setImmediate(go);
      else resolve();
    });
    go();
  });
  noor.terminate();
  sam.terminate();
  return times.slice(samples / 10);
}

async function latencyOfRelay(port: number): Promise<readonly number[]> {
  const mailbox = createTestMailbox();
  const noor = await connectDevice(port);
  await openMailbox(noor, mailbox, 0);
  const sam = await connectDevice(port);
  await openMailbox(sam, mailbox, 1);
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const frame = appendFrameOf(mailbox, someBytes(boxBytes));
    const fromMs = performance.now();
    noor.say(frame);
    await sam.next();
    times.push(performance.now() - fromMs);
    await noor.next();
  }
  noor.close();
  sam.close();
  return times.slice(samples / 10);
}

// ------------------------------------------------------------------------------------------------ (b) throughput

async function boxesPerSecondOfRelay(
  port: number,
): Promise<{ readonly rate: number; readonly times: readonly number[] }> {
  let acked = 0;
  let isOver = false;
  const times: number[] = [];
  const devices: SocketDevice[] = [];
  const begin: (() => void)[] = [];
  for (let i = 0; i < couples; i++) {
    const mailbox = createTestMailbox();
    const noor = await connectDevice(port);
    const sam = await connectDevice(port);
    await openMailbox(noor, mailbox, 0);
    await openMailbox(sam, mailbox, 1);
    // From here on bare bytes: this process shares the machine with the one that it measures.
    const frame = encodeDeviceFrame(appendFrameOf(mailbox, someBytes(boxBytes)));
    const sentMs: number[] = [];
    let count = 0;
    const write = (): void => {
      if (isOver) return;
      count += 1;
      new DataView(frame.buffer).setUint32(boxIdAt, count);
      sentMs.push(performance.now());
      noor.socket.send(frame.slice());
    };
    noor.socket.removeAllListeners('message');
    noor.socket.on('message', (data) => {
      if (!(data instanceof Uint8Array) || data[0] !== ackedType) return;
      acked += 1;
      times.push(performance.now() - (sentMs.shift() ?? Number.NaN));
      write();
    });
    sam.socket.removeAllListeners('message');
    sam.socket.on('message', () => {});
    devices.push(noor, sam);
    begin.push(write);
  }
  for (const write of begin) for (let i = 0; i < inFlight; i++) write();
  await passed(1_000); // warm
  const [before, fromMs] = [acked, performance.now()];
  times.length = 0;
  await passed(loadMs);
  const rate = ((acked - before) * 1000) / (performance.now() - fromMs);
  isOver = true;
  await passed(200);
  for (const device of devices) device.close();
  return { rate, times };
}

/** The same bytes into a table with the indexes that the task needs, synced, in commits of all that is in flight. */
function boxesPerSecondOfSqlite(folder: string): number {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE box (id INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL, position INTEGER NOT NULL, box_id BLOB NOT NULL, box BLOB NOT NULL);
    CREATE UNIQUE INDEX by_position ON box (mailbox, position);
    CREATE UNIQUE INDEX by_id ON box (mailbox, box_id);
  `);
  const insert = database.prepare('INSERT OR IGNORE INTO box (mailbox, position, box_id, box) VALUES (?, ?, ?, ?)');
  const untilMs = performance.now() + loadMs / 2;
  const fromMs = performance.now();
  let position = 0;
  const box = someBytes(boxBytes);
  while (performance.now() < untilMs) {
    database.exec('BEGIN');
    for (let i = 0; i < inFlight; i++) {
      position += 1;
      for (let mailbox = 0; mailbox < couples; mailbox++) insert.run(mailbox, position, someBytes(16), box);
    }
    database.exec('COMMIT');
  }
  const rate = (position * couples * 1000) / (performance.now() - fromMs);
  database.close();
  return rate;
}

const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// ------------------------------------------------------------------------------------------------ (c) memory

async function bytesPerIdleConnection(
  processId: number | undefined,
  connect: (index: number) => Promise<() => void>,
): Promise<number> {
  await passed(500);
  const before = residentBytes(processId);
  const ends: (() => void)[] = [];
  for (let i = 0; i < idleCount; i++) ends.push(await connect(i));
  await passed(isQuick ? 3_000 : 10_000);
  const after = residentBytes(processId);
  for (const end of ends) end();
  return (after - before) / idleCount;
}

const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
try {
  const start = (name: string) => startServerProcess({ DATA_DIR: join(folder, name) }, pin);

  const echo = await startEcho();
  const bare = await latencyOfEcho(echo.port);
  const first = await start('latency');
  const ours = await latencyOfRelay(first.port);
  await first.end('SIGTERM');
  const [p50, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
  const [bareP50, bareP99] = [quantile(bare, 0.5), quantile(bare, 0.99)];
  console.log(`device to device, stored and synced: p50 ${show(p50)} ms, p99 ${show(p99)} ms`);
  console.log(`  bare ws, nothing stored:           p50 ${show(bareP50)} ms, p99 ${show(bareP99)} ms`);
  report('relay-latency-p50-ms', p50, `bare ws without storing ${show(bareP50)} ms`);
  report('relay-latency-p99-ms', p99, `bare ws without storing ${show(bareP99)} ms`);

  const second = await start('throughput');
  const { rate, times } = await boxesPerSecondOfRelay(second.port);
  await second.end('SIGTERM');
  const bareRate = boxesPerSecondOfSqlite(folder);
  console.log(`acknowledged and passed on, ${couples} couples: ${Math.round(rate)} boxes/s`);
  console.log(`  under that load: p50 ${show(quantile(times, 0.5))} ms, p99 ${show(quantile(times, 0.99))} ms`);
  console.log(`  bare node:sqlite, two indexes, commits of ${couples * inFlight}: ${Math.round(bareRate)} boxes/s`);
  report(
    'relay-boxes-per-second',
    rate,
    `bare node:sqlite, two indexes, commits of ${couples * inFlight}: ${Math.round(bareRate)}/s`,
  );

  const third = await start('memory');
  const idle = await bytesPerIdleConnection(third.child.pid, async () => {
    const device = await connectDevice(third.port);
    await openMailbox(device, createTestMailbox(), 0);
    return device.close;
  });
  await third.end('SIGTERM');
  const bareIdle = await bytesPerIdleConnection(echo.processId, async (index) => {
    const socket = await openRaw(echo.port, `/${index >> 1}`);
    return () => socket.terminate();
  });
  echo.end();
  console.log(`idle connection with its mailbox open: ${show(idle / 1000)} kB`);
  console.log(`  bare ws:                             ${show(bareIdle / 1000)} kB`);
  report('relay-idle-connection-kb', idle / 1000, `bare ws ${show(bareIdle / 1000)} kB`);
} finally {
  rmSync(folder, { recursive: true });
}
