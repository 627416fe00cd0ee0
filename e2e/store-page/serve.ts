/** Puts the page of this folder before a browser, at any origin, without a server. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { StorePage } from './page.ts';

const html = '<!doctype html><meta charset="utf-8"><title>Store</title><script type="module" src="/store.js"></script>';

/** The script of the page, from this project's own sources. */
export async function bundleStorePage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: {
          input: { store: join(import.meta.dirname, 'page.ts') },
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    });
    return readFileSync(join(folder, 'store.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function openStorePage(context: BrowserContext, script: string, origin: string): Promise<Page> {
  await context.route(`${origin}/store`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await context.route(`${origin}/store.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  const page = await context.newPage();
  await page.goto(`${origin}/store`);
  await page.waitForFunction('typeof storePage === "object"');
  return page;
}

type Functions = Omit<StorePage, 'caseCount' | 'movedCount'>;

export const callStorePage = <Name extends keyof Functions>(
  page: Page,
  name: Name,
  ...args: Parameters<Functions[Name]>
): Promise<Awaited<ReturnType<Functions[Name]>>> => page.evaluate(`storePage.${name}(...${JSON.stringify(args)})`);

export const countOf = (page: Page, name: 'caseCount' | 'movedCount'): Promise<number> =>
  page.evaluate(`storePage.${name}`);
