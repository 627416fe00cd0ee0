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
import type { MadePasskey, Passkeys } from '../shell/adapters/passkeys.ts';
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
  readonly passkeys: Passkeys;
  readonly sealPasskeyLock: (secret: Bytes, salt: Bytes, storeKey: Bytes) => Promise<Bytes>;
  readonly openPasskeyLock: (secret: Bytes, salt: Bytes, sealed: Bytes) => Promise<Bytes | null>;
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
/** `stopped`: by the person, by time, or because that passkey is not there; nothing tells which. */
export type TriedPasskey = 'ok' | 'stopped' | 'wrong';
export type Moved = 'ok' | 'taken' | 'full';

export interface Keeper<Key> {
  /** Runs `use` with the store that counts, once it is open. `closed` is called while it waits for a passphrase. */
  readonly whenOpen: <T>(
    use: (store: Store, shown: DoorShown) => Promise<T>,
    closed: (shown: DoorShown) => void,
  ) => Promise<T>;
  readonly shown: () => Promise<DoorShown>;
  readonly open: (passphrase: string) => Promise<Tried>;
  readonly waitMs: () => Promise<number>;
  /** Slow, and changes nothing yet: so that the app is closed for the copying alone. */
  readonly makeLock: (passphrase: string) => Promise<NewLock<Key>>;
  readonly turnOn: (made: NewLock<Key>) => Promise<Moved>;
  readonly turnOff: () => Promise<Moved>;
  readonly change: (passphrase: string, next: string) => Promise<Tried>;
  readonly openWithPasskey: () => Promise<TriedPasskey>;
  /** Whoever knows the passphrase may add a passkey. What is granted holds the key until it is used or let go. */
  readonly grantPasskey: (passphrase: string) => Promise<Tried & { readonly grant?: PasskeyGrant }>;
  readonly removePasskey: () => Promise<void>;
  /** Forgets everything, the lock first of all. */
  readonly erase: () => Promise<void>;
}

export interface NewLock<Key> {
  readonly lock: Bytes;
  readonly key: Key;
}

export interface DoorShown {
  readonly isLockOn: boolean;
  readonly passkey: 'none' | 'here' | 'in-account';
}

/** In two steps, so that somebody reads where a passkey is kept before it opens anything. */
export interface PasskeyGrant {
  /** Asks the browser for a new one. `isInAccount`: other devices may get it. `no-secret`: of a kind that is of no use here. */
  readonly make: (name: string) => Promise<{ readonly isInAccount: boolean } | 'stopped' | 'no-secret'>;
  /** From now on the one that was made opens the lock, too. `taken`: another tab has changed the lock. */
  readonly add: () => Promise<'ok' | 'stopped' | 'taken'>;
  /** Without `add`, nothing has changed. */
  readonly letGo: () => void;
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
    await endWaits();
    return { type: 'ok', found: { lock, storeKey } };
  };
  const enter = async ({ lock, storeKey }: Found): Promise<void> => {
    opened = { lock, key: await keep(storeKey) };
    wake();
  };
  const endWaits = (): Promise<Door> => doors.change((now) => ({ ...now, triesCount: 0, mayTryAtMs: 0 }));
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
          ? await doors.change(() => ({ ...door, storeName: name, lock, passkey: null, leftover: door.storeName }))
          : await doors.read();
      await dropLeftover(after);
      if (moved === 'ok') forget(door);
      return moved;
    });
  const forget = ({ passkey }: Door): void => {
    if (passkey !== null) ports.passkeys.forget(passkey.id);
  };

  const grantOn = ({ lock, storeKey }: Found): PasskeyGrant => {
    const salt = ports.random(ports.lockSaltBytes);
    let made: MadePasskey | null = null;
    let isOver = false;
    return {
      make: async (name) => {
        const answer = await ports.passkeys.make(name, salt);
        if (typeof answer === 'string') return answer;
        made = answer;
        return { isInAccount: answer.isInAccount };
      },
      add: async () => {
        if (made === null) return 'stopped';
        const { id, isInAccount } = made;
        const secret = made.secret ?? (await ports.passkeys.ask(id, salt));
        if (secret === null || isOver) return 'stopped';
        const sealed = await ports.sealPasskeyLock(secret, salt, storeKey.slice());
        const passkey = { id, salt, sealed, isInAccount };
        const after = await doors.change((now) => (isSameLock(now.lock, lock) ? { ...now, passkey } : now));
        isOver = true;
        storeKey.fill(0);
        if (after.passkey === passkey) return 'ok';
        ports.passkeys.forget(id);
        return 'taken';
      },
      letGo: () => {
        if (isOver) return;
        isOver = true;
        storeKey.fill(0);
        if (made !== null) ports.passkeys.forget(made.id);
      },
    };
  };

  return {
    whenOpen: async (use, closed) => {
      for (;;) {
        const done = await ports.whileAlone('shared', async () => {
          const door = await doors.read();
          await dropLeftover(door);
          if (door.lock === null) return { value: await use(ports.createStore(door.storeName, null), shownOf(door)) };
          if (opened === null || !isSameLock(opened.lock, door.lock)) return { waits: shownOf(door) };
          return { value: await use(ports.createStore(door.storeName, opened.key), shownOf(door)) };
        });
        if ('value' in done) return done.value;
        closed(done.waits);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    shown: async () => shownOf(await doors.read()),
    open: async (passphrase) => {
      const { found, ...tried } = await tryLock(passphrase);
      if (found !== undefined) await enter(found);
      return tried;
    },
    openWithPasskey: async () => {
      const { lock, passkey } = await doors.read();
      if (lock === null || passkey === null) return 'wrong';
      const secret = await ports.passkeys.ask(passkey.id, passkey.salt);
      if (secret === null) return 'stopped';
      const storeKey = await ports.openPasskeyLock(secret, passkey.salt, passkey.sealed);
      if (storeKey === null) return 'wrong';
      await endWaits();
      await enter({ lock, storeKey });
      return 'ok';
    },
    grantPasskey: async (passphrase) => {
      const { found, ...tried } = await tryLock(passphrase);
      return found === undefined ? tried : { ...tried, grant: grantOn(found) };
    },
    removePasskey: async () => {
      const before = await doors.read();
      await doors.change((now) => ({ ...now, passkey: null }));
      forget(before);
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
      // Whoever changes it may have a reason to close every other way in, too.
      const before = await doors.read();
      const after = await doors.change((now) =>
        isSameLock(now.lock, found.lock) ? { ...now, lock, passkey: null } : now,
      );
      if (after.passkey === null) forget(before);
      opened = { lock, key };
      return tried;
    },
    erase: async () => {
      forget(await doors.read());
      const { storeName, leftover } = await doors.change((now) => ({ ...now, lock: null }));
      for (const name of new Set([storeName, leftover ?? storeName])) await ports.eraseStore(name);
      await doors.erase();
    },
  };
}

const shownOf = ({ lock, passkey }: Door): DoorShown => ({
  isLockOn: lock !== null,
  passkey: passkey === null ? 'none' : passkey.isInAccount ? 'in-account' : 'here',
});

/** Two names take turns; each is whole or is deleted. */
const otherName = (name: string): string => (name.endsWith(secondEnding) ? name.slice(0, -2) : name + secondEnding);
const secondEnding = '-b';

const isSameLock = (a: Bytes | null, b: Bytes | null): boolean =>
  a === null || b === null ? a === b : isSameBytes(a, b);
