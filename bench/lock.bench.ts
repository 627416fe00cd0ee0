/**
 * What the lock costs whoever has it: one try of a passphrase (Argon2id) in a real Chromium, and a warm start of the app
 * with the lock beside one without: until it stands closed, and from the press until what was written is there.
 * `--quick` does fewer runs.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeCheckIn } from '../e2e/pages/check-in.ts';
import { lockWords, putLockOn, secret } from '../e2e/pages/lock.ts';
import { createServer } from '../e2e/server.ts';
import { servePage, startBrowser } from './browser.ts';
import { callBench } from './call-bench.ts';
import { report, rootFolder } from './reports.ts';

const runs = process.argv.includes('--quick') ? 5 : 15;
const passphrase = 'kettle violet anchor monday';

const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: rootFolder, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

/** In the page: so that the way there is not counted. */
const pressOpen = `[...document.querySelectorAll('button')]
  .find((button) => button.textContent === ${JSON.stringify(lockWords.front.open)}).click(), performance.now()`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const browser = await startBrowser();
const server = createServer(join(rootFolder, 'dist'));
await server.start();
const served = await servePage('e2e/budgets-page/lock.ts', new Map());
try {
  const bare = await browser.newPage();
  await bare.goto(served.origin);
  const { times, longestMs } = await callBench(bare, 'tries', [runs]);
  report('lock-try-ms', median(times), `19 MiB, twice; longest time without a frame ${Math.round(longestMs)} ms`);
  await bare.close();

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${server.origin()}/check-in/new`);
  await writeCheckIn(page, { feelings: ['calm'], note: 'A quiet evening.' });
  await until(page, 'navigator.serviceWorker.controller !== null');
  const without = await repeat(async () => {
    await page.goto(server.origin());
    return untilRead(page);
  });
  await page.goto(`${server.origin()}/me`);
  await putLockOn(page, passphrase);
  const closed: number[] = [];
  const opened = await repeat(async () => {
    await page.goto(server.origin());
    closed.push(await until(page, "document.querySelector('input[type=password]') !== null"));
    await secret(page, lockWords.passphrase).fill(passphrase);
    const fromMs = await page.evaluate<number>(pressOpen);
    return (await untilRead(page)) - fromMs;
  });
  report('lock-closed-ms', median(closed));
  report(
    'lock-open-ms',
    median(opened),
    `without a lock, from the start of the page ${Math.round(median(without))} ms`,
  );
} finally {
  served.end();
  await browser.close();
  await server.remove();
}

async function repeat(run: () => Promise<number>): Promise<readonly number[]> {
  await run();
  const all: number[] = [];
  for (let i = 0; i < runs; i++) all.push(await run());
  return all;
}

/** Today names the weekday as soon as the device has been read. */
function untilRead(page: Page): Promise<number> {
  return until(page, "(document.querySelector('.today .screen-head small')?.textContent ?? '').trim() !== ''");
}

/** Milliseconds since the start of the page when it first holds, looked at with each frame. */
function until(page: Page, holds: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () => (${holds} ? resolve(performance.now()) : requestAnimationFrame(look));
    look();
  })`);
}
