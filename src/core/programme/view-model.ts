/**
 * Programme, as decisions and screens need it: the one path that counts, how it stands now, what was drawn for a day,
 * and who has shared where they are.
 */
import type { ThingId, Who } from '../practice.ts';
import { instantToWallDate, type WallDate, wallDatePlusDays, wallToUtcMs } from '../time.ts';
import { type PathStage, pathStages } from './events.ts';
import type { Path, Programme, StepShared, Suggestion } from './fold.ts';

export type ProgrammeThings = ReadonlyMap<ThingId, Programme>;

/** The path that I began last and did not put away. Two that began on two devices at once are one to the person. */
export const currentPath = (things: ProgrammeThings): Path | null => openPaths(things)[0] ?? null;

/** Newest first. */
export const openPaths = (things: ProgrammeThings): readonly Path[] =>
  [...things.values()]
    .filter((one): one is Path => one.type === 'path' && !one.isEnded)
    .sort((a, b) => (a.id < b.id ? 1 : -1));

/** `back`: the time of a pause is over, and I have not been here since. */
export type PathStanding = 'walking' | 'resting' | 'away' | 'back';

export function pathStanding({ pause }: Path, nowMs: number): PathStanding {
  if (pause === null) return 'walking';
  if (pause.untilMs !== null && nowMs >= pause.untilMs) return 'back';
  return pause.why === 'rest' ? 'resting' : 'away';
}

/** On the day on which I come back, and on no other. */
export function isWelcome(path: Path, nowMs: number, zone: string): boolean {
  const standing = pathStanding(path, nowMs);
  if (standing !== 'walking') return standing === 'back';
  return path.resumedAtMs !== null && instantToWallDate(path.resumedAtMs, zone) === instantToWallDate(nowMs, zone);
}

export const stageAfter = (stage: PathStage): PathStage | null => pathStages[pathStages.indexOf(stage) + 1] ?? null;
export const stageBefore = (stage: PathStage): PathStage | null => pathStages[pathStages.indexOf(stage) - 1] ?? null;

// ------------------------------------------------------------------------------------------------ days

/** What a day is for: one small thing, a longer one, or nothing at all. On the six steps any day may be the evening. */
export type DayKind = 'step' | 'small' | 'longer' | 'none';

/** In the rhythm: something small on Tuesday and Thursday, something longer at the weekend. */
export function dayKind(stage: PathStage, date: WallDate): DayKind {
  if (stage !== 'rhythm') return 'step';
  const day = weekdayOf(date);
  if (day === 2 || day === 4) return 'small';
  return day === 6 || day === 0 ? 'longer' : 'none';
}

/** 0 is Sunday. The first day of 1970 was a Thursday. */
const weekdayOf = (date: WallDate): number => (Math.floor(wallToUtcMs(date, '00:00') / 86_400_000) + 4) % 7;

// ------------------------------------------------------------------------------------------------ suggestions

/** Earliest first; of two that two devices drew for one day, the first stands and the other is as if it never was. */
export function suggestionsByDate(things: ProgrammeThings): ReadonlyMap<WallDate, Suggestion> {
  const drawn = [...things.values()]
    .filter((one): one is Suggestion => one.type === 'suggestion')
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  const byDate = new Map<WallDate, Suggestion>();
  for (const one of drawn) if (!byDate.has(one.date)) byDate.set(one.date, one);
  return byDate;
}

/** The one that stands today. One that was drawn at another step stands for nothing, and there is none until tomorrow. */
export function suggestionToday(things: ProgrammeThings, path: Path, nowMs: number, zone: string): Suggestion | null {
  const drawn = drawnFor(things, path.stage, nowMs, zone);
  return drawn?.stage === path.stage ? drawn : null;
}

/** What was drawn for this day, at whatever step. In the rhythm a weekend is one long day. */
export function drawnFor(
  things: ProgrammeThings,
  stage: PathStage,
  nowMs: number,
  zone: string,
): Suggestion | undefined {
  const byDate = suggestionsByDate(things);
  const today = instantToWallDate(nowMs, zone);
  const drawn = byDate.get(today);
  if (drawn !== undefined || stage !== 'rhythm' || weekdayOf(today) !== 0) return drawn;
  const saturday = byDate.get(wallDatePlusDays(today, -1));
  return saturday?.stage === 'rhythm' ? saturday : undefined;
}

/** Whether a draw may be made now: I am walking, the day is for something, and nothing was drawn for it. */
export const wantsDraw = (things: ProgrammeThings, path: Path, nowMs: number, zone: string): boolean =>
  pathStanding(path, nowMs) === 'walking' &&
  dayKind(path.stage, instantToWallDate(nowMs, zone)) !== 'none' &&
  drawnFor(things, path.stage, nowMs, zone) === undefined;

/**
 * What goes into the draw: what fits, without what was drawn last, so that nothing comes twice in a row. Where that
 * would leave nothing to draw among, it stays in.
 */
export function idsToDrawAmong(things: ProgrammeThings, fitting: readonly string[]): readonly string[] {
  const last = [...suggestionsByDate(things).values()].at(-1);
  const others = fitting.filter((id) => id !== last?.practice);
  return others.length < 2 ? fitting : others;
}

// ------------------------------------------------------------------------------------------------ sharing

/** The last word of one of us on where they are; null: never said. */
export function sharedStepOf(things: ProgrammeThings, who: Who): StepShared | null {
  const said = [...things.values()].filter((one): one is StepShared => one.type === 'shared' && one.by === who);
  return said.sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1))[0] ?? null;
}
