/** Rebuilding, as screens and decisions ask of all things together. What has ended looks the same however it ended. */
import type { ThingId } from '../practice.ts';
import { otherRole, type RebuildingRole } from './events.ts';
import type {
  KeptQuestion,
  OpenItem,
  QuestionHour,
  RebuildingPath,
  RebuildingSide,
  RebuildingThing,
  Ritual,
} from './fold.ts';

export type RebuildingThings = ReadonlyMap<ThingId, RebuildingThing>;

const dayMs = 24 * 3_600_000;
export const weekMs = 7 * dayMs;
/** A proposal nobody took up rests after this, for both. */
export const proposalMsMax = 14 * dayMs;
/** A path rests by itself after a season; a new one needs both again. */
export const pathMsMax = 91 * dayMs;
export const hoursPerWeekMax = 2;
/** Between the beginnings of two hours, so that one does not become two. */
export const hourApartMs = 12 * 3_600_000;
export const ritualsMax = 7;
/** New items that one may propose in a week; of the other's, no more are shown at once. */
export const itemsPerWeekMax = 3;
/** The mark of what ended stays in lists this long. */
export const endedShownMs = 30 * dayMs;

const newestFirst = (a: RebuildingThing, b: RebuildingThing): number =>
  b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1);
const allOf = <Type extends RebuildingThing['type']>(things: RebuildingThings, type: Type) =>
  [...things.values()]
    .filter((one): one is Extract<RebuildingThing, { readonly type: Type }> => one.type === type)
    .sort(newestFirst);

// ---------------------------------------------------------------------------------------------------- the path

/** When the path rests by itself. From the earlier of two words, one of which is mine: nobody else can put it off. */
const pathUntilMs = ({ beganAtMs, takenUpAtMs }: RebuildingPath): number =>
  Math.min(beganAtMs, takenUpAtMs ?? beganAtMs) + pathMsMax;

export const isPathLive = (path: RebuildingPath, nowMs: number): boolean =>
  path.takenUpAtMs !== null && path.endedAtMs === null && nowMs < pathUntilMs(path);

export const isProposalOpen = (path: RebuildingPath, nowMs: number): boolean =>
  path.takenUpAtMs === null && path.endedAtMs === null && nowMs < path.beganAtMs + proposalMsMax;

/** The path that both are on: the newest, if there were two. */
export const livePath = (things: RebuildingThings, nowMs: number): RebuildingPath | null =>
  allOf(things, 'path').find((path) => isPathLive(path, nowMs)) ?? null;

export const myProposal = (things: RebuildingThings, nowMs: number): RebuildingPath | null =>
  allOf(things, 'path').find((path) => path.author === 'me' && isProposalOpen(path, nowMs)) ?? null;

/** The other's, unless I have left one of theirs within the week: then a new one waits, too. */
export function theirProposal(things: RebuildingThings, nowMs: number): RebuildingPath | null {
  const theirs = allOf(things, 'path').filter(({ author }) => author === 'partner');
  if (theirs.some(({ isSetAside, beganAtMs }) => isSetAside && nowMs - beganAtMs < weekMs)) return null;
  return theirs.find((path) => !path.isSetAside && isProposalOpen(path, nowMs)) ?? null;
}

/** Something was here and rests now: a path, or a proposal of mine. Of mine only what was never answered counts, too. */
export const restingPath = (things: RebuildingThings, nowMs: number): RebuildingPath | null =>
  allOf(things, 'path').find(
    (path) =>
      !isPathLive(path, nowMs) &&
      !isProposalOpen(path, nowMs) &&
      (path.takenUpAtMs !== null || path.author === 'me') &&
      nowMs - path.beganAtMs < pathMsMax + endedShownMs,
  ) ?? null;

// ---------------------------------------------------------------------------------------------------- the sides

export const mySides = (things: RebuildingThings): readonly RebuildingSide[] =>
  allOf(things, 'side').filter(({ author, words }) => author === 'me' && words !== null);

/** What the other shares in the role that is theirs on this path. */
export function theirSides(things: RebuildingThings, path: RebuildingPath): readonly RebuildingSide[] {
  const role: RebuildingRole = otherRole(path.myRole);
  return allOf(things, 'side').filter(
    (side) => side.author === 'partner' && side.standing === 'ours' && side.role === role,
  );
}

/** The mark of what the other took back: nothing of theirs vanishes without one. */
export const theirTakenSides = (things: RebuildingThings, path: RebuildingPath): readonly RebuildingSide[] =>
  allOf(things, 'side').filter(
    ({ author, standing, role }) => author === 'partner' && standing === 'withdrawn' && role === otherRole(path.myRole),
  );

/** The other can read it now. */
export const isSideRead = (things: RebuildingThings, side: RebuildingSide, nowMs: number): boolean => {
  const path = livePath(things, nowMs);
  return side.standing === 'ours' && path !== null && side.words?.role === path.myRole;
};

// ---------------------------------------------------------------------------------------------------- openness

/** Both have said yes, and neither date has come. Only while they are on the path it belongs to. */
export const isItemLive = ({ agreed, path }: OpenItem, on: RebuildingPath | null, nowMs: number): boolean =>
  agreed !== null && agreed.endedAtMs === null && nowMs < agreed.untilMs && on?.id === path && isPathLive(on, nowMs);

/** A yes waits for the other one. */
export const isItemAsked = ({ ask }: OpenItem, nowMs: number): boolean =>
  ask !== null && !ask.isEnded && nowMs < ask.untilMs;

export interface OpenItems {
  readonly live: readonly OpenItem[];
  /** The other proposes it, or a new yes to it. */
  readonly toMe: readonly OpenItem[];
  readonly byMe: readonly OpenItem[];
  /** By hand or by its date, whether or not there was a yes to it. */
  readonly ended: readonly OpenItem[];
}

export function openItems(things: RebuildingThings, path: RebuildingPath, nowMs: number): OpenItems {
  const all = allOf(things, 'item').filter((one) => one.path === path.id);
  const live = all.filter((one) => isItemLive(one, path, nowMs));
  const asked = all.filter((one) => isItemAsked(one, nowMs));
  const toMe = asked.filter(({ ask }) => ask?.by === 'partner' && !ask.isSetAside).slice(0, itemsPerWeekMax);
  const byMe = asked.filter(({ ask }) => ask?.by === 'me');
  const ended = all.filter(
    (one) =>
      !isItemLive(one, path, nowMs) &&
      !isItemAsked(one, nowMs) &&
      (one.author === 'me' || one.agreed !== null) &&
      nowMs - endOf(one) < endedShownMs,
  );
  return { live, toMe, byMe, ended };
}

/** By hand or by its date, whichever came first, so that both marks fade after the same time. */
const endOf = ({ agreed, ask, beganAtMs }: OpenItem): number =>
  agreed === null ? (ask?.untilMs ?? beganAtMs) : Math.min(agreed.untilMs, agreed.endedAtMs ?? agreed.untilMs);

/** A new yes is possible: it held once, and no earlier ask stands in the way. */
export const canRenew = ({ agreed, ask }: OpenItem): boolean => agreed !== null && ask === null;

// ---------------------------------------------------------------------------------------------------- hours

export const hourEndMs = ({ startMs, minutes }: QuestionHour): number => startMs + minutes * 60_000;

export const agreedHours = (things: RebuildingThings, path: RebuildingPath): readonly QuestionHour[] =>
  allOf(things, 'hour')
    .filter((hour) => hour.path === path.id && hour.isAgreed && !hour.isEnded)
    .sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1));

/** One at a time from each: the newest that has not begun. */
export const offeredHour = (
  things: RebuildingThings,
  path: RebuildingPath,
  author: 'me' | 'partner',
  nowMs: number,
): QuestionHour | null =>
  allOf(things, 'hour').find(
    (hour) =>
      hour.path === path.id &&
      hour.author === author &&
      !hour.isAgreed &&
      !hour.isEnded &&
      !hour.isSetAside &&
      nowMs < hour.startMs,
  ) ?? null;

export type HourProblem = 'too-many' | 'too-close';
/** Why one more hour would be too much; null: it fits. */
export function hourProblem(others: readonly QuestionHour[], startMs: number): HourProblem | null {
  if (others.some((hour) => Math.abs(hour.startMs - startMs) < hourApartMs)) return 'too-close';
  const starts = [...others.map((hour) => hour.startMs), startMs].sort((a, b) => a - b);
  const isFull = starts.some(
    (start, at) => (starts[at + hoursPerWeekMax] ?? Number.POSITIVE_INFINITY) - start < weekMs,
  );
  return isFull ? 'too-many' : null;
}

/** What I keep for the next hour. Mine. */
export const keptQuestions = (things: RebuildingThings): readonly KeptQuestion[] => allOf(things, 'question').reverse();

// ---------------------------------------------------------------------------------------------------- rituals

export const ritualsOf = (things: RebuildingThings, path: RebuildingPath): readonly Ritual[] =>
  allOf(things, 'ritual')
    .filter((ritual) => ritual.path === path.id)
    .reverse();
