/**
 * What a person prefers on this device alone: it never leaves it, and says nothing about what was written or when.
 * Kept in localStorage, so that the theme is right before the store is open.
 */
import { effect, type Signal, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
export type Tone = 'dusk' | 'ember';
/** Under which name and icon this device shows the app from outside. */
export type Cover = 'attune' | 'notes';

export interface Preferences {
  readonly theme: Signal<Theme>;
  readonly language: Signal<string>;
  /** null: as the device says. */
  readonly tone: Signal<Tone | null>;
  readonly cover: Signal<Cover>;
  readonly cancelWindowMs: Signal<number>;
  /** The app was open here before: the greeting of the first time has been given. It says nothing about what was written. */
  readonly hasBegun: Signal<boolean>;
  readonly isBackupReminded: Signal<boolean>;
  /** Under the lock: after how many minutes without a touch it closes by itself; 0: never. */
  readonly lockAfterMinutes: Signal<number>;
}

const storageKey = 'attune.preferences';

export interface Saved {
  readonly theme: Theme;
  readonly language: string;
  readonly tone: Tone | null;
  readonly cover: Cover;
  readonly cancelWindowMs: number;
  readonly hasBegun: boolean;
  readonly isBackupReminded: boolean;
  readonly lockAfterMinutes: number;
}

export const lockMinutes = [0, 1, 5, 15] as const;
const lockMinutesDefault = 5;

/** Whatever was stored, by any version: what cannot be read is the default. */
export function textToSaved(text: string | null, defaultWindowMs: number): Saved {
  const value = readJson(text);
  const field = (key: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  const theme = field('theme');
  const tone = field('tone');
  const language = field('language');
  const windowMs = field('cancelWindowMs');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: typeof language === 'string' ? language : 'en',
    tone: tone === 'dusk' || tone === 'ember' ? tone : null,
    cover: field('cover') === 'notes' ? 'notes' : 'attune',
    cancelWindowMs: typeof windowMs === 'number' && Number.isSafeInteger(windowMs) ? windowMs : defaultWindowMs,
    hasBegun: field('hasBegun') === true,
    isBackupReminded: field('isBackupReminded') !== false,
    lockAfterMinutes: lockMinutes.find((minutes) => minutes === field('lockAfterMinutes')) ?? lockMinutesDefault,
  };
}

export function createPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>, defaultWindowMs: number): Preferences {
  const saved = textToSaved(storage.getItem(storageKey), defaultWindowMs);
  const preferences: Preferences = {
    theme: signal(saved.theme),
    language: signal(saved.language),
    tone: signal(saved.tone),
    cover: signal(saved.cover),
    cancelWindowMs: signal(saved.cancelWindowMs),
    hasBegun: signal(saved.hasBegun),
    isBackupReminded: signal(saved.isBackupReminded),
    lockAfterMinutes: signal(saved.lockAfterMinutes),
  };
  effect(() => {
    const now: Saved = {
      theme: preferences.theme.value,
      language: preferences.language.value,
      tone: preferences.tone.value,
      cover: preferences.cover.value,
      cancelWindowMs: preferences.cancelWindowMs.value,
      hasBegun: preferences.hasBegun.value,
      isBackupReminded: preferences.isBackupReminded.value,
      lockAfterMinutes: preferences.lockAfterMinutes.value,
    };
    storage.setItem(storageKey, JSON.stringify(now));
  });
  return preferences;
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // SyntaxError: the only throw of JSON.parse on a string
  }
}
