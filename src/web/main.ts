/**
 * The composition root of the app: makes the browser's side of every port, the device on top of them, and starts the
 * screens. The only file of this room that touches `crypto.subtle`. The device comes in a part of its own, so that
 * the first screen is drawn while it is being loaded.
 */

import { h, render } from 'preact';
import type { Device } from '#device';
import { limits } from '#kernel';
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
const storeName = 'attune';
const root = document.querySelector<HTMLElement>('#app') ?? document.body;
const relayUrl = relayUrlOf(location.href, readMeta('attune-relay'));
const clock = () => Date.now();

if (staysLeft(window)) {
  // Somebody left in a hurry, and the history led back here: the page stays empty.
} else if (!window.isSecureContext) {
  render(h(PlainScreen, { ...en.insecure, again: null }), root);
} else {
  start().catch(() => render(h(PlainScreen, en.closedStore), root));
}

async function start(): Promise<void> {
  const practices = import('./shell/practices.ts').then((module) => module.practices);
  const coming = createRealDevice(practices);
  const device = createDeviceOnItsWay(coming, relayUrl);
  const preferences = createPreferences(localStorage, limits.cancelWindowMsDefault);
  if (new URLSearchParams(location.search).has('pseudo')) preferences.language.value = 'pseudo';
  const app = await startApp(root, {
    device,
    practices,
    preferences,
    updates: watchUpdates(
      import.meta.env.PROD ? navigator.serviceWorker : undefined,
      'trustedTypes' in window ? window.trustedTypes : null,
    ),
    clock,
    zone: currentZone,
    locales: navigator.languages,
    timer: browserTimer,
    link,
    keepStorage: async () => {
      await navigator.storage?.persist?.();
    },
    erase: async () => {
      await device.close();
      const { eraseIndexedDb } = await import('./shell/adapters/indexed-db-store.ts');
      await eraseIndexedDb(indexedDB, storeName);
      localStorage.clear();
      location.replace('/');
    },
  });
  takeTab(navigator.locks, storeName, app.showElsewhere);
  await coming;
}

/** `screens`: what is read is shown at once, so the practices have to be here by then. */
async function createRealDevice(screens: Promise<unknown>): Promise<Device> {
  const [
    { createDevice },
    { practices },
    { createWebPrimitives, loadWords },
    { createIndexedDbStore },
    { createWebSocketTransport },
  ] = await Promise.all([
    import('./shell/create-device.ts'),
    import('#core'),
    import('#crypto'),
    import('./shell/adapters/indexed-db-store.ts'),
    import('./shell/adapters/web-socket-transport.ts'),
    screens,
  ]);
  const random = createRandom(crypto);
  return createDevice(
    {
      clock,
      random,
      primitives: createWebPrimitives(crypto.subtle),
      store: createIndexedDbStore(storeName, { indexedDB, subtle: crypto.subtle, random }),
      transport: createWebSocketTransport(WebSocket),
      timer: browserTimer,
      zone: currentZone,
      words: loadWords,
      deviceName: deviceNameOf(navigator.userAgent, navigator.maxTouchPoints > 1),
    },
    practices,
    { relayUrl, appUrl: location.origin },
  );
}

function readMeta(name: string): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;
}
