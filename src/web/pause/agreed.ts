/**
 * Now, as both phones reckon: by the clock of this device, put right by the server's where they differ by some minutes.
 * A screen that shows a return time is drawn anew at that moment, not up to half a minute later.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clockCorrectionMs, clockStanding } from '#core';
import { useApp } from '../shell/app.ts';
import { spanToWords } from './return-words.ts';

export interface Agreed {
  readonly nowMs: number;
  readonly zone: string;
  readonly locale: string;
  /** To be given to commands. */
  readonly clockDifferenceMs: number | null;
  /** From an agreed instant to the clock of this device. */
  readonly toDeviceMs: (atMs: number) => number;
}

export function useAgreed(momentsMs: readonly number[] = []): Agreed {
  const app = useApp();
  const { nowMs: readMs, zone, locale } = app.moment.value;
  const { clockDifferenceMs } = app.snapshot.value.connection;
  const correctionMs = clockCorrectionMs(clockDifferenceMs);
  const toDeviceMs = (atMs: number): number => atMs - correctionMs;
  const wokenMs = useSignal(0);
  const deviceMs = Math.max(readMs, wokenMs.value);
  const next = Math.min(...momentsMs.map(toDeviceMs).filter((atMs) => atMs > deviceMs));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const id = setTimeout(
      () => {
        wokenMs.value = Math.max(next, Date.now());
      },
      Math.max(0, next - Date.now()),
    );
    return () => clearTimeout(id);
  }, [next]);
  return { nowMs: deviceMs + correctionMs, zone, locale, clockDifferenceMs, toDeviceMs };
}

const minuteMs = 60_000;

/** What there is to say about the clock of this device, for `messages.clock`. */
export function clockToWords(
  differenceMs: number | null,
  locale: string,
  words: { readonly reckoned: (left: string) => string; readonly far: string },
): string | null {
  switch (clockStanding(differenceMs)) {
    case 'far':
      return words.far;
    case 'ahead':
    case 'behind':
      return words.reckoned(spanToWords(Math.abs(differenceMs ?? 0) + minuteMs / 2, locale));
    default:
      return null;
  }
}
