/**
 * The files of the built app, read once and served from memory. A path is looked up in a list of what is there, never
 * in the file system, so there is nothing to climb out of. A new build is noticed by the time of its index.html.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface AppFile {
  readonly type: string;
  readonly tag: string;
  /** Names with a hash in them never change their bytes. */
  readonly isImmutable: boolean;
  readonly plain: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

export interface AppFiles {
  /** `not-built`: there is no app here yet. null: no such file. */
  readonly find: (path: string) => AppFile | 'not-built' | null;
}

const typesByEnding: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export function createAppFiles(folder: string): AppFiles {
  let files = new Map<string, AppFile>();
  let builtMs = -1;

  const indexTimeMs = (): number => {
    try {
      return statSync(join(folder, 'index.html')).mtimeMs;
    } catch {
      return -1; // not built, or not readable: the same to whoever asks for it
    }
  };

  return {
    find: (path) => {
      const nowBuiltMs = indexTimeMs();
      if (nowBuiltMs === -1) return 'not-built';
      if (nowBuiltMs !== builtMs) {
        files = readFiles(folder);
        builtMs = nowBuiltMs;
      }
      const isScreen = !/\.[^/]*$/.test(path);
      return files.get(isScreen ? '/index.html' : path) ?? null;
    },
  };
}

function readFiles(folder: string): Map<string, AppFile> {
  const read = (path: string): Buffer => readFileSync(join(folder, path));
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const isThere = new Set(paths);
  const files = new Map<string, AppFile>();
  for (const path of paths) {
    const type = typesByEnding[extname(path)];
    if (type === undefined) continue;
    const plain = read(path);
    files.set(`/${path.split(sep).join('/')}`, {
      type,
      tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      isImmutable: path.startsWith(`assets${sep}`),
      plain,
      brotli: isThere.has(`${path}.br`) ? read(`${path}.br`) : null,
      gzip: isThere.has(`${path}.gz`) ? read(`${path}.gz`) : null,
    });
  }
  return files;
}
