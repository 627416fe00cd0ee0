/**
 * "It was earlier": a time on the clock within the last day, as an instant. Pure. A time that is still ahead today was
 * yesterday's; so the answer is never in the future and never more than a day (and a change of clocks) ago.
 */
import { instantToWallDate, isWallTime, wallDatePlusDays, wallToInstantMs } from '#core';

/** Null: no time was given, so it is now. */
export function wallTimeToPastMs(time: string, nowMs: number, zone: string): number | null {
  if (!isWallTime(time)) return null;
  const today = instantToWallDate(nowMs, zone);
  const atMs = wallToInstantMs(today, time, zone);
  return atMs <= nowMs ? atMs : wallToInstantMs(wallDatePlusDays(today, -1), time, zone);
}
