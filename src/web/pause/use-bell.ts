/**
 * The bell at the return time. It is set on the audio clock when the screen opens, so that it rings with the screen
 * dimmed and without a connection; for a while the screen is kept from going dark, since a phone asleep cannot ring.
 */
import { useEffect } from 'preact/hooks';
import { createBell } from '../shell/bell.ts';
import { createWakeLock } from '../shell/wake-lock.ts';

/** Longer than this a lit screen costs more than a bell is worth. */
const litMsMax = 3_600_000;
/** After the bell, time to see what it was. */
const litAfterMs = 120_000;

/** `atMs` by the clock of this device; null: no bell. */
export function useBell(atMs: number | null): void {
  useEffect(() => {
    const inMs = atMs === null ? 0 : atMs - Date.now();
    if (inMs <= 0) return;
    const bell = createBell();
    const lock = createWakeLock();
    bell.ringAt(inMs);
    if (inMs <= litMsMax) lock.hold();
    const dark = setTimeout(lock.release, inMs + litAfterMs);
    return () => {
      clearTimeout(dark);
      lock.release();
      bell.stop();
    };
  }, [atMs]);
}
