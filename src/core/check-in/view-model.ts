/**
 * Check-in, as screens list it. My own day is the day on my own wall when I felt it; what the partner shared stands
 * in the day of the wall where I am now, since their zone is not known here. Nothing is counted or averaged.
 */
import { limits } from '#kernel';
import type { ThingId } from '../practice.ts';
import {
  instantToWallDate,
  offsetToWallDate,
  offsetToWallTime,
  type WallDate,
  type WallTime,
  wallDatePlusDays,
  zoneOffsetMinutes,
} from '../time.ts';
import type { CheckIn } from './fold.ts';

export interface CheckInRow {
  readonly checkIn: CheckIn;
  readonly date: WallDate;
  readonly time: WallTime;
}

export interface CheckInDay {
  readonly date: WallDate;
  /** Latest first. */
  readonly rows: readonly CheckInRow[];
}

export type CheckIns = ReadonlyMap<ThingId, CheckIn>;

/** My own check-ins of today, latest first. */
export function todayCheckIns(things: CheckIns, nowMs: number, zone: string): readonly CheckInRow[] {
  const today = instantToWallDate(nowMs, zone);
  return toRows(things, zone, ({ author }) => author === 'me').filter(({ date }) => date === today);
}

/** Mine, and what the partner shared, by day, latest first; at most `rowsMax` rows in all. */
export function checkInDays(
  things: CheckIns,
  zone: string,
  rowsMax: number = limits.rowsShownMax,
): readonly CheckInDay[] {
  const days: { date: WallDate; rows: CheckInRow[] }[] = [];
  for (const row of toRows(things, zone, () => true).slice(0, rowsMax)) {
    const day = days.find(({ date }) => date === row.date);
    if (day === undefined) days.push({ date: row.date, rows: [row] });
    else day.rows.push(row);
  }
  return days.sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** The last seven days of mine alone, oldest first; a day without one is empty, and that means nothing. */
export function ownWeek(things: CheckIns, nowMs: number, zone: string): readonly CheckInDay[] {
  const today = instantToWallDate(nowMs, zone);
  const rows = toRows(things, zone, ({ author, words }) => author === 'me' && words !== null);
  return Array.from({ length: 7 }, (_, back) => {
    const date = wallDatePlusDays(today, back - 6);
    return { date, rows: rows.filter((row) => row.date === date) };
  });
}

function toRows(things: CheckIns, zone: string, isWanted: (checkIn: CheckIn) => boolean): readonly CheckInRow[] {
  return [...things.values()]
    .filter(isWanted)
    .sort((a, b) => b.feltAtMs - a.feltAtMs || b.writtenAtMs - a.writtenAtMs || (a.id < b.id ? 1 : -1))
    .map((checkIn) => {
      const offset = checkIn.offsetMinutes ?? zoneOffsetMinutes(checkIn.feltAtMs, zone);
      return {
        checkIn,
        date: offsetToWallDate(checkIn.feltAtMs, offset),
        time: offsetToWallTime(checkIn.feltAtMs, offset),
      };
    });
}
