/** Entries by the month of the person's own calendar. Pure. */
import type { JournalEntry } from '#core';
import { isoDay } from '../shell/time.ts';

/** `2026-11` */
export type MonthKey = string;

export interface Month {
  readonly key: MonthKey;
  readonly entries: readonly JournalEntry[];
}

export const monthOf = (atMs: number, zone: string): MonthKey => isoDay(atMs, zone).slice(0, 7);

/** In the order of the entries: latest month first where they are latest first. */
export function toMonths(entries: readonly JournalEntry[], zone: string): readonly Month[] {
  const byKey = new Map<MonthKey, JournalEntry[]>();
  for (const entry of entries) {
    const key = monthOf(entry.writtenAtMs, zone);
    const month = byKey.get(key);
    if (month === undefined) byKey.set(key, [entry]);
    else month.push(entry);
  }
  return [...byKey].map(([key, list]) => ({ key, entries: list }));
}

/** "November 2026"; null: not a month. */
export function monthName(key: MonthKey, locale: string): string | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key) ?? [];
  if (year === undefined || month === undefined) return null;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(Number(year), Number(month) - 1, 15));
}
