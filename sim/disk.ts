/**
 * A device's store in the simulator: the same port as IndexedDB in the app. A commit is atomic and durable; what can
 * happen to it is a crash before or after, a full disk, a record that no longer opens, and the loss of everything.
 */

import type { Store } from '#device';
import type { Bytes } from '#kernel';

export interface Disk {
  /** A store as one tab opens it. Opening another takes the disk over. */
  readonly open: () => Store;
  readonly records: ReadonlyMap<string, Bytes>;
  /** The next commits: `full` refuses, `crash-before` and `crash-after` end the tab at that point. */
  fault: (commit: number) => 'none' | 'full' | 'crash-before' | 'crash-after';
  readonly commits: () => number;
  readonly evict: () => void;
  readonly tear: (key: string) => void;
}

export function createDisk(crash: () => void): Disk {
  const records = new Map<string, Bytes>();
  let tab = 0;
  let commits = 0;
  const disk: Disk = {
    records,
    fault: () => 'none',
    commits: () => commits,
    evict: () => records.clear(),
    tear: (key) => void records.delete(key),
    open: () => {
      let own = 0;
      return {
        open: async () => {
          tab += 1;
          own = tab;
        },
        get: async (key) => records.get(key) ?? null,
        range: async (prefix, after, countMax) =>
          [...records]
            .filter(([key]) => key.startsWith(prefix) && key > after)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .slice(0, countMax),
        commit: async (puts, deletes) => {
          if (own !== tab) return 'taken';
          const fault = disk.fault(commits);
          commits += 1;
          if (fault === 'full') return 'full';
          if (fault === 'crash-before') {
            crash();
            return new Promise<never>(() => {}); // the tab is gone: nothing after this line ever runs
          }
          for (const key of deletes) records.delete(key);
          for (const [key, value] of puts) records.set(key, new Uint8Array(value));
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
