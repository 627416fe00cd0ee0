/**
 * How old something on a map is, in the words of a person, never as a number of days. Pure. Months and not seasons:
 * spring is not at the same time everywhere, and in many places there is none.
 */
import { daysBetween, isoDay } from '../shell/time.ts';
import type { en } from './messages.ts';

export function ageInWords(
  atMs: number,
  { nowMs, zone, locale }: { readonly nowMs: number; readonly zone: string; readonly locale: string },
  words: (typeof en)['age'],
): string {
  const days = daysBetween(atMs, nowMs, zone);
  if (days <= 0) return words.now;
  if (days < 8) return words.days;
  if (days < 46) return words.weeks;
  const years = yearOf(nowMs, zone) - yearOf(atMs, zone);
  // A month of the same name a year ago would be taken for this one.
  if (years === 0 || days < 320)
    return words.inMonth(new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'long' }).format(atMs));
  return years === 1 ? words.lastYear : words.long;
}

const yearOf = (atMs: number, zone: string): number => Number(isoDay(atMs, zone).slice(0, 4));
