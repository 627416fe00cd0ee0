/**
 * The published vectors in a real browser, in a page and in a worker, on the code as it is bundled for people. The
 * counts are those of `src/crypto/vectors.test.ts`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { reportToLine, type VectorFiles, type VectorReport } from '#crypto';

const passedBySet = [4, 3, 86, 66, 4, 151, 12, 3, 4, 264, 210, 44, 1];
const page =
  '<!doctype html><meta charset="utf-8"><title>Vectors</title><script type="module" src="/page.js"></script>';
const typesByEnding: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

let browser: Browser;
let server: Server;
let folder: string;
let origin: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
  const entry = (name: string) => join(import.meta.dirname, `vectors-page/${name}.ts`);
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { page: entry('page'), worker: entry('worker') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  server = createServer((request, response) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const body = path === 'index.html' ? Promise.resolve(page) : readFile(join(folder, path));
    body.then(
      (found) => response.setHeader('content-type', typesByEnding[extname(path)] ?? 'text/plain').end(found),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on a port');
  origin = `http://127.0.0.1:${address.port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROME ?? process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
});

test.afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

for (const place of ['page', 'worker'] as const) {
  test(`WebCrypto of this browser gives what is published, in a ${place}`, async () => {
    const tab = await browser.newPage();
    await tab.goto(origin);
    const reports = await tab.evaluate(runIn, { place, files: await readVectors() });
    for (const report of reports) console.log(`${place} of Chromium ${browser.version()}: ${reportToLine(report)}`);
    expect(reports.flatMap(({ name, failed }) => failed.map((what) => `${name}: ${what}`))).toEqual([]);
    expect(reports.map(({ passed }) => passed)).toEqual(passedBySet);
    await tab.close();
  });
}

interface Question {
  readonly place: 'page' | 'worker';
  readonly files: VectorFiles;
}

/** Runs inside the browser. */
function runIn({ place, files }: Question): Promise<readonly VectorReport[]> {
  if (place === 'page') {
    // `page.ts` has put it there.
    const { runInPage } = globalThis as unknown as {
      runInPage: (files: VectorFiles) => Promise<readonly VectorReport[]>;
    };
    return runInPage(files);
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.reports));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(files);
  });
}

async function readVectors(): Promise<VectorFiles> {
  const read = async (path: string) =>
    JSON.parse(await readFile(join(import.meta.dirname, '../src/crypto/vectors', path), 'utf8'));
  return {
    aesGcm: await read('wycheproof/aes_gcm_test.json'),
    ed25519: await read('wycheproof/ed25519_test.json'),
    x25519: await read('wycheproof/x25519_test.json'),
    hkdf: await read('wycheproof/hkdf_sha256_test.json'),
    published: await read('published.json'),
  };
}
