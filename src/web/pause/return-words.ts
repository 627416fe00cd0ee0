/** "at 20:40", or "tomorrow at 07:30": when we go on, by the wall of whoever reads it; and how long that is. */
import type { Moment } from '../shell/practice-screens.ts';
import { clockTime, daysBetween, relativeDay } from '../shell/time.ts';
import type { en } from './card-messages.ts';

export function returnToWords(
  untilMs: number,
  { nowMs, zone, locale }: Moment,
  words: Pick<typeof en, 'at' | 'dayAt'>,
): string {
  const time = clockTime(untilMs, zone, locale);
  return daysBetween(nowMs, untilMs, zone) === 0
    ? words.at(time)
    : words.dayAt(relativeDay(untilMs, nowMs, zone, locale), time);
}

const minuteMs = 60_000;
const minutesShownMax = 90;

/** "20 minutes", "3 hours": whole ones, and no seconds, for nobody is to watch them go. */
export function spanToWords(spanMs: number, locale: string): string {
  const minutes = Math.max(1, Math.floor(spanMs / minuteMs));
  const [count, unit] = minutes < minutesShownMax ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
