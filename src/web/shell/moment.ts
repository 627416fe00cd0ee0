/** The moment as a signal: every half minute, every second while something counts down, and when the app comes back. */

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Snapshot } from '#device';
import type { Language } from '../messages/language.ts';
import type { Moment } from './practice-screens.ts';

const calmMs = 30_000;
const countingMs = 1_000;

export interface MomentPorts {
  readonly clock: () => number;
  readonly zone: () => string;
  /** What the person reads, best first, as the browser says: English of their own region keeps its clock and dates. */
  readonly locales: readonly string[];
  readonly timer: (delayMs: number, run: () => void) => () => void;
}

export function createMoment(
  ports: MomentPorts,
  snapshot: ReadonlySignal<Snapshot>,
  language: ReadonlySignal<Language>,
): { readonly moment: ReadonlySignal<Moment>; readonly refresh: () => void } {
  // The zone only when it is asked for: a browser's first use of `Intl` takes half the time of a whole start.
  const read = (): Moment => ({
    nowMs: ports.clock(),
    get zone() {
      return ports.zone();
    },
    locale: regionalLocale(language.value.locale, ports.locales),
  });
  const moment = signal(read());
  const beat = signal(0);
  effect(() => {
    beat.value;
    const delayMs = isCounting(snapshot.value) ? countingMs : calmMs;
    moment.value = read();
    return ports.timer(delayMs, () => {
      beat.value++;
    });
  });
  return {
    moment,
    refresh: () => {
      beat.value++;
    },
  };
}

/** The first of the person's own locales that is of this language, else the language alone. */
export function regionalLocale(language: string, locales: readonly string[]): string {
  return locales.find((locale) => locale === language || locale.startsWith(`${language}-`)) ?? language;
}

export const isCounting = (snapshot: Snapshot): boolean =>
  snapshot.windows.length > 0 || snapshot.pairing.step === 'inviting';
