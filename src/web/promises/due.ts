/**
 * When a promise is due, in the words of whoever looks. Pure. A time is shown as the clocks show it where I am now;
 * where the maker's clock said something else, that is named too. "By Sunday" ends when Sunday ends where the maker
 * was, so elsewhere it becomes a time of day.
 */
import {
  instantToWallDate,
  offsetToWallTime,
  type Pledge,
  type When,
  wallDatePlusDays,
  wallToUtcMs,
  zoneOffsetMinutes,
} from '#core';
import { clockTime, relativeDay, weekday } from '../shell/time.ts';

export interface DueWords {
  readonly day: string;
  /** Null: until the day is over. */
  readonly time: string | null;
  /** What the maker's clock said, where it differs from mine. */
  readonly makers: string | null;
  readonly isPast: boolean;
}

export interface Here {
  readonly nowMs: number;
  readonly zone: string;
  readonly locale: string;
}

export function whenToWords(when: When, { nowMs, zone, locale }: Here): DueWords {
  const hereDate = instantToWallDate(when.dueAtMs, zone);
  const hereTime = offsetToWallTime(when.dueAtMs, zoneOffsetMinutes(when.dueAtMs, zone));
  const isSameClock =
    when.time === null
      ? hereTime === '00:00' && hereDate === wallDatePlusDays(when.date, 1)
      : hereTime === when.time && hereDate === when.date;
  const hasTime = when.time !== null || !isSameClock;
  return {
    day: relativeDay(hasTime ? when.dueAtMs : when.dueAtMs - 1, nowMs, zone, locale),
    time: hasTime ? clockTime(when.dueAtMs, zone, locale) : null,
    makers: isSameClock ? null : wallToWords(when, locale),
    isPast: nowMs >= when.dueAtMs,
  };
}

/** The wall clock as it was written, in the way of the locale. */
function wallToWords({ date, time }: When, locale: string): string {
  const asUtcMs = wallToUtcMs(date, time ?? '12:00');
  const day = weekday(asUtcMs, 'UTC', locale);
  return time === null ? day : `${day}, ${clockTime(asUtcMs, 'UTC', locale)}`;
}

/** Open ones by when they are due, the nearest first; closed ones by when they closed, the latest first. */
export const byDue = (a: Pledge, b: Pledge): number => a.when.dueAtMs - b.when.dueAtMs || (a.id < b.id ? -1 : 1);
export const byClosed = (a: Pledge, b: Pledge): number =>
  (b.closedAtMs ?? 0) - (a.closedAtMs ?? 0) || (a.id < b.id ? 1 : -1);
