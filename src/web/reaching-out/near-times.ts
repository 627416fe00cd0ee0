/** Times to name without typing: the next three half hours, on the wall of whoever answers. Pure. */
import { instantToWallDate, offsetToWallTime, type WallDate, type WallTime, zoneOffsetMinutes } from '#core';

export interface NearTime {
  readonly date: WallDate;
  readonly time: WallTime;
  readonly atMs: number;
}

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
/** Nearer than this is "I'm here". */
const aheadMsMin = 10 * minuteMs;
const shownCount = 3;

export function nearTimes(nowMs: number, zone: string): readonly NearTime[] {
  // Some walls are a quarter of an hour off: round on the wall, not in UTC.
  const offsetMs = zoneOffsetMinutes(nowMs, zone) * minuteMs;
  const firstMs = Math.ceil((nowMs + aheadMsMin + offsetMs) / halfHourMs) * halfHourMs - offsetMs;
  return Array.from({ length: shownCount }, (_, place) => {
    const atMs = firstMs + place * halfHourMs;
    const time = offsetToWallTime(atMs, zoneOffsetMinutes(atMs, zone));
    return { date: instantToWallDate(atMs, zone), time, atMs };
  });
}
