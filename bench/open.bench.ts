/**
 * Opening with ten years of two people's entries beside opening with none, in the same run: in Node with the records
 * in memory, and in a real Chromium with the app's own IndexedDB adapter. Opening must read keys, heads, the newest
 * months and what is still open, and no entry: so what it reads does not grow with the years.
 *
 * "None" is the same couple on the day they met: the same keys, nothing written. `--quick` opens fewer times.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CDPSession } from '@playwright/test';
import { createWebPrimitives } from '#crypto';
import { createDisk } from '#sim';
import { servePage, startBrowser } from './browser.ts';
import { callBench } from './call-bench.ts';
import { type Opening, openDevice } from './open-device.ts';
import { type Records, recordsToBytes } from './records.ts';
import { report } from './reports.ts';
import { readTenYears } from './ten-years.ts';

const isQuick = process.argv.includes('--quick');
const openings = isQuick ? 7 : 15;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const show = (value: number): string => value.toFixed(1);

interface Measured {
  readonly ms: number;
  readonly bytesRead: number;
  readonly heapBytes: number;
  readonly last: Opening;
}

const { records, firstDay, endMs } = await readTenYears();
const entriesCount = records.filter(([key]) => key.startsWith('e/')).length;
const storedBytes = records.reduce((sum, [, value]) => sum + value.length, 0);
console.log(
  `ten years: ${entriesCount} entries, ${records.length} records, ${show(storedBytes / 1e6)} MB, ` +
    `${records.filter(([key]) => key.startsWith('month/')).length} months`,
);
if (entriesCount < 60_000) throw new Error('ten years of two people are at least 60,000 entries');

const inNode = await measureInNode();
say('Node, in memory', inNode.none, inNode.tenYears);
const inChromium = await measureInChromium();
say('Chromium, IndexedDB', inChromium.none, inChromium.tenYears);

const { none, tenYears } = inChromium;
report('open-ten-years-ms', tenYears.ms, `with none ${show(none.ms)} ms`);
report(
  'open-ten-years-ratio',
  tenYears.ms / none.ms,
  `in Node, in memory ${show(inNode.tenYears.ms / inNode.none.ms)}`,
);
report('open-ten-years-read-kb', tenYears.bytesRead / 1e3, `with none ${show(none.bytesRead / 1e3)} kB`);
report('open-ten-years-read-share', (tenYears.bytesRead * 100) / storedBytes, `${show(storedBytes / 1e6)} MB stored`);
report('open-ten-years-heap-mb', tenYears.heapBytes / 1e6, `with none ${show(none.heapBytes / 1e6)} MB`);

function say(where: string, nothing: Measured, all: Measured): void {
  const line = ({ ms, bytesRead, heapBytes, last }: Measured): string =>
    `${show(ms)} ms, ${show(bytesRead / 1e3)} kB in ${last.readsCount} reads, ${show(heapBytes / 1e6)} MB of memory, ${last.thingsCount} things at hand`;
  console.log(`${where}\n  ten years: ${line(all)}\n  none:      ${line(nothing)}`);
}

function summary(all: readonly Opening[], heap: readonly number[]): Measured {
  const last = all[all.length - 1];
  if (!last) throw new Error('nothing was opened');
  return { ms: median(all.map(({ ms }) => ms)), bytesRead: last.bytesRead, heapBytes: median(heap), last };
}

/** Opens both in turn, so that whatever else the machine does meets both alike; the first of each only warms up. */
async function inTurn(
  open: (which: 'none' | 'tenYears') => Promise<readonly [Opening, number]>,
): Promise<{ readonly none: Measured; readonly tenYears: Measured }> {
  const seen = { none: [] as (readonly [Opening, number])[], tenYears: [] as (readonly [Opening, number])[] };
  for (let i = 0; i <= openings; i++)
    for (const which of ['none', 'tenYears'] as const) {
      const one = await open(which);
      if (i > 0) seen[which].push(one);
    }
  const toMeasured = (all: readonly (readonly [Opening, number])[]): Measured =>
    summary(
      all.map(([opening]) => opening),
      all.map(([, heap]) => heap),
    );
  return { none: toMeasured(seen.none), tenYears: toMeasured(seen.tenYears) };
}

async function measureInNode() {
  const diskOf = async (from: Records) => {
    const disk = createDisk(() => {});
    const store = disk.open();
    await store.open();
    await store.commit(
      from.toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [],
    );
    return disk;
  };
  const disks = { none: await diskOf(firstDay), tenYears: await diskOf(records) };
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return inTurn(async (which) => {
    const kept: unknown[] = [];
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const primitives = createWebPrimitives(crypto.subtle);
    const opening = await openDevice({ store: disks[which].open(), primitives, random, nowMs: endMs }, (device) =>
      kept.push(device),
    );
    collectGarbage();
    return [opening, process.memoryUsage().heapUsed - before] as const;
  });
}

async function measureInChromium() {
  const served = await servePage(
    'e2e/budgets-page/open.ts',
    new Map([
      ['/none.bin', recordsToBytes(firstDay)],
      ['/tenYears.bin', recordsToBytes(records)],
    ]),
  );
  const browser = await startBrowser();
  const context = await browser.newContext();
  try {
    const loader = await context.newPage();
    await loader.goto(served.origin);
    for (const which of ['none', 'tenYears']) await callBench(loader, 'load', [which, `/${which}.bin`]);
    await loader.close();
    return await inTurn(async (which) => {
      const page = await context.newPage();
      await page.goto(served.origin);
      const session = await context.newCDPSession(page);
      const before = await heapBytes(session);
      const opening = await callBench(page, 'open', [which, endMs]);
      const after = await heapBytes(session);
      await page.close();
      return [opening, after - before] as const;
    });
  } finally {
    await browser.close();
    served.end();
  }
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
