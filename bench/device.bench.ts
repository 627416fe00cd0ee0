/**
 * From finger to partner: two real devices with real WebCrypto, each with its records in memory, and the real relay in
 * a process of its own, storing and syncing. Beside it, in the same run, a bare `ws` echo that stores nothing.
 *
 *   (a) a shared check-in: from the command on Noor's device to the snapshot on Sam's
 *   (b) a private check-in: until it is saved, which is when the command resolves; here without a disk
 *   (c) the same in a real Chromium, into IndexedDB with strict durability, on a device with nothing and with ten years
 *
 * `--quick` takes fewer samples.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { practices } from '#core';
import { createWebPrimitives, loadWords } from '#crypto';
import { createDevice, type Device, type Snapshot, type TransportEvents } from '#device';
import type { Bytes } from '#kernel';
import { createDisk } from '#sim';
import { startServerProcess } from '../src/relay/socket-kit.ts';
import { servePage, startBrowser } from './browser.ts';
import { callBench } from './call-bench.ts';
import { checkInOf } from './open-device.ts';
import { recordsToBytes } from './records.ts';
import { report, rootFolder } from './reports.ts';
import { readTenYears } from './ten-years.ts';

const isQuick = process.argv.includes('--quick');
const samples = isQuick ? 300 : 2_000;
const browserSamples = isQuick ? 100 : 400;

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
const show = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(2)} ms, p99 ${quantile(values, 0.99).toFixed(2)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
try {
  const echo = await timesOfEcho();
  const server = await startServerProcess({ DATA_DIR: folder });
  const url = `ws://127.0.0.1:${server.port}/relay`;
  const [noor, sam] = await pairedDevices(url);
  const between = await timesBetween(noor, sam);
  const saved = await timesToSaved(noor);
  for (const device of [noor, sam]) await device.close();
  await server.end('SIGTERM');
  console.log(`command here to snapshot there: ${show(between)}\n  bare ws echo:                 ${show(echo)}`);
  console.log(`command to saved, in Node, without a disk: ${show(saved)}`);
  const beside = `bare ws, nothing stored or sealed: ${show(echo)}`;
  report('device-to-device-p50-ms', quantile(between, 0.5), beside);
  report('device-to-device-p99-ms', quantile(between, 0.99), beside);
  const { none, tenYears } = await timesInBrowser();
  console.log(
    `command to saved, in Chromium, nothing stored: ${show(none)}\n  ten years stored:                            ${show(tenYears)}`,
  );
  const without = `in Node without a disk ${show(saved)}`;
  report('saved-p50-ms', quantile(none, 0.5), without);
  report('saved-p99-ms', quantile(none, 0.99), without);
  report('saved-ten-years-p50-ms', quantile(tenYears, 0.5), `with nothing stored ${show(none)}`);
} finally {
  rmSync(folder, { recursive: true });
}

// ------------------------------------------------------------------------------------------------ two devices

async function pairedDevices(url: string): Promise<readonly [Device, Device]> {
  const [noor, sam] = [await openOn(url), await openOn(url)];
  for (const device of [noor, sam]) device.connect();
  const invited = await noor.invite('partner');
  if (!invited.ok) throw new Error(`invite: ${invited.error}`);
  // A link that is opened before its invitation lies at the relay leads to nothing.
  await until(noor, ({ connection }) => connection.state === 'online' && connection.unsentCount === 0);
  const opened = await sam.openLink(invited.value.link);
  if (!opened.ok) throw new Error(`openLink: ${opened.error}`);
  const joined = await sam.join();
  if (!joined.ok) throw new Error(`join: ${joined.error}`);
  for (const device of [noor, sam]) await until(device, ({ pairing }) => pairing.step === 'comparing');
  for (const device of [noor, sam]) await device.confirmWords(true);
  for (const device of [noor, sam]) await until(device, ({ partner }) => partner !== null);
  for (const device of [noor, sam]) await device.endPairing();
  for (const device of [noor, sam]) await device.setCancelWindow(0);
  return [noor, sam];
}

function openOn(relayUrl: string): Promise<Device> {
  return createDevice(
    {
      clock: () => Date.now(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      primitives: createWebPrimitives(crypto.subtle),
      store: createDisk(() => {}).open(),
      transport: { connect: connectSocket },
      timer: (delayMs, run) => {
        const id = setTimeout(run, Math.min(delayMs, 2 ** 31 - 1));
        return () => clearTimeout(id);
      },
      zone: () => 'Europe/Berlin',
      words: loadWords,
      deviceName: 'Computer',
    },
    practices,
    { relayUrl, appUrl: 'http://localhost/' },
  );
}

function connectSocket(url: string, events: TransportEvents) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.binaryType = 'arraybuffer';
  socket.on('open', events.opened);
  socket.on('message', (data) => {
    if (data instanceof ArrayBuffer) events.received(new Uint8Array(data));
  });
  socket.on('error', () => {});
  socket.on('close', events.closed);
  return {
    send: (bytes: Bytes) => socket.send(bytes),
    close: () => {
      socket.removeAllListeners('close');
      socket.terminate();
    },
  };
}

/** Resolves at the first snapshot that fits, in the same turn in which the device tells of it. */
function until(device: Device, fits: (snapshot: Snapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (fits(device.snapshot())) return resolve();
    const stop = device.subscribe(() => {
      if (!fits(device.snapshot())) return;
      stop();
      resolve();
    });
  });
}

async function timesBetween(noor: Device, sam: Device): Promise<readonly number[]> {
  const times: number[] = [];
  const has = (thing: string) => (snapshot: Snapshot) => snapshot.thingsByPractice.get('check-in')?.has(thing) ?? false;
  for (let i = 0; i < samples; i++) {
    const before = new Set(sam.snapshot().thingsByPractice.get('check-in')?.keys());
    const fromMs = performance.now();
    const arrived = until(sam, ({ thingsByPractice }) => (thingsByPractice.get('check-in')?.size ?? 0) > before.size);
    const done = await noor.command(checkInOf('ours'));
    await arrived;
    times.push(performance.now() - fromMs);
    if (!done.ok || !has(done.value.things[0] ?? '')(sam.snapshot())) throw new Error('another thing arrived');
  }
  return times.slice(samples / 10);
}

async function timesToSaved(device: Device): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const fromMs = performance.now();
    const done = await device.command(checkInOf('mine'));
    times.push(performance.now() - fromMs);
    if (!done.ok) throw new Error(done.error.refusal);
    await device.settled();
  }
  return times.slice(samples / 10);
}

// ------------------------------------------------------------------------------------------------ beside them

async function timesOfEcho(): Promise<readonly number[]> {
  const program = join(rootFolder, 'bench', 'relay-echo-peer.ts');
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(/:(\d+)\s*$/.exec(String(line))?.[1]);
  const connect = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/pair`, { perMessageDeflate: false });
    await once(socket, 'open');
    return socket;
  };
  const [noor, sam] = [await connect(), await connect()];
  const message = new Uint8Array(1_061); // as large as a shared check-in in its frame
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const arrived = once(sam, 'message');
    const fromMs = performance.now();
    noor.send(message);
    await arrived;
    times.push(performance.now() - fromMs);
  }
  for (const socket of [noor, sam]) socket.terminate();
  child.kill();
  return times.slice(samples / 10);
}

async function timesInBrowser(): Promise<{ readonly none: readonly number[]; readonly tenYears: readonly number[] }> {
  const { records, firstDay, endMs } = await readTenYears();
  const files = new Map([
    ['/none.bin', recordsToBytes(firstDay)],
    ['/tenYears.bin', recordsToBytes(records)],
  ]);
  const served = await servePage('e2e/budgets-page/open.ts', files);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(served.origin);
    const timesOn = async (name: string) => {
      await callBench(page, 'load', [name, `/${name}.bin`]);
      const times = await callBench(page, 'save', [name, endMs, browserSamples]);
      return times.slice(browserSamples / 10);
    };
    return { none: await timesOn('none'), tenYears: await timesOn('tenYears') };
  } finally {
    await browser.close();
    served.end();
  }
}
