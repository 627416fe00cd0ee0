/**
 * `npm run build`: builds the app into dist/ when its sources are newer than the last build. Runs on Node 20 and depends
 * on nothing but Vite, which it calls; `--force` builds in any case.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, findNode, rootFolder, runCommand, SetupProblem, toolEnvironment } from './setup.mjs';

/** What the built app is made of. Tests and the relay are not part of it. */
const sources = ['src', 'content', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const notSources = /\.(test|contract)\.tsx?$|\.md$|^src\/relay\//;

export function buildIfNeeded(root = rootFolder, isForced = false) {
  const stampPath = join(root, '.cache', 'build-stamp');
  const hash = hashOfSources(root);
  const isBuilt = existsSync(join(root, 'dist', 'index.html'));
  const stamp = existsSync(stampPath) ? readFileSync(stampPath, 'utf8').trim() : null;
  if (!isForced && isBuilt && stamp === hash) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) {
    // An image that was given a finished dist/ and no build tools serves what it was given.
    if (isBuilt && stamp === null) return;
    throw new SetupProblem(
      'There is nothing to serve: dist/ is missing or old, and Vite is not installed to build it. `npm ci` installs it.',
    );
  }
  console.log('Building the app …');
  const done = spawnSync(findNode(root), [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...toolEnvironment(root), NODE_ENV: 'production' },
  });
  if (done.status !== 0) throw new SetupProblem('The app could not be built. The reason stands above.');
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, `${hash}\n`);
}

/** @param {string} root */
function hashOfSources(root) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => listFiles(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (path.includes('.') && !path.includes('/')) return [path];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, inside);
      return notSources.test(inside) ? [] : [inside];
    });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(() => {
    ensurePackages();
    buildIfNeeded(rootFolder, process.argv.includes('--force'));
  });
}
