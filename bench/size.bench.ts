/**
 * What a phone must fetch: sizes of the built app, as sent (brotli for text, as they are for fonts). "First" is what
 * index.html names itself (scripts, module preloads) with all that those import at once; everything else is lazy.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
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

const page = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, path = '']) => path);
const first = new Set<string>();
const walk = (path: string): void => {
  if (first.has(path) || !files.includes(path)) return;
  first.add(path);
  const text = readFileSync(join(dist, path), 'utf8');
  // Static imports of a minified bundle: import{a as b}from"./c.js" and import"./c.js"; a call import("…") is lazy.
  for (const [, address = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
    walk(posix.normalize(posix.join(posix.dirname(path), address)));
  }
};
for (const path of named) walk(path);

const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + sentKb(path), 0);
const scripts = files.filter((path) => path.endsWith('.js'));
const isWorker = (path: string): boolean => /^sw\.js$|service-worker/.test(path);
const lazy = scripts.filter((path) => !first.has(path) && !isWorker(path));

for (const path of scripts)
  console.log(`${sentKb(path).toFixed(1).padStart(7)} kB ${first.has(path) ? 'first' : 'later'} ${path}`);
report('app.js.first', sum(first));
report('app.js.lazy.max', Math.max(0, ...lazy.map(sentKb)));
report('app.css', sum(files.filter((path) => path.endsWith('.css'))));
report('app.fonts', sum(files.filter((path) => path.endsWith('.woff2'))));
