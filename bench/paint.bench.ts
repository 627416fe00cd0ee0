/**
 * What a person waits for, on a phone four times as slow as this machine: the first paint over slow 4G with nothing
 * cached, a warm start with the server gone, and the next paint after a letter typed in a note or a feeling chosen, with
 * 300 check-ins stored. Medians; times on a busy machine are no proof. `--quick` does fewer runs.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { createServer, type Server } from '../e2e/server.ts';
import { en } from '../src/web/check-in/messages.ts';
import { bundle, pageWith, startBrowser } from './browser.ts';
import { callBench } from './call-bench.ts';
import { report, rootFolder } from './reports.ts';

const runs = process.argv.includes('--quick') ? 3 : 9;
const slowdown = 4;
/** The values that Lighthouse sends to the developer tools for "slow 4G". */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const note = 'The evening was long. I am glad to be home.';

const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: rootFolder, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const show = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

const server = createServer(join(rootFolder, 'dist'));
await server.start();
const browser = await startBrowser();
try {
  const cold = await repeat(() => coldStart(browser, server));
  console.log(`first paint, slow 4G, CPU at a quarter, nothing cached: ${show(cold.map(({ paintMs }) => paintMs))}`);
  console.log(`  the action can be touched:                            ${show(cold.map(({ usableMs }) => usableMs))}`);
  report(
    'paint-first-ms',
    median(cold.map(({ paintMs }) => paintMs)),
    `can be touched at ${show(cold.map(({ usableMs }) => usableMs))}`,
  );

  const context = await browser.newContext(phone);
  await fillStore(context, server);
  const inputs = await repeat(() => typeAndChoose(context, server));
  const typed = inputs.flatMap(({ typed }) => typed);
  const chosen = inputs.flatMap(({ chosen }) => chosen);
  console.log(`letter typed in a note to next paint, 300 check-ins stored: median ${show(typed)}`);
  console.log(`feeling chosen to next paint, 300 check-ins stored:         median ${show(chosen)}`);
  report('input-typing-ms', worst(typed), `median ${Math.round(median(typed))} ms of ${typed.length}`);
  report('input-feeling-ms', worst(chosen), `median ${Math.round(median(chosen))} ms of ${chosen.length}`);

  await server.stop();
  const warm = await repeat(() => warmStart(context, server));
  console.log(`warm start, server stopped, CPU at a quarter: ${show(warm.map(({ paintMs }) => paintMs))}`);
  console.log(`  the action can be touched:                  ${show(warm.map(({ usableMs }) => usableMs))}`);
  report(
    'paint-warm-offline-ms',
    median(warm.map(({ paintMs }) => paintMs)),
    `can be touched at ${show(warm.map(({ usableMs }) => usableMs))}`,
  );
} finally {
  await browser.close();
  await server.remove();
}

async function repeat<T>(run: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  await run(); // warms whatever is not part of the question
  for (let i = 0; i < runs; i++) all.push(await run());
  return all;
}

/** All but the slowest in fifty, as "interaction to next paint" is counted. */
function worst(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => b - a);
  return sorted[Math.floor(values.length / 50)] ?? Number.NaN;
}

interface Start {
  readonly paintMs: number;
  readonly usableMs: number;
}

async function coldStart(on: Browser, { origin }: Server): Promise<Start> {
  const context = await on.newContext({ ...phone, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await slowPage(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  const start = await timesOfStart(page, origin());
  await context.close();
  return start;
}

async function warmStart(context: BrowserContext, { origin }: Server): Promise<Start> {
  const page = await context.newPage();
  await slowPage(page);
  const start = await timesOfStart(page, origin());
  await page.close();
  return start;
}

async function slowPage(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

async function timesOfStart(page: Page, address: string): Promise<Start> {
  // Written as text: it runs in the page, before the app.
  await page.addInitScript(`
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.main-action a')) return;
      observer.disconnect();
      requestAnimationFrame(() => { globalThis.usableMs = performance.now(); });
    }).observe(document, { childList: true, subtree: true });
  `);
  await page.goto(address);
  await page.waitForFunction(
    'globalThis.usableMs > 0 && performance.getEntriesByName("first-contentful-paint").length > 0',
  );
  return page.evaluate(
    '({ paintMs: performance.getEntriesByName("first-contentful-paint")[0].startTime, usableMs: globalThis.usableMs })',
  );
}

/** Visits the app once, so that its worker keeps it, and puts check-ins into its store. */
async function fillStore(context: BrowserContext, { origin }: Server): Promise<void> {
  const script = await bundle('e2e/budgets-page/fill.ts');
  await context.route('**/fill', (route) => route.fulfill({ contentType: 'text/html', body: pageWith('/fill.js') }));
  await context.route('**/fill.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  const page = await context.newPage();
  await page.goto(`${origin()}/fill`);
  await callBench(page, 'fill', [300, 60]);
  await page.goto(origin());
  await page.evaluate('navigator.serviceWorker.ready.then(() => null)');
  await page.waitForFunction(
    'caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))).some((count) => count > 40))',
  );
  await page.close();
}

interface Inputs {
  readonly typed: readonly number[];
  readonly chosen: readonly number[];
}

/** Durations as the browser itself measures them, from the event to the paint that shows it; in steps of 8 ms. */
async function typeAndChoose(context: BrowserContext, { origin }: Server): Promise<Inputs> {
  const page = await context.newPage();
  await slowPage(page);
  await page.goto(`${origin()}/check-in/new`);
  await page.getByRole('heading', { level: 1, name: en.write.feelings }).waitFor();
  await page.evaluate(`
    globalThis.seen = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) globalThis.seen.push([name, duration]);
    }).observe({ type: 'event', durationThreshold: 16 });
  `);
  // By attribute: to a role query a button that cannot be pressed down counts as one that is not.
  const words = page.locator('.feelings-offered [aria-pressed="false"]');
  for (let i = 0; i < 4; i++) {
    await words.first().click();
    await toRest(page);
  }
  const chosen = await takeDurations(page, ['pointerdown', 'pointerup', 'click']);
  await page.getByRole('button', { name: en.write.continue, exact: true }).click();
  const field = page.getByRole('textbox', { name: en.write.note, exact: true });
  await field.click();
  await toRest(page);
  await takeDurations(page, []);
  await field.pressSequentially(note, { delay: 90 });
  await toRest(page);
  const typed = await takeDurations(page, ['keydown', 'keypress', 'input', 'keyup']);
  await page.close();
  return { typed, chosen };
}

async function takeDurations(page: Page, names: readonly string[]): Promise<readonly number[]> {
  const seen: readonly (readonly [string, number])[] = await page.evaluate('globalThis.seen.splice(0)');
  return seen.filter(([name]) => names.includes(name)).map(([, duration]) => duration);
}

/** Until the page has painted what was asked and has nothing left to do: then its timings have been noted too. */
async function toRest(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(null)))))',
  );
}
