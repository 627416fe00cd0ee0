/** How long a break is: so many minutes, or until a time on the wall of whoever takes it. Pure. */
import { dueToInstantMs, instantToWallDate, isWallTime, toWholeMinute, type WallTime, wallDatePlusDays } from '#core';

export type Length =
  | { readonly type: 'minutes'; readonly minutes: number }
  | { readonly type: 'time'; readonly time: WallTime };

export interface Return {
  readonly minutes: number;
  /** A whole minute: what stands on the screen is what is promised. */
  readonly untilMs: number;
}

export const minutesOffered = [10, 20, 30, 60] as const;

const minuteMs = 60_000;

/** null: no time yet. A time that has passed today is tomorrow's. */
export function lengthToReturn(length: Length, fromMs: number, zone: string): Return | null {
  if (length.type === 'minutes')
    return { minutes: length.minutes, untilMs: toWholeMinute(fromMs + length.minutes * minuteMs) };
  if (!isWallTime(length.time)) return null;
  const today = instantToWallDate(fromMs, zone);
  const todayMs = dueToInstantMs(today, length.time, zone);
  const untilMs = todayMs > fromMs ? todayMs : dueToInstantMs(wallDatePlusDays(today, 1), length.time, zone);
  return { minutes: Math.round((untilMs - fromMs) / minuteMs), untilMs };
}
