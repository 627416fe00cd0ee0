/**
 * The quick exit (docs/ABUSE.md, case 8): from the press to a frame without anything of the app, and to the empty page
 * that has taken its place, at three screen sizes, three screens deep in the history. 201 tries, also with `--quick`: fewer
 * would have no 99 of 100.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createServer } from '../e2e/server.ts';
import { en } from '../src/web/messages/en.ts';
import { startBrowser } from './browser.ts';
import { report, rootFolder } from './reports.ts';

const triesPerSize = 67;
const sizes = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
];

const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: rootFolder, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

/** In the page. The next frame after the press is the first that can show anything: what is drawn then is what is seen. */
const pressAndTell = (label: string): string => `{
  const startMs = performance.now();
  document.querySelector('button[aria-label=${JSON.stringify(label)}]').click();
  if (document.body.childNodes.length > 0) throw new Error('something is left');
  requestAnimationFrame(() => blankAfter(performance.now() - startMs));
}`;

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const server = createServer(join(rootFolder, 'dist'));
await server.start();
const browser = await startBrowser();
const blankMs: number[] = [];
const goneMs: number[] = [];
try {
  for (const viewport of sizes) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.exposeFunction('blankAfter', (ms: number) => void blankMs.push(ms));
    for (let tries = 0; tries < triesPerSize; tries++) {
      await page.goto(server.origin());
      for (const place of ['practices', 'me'] as const)
        await page.getByRole('link', { name: en.places[place], exact: true }).click();
      await page.getByRole('heading', { level: 1, name: en.me.title }).waitFor();
      const pressedMs = Date.now();
      // Not awaited: the page may be gone before it could answer.
      void page.evaluate(pressAndTell(en.exitLabel)).catch(() => {});
      await expect.poll(() => page.url(), { intervals: [2] }).toMatch(/blank\.html$/);
      const gone = Date.now() - pressedMs;
      goneMs.push(gone);
      // The empty page came before the frame did: then that is when the screen was empty.
      if (blankMs.length < goneMs.length) blankMs.push(gone);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.remove();
}
console.log(
  `quick exit, ${blankMs.length} tries: blank p50 ${at(blankMs, 0.5).toFixed(1)} ms, p99 ${at(blankMs, 0.99).toFixed(1)} ms`,
);
console.log(`  the empty page in its place: p50 ${at(goneMs, 0.5)} ms, p99 ${at(goneMs, 0.99)} ms`);
report('quick-exit-blank-p99-ms', at(blankMs, 0.99), `median ${at(blankMs, 0.5).toFixed(1)} ms of ${blankMs.length}`);
report('quick-exit-gone-p99-ms', at(goneMs, 0.99), `median ${at(goneMs, 0.5)} ms, seen from outside the browser`);
