/** Boundaries, as screens list them. What has ended and what was crossed fades from lists; nothing is counted. */
import type { ThingId } from '../practice.ts';
import { askEveryMs, type Boundary, type BoundaryThing, type Crossing } from './fold.ts';

export type BoundariesById = ReadonlyMap<ThingId, BoundaryThing>;

/** A note of something hard, and the mark of what ended, stay in lists this long. */
export const fadesAfterMs = 90 * 24 * 3_600_000;

/** The other one can read it now. By hand or by its date, the end is the same. */
export const isLive = ({ sharing }: Boundary, nowMs: number): boolean =>
  sharing !== null && sharing.endedAtMs === null && nowMs < sharing.untilMs;

/** When the sharing ended; null while it goes on, and when there was none. */
export function endedAtMs({ sharing }: Boundary, nowMs: number): number | null {
  if (sharing === null) return null;
  return sharing.endedAtMs ?? (nowMs >= sharing.untilMs ? sharing.untilMs : null);
}

export const boundariesOf = (things: BoundariesById): readonly Boundary[] =>
  [...things.values()]
    .filter((one) => one.type === 'boundary')
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/** All that I have written and not deleted. */
export const myBoundaries = (things: BoundariesById): readonly Boundary[] =>
  boundariesOf(things).filter(({ author, words }) => author === 'me' && words !== null);

/** The other's: what they share with me now, and for a while the mark of what has ended. */
export const theirBoundaries = (things: BoundariesById, nowMs: number): readonly Boundary[] =>
  boundariesOf(things).filter((one) => {
    const ended = endedAtMs(one, nowMs);
    return one.author === 'partner' && (ended === null || nowMs - ended < fadesAfterMs);
  });

/** My notes, of one boundary or all, latest first. Older ones have faded, unless I ask for them. */
export const crossingsOf = (
  things: BoundariesById,
  boundary: ThingId | null,
  nowMs: number,
  hasFaded = false,
): readonly Crossing[] =>
  [...things.values()]
    .filter((one) => one.type === 'crossing')
    .filter((one) => boundary === null || one.boundary === boundary)
    .filter(({ beganAtMs }) => nowMs - beganAtMs >= fadesAfterMs === hasFaded)
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/** A question to me that I may still answer, if I like. */
export const hasQuestion = (one: Boundary, nowMs: number): boolean =>
  one.author === 'me' &&
  isLive(one, nowMs) &&
  one.sharing?.question != null &&
  one.sharing.answer === null &&
  !one.sharing.isSetAside;

export const canAskAbout = (one: Boundary, nowMs: number): boolean =>
  one.author === 'partner' &&
  isLive(one, nowMs) &&
  (one.lastAskedAtMs === null || nowMs - one.lastAskedAtMs >= askEveryMs);

/** Time for me to look at it again. */
export const isDueForReview = ({ author, words, reviewAtMs }: Boundary, nowMs: number): boolean =>
  author === 'me' && words !== null && reviewAtMs !== null && nowMs >= reviewAtMs;
