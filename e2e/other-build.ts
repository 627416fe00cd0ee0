/** A newer version of the built app, beside the one that is served: another version number, and the worker that knows it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { builtApp } from './server.ts';

export const thisVersion = packageFile.version;
export const nextVersion = `${packageFile.version}-next`;

export interface OtherBuild {
  readonly folder: string;
  /** From now on the newer version is served from the same folder. */
  readonly renew: () => void;
  readonly remove: () => void;
}

export function createOtherBuild(): OtherBuild {
  const folder = mkdtempSync(join(tmpdir(), 'attune-build-'));
  cpSync(builtApp, folder, { recursive: true });
  return {
    folder,
    renew: () => {
      const changed = listFiles(folder).filter((file) => /\.js$/.test(file) && replaceVersion(join(folder, file)));
      if (changed.length === 0) throw new Error('No file of the build names its version');
      rewriteWorker(folder, changed);
      // The server reads the files anew when the first page has another time.
      const now = new Date();
      utimesSync(join(folder, 'index.html'), now, now);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function replaceVersion(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  const replaced = text.replace(
    new RegExp(`(["'\`])${thisVersion.replaceAll('.', '\\.')}\\1`, 'g'),
    `$1${nextVersion}$1`,
  );
  if (replaced === text) return false;
  writeAnew(path, replaced);
  return true;
}

/** Puts the hashes of the changed files into the worker's list. */
function rewriteWorker(folder: string, changed: readonly string[]): void {
  const path = join(folder, 'sw.js');
  let text = readFileSync(path, 'utf8');
  for (const file of changed) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('base64');
    const name = file.replaceAll('.', '\\.');
    text = text.replace(new RegExp(`(\\["/${name}","sha256-)[^"]+`), `$1${hash}`);
  }
  writeAnew(path, text);
}

/** Without the compressed copies, which would still hold the old bytes. */
function writeAnew(path: string, text: string): void {
  writeFileSync(path, text);
  for (const ending of ['br', 'gz']) rmSync(`${path}.${ending}`, { force: true });
}

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
