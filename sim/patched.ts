/**
 * The simulator over a flawed copy of the house: how a test plants a defect without any switch in production code.
 * The sources are copied to a folder of this run, one sentence of one file is replaced there, and the front door of
 * the copied simulator is imported: `#kernel` and the others resolve by the copied package.json.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Patch {
  /** Also the name of its folder: letters, digits and hyphens. */
  readonly name: string;
  /** From the root of the checkout, such as `src/sync/step.ts`. */
  readonly file: string;
  /** Must stand in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

const root = dirname(import.meta.dirname);
const rooms = ['kernel', 'log', 'core', 'insights', 'coach', 'packs', 'crypto', 'wire', 'sync', 'device', 'relay'];

/** The simulator's front door, built on the patched source. @throws Error when the patch does not fit any more. */
export async function importPatched(patch: Patch): Promise<typeof import('./index.ts')> {
  const folder = copyOf(patch.name);
  const path = join(folder, patch.file);
  writeFileSync(path, patchedText(readFileSync(path, 'utf8'), patch));
  // The rooms are checked in the original. A copy has its types, since only the inside of a function was changed.
  const load = createRequire(join(folder, 'package.json'));
  return load('./sim/index.ts') as typeof import('./index.ts');
}

/** The text with the one replacement. @throws Error when `find` stands there never, or more than once. */
export function patchedText(text: string, { name, file, find, replace }: Patch): string {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`The patch "${name}" fits ${count} times into ${file}, and must fit once: ${find}`);
  return text.replace(find, () => replace);
}

/** Outside node_modules, because Node does not strip types there. Packages resolve upward, in the original's. */
function copyOf(name: string): string {
  const mine = join(root, '.cache/attune-patched', String(process.pid));
  if (folders.size === 0) process.once('exit', () => rmSync(mine, { recursive: true, force: true }));
  const folder = join(mine, `${name}-${folders.size}`);
  folders.add(folder);
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const room of rooms.filter((name) => existsSync(join(root, 'src', name)))) {
    cpSync(join(root, 'src', room), join(folder, 'src', room), { recursive: true, filter: isNoTest });
  }
  cpSync(join(root, 'sim'), join(folder, 'sim'), { recursive: true, filter: isNoTest });
  return folder;
}

const folders = new Set<string>();
const isNoTest = (path: string): boolean => !path.endsWith('.test.ts');
