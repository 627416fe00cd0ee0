/**
 * Time in the words of a person. All from an instant, an IANA zone and a locale, so that tests hold everywhere.
 * A day is a calendar day in the zone of the person, not 24 hours.
 */

export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

const dayMs = 86_400_000;

/** `2026-11-22` in that zone. */
export function isoDay(atMs: number, zone: string): string {
  const parts = format('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whole calendar days from the day of `fromMs` to the day of `toMs`; negative when `toMs` is earlier. */
export function daysBetween(fromMs: number, toMs: number, zone: string): number {
  return Math.round((Date.parse(isoDay(toMs, zone)) - Date.parse(isoDay(fromMs, zone))) / dayMs);
}

export function hourOf(atMs: number, zone: string): number {
  return Number(format('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(atMs));
}

/** Evening begins at 18, night at 23: people greet by light and by habit, not by the clock alone. */
export const dayPart = (atMs: number, zone: string): DayPart => hourToDayPart(hourOf(atMs, zone));

export function hourToDayPart(hour: number): DayPart {
  if (hour < 5 || hour >= 23) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** "today", "yesterday", "tomorrow"; a weekday within six days; else "3 November", with the year if it is another. */
export function relativeDay(atMs: number, nowMs: number, zone: string, locale: string): string {
  const days = daysBetween(nowMs, atMs, zone);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  if (Math.abs(days) < 7) return format(locale, { timeZone: zone, weekday: 'long' }).format(atMs);
  const isThisYear = isoDay(atMs, zone).slice(0, 4) === isoDay(nowMs, zone).slice(0, 4);
  return format(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(atMs);
}

export function weekday(atMs: number, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, weekday: 'long' }).format(atMs);
}

/** "20:30" or "8:30 PM", as the locale has it. */
export function clockTime(atMs: number, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(atMs);
}

/** What is left, in one unit that fits: "8 sec", "3 min", "23 hr". Never below zero, never zero while time is left. */
export function timeLeft(leftMs: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const [value, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.round(seconds / 3600), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'short' }).format(
    Number(value),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make (tens of microseconds) and few. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
