/**
 * Keeps the lock: opens it, puts it on, changes it and takes it off. No clock, disk or key of its own: all comes in by
 * ports.
 *
 * To put the lock on, or take it off, every record is copied into a second database under the new key; then one write to
 * the door makes that one count, and the old one is deleted with its key. Whenever it is cut short, the one that counts
 * is whole, and the other is deleted at the next opening, before anything else.
 */
import type { Store } from '#device';
import { type Bytes, isSameBytes, type Random } from '#kernel';
import type { Door, Doors } from '../shell/adapters/store-key.ts';
import { moveRecords } from './move-records.ts';
import { waitAfter, waitLeft } from './waits.ts';

export interface KeeperPorts<Key> {
  readonly doors: Doors;
  readonly random: Random;
  readonly clock: () => number;
  readonly lockSaltBytes: number;
  readonly storeKeyBytes: number;
  readonly sealLock: (passphrase: string, salt: Bytes, storeKey: Bytes) => Promise<Bytes>;
  readonly openLock: (passphrase: string, lock: Bytes) => Promise<Bytes | null>;
  /** A key that cannot be read out again. */
  readonly importKey: (storeKey: Bytes) => Promise<Key>;
  /** `key` null: the store keeps its own, beside the records. */
  readonly createStore: (name: string, key: Key | null) => Store;
  readonly eraseStore: (name: string) => Promise<void>;
  /** Over all tabs: many may open at once, while nobody puts the lock on or takes it off. */
  readonly whileAlone: <T>(mode: 'shared' | 'exclusive', run: () => Promise<T>) => Promise<T>;
}

/** `wait`: it was not even tried. */
export type Tried = { readonly type: 'ok' } | { readonly type: 'wrong' | 'wait'; readonly waitMs: number };
export type Moved = 'ok' | 'taken' | 'full';

export interface Keeper<Key> {
  /** Runs `use` with the store that counts, once it is open. `closed` is called while it waits for a passphrase. */
  readonly whenOpen: <T>(use: (store: Store, isLockOn: boolean) => Promise<T>, closed: () => void) => Promise<T>;
  readonly open: (passphrase: string) => Promise<Tried>;
  readonly waitMs: () => Promise<number>;
  /** Slow, and changes nothing yet: so that the app is closed for the copying alone. */
  readonly makeLock: (passphrase: string) => Promise<NewLock<Key>>;
  readonly turnOn: (made: NewLock<Key>) => Promise<Moved>;
  readonly turnOff: () => Promise<Moved>;
  readonly change: (passphrase: string, next: string) => Promise<Tried>;
  /** Forgets everything, the lock first of all. */
  readonly erase: () => Promise<void>;
}

export interface NewLock<Key> {
  readonly lock: Bytes;
  readonly key: Key;
}

interface Found {
  readonly lock: Bytes;
  readonly storeKey: Bytes;
}

export function createKeeper<Key>(ports: KeeperPorts<Key>): Keeper<Key> {
  const { doors, clock } = ports;
  let opened: NewLock<Key> | null = null;
  let wake: () => void = () => {};

  /** Counted before it is tried, in one transaction: neither a reload nor a second tab gets a try for nothing. */
  const tryLock = async (passphrase: string): Promise<Tried & { readonly found?: Found }> => {
    let left = 0;
    const door = await doors.change((now) => {
      left = waitLeft(now, clock());
      if (left > 0) return now;
      const triesCount = now.triesCount + 1;
      return { ...now, triesCount, mayTryAtMs: clock() + waitAfter(triesCount) };
    });
    if (left > 0) return { type: 'wait', waitMs: left };
    const { lock } = door;
    const storeKey = lock === null ? null : await ports.openLock(passphrase, lock);
    if (lock === null || storeKey === null) return { type: 'wrong', waitMs: waitLeft(door, clock()) };
    await doors.change((now) => ({ ...now, triesCount: 0, mayTryAtMs: 0 }));
    return { type: 'ok', found: { lock, storeKey } };
  };
  const keep = async (storeKey: Bytes): Promise<Key> => {
    const key = await ports.importKey(storeKey);
    storeKey.fill(0);
    return key;
  };
  const dropLeftover = async (door: Door): Promise<void> => {
    if (door.leftover === null) return;
    await ports.eraseStore(door.leftover);
    await doors.change((now) => ({ ...now, leftover: null }));
  };
  const move = (old: NewLock<Key> | null, next: NewLock<Key> | null): Promise<Moved> =>
    ports.whileAlone('exclusive', async () => {
      const door = await doors.read();
      // Another tab has changed the lock: with the key of before, all would look empty, and be thrown away.
      if (!isSameLock(old?.lock ?? null, door.lock)) return 'taken';
      await dropLeftover(door);
      const name = otherName(door.storeName);
      await doors.change((now) => ({ ...now, leftover: name }));
      const from = ports.createStore(door.storeName, old?.key ?? null);
      const to = ports.createStore(name, next?.key ?? null);
      await from.open();
      await to.open();
      const moved = await moveRecords(from, to);
      await Promise.all([from.close(), to.close()]);
      const lock = next?.lock ?? null;
      const after =
        moved === 'ok'
          ? await doors.change(() => ({ ...door, storeName: name, lock, leftover: door.storeName }))
          : await doors.read();
      await dropLeftover(after);
      return moved;
    });

  return {
    whenOpen: async (use, closed) => {
      for (;;) {
        const done = await ports.whileAlone('shared', async () => {
          const door = await doors.read();
          await dropLeftover(door);
          if (door.lock === null) return { value: await use(ports.createStore(door.storeName, null), false) };
          if (opened === null || !isSameLock(opened.lock, door.lock)) return null;
          return { value: await use(ports.createStore(door.storeName, opened.key), true) };
        });
        if (done !== null) return done.value;
        closed();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    open: async (passphrase) => {
      const { found, ...tried } = await tryLock(passphrase);
      if (found !== undefined) opened = { lock: found.lock, key: await keep(found.storeKey) };
      if (found !== undefined) wake();
      return tried;
    },
    waitMs: async () => waitLeft(await doors.read(), clock()),
    makeLock: async (passphrase) => {
      const storeKey = ports.random(ports.storeKeyBytes);
      const lock = await ports.sealLock(passphrase, ports.random(ports.lockSaltBytes), storeKey);
      return { lock, key: await keep(storeKey) };
    },
    turnOn: (made) => move(null, made),
    turnOff: () => move(opened, null),
    change: async (passphrase, next) => {
      const { found, ...tried } = await tryLock(passphrase);
      if (found === undefined) return tried;
      const lock = await ports.sealLock(next, ports.random(ports.lockSaltBytes), found.storeKey);
      const key = await keep(found.storeKey);
      await doors.change((now) => (isSameLock(now.lock, found.lock) ? { ...now, lock } : now));
      opened = { lock, key };
      return tried;
    },
    erase: async () => {
      const { storeName, leftover } = await doors.change((now) => ({ ...now, lock: null }));
      for (const name of new Set([storeName, leftover ?? storeName])) await ports.eraseStore(name);
      await doors.erase();
    },
  };
}

/** Two names take turns; each is whole or is deleted. */
const otherName = (name: string): string => (name.endsWith(secondEnding) ? name.slice(0, -2) : name + secondEnding);
const secondEnding = '-b';

const isSameLock = (a: Bytes | null, b: Bytes | null): boolean =>
  a === null || b === null ? a === b : isSameBytes(a, b);
