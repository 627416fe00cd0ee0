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
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Device, Snapshot } from '#device';
import { startServerProcess } from '../src/relay/socket-kit.ts';
import { servePage, startBrowser } from './browser.ts';
import { callBench } from './call-bench.ts';
import { checkInOf } from './open-device.ts';
import { recordsToBytes } from './records.ts';
import { report } from './reports.ts';
import { readTenYears } from './ten-years.ts';
import { pairedDevices, quantile, showTimes, timesOfEcho, until } from './two-devices.ts';

const isQuick = process.argv.includes('--quick');
const samples = isQuick ? 300 : 2_000;
const browserSamples = isQuick ? 100 : 400;

const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
try {
  const echo = await timesOfEcho(samples);
  const server = await startServerProcess({ DATA_DIR: folder });
  const url = `ws://127.0.0.1:${server.port}/relay`;
  const [noor, sam] = await pairedDevices(url);
  const between = await timesBetween(noor, sam);
  const saved = await timesToSaved(noor);
  for (const device of [noor, sam]) await device.close();
  await server.end('SIGTERM');
  console.log(
    `command here to snapshot there: ${showTimes(between)}\n  bare ws echo:                 ${showTimes(echo)}`,
  );
  console.log(`command to saved, in Node, without a disk: ${showTimes(saved)}`);
  const beside = `bare ws, nothing stored or sealed: ${showTimes(echo)}`;
  report('device-to-device-p50-ms', quantile(between, 0.5), beside);
  report('device-to-device-p99-ms', quantile(between, 0.99), beside);
  const { none, tenYears } = await timesInBrowser();
  console.log(
    `command to saved, in Chromium, nothing stored: ${showTimes(none)}\n  ten years stored:                            ${showTimes(tenYears)}`,
  );
  const without = `in Node without a disk ${showTimes(saved)}`;
  report('saved-p50-ms', quantile(none, 0.5), without);
  report('saved-p99-ms', quantile(none, 0.99), without);
  report('saved-ten-years-p50-ms', quantile(tenYears, 0.5), `with nothing stored ${showTimes(none)}`);
} finally {
  rmSync(folder, { recursive: true });
}

// ------------------------------------------------------------------------------------------------ between two

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
