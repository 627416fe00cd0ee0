/**
 * The composition root of the app: makes the browser's side of every port, the device on top of them, and starts the
 * screens. The only file of this room that touches `crypto.subtle`. The device comes in a part of its own, so that
 * the first screen is drawn while it is being loaded.
 */

import { h, render } from 'preact';
import type { Device } from '#device';
import { limits } from '#kernel';
import type { Keeper } from './lock/keeper.ts';
import { createLock, type RealLock } from './lock/lock.ts';
import { clearPlace, placeName, placeOf, storageOf, turnToOther } from './lock/places.ts';
import { en } from './messages/en.ts';
import { browserTimer, createRandom, currentZone, deviceNameOf, takeTab } from './shell/adapters/platform.ts';
import { createDeviceOnItsWay } from './shell/device-on-its-way.ts';
import { createPreferences } from './shell/preferences.ts';
import { staysLeft } from './shell/quick-exit.ts';
import { relayUrlOf } from './shell/relay-url.ts';
import { PlainScreen } from './shell/shell.tsx';
import { startApp, takeFragment } from './shell/start.ts';
import { watchUpdates } from './shell/updates.ts';
import './style/index.css';

// Before anything else: an invitation must not stay in the address bar, where a glance or a screenshot finds it.
const link = takeFragment(window);
const place = placeOf(sessionStorage);
const storeName = placeName(place);
const root = document.querySelector<HTMLElement>('#app') ?? document.body;
const relayUrl = relayUrlOf(location.href, readMeta('attune-relay'));
const clock = () => Date.now();
const random = createRandom(crypto);

if (staysLeft(window)) {
  // Somebody left in a hurry, and the history led back here: the page stays empty.
} else if (!window.isSecureContext) {
  render(h(PlainScreen, { ...en.insecure, again: null }), root);
} else {
  start().catch(() => render(h(PlainScreen, en.closedStore), root));
}

async function start(): Promise<void> {
  const practices = import('./shell/practices.ts').then((module) => module.practices);
  const keeper = makeKeeper();
  const storage = storageOf(localStorage, place);
  const lock = createLock({
    keeper,
    storage,
    window,
    closeDevice: () => device.close(),
    place,
    turnToOther: () => turnToOther(sessionStorage),
  });
  const coming = createRealDevice(lock, practices);
  const device = createDeviceOnItsWay(coming, relayUrl);
  const preferences = createPreferences(storage, limits.cancelWindowMsDefault);
  if (new URLSearchParams(location.search).has('pseudo')) preferences.language.value = 'pseudo';
  const app = await startApp(root, {
    device,
    practices,
    preferences,
    updates: watchUpdates(
      import.meta.env.PROD ? navigator.serviceWorker : undefined,
      'trustedTypes' in window ? window.trustedTypes : null,
    ),
    lock,
    clock,
    zone: currentZone,
    locales: navigator.languages,
    timer: browserTimer,
    link,
    keepStorage: async () => {
      await navigator.storage?.persist?.();
    },
    erase: async () => {
      // Behind the lock no device has been made that could be closed.
      if (lock.front.value === 'nothing') await device.close();
      await (await keeper).erase();
      clearPlace(localStorage, place);
      location.replace('/');
    },
  });
  // A tab that stands locked takes nothing over; one that is taken over keeps no keys of a lock.
  const take = () =>
    takeTab(navigator.locks, storeName, () => (lock.isOn.value ? lock.lockNow() : app.showElsewhere()));
  const isLocked = lock.isOn.value;
  if (!isLocked) take();
  await coming;
  if (isLocked) take();
  if (!lock.isOn.value) return;
  const { followIdle } = await import('./lock/idle.ts');
  followIdle({ window, clock, minutes: () => preferences.lockAfterMinutes.value, lock: lock.lockNow });
}

/** `screens`: what is read is shown at once, so the practices have to be here by then. */
async function createRealDevice(lock: RealLock, screens: Promise<unknown>): Promise<Device> {
  const parts = Promise.all([
    import('./shell/create-device.ts'),
    import('#core'),
    import('#crypto'),
    import('./shell/adapters/web-socket-transport.ts'),
    screens,
  ]);
  parts.catch(() => {}); // said by whoever waits for the device; behind the lock nobody does yet
  return lock.whenOpen(async (store) => {
    const [{ createDevice }, { practices }, { createWebPrimitives, loadWords }, { createWebSocketTransport }] =
      await parts;
    return createDevice(
      {
        clock,
        random,
        primitives: createWebPrimitives(crypto.subtle),
        store,
        transport: createWebSocketTransport(WebSocket),
        timer: browserTimer,
        zone: currentZone,
        words: loadWords,
        deviceName: deviceNameOf(navigator.userAgent, navigator.maxTouchPoints > 1),
      },
      practices,
      { relayUrl, appUrl: location.origin },
    );
  });
}

async function makeKeeper(): Promise<Keeper<CryptoKey>> {
  const [{ createKeeper }, { createDoors }, { createPasskeys }, { createIndexedDbStore }, sealing] = await Promise.all([
    import('./lock/keeper.ts'),
    import('./shell/adapters/store-key.ts'),
    import('./shell/adapters/passkeys.ts'),
    import('./shell/adapters/indexed-db-store.ts'),
    import('#crypto'),
  ]);
  const { subtle } = crypto;
  const primitives = sealing.createWebPrimitives(subtle);
  const { lockSaltBytes, storeKeyBytes } = sealing;
  const locks: LockManager | undefined = navigator.locks;
  return createKeeper<CryptoKey>({
    doors: createDoors(indexedDB, `${storeName}-door`, storeName),
    random,
    clock,
    lockSaltBytes,
    storeKeyBytes,
    sealLock: (passphrase, salt, storeKey) => sealing.sealLock(primitives, passphrase, salt, storeKey),
    openLock: (passphrase, sealed) => sealing.openLock(primitives, passphrase, sealed),
    passkeys: createPasskeys(navigator.credentials, location.hostname, random),
    sealPasskeyLock: (secret, salt, storeKey) => sealing.sealPasskeyLock(primitives, secret, salt, storeKey),
    openPasskeyLock: (secret, salt, sealed) => sealing.openPasskeyLock(primitives, secret, salt, sealed),
    importKey: (storeKey) => subtle.importKey('raw', storeKey, 'AES-GCM', false, ['encrypt', 'decrypt']),
    createStore: (name, key) => createIndexedDbStore(name, { indexedDB, subtle, random, key }),
    eraseStore: async (name) => (await import('./shell/adapters/sweep.ts')).eraseAndSweep(indexedDB, name),
    whileAlone: async (mode, run) => (locks ? locks.request(`${storeName}-door`, { mode }, run) : run()),
  });
}

function readMeta(name: string): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
}
