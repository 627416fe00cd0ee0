/**
 * Puts the app together from its ports: signals over the device, router, language, connection. `main.ts` is the
 * composition root that makes the ports.
 */

import { computed, effect, signal } from '@preact/signals';
import { h, render } from 'preact';
import type { Device, PairingRefusal } from '#device';
import type { Lock } from '../lock/lock.ts';
import { en } from '../messages/en.ts';
import { findLanguage, type Translate } from '../messages/language.ts';
import type { App } from './app.ts';
import { followCover } from './cover.ts';
import { changeWithTransition, followLook } from './look.ts';
import { createMoment, type MomentPorts } from './moment.ts';
import type { PracticeScreens } from './practice-screens.ts';
import type { Preferences } from './preferences.ts';
import { followExitKey } from './quick-exit.ts';
import { createRouter } from './router.ts';
import { alone, createShown, ElsewhereScreen, type HelpOver, NotHere, Shell, type Shown } from './shell.tsx';
import type { Updates } from './updates.ts';

const helpPath = '/help';

export interface StartPorts extends MomentPorts {
  readonly device: Device;
  readonly preferences: Preferences;
  readonly updates: Updates;
  readonly lock: Lock;
  /** The practices; here before the device has been read. */
  readonly practices: Promise<readonly PracticeScreens[]>;
  /** The fragment with which the page was opened; already gone from the address bar. */
  readonly link: string | null;
  /** Asks the browser not to forget what was written. */
  readonly keepStorage: () => Promise<void>;
  readonly erase: () => Promise<void>;
}

export async function startApp(root: HTMLElement, ports: StartPorts): Promise<{ readonly showElsewhere: () => void }> {
  const { device, preferences } = ports;
  const practices = signal<readonly PracticeScreens[]>([]);
  void ports.practices.then(
    (loaded) => {
      practices.value = loaded;
    },
    () => {}, // whoever made the ports says that a part of the app could not be fetched
  );
  const snapshot = signal(device.snapshot());
  const isElsewhere = signal(false);
  device.subscribe(() => {
    snapshot.value = device.snapshot();
  });

  const language = computed(() => findLanguage(preferences.language.value));
  const translate = signal<Translate>(await language.value.load());
  effect(() => {
    const wanted = language.value;
    void wanted.load().then((loaded) => {
      if (language.peek() === wanted) translate.value = loaded;
    });
  });

  const { moment, refresh } = createMoment(ports, snapshot, language);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  followLook(document, preferences, language);
  followCover(document, preferences, () => translate.value(en).covers);

  const linkRefusal = signal<PairingRefusal | null>(null);
  const help = createHelp(ports.practices);
  const router = createRouter(window, (change) => change());
  const readLink = async (link: string): Promise<void> => {
    const opened = await device.openLink(link);
    linkRefusal.value = opened.ok ? null : opened.error;
    if (router.location.peek().path !== '/join') router.navigate('/join');
  };
  const app: App = {
    device,
    snapshot,
    moment,
    language,
    translate,
    location: router.location,
    navigate: router.navigate,
    back: router.back,
    practices,
    preferences,
    linkRefusal,
    readLink,
    updateWaits: ports.updates.isWaiting,
    useUpdate: ports.updates.use,
    putUpdateOff: ports.updates.putOff,
    lock: ports.lock,
    eraseDevice: ports.erase,
  };

  const { shown, follow } = createShown(app, ports.practices, changeWithTransition);
  const elsewhere = signal(alone(ElsewhereScreen));
  const locked = signal<Shown | null>(null);
  effect(follow);
  effect(() => {
    if (ports.lock.front.value === 'nothing' || locked.peek() !== null) return;
    void import('../lock/lock-screen.tsx').then(
      ({ LockScreen }) => (locked.value = alone(LockScreen)),
      () => (locked.value = alone(NotHere)),
    );
  });
  const isTakenOver = computed(
    () => isElsewhere.value || snapshot.value.notices.some((notice) => notice.type === 'elsewhere'),
  );
  // Drawn anew only when it is taken over: each render from the root would begin to count ids again.
  effect(() => {
    const [key, inFront] = isTakenOver.value
      ? (['elsewhere', elsewhere] as const)
      : ports.lock.front.value !== 'nothing'
        ? (['lock', locked] as const)
        : (['app', shown] as const);
    render(h(Shell, { key, app, shown: inFront, help }), root);
  });

  followExitKey(window, () => performance.now());
  followConnection(device);
  keepOnceWritten(snapshot, preferences, ports.keepStorage);
  if (ports.link !== null) void whenReady(snapshot).then(() => readLink(ports.link ?? ''));
  window.addEventListener('hashchange', () => {
    const link = takeFragment(window);
    if (link !== null) void readLink(link);
  });
  return {
    showElsewhere: () => {
      isElsewhere.value = true;
    },
  };
}

/** Reads the fragment once and removes it from the address bar and the history, whatever it holds. */
export function takeFragment(window: Window): string | null {
  const { hash, pathname, search } = window.location;
  if (hash.length < 2) return null;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash;
}

/**
 * The help page has no address of its own, so that no history holds it: a press on a link to it opens it over the screen.
 * It is fetched with the practices, by everybody, so that its being opened asks nobody for anything.
 */
function createHelp(practices: Promise<unknown>): HelpOver {
  const sheet: HelpOver['sheet'] = signal(null);
  const isOpen = signal(false);
  void practices
    .then(() => import('../help/help-sheet.tsx'))
    .then(
      (module) => (sheet.value = () => module.HelpSheet),
      () => {}, // no connection yet, and never opened before: the links to it wait
    );
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest(`a[href="${helpPath}"]`) : null;
      if (link === null) return;
      event.preventDefault();
      isOpen.value = true;
    },
    { capture: true },
  );
  if (window.location.pathname === helpPath) {
    window.history.replaceState(window.history.state, '', '/');
    isOpen.value = true;
  }
  return { sheet, isOpen };
}

type SnapshotSignal = App['snapshot'];

/** The device itself decides whether there is anybody to exchange with; alone, no server is spoken to. */
function followConnection(device: Device): void {
  device.connect();
  window.addEventListener('online', () => device.connect());
  document.addEventListener('visibilitychange', () => document.hidden || device.connect());
}

/**
 * The browser is asked to keep what is stored: on a later visit at once, on the first after the first saved entry;
 * before it there is nothing to keep, and a question would only startle. The mark of the first visit lies open in
 * localStorage, so it is made whether anything was written or not.
 */
function keepOnceWritten(snapshot: SnapshotSignal, preferences: Preferences, keepStorage: () => Promise<void>): void {
  const isReturning = preferences.hasBegun.peek();
  const hasWritten = computed(() => [...snapshot.value.thingsByPractice.values()].some((things) => things.size > 0));
  void whenReady(snapshot).then(() => {
    preferences.hasBegun.value = true;
    const stop = effect(() => {
      if (!isReturning && !hasWritten.value) return;
      queueMicrotask(() => stop());
      void keepStorage();
    });
  });
}

function whenReady(snapshot: SnapshotSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!snapshot.value.isReady) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
