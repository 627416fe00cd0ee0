/**
 * What every screen can reach: the device, what it shows now, the moment, the words, and the way to another screen.
 *
 *     const app = useApp();
 *     const { partner } = app.snapshot.value;            // reading a signal subscribes the component
 *     const m = useMessages(en);                          // words of this area in the person's language
 *     const result = await app.device.command({ practice: 'promises', … });
 *     if (result.ok) app.navigate('/promises');           // what resolved ok is on disk: no spinner, no toast
 *
 * A practice screen is a component called `Screen` (props: params, query) in a module of its own, listed in `routes`
 * of its `practice.tsx`. An ordinary one returns `<Screen title=…>` from parts; a guided one returns `<Steps …>`.
 * A link is a plain `<a href="/promises">`; the router takes plain clicks on it.
 */

import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Device, PairingRefusal, Snapshot } from '#device';
import { assert } from '#kernel';
import type { Lock } from '../lock/lock.ts';
import type { Language, Translate } from '../messages/language.ts';
import type { Moment, PracticeScreens } from './practice-screens.ts';
import type { Preferences } from './preferences.ts';
import type { Location, Router } from './router.ts';

export interface App {
  readonly device: Device;
  readonly snapshot: ReadonlySignal<Snapshot>;
  readonly moment: ReadonlySignal<Moment>;
  readonly language: ReadonlySignal<Language>;
  /** From an English messages object to the person's language; `useMessages` in components. */
  readonly translate: ReadonlySignal<Translate>;
  readonly location: ReadonlySignal<Location>;
  readonly navigate: Router['navigate'];
  readonly back: Router['back'];
  /** Empty until they are here, which is before the device has been read. */
  readonly practices: ReadonlySignal<readonly PracticeScreens[]>;
  readonly preferences: Preferences;
  /** Why the last link could not be used, until the join screen has been left. */
  readonly linkRefusal: ReadonlySignal<PairingRefusal | null>;
  readonly readLink: (link: string) => Promise<void>;
  /** An update is here and waits for consent. */
  readonly updateWaits: ReadonlySignal<boolean>;
  readonly useUpdate: () => void;
  readonly putUpdateOff: () => void;
  readonly lock: Lock;
  /** Forgets everything on this device and starts anew. */
  readonly eraseDevice: () => Promise<void>;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  assert(app !== null, 'a screen is drawn outside the app');
  return app;
}

/** The practices that are offered on this device. */
export const takenUp = (app: App): readonly PracticeScreens[] =>
  app.practices.value.filter(({ key }) => !app.snapshot.value.aside.has(key));

/** The messages of an area in the person's language. */
export function useMessages<T extends object>(english: T): T {
  return useApp().translate.value(english);
}
