/**
 * A device's store in the simulator: the same port as IndexedDB in the app. A commit is atomic and durable; what can
 * happen to it is a crash before or after, a full disk, a record that no longer opens, and the loss of everything.
 */

import type { Store } from '#device';
import type { Bytes } from '#kernel';

export type DiskFault = 'none' | 'full' | 'crash-before' | 'crash-after';

export interface Disk {
  /** A store as one tab opens it. Opening another takes the disk over. */
  readonly open: () => Store;
  readonly records: ReadonlyMap<string, Bytes>;
  /** The next commits: `full` refuses, `crash-before` and `crash-after` end the tab at that point. */
  fault: (commit: number) => DiskFault;
  /** Hears of every commit, once it is on disk. */
  watch: ((puts: readonly (readonly [string, Bytes])[]) => void) | null;
  readonly commits: () => number;
  readonly evict: () => void;
  /** A record is gone, or no longer what was written. */
  readonly tear: (key: string, how?: 'gone' | 'garbled') => void;
}

export function createDisk(crash: () => void): Disk {
  const records = new Map<string, Bytes>();
  /** All keys in order, so that a range does not look at everything. */
  const keys: string[] = [];
  let tab = 0;
  let commits = 0;

  function put(key: string, value: Bytes): void {
    if (!records.has(key)) keys.splice(placeOf(keys, key), 0, key);
    records.set(key, value);
  }
  function remove(key: string): void {
    if (records.delete(key)) keys.splice(placeOf(keys, key), 1);
  }
  function range(prefix: string, after: string, countMax: number): readonly (readonly [string, Bytes])[] {
    const found: (readonly [string, Bytes])[] = [];
    for (let at = placeOf(keys, after > prefix ? after : prefix); at < keys.length && found.length < countMax; at++) {
      const key = keys[at] ?? '';
      if (!key.startsWith(prefix)) break;
      const value = records.get(key);
      if (key > after && value) found.push([key, value]);
    }
    return found;
  }

  const disk: Disk = {
    records,
    fault: () => 'none',
    watch: null,
    commits: () => commits,
    evict: () => {
      records.clear();
      keys.length = 0;
    },
    tear: (key, how = 'gone') => {
      const value = records.get(key);
      if (how === 'gone' || !value) remove(key);
      else records.set(key, value.slice(0, value.length >> 1));
    },
    open: () => {
      let own = 0;
      return {
        open: async () => {
          tab += 1;
          own = tab;
        },
        get: async (key) => records.get(key) ?? null,
        range: async (prefix, after, countMax) => range(prefix, after, countMax),
        commit: async (puts, deletes) => {
          if (own !== tab) return 'taken';
          const fault = disk.fault(commits);
          commits += 1;
          if (fault === 'full') return 'full';
          if (fault === 'crash-before') {
            crash();
            return new Promise<never>(() => {}); // the tab is gone: nothing after this line ever runs
          }
          for (const key of deletes) remove(key);
          for (const [key, value] of puts) put(key, new Uint8Array(value));
          disk.watch?.(puts);
          if (fault !== 'crash-after') return 'ok';
          crash();
          return new Promise<never>(() => {});
        },
        close: async () => {},
      };
    },
  };
  return disk;
}

/** Where a key stands, or would stand. */
function placeOf(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
