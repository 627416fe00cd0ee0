/** One try of a passphrase at a time, what came of it, and the seconds until the next one may be made. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../shell/app.ts';
import type { Tried } from './keeper.ts';

export interface Tries {
  readonly isBusy: ReadonlySignal<boolean>;
  /** The last try was wrong, or came too early; null: none yet. */
  readonly isWrong: ReadonlySignal<boolean>;
  readonly secondsLeft: ReadonlySignal<number>;
  /** Does nothing while another try runs or waits. @returns whether it was right. */
  readonly run: (attempt: () => Promise<Tried>) => Promise<boolean>;
}

const secondMs = 1_000;

export function useTries(): Tries {
  const app = useApp();
  const isBusy = useSignal(false);
  const isWrong = useSignal(false);
  const secondsLeft = useSignal(0);
  const untilMs = useRef(0);
  /** From the clock and not by counting: a page in the background is called seldom. */
  const look = (): void => {
    secondsLeft.value = Math.max(0, Math.ceil((untilMs.current - Date.now()) / secondMs));
  };
  const waitFor = (ms: number): void => {
    untilMs.current = Date.now() + ms;
    look();
  };
  useEffect(() => {
    // The wait goes on where a reload cut it short.
    void app.lock.waitMs().then((ms) => {
      if (ms > 0) isWrong.value = true;
      waitFor(ms);
    });
    const counting = setInterval(look, secondMs);
    return () => clearInterval(counting);
  }, [app]);
  return {
    isBusy,
    isWrong,
    secondsLeft,
    run: async (attempt) => {
      if (isBusy.value || secondsLeft.value > 0) return false;
      isBusy.value = true;
      try {
        const tried = await attempt();
        isWrong.value = tried.type !== 'ok';
        if (tried.type !== 'ok') waitFor(tried.waitMs);
        return tried.type === 'ok';
      } finally {
        isBusy.value = false;
      }
    },
  };
}
