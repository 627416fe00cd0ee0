/** Why a store cannot be opened, or cannot go on. The words for the host are chosen in `main.ts`. */
import { unreachable } from '#kernel';

export interface StoreProblem {
  readonly type: 'not-writable' | 'in-use' | 'damaged' | 'newer' | 'no-room';
  /** The file or folder that it is about. */
  readonly path: string;
}

export function storeProblemToText({ type, path }: StoreProblem): string {
  switch (type) {
    case 'not-writable':
      return `Attune cannot write to ${path}. Give it a folder that it may write to, with DATA_DIR.`;
    case 'in-use':
      return `Another Attune is already using ${path}. Stop that one, or give this one a folder of its own with DATA_DIR.`;
    case 'damaged':
      return `The store ${path} is damaged, and nothing in it was changed. Put back a backup, or move it away to begin with an empty one: the devices will offer again what they hold.`;
    case 'newer':
      return `The store ${path} was written by a newer Attune. Start that version, or a later one.`;
    case 'no-room':
      return `There is no room left on the disk for ${path}. Free some space and start again.`;
    default:
      return unreachable(type);
  }
}

// Primary result codes: https://www.sqlite.org/rescode.html
const sqliteTypes = new Map<number, StoreProblem['type']>([
  [3, 'not-writable'], // PERM
  [5, 'in-use'], // BUSY
  [8, 'not-writable'], // READONLY
  [11, 'damaged'], // CORRUPT
  [13, 'no-room'], // FULL
  [14, 'not-writable'], // CANTOPEN
  [26, 'damaged'], // NOTADB
]);
const sqliteIoErrorShmSize = 4874;

const systemTypes = new Map<string, StoreProblem['type']>([
  ['EACCES', 'not-writable'],
  ['EPERM', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['ENOENT', 'not-writable'],
  ['ENOTDIR', 'not-writable'],
  ['EEXIST', 'not-writable'],
  ['ENOSPC', 'no-room'],
  ['EDQUOT', 'no-room'],
]);

/** Names an error of SQLite or of the file system; null for any other, which is to be thrown on. */
export function errorToStoreProblem(error: unknown, path: string): StoreProblem | null {
  if (!(error instanceof Error)) return null;
  const type =
    'errcode' in error && typeof error.errcode === 'number'
      ? error.errcode === sqliteIoErrorShmSize
        ? 'no-room'
        : sqliteTypes.get(error.errcode & 0xff)
      : 'code' in error && typeof error.code === 'string'
        ? systemTypes.get(error.code)
        : undefined;
  return type === undefined ? null : { type, path };
}
