/** A real Chromium for benches, and small pages in it that are built from this project's own sources. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser } from '../tools/setup.mjs';
import { rootFolder } from './reports.ts';

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface PageServer {
  readonly origin: string;
  readonly end: () => void;
}

export const pageWith = (script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><script type="module" src="${script}"></script></html>`;

/** One script out of one of this project's sources and all that it imports. */
export async function bundle(source: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-page-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: {
          input: { page: join(rootFolder, source) },
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    });
    return readFileSync(join(folder, 'page.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface PageServer {
  readonly origin: string;
  readonly end: () => void;
}

/** Serves a page that runs one bundled source, and beside it the files that are given by address. */
export async function servePage(source: string, files: ReadonlyMap<string, Uint8Array>): Promise<PageServer> {
  const script = await bundle(source);
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const given = files.get(path);
    if (path === '/') response.setHeader('content-type', 'text/html').end(pageWith('/page.js'));
    else if (path === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (given) response.end(given);
    else response.writeHead(404).end(); // a favicon, at most
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port');
  return { origin: `http://127.0.0.1:${address.port}`, end: () => void server.close() };
}
