/**
 * Wall clocks and instants, with nothing but Intl (Temporal is not there yet).
 *
 * Rule for a wall time that does not exist (a clock put forward) or exists twice (put back): as `compatible` in
 * Temporal and as RFC 5545 3.3.5. Twice: the first of the two. Never: counted on from before the jump, so that
 * 02:30 in a missing hour means 03:30. A whole day ends when the next one begins.
 */

/** `YYYY-MM-DD`, years 1970 to 9998. */
export type WallDate = string;
/** `HH:MM`, 00:00 to 23:59. */
export type WallTime = string;

const dayMs = 86_400_000;
const minuteMs = 60_000;
const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const timeShape = /^([01]\d|2[0-3]):([0-5]\d)$/;

export function isWallDate(text: string): boolean {
  const parts = dateShape.exec(text);
  if (parts === null) return false;
  const year = Number(parts[1]);
  if (year < 1970 || year > 9998) return false;
  return wallDateOf(wallDateToUtcMs(text)) === text;
}

export const isWallTime = (text: string): boolean => timeShape.test(text);

/** Midnight of the date, as if its zone were UTC. The date must be well formed. */
function wallDateToUtcMs(date: WallDate): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
}

const wallDateOf = (utcMs: number): WallDate => new Date(utcMs).toISOString().slice(0, 10);

export const wallDatePlusDays = (date: WallDate, days: number): WallDate =>
  wallDateOf(wallDateToUtcMs(date) + days * dayMs);

/** The wall clock read as if its zone were UTC. */
export function wallToUtcMs(date: WallDate, time: WallTime): number {
  const [hours, minutes] = time.split(':').map(Number);
  return wallDateToUtcMs(date) + ((hours ?? 0) * 60 + (minutes ?? 0)) * minuteMs;
}

const formatsByZone = new Map<string, Intl.DateTimeFormat | null>();

/** null: this machine knows no such zone. Kept, since making one is slow and zones are few. */
function zoneToFormat(zone: string): Intl.DateTimeFormat | null {
  const kept = formatsByZone.get(zone);
  if (kept !== undefined) return kept;
  const made = createFormat(zone);
  if (formatsByZone.size > 100) formatsByZone.clear();
  formatsByZone.set(zone, made);
  return made;
}

function createFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null; // RangeError: the only throw of the constructor with these options (ECMA-402 11.1.2: unknown zone)
  }
}

export const isZone = (zone: string): boolean => zone !== '' && zoneToFormat(zone) !== null;

/** Minutes that the clocks of `zone` were ahead of UTC at that instant. An unknown zone counts as UTC. */
export function zoneOffsetMinutes(atMs: number, zone: string): number {
  const format = zoneToFormat(zone);
  if (format === null) return 0;
  const part = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)] as const));
  const wallMs = Date.UTC(
    part.get('year') ?? 0,
    (part.get('month') ?? 1) - 1,
    part.get('day') ?? 1,
    part.get('hour') ?? 0,
    part.get('minute') ?? 0,
    part.get('second') ?? 0,
  );
  return Math.round((wallMs - Math.floor(atMs / 1000) * 1000) / minuteMs);
}

/** The instant that someone in `zone` means by this date and time. */
export function wallToInstantMs(date: WallDate, time: WallTime, zone: string): number {
  const wallMs = wallToUtcMs(date, time);
  const offsetsMs = [wallMs - dayMs, wallMs + dayMs].map((atMs) => zoneOffsetMinutes(atMs, zone) * minuteMs);
  const [beforeMs = 0, afterMs = 0] = offsetsMs;
  const candidates = [wallMs - beforeMs, wallMs - afterMs].filter(
    (atMs) => atMs + zoneOffsetMinutes(atMs, zone) * minuteMs === wallMs,
  );
  return candidates.length === 0 ? wallMs - beforeMs : Math.min(...candidates);
}

/** When a date and perhaps a time are over, for someone in `zone`: at that time, or when the next day begins. */
export const dueToInstantMs = (date: WallDate, time: WallTime | null, zone: string): number =>
  time === null ? wallToInstantMs(wallDatePlusDays(date, 1), '00:00', zone) : wallToInstantMs(date, time, zone);

/** The date on the wall of someone in `zone` at that instant. */
export const instantToWallDate = (atMs: number, zone: string): WallDate =>
  offsetToWallDate(atMs, zoneOffsetMinutes(atMs, zone));

export const offsetToWallDate = (atMs: number, offsetMinutes: number): WallDate =>
  wallDateOf(atMs + offsetMinutes * minuteMs);

/** `HH:MM` on a wall that is `offsetMinutes` ahead of UTC. */
export const offsetToWallTime = (atMs: number, offsetMinutes: number): WallTime =>
  new Date(atMs + offsetMinutes * minuteMs).toISOString().slice(11, 16);
