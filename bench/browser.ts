/** A real Chromium for benches, and small pages in it that are built from this project's own sources. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
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

/** Serves a page that runs one bundled source, and beside it the files that are given by address. */
export async function servePage(source: string, files: ReadonlyMap<string, Uint8Array>): Promise<PageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-page-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: { page: join(rootFolder, source) }, output: { entryFileNames: '[name].js' } },
    },
  });
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script></html>';
  const typeOf = (path: string): string => (extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream');
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(page);
    const given = files.get(path);
    if (given) return void response.end(given);
    try {
      response.setHeader('content-type', typeOf(path)).end(readFileSync(join(folder, path)));
    } catch {
      response.writeHead(404).end(); // a favicon, at most
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    end: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
