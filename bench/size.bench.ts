/**
 * What a phone must fetch, as it is sent (brotli for text, fonts as they are). "First" is what index.html names itself
 * with all that those scripts import at once: with it the first screen is drawn and answers to touch. "Opened" is what
 * a real browser then goes on to request without being touched: the device, which reads what is stored. The rest is
 * lazy: a part for each screen.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createServer } from '../e2e/server.ts';
import { startBrowser } from './browser.ts';
import { report, rootFolder } from './reports.ts';

const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: rootFolder, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const dist = join(rootFolder, 'dist');
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .replaceAll('\\', '/'),
  );
const sentKb = (path: string): number => {
  const bytes = readFileSync(join(dist, path));
  return (path.endsWith('.woff2') ? bytes : brotliCompressSync(bytes)).length / 1000;
};
const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + sentKb(path), 0);
const show = (value: number): string => value.toFixed(1);

const first = namedByPage();
const requested = await requestedAtOpening();
const scripts = files.filter((path) => path.endsWith('.js'));
const lazy = scripts.filter((path) => !first.has(path) && path !== 'sw.js');
const largest = lazy.toSorted((a, b) => sentKb(b) - sentKb(a))[0] ?? '';
for (const path of scripts.toSorted((a, b) => sentKb(b) - sentKb(a))) {
  const when = first.has(path) ? 'first ' : requested.has(path) ? 'opened' : 'later ';
  console.log(`${show(sentKb(path)).padStart(7)} kB ${when} ${path}`);
}

const is = (ending: string) => (path: string) => path.endsWith(ending);
const opened = [...requested].filter(is('.js'));
const styles = files.filter(is('.css'));
const fonts = files.filter(is('.woff2'));
report('app.js.first', sum(first));
report('app.js.opened', sum(opened), `${opened.length} files`);
report('app.js.lazy.max', sentKb(largest), largest.replace(/^assets\/|-[^-]+\.js$/g, ''));
report('app.css', sum(styles), `at first ${show(sum([...requested].filter(is('.css'))))} kB`);
report('app.fonts', sum([...requested].filter(is('.woff2'))), `all ${show(sum(fonts))} kB`);

function namedByPage(): ReadonlySet<string> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const seen = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path) || !files.includes(path)) return;
    seen.add(path);
    const text = readFileSync(join(dist, path), 'utf8');
    // Static imports of a minified bundle: import{a as b}from"./c.js" and import"./c.js"; a call import("…") is lazy.
    for (const [, address = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      walk(posix.normalize(posix.join(posix.dirname(path), address)));
    }
  };
  for (const [, path = ''] of page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)) walk(path);
  return seen;
}

/** What a phone requests on its first visit until the network is quiet; what the service worker keeps is not counted. */
async function requestedAtOpening(): Promise<ReadonlySet<string>> {
  const server = createServer(dist);
  await server.start();
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const paths = new Set<string>();
    page.on('request', (request) => paths.add(new URL(request.url()).pathname.slice(1)));
    await page.goto(server.origin(), { waitUntil: 'networkidle' });
    return paths;
  } finally {
    await browser.close();
    await server.remove();
  }
}
