/**
 * Two phones in one room may not show the same time. The server's clock, as a hint, stands between them: a phone that
 * is some minutes off reckons with what the server says, so that "in twenty minutes" is the same moment on both.
 */
import { pauseLimits } from './limits.ts';

/** How the clock of this device stands to the server's. `far`: so far that neither is believed over the other. */
export type ClockStanding = 'unknown' | 'same' | 'ahead' | 'behind' | 'far';

/** `differenceMs`: the server's clock minus this one's. */
export function clockStanding(differenceMs: number | null): ClockStanding {
  if (differenceMs === null || !Number.isFinite(differenceMs)) return 'unknown';
  if (Math.abs(differenceMs) < pauseLimits.clockSameMsMax) return 'same';
  if (Math.abs(differenceMs) > pauseLimits.clockOffMsMax) return 'far';
  return differenceMs < 0 ? 'ahead' : 'behind';
}

/** What is to be added to the clock of this device. */
export function clockCorrectionMs(differenceMs: number | null): number {
  const standing = clockStanding(differenceMs);
  return standing === 'ahead' || standing === 'behind' ? Math.trunc(differenceMs ?? 0) : 0;
}

const minuteMs = 60_000;

/** Up to a whole minute, as clocks on walls show it. */
export const toWholeMinute = (atMs: number): number => Math.ceil(atMs / minuteMs) * minuteMs;
