/**
 * The lock as the screens see it. What does the work is fetched with the device; this says what stands in front of the
 * app from the first moment on, by a mark in localStorage, so that nothing else is drawn first.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from '#device';
import type { DoorShown, Keeper, Moved, PasskeyGrant, Tried, TriedPasskey } from './keeper.ts';
import type { Place, PlaceStorage } from './places.ts';

/** `stopped`: the lock could not be put on or taken off; all is as it was, and the app has to be opened anew. */
export type Front = 'nothing' | 'lock' | 'work' | 'stopped';

export interface Lock {
  readonly front: ReadonlySignal<Front>;
  readonly isOn: ReadonlySignal<boolean>;
  /** Beside the passphrase. `in-account`: it may be on other devices, too. */
  readonly passkey: ReadonlySignal<DoorShown['passkey']>;
  /** Not every browser knows passkeys, and none makes one for an address in numbers. */
  readonly canHavePasskey: boolean;
  readonly open: (passphrase: string) => Promise<Tried>;
  readonly openWithPasskey: () => Promise<TriedPasskey>;
  readonly grantPasskey: (passphrase: string) => Promise<Tried & { readonly grant?: PasskeyGrant }>;
  readonly removePasskey: () => Promise<void>;
  /** What is left of the wait after wrong tries. */
  readonly waitMs: () => Promise<number>;
  /** Both close the app, and open it anew in the end. */
  readonly turnOn: (passphrase: string) => Promise<void>;
  readonly turnOff: (passphrase: string) => Promise<Tried>;
  readonly change: (passphrase: string, next: string) => Promise<Tried>;
  /** Empty at once; the keys go with the page. */
  readonly lockNow: () => void;
  /** Which of the two places on this device this is. */
  readonly place: Place;
  /** Closes this one, and opens the other one in its stead. */
  readonly goToOtherPlace: () => void;
}

export interface LockPorts {
  readonly keeper: Promise<Keeper<CryptoKey>>;
  readonly storage: PlaceStorage;
  readonly window: Window;
  readonly closeDevice: () => Promise<void>;
  readonly place: Place;
  readonly turnToOther: () => void;
}

const markKey = 'attune.lock';
const passkeyMarks = ['here', 'in-account'] as const;
/** What is being saved is let finish; longer than that nobody waits for a lock. */
const closeMsMax = 1_000;

export interface RealLock extends Lock {
  readonly whenOpen: <T>(use: (store: Store) => Promise<T>) => Promise<T>;
}

export function createLock({ keeper, storage, window, closeDevice, place, turnToOther }: LockPorts): RealLock {
  const mark = storage.getItem(markKey);
  const isOn = signal(mark !== null);
  const passkey = signal<DoorShown['passkey']>(passkeyMarks.find((known) => known === mark) ?? 'none');
  const front = signal<Front>(isOn.value ? 'lock' : 'nothing');
  const setShown = (shown: DoorShown): void => {
    isOn.value = shown.isLockOn;
    passkey.value = shown.passkey;
    if (shown.isLockOn) storage.setItem(markKey, shown.passkey === 'none' ? '1' : shown.passkey);
    else storage.removeItem(markKey);
  };
  const look = async (): Promise<void> => setShown(await (await keeper).shown());
  const move = async (isOnAfter: boolean, run: () => Promise<Moved>): Promise<void> => {
    front.value = 'work';
    try {
      await closeDevice();
      if ((await run()) !== 'ok') {
        front.value = 'stopped';
        return;
      }
    } catch (error) {
      front.value = 'stopped';
      throw error;
    }
    setShown({ isLockOn: isOnAfter, passkey: 'none' });
    window.location.replace('/');
  };
  const lockNow = (): void => {
    window.document.body.replaceChildren();
    window.document.title = '';
    const leave = (): void => window.location.replace('/');
    window.setTimeout(leave, closeMsMax);
    // Behind the lock no device has been made that could be closed.
    if (front.value === 'lock') return leave();
    void closeDevice().then(leave, leave);
  };
  return {
    front,
    isOn,
    whenOpen: async (use) => {
      const opened = (await keeper).whenOpen(
        async (store, shown) => {
          setShown(shown);
          return use(store);
        },
        (shown) => {
          setShown(shown);
          front.value = 'lock';
        },
      );
      const value = await opened;
      front.value = 'nothing';
      return value;
    },
    open: async (passphrase) => (await keeper).open(passphrase),
    waitMs: async () => (await keeper).waitMs(),
    turnOn: async (passphrase) => {
      const { makeLock, turnOn } = await keeper;
      const made = await makeLock(passphrase);
      await move(true, () => turnOn(made));
    },
    turnOff: async (passphrase) => {
      const { open, turnOff } = await keeper;
      const tried = await open(passphrase);
      if (tried.type === 'ok') await move(false, turnOff);
      return tried;
    },
    change: async (passphrase, next) => {
      const tried = await (await keeper).change(passphrase, next);
      await look();
      return tried;
    },
    passkey,
    canHavePasskey: 'PublicKeyCredential' in window && /[a-z]/i.test(window.location.hostname.replace(/^\[.*/, '')),
    openWithPasskey: async () => (await keeper).openWithPasskey(),
    grantPasskey: async (passphrase) => {
      const { grant, ...tried } = await (await keeper).grantPasskey(passphrase);
      if (grant === undefined) return tried;
      const add = async () => {
        const added = await grant.add();
        await look();
        return added;
      };
      return { ...tried, grant: { ...grant, add } };
    },
    removePasskey: async () => {
      await (await keeper).removePasskey();
      await look();
    },
    lockNow,
    place,
    goToOtherPlace: () => {
      turnToOther();
      lockNow();
    },
  };
}
