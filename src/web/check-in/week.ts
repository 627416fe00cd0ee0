/**
 * My own week in one line and one sentence. Pure. The line runs through the middle of each day. Each check-in of the last seven days is a dot: how good or hard its
 * words are to feel, on average over those that have a place on the field. One's own words have none, so a check-in
 * with nothing else makes no dot. The sentence claims nothing that a few dots cannot carry.
 */
import type { CheckIn, FeelingNamed } from '#core';

export interface WeekDot {
  readonly id: string;
  readonly atMs: number;
  /** -100 hard to feel … 100 good to feel. */
  readonly pleasantness: number;
}

/** The middle of one day's dots, for the line. */
export interface WeekDay {
  readonly atMs: number;
  readonly pleasantness: number;
}

export type WeekSentence = 'too-few' | 'lighter' | 'heavier' | 'both' | 'good' | 'hard' | 'even';

const weekMs = 7 * 24 * 3_600_000;
const dotsMin = 4;
/** A third of the way between the middle and the end of the scale: less than that is not worth a word. */
const notable = 33;

export function checkInsToWeek(
  checkIns: Iterable<CheckIn>,
  pleasantnessById: ReadonlyMap<string, number>,
  nowMs: number,
): readonly WeekDot[] {
  const dots: WeekDot[] = [];
  for (const { id, author, feltAtMs, words } of checkIns) {
    if (author !== 'me' || words === null || feltAtMs <= nowMs - weekMs || feltAtMs > nowMs) continue;
    const pleasantness = meanPleasantness(words.feelings, pleasantnessById);
    if (pleasantness !== null) dots.push({ id, atMs: feltAtMs, pleasantness });
  }
  return dots.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

function meanPleasantness(feelings: readonly FeelingNamed[], byId: ReadonlyMap<string, number>): number | null {
  const places = feelings.flatMap((feeling) => (feeling.type === 'known' ? (byId.get(feeling.id) ?? []) : []));
  return places.length === 0 ? null : Math.round(mean(places));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function weekToSentence(dots: readonly WeekDot[]): WeekSentence {
  if (dots.length < dotsMin) return 'too-few';
  const values = dots.map((dot) => dot.pleasantness);
  const half = Math.floor(values.length / 2);
  const change = mean(values.slice(-half)) - mean(values.slice(0, half));
  if (change >= 2 * notable) return 'lighter';
  if (change <= -2 * notable) return 'heavier';
  const isBoth = Math.min(...values) <= -notable && Math.max(...values) >= notable;
  if (isBoth) return 'both';
  if (mean(values) >= notable) return 'good';
  return mean(values) <= -notable ? 'hard' : 'even';
}

/** One point for each day on which there are dots; `dayOf` names the day of an instant where I am. */
export function weekToDays(dots: readonly WeekDot[], dayOf: (atMs: number) => string): readonly WeekDay[] {
  return [...Map.groupBy(dots, ({ atMs }) => dayOf(atMs)).values()].map((ofDay) => ({
    atMs: Math.round(mean(ofDay.map(({ atMs }) => atMs))),
    pleasantness: Math.round(mean(ofDay.map(({ pleasantness }) => pleasantness))),
  }));
}

/** Where a dot stands in the picture of a week that ends now: shares of the width (older first) and of the height. */
export function dotToShare(dot: WeekDay, nowMs: number): { readonly x: number; readonly y: number } {
  return { x: 1 - (nowMs - dot.atMs) / weekMs, y: (100 - dot.pleasantness) / 200 };
}

/** A line through the dots that never swings beyond them. Coordinates are already those of the picture. */
export function pointsToPath(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      const middle = round((before.x + point.x) / 2);
      return `C${middle} ${round(before.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
