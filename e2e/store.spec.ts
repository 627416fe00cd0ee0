/** The store of the app, IndexedDB in a real browser, keeps the same contract as the disk of the simulator. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import type { Walk } from './store-page/lock-walk.ts';

const html = '<!doctype html><meta charset="utf-8"><title>Store</title><script type="module" src="/page.js"></script>';

/** A page of its own that runs this project's adapter. */
async function onPage(use: (tab: Page) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { page: join(import.meta.dirname, 'store-page/page.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const server = createServer((request, response) => {
    if (request.url === '/') return void response.setHeader('content-type', 'text/html').end(html);
    readFile(join(folder, (request.url ?? '').slice(1))).then(
      (found) => response.setHeader('content-type', 'text/javascript').end(found),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port');
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${address.port}/`);
  await tab.waitForFunction('typeof runStoreContract === "function"');
  await use(tab);
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
}

test('IndexedDB in this browser keeps the contract of stores', async () => {
  await onPage(async (tab) => {
    expect(await tab.evaluate('caseCount')).toBeGreaterThan(5);
    expect(await tab.evaluate('runStoreContract()')).toEqual([]);
  });
});

for (const way of ['on', 'off'] as const) {
  test(`the power goes between any two writes while the lock is turned ${way}: all is there, as before or as after`, async () => {
    await onPage(async (tab) => {
      const { stops, before, after, broken } = await tab.evaluate<Walk>(`walk('${way}')`);
      console.log(`lock ${way}: the power went ${stops} times, ${before} as before, ${after} as after`);
      expect(broken).toEqual([]);
      expect(stops).toBeGreaterThan(8);
      expect(before).toBeGreaterThan(1);
      expect(after, 'after the one write that counts, and when all was done').toBeGreaterThan(1);
    });
  });
}
