/** Openings: what a screen and a decision ask of all things together. */
import { coreLimits } from '../limits.ts';
import type { ThingId, Who } from '../practice.ts';
import { type OpeningDepth, openingDepths, openingLevel } from './events.ts';
import type { Opening, OpeningReach, OpeningThing } from './fold.ts';

export type OpeningThings = ReadonlyMap<ThingId, OpeningThing>;

const newestFirst = (a: OpeningThing, b: OpeningThing): number => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1);

export const openingsNewestFirst = (things: OpeningThings): readonly Opening[] =>
  [...things.values()].filter((one) => one.type === 'opening').sort(newestFirst);

/** The newest word of that one: of what both can read, or what waits sealed. */
export const latestReach = (things: OpeningThings, who: Who, isSealed: boolean): OpeningReach | null =>
  [...things.values()]
    .filter((one) => one.type === 'reach')
    .filter(({ author, standing }) => author === who && (standing === 'sealed') === isSealed)
    .sort(newestFirst)[0] ?? null;

/** As deep as both have said; null until both have, or since one of them asked for light ones only. */
export function agreedDepth(things: OpeningThings): OpeningDepth | null {
  const [mine, theirs] = [latestReach(things, 'me', false), latestReach(things, 'partner', false)];
  if (mine?.standing !== 'open' || theirs?.standing !== 'open') return null;
  return openingDepths[Math.min(openingLevel(mine.depth), openingLevel(theirs.depth))] ?? null;
}

export const canShareDepth = (things: OpeningThings, question: string): boolean =>
  openingLevel(question) <= openingLevel(agreedDepth(things) ?? 'light');

export const chosenDepth = (things: OpeningThings): OpeningDepth =>
  [...things.values()].filter((one) => one.type === 'depth').sort(newestFirst)[0]?.depth ?? 'light';

/**
 * Who could go next: the one who did not share the last opening, while it stands. Nobody's, if nothing was shared, if
 * the last was taken back (that is no reason to ask anything of anyone), and some weeks later. It follows from what
 * both can read, never from what was opened; it is a suggestion, which no decision asks for.
 */
export function whoseTurn(things: OpeningThings, nowMs: number): Who | null {
  const [last] = [...things.values()]
    .flatMap((one) => (one.type === 'opening' && one.sharedAtMs !== null ? [{ ...one, atMs: one.sharedAtMs }] : []))
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
  if (last?.standing !== 'ours' || nowMs - last.atMs >= coreLimits.openingTurnMsMax) return null;
  return last.author === 'me' ? 'partner' : 'me';
}
