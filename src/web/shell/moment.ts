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
  readonly timer: (delayMs: number, run: () => void) => () => void;
}

export function createMoment(
  ports: MomentPorts,
  snapshot: ReadonlySignal<Snapshot>,
  language: ReadonlySignal<Language>,
): { readonly moment: ReadonlySignal<Moment>; readonly refresh: () => void } {
  const read = (): Moment => ({ nowMs: ports.clock(), zone: ports.zone(), locale: language.value.locale });
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

export const isCounting = (snapshot: Snapshot): boolean =>
  snapshot.windows.length > 0 || snapshot.pairing.step === 'inviting';
