/**
 * What stands in front of the store: a little database of its own that names the database which counts, holds the lock
 * of its key, and remembers how often somebody tried. Each change is one transaction, so that the store has either its
 * old place and key or its new ones, whenever the power goes.
 */
import type { Bytes } from '#kernel';

export interface Door {
  /** The database in which the records lie. */
  readonly storeName: string;
  /** The key of that database under a passphrase; null: it lies beside the records. */
  readonly lock: Bytes | null;
  /** The same key under a passkey, beside the passphrase and never without it; null: there is none. */
  readonly passkey: DoorPasskey | null;
  /** A database that counts no longer, or not yet: to be deleted by whoever opens next. */
  readonly leftover: string | null;
  /** Tries since it was last opened, and when the next one may be made. */
  readonly triesCount: number;
  readonly mayTryAtMs: number;
}

export interface DoorPasskey {
  readonly id: Bytes;
  /** What the passkey is asked for (the input of its PRF). */
  readonly salt: Bytes;
  readonly sealed: Bytes;
  /** An account may keep it and bring it to other devices (WebAuthn level 3, 6.1.3: backup eligibility). */
  readonly isInAccount: boolean;
}

export interface Doors {
  readonly read: () => Promise<Door>;
  /** @returns the door as it is afterwards; `to` runs inside the transaction. */
  readonly change: (to: (now: Door) => Door) => Promise<Door>;
  readonly erase: () => Promise<void>;
}

const recordName = 'now';

export function createDoors(factory: IDBFactory, name: string, firstStoreName: string): Doors {
  const first: Door = {
    ...{ storeName: firstStoreName, lock: null, passkey: null, leftover: null, triesCount: 0, mayTryAtMs: 0 },
  };
  return {
    read: () => inDatabase(factory, name, 'readonly', (doors, give) => ask(doors.get(recordName), first, give)),
    change: (to) =>
      inDatabase(factory, name, 'readwrite', (doors, give) =>
        ask(doors.get(recordName), first, (now) => {
          const next = to(now);
          doors.put(next, recordName);
          give(next);
        }),
      ),
    erase: () =>
      new Promise((resolve, reject) => {
        const erasing = factory.deleteDatabase(name);
        erasing.onsuccess = () => resolve();
        erasing.onerror = () => reject(erasing.error);
      }),
  };
}

/** One transaction in a connection of its own, so that no tab that sleeps stands in the way of another. */
function inDatabase(
  factory: IDBFactory,
  name: string,
  mode: IDBTransactionMode,
  run: (doors: IDBObjectStore, give: (door: Door) => void) => void,
): Promise<Door> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('doors');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      let given: Door | null = null;
      const transaction = database.transaction('doors', mode, { durability: 'strict' });
      transaction.oncomplete = () => {
        database.close();
        if (given === null) reject(new Error('The door of the store cannot be read'));
        else resolve(given);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error ?? new Error('The transaction was ended by the browser'));
      };
      run(transaction.objectStore('doors'), (door) => {
        given = door;
      });
    };
  });
}

/** What is there but is no door is not taken for none: an app without its lock would begin anew beside what is locked. */
function ask(request: IDBRequest<unknown>, first: Door, give: (door: Door) => void): void {
  request.onsuccess = () => {
    const found: unknown = request.result;
    if (found === undefined) give(first);
    else if (isDoor(found)) give({ ...first, ...found }); // one of before passkeys says nothing of them
  };
}

function isDoor(value: unknown): value is Door {
  if (typeof value !== 'object' || value === null) return false;
  const {
    storeName,
    lock,
    passkey = null,
    leftover,
    triesCount,
    mayTryAtMs,
  } = value as Partial<Record<keyof Door, unknown>>;
  return (
    typeof storeName === 'string' &&
    (lock === null || lock instanceof Uint8Array) &&
    (passkey === null || isPasskey(passkey)) &&
    (leftover === null || typeof leftover === 'string') &&
    typeof triesCount === 'number' &&
    typeof mayTryAtMs === 'number'
  );
}

function isPasskey(value: unknown): value is DoorPasskey {
  if (typeof value !== 'object' || value === null) return false;
  const { id, salt, sealed, isInAccount } = value as Partial<Record<keyof DoorPasskey, unknown>>;
  return [id, salt, sealed].every((bytes) => bytes instanceof Uint8Array) && typeof isInAccount === 'boolean';
}
