/** Which of my times lies on the day of this moment. Pure. */
import type { ProtectedTime } from '#core';
import { hourOf, isoDay } from '../shell/time.ts';

/** From 1, Monday, to 7, Sunday, by the calendar of the person. */
export function weekdayOf(atMs: number, zone: string): number {
  const day = new Date(`${isoDay(atMs, zone)}T12:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

/** The hour at which a part of the day is over, and Today need not speak of it any more. */
const endHour = { morning: 12, afternoon: 18, evening: 24, day: 24 } as const;

/** Of these times the first that is still to come today, or goes on. */
export function timeOfToday(times: readonly ProtectedTime[], nowMs: number, zone: string): ProtectedTime | null {
  const today = weekdayOf(nowMs, zone);
  const hour = hourOf(nowMs, zone);
  const isNow = ({ own }: ProtectedTime): boolean =>
    own !== null && own.days.includes(today) && hour < endHour[own.part];
  const order = ({ own }: ProtectedTime): number => (own === null ? 0 : endHour[own.part]);
  return [...times].sort((a, b) => order(a) - order(b)).find(isNow) ?? null;
}
