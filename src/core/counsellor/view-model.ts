/** A page for a counsellor, as screens ask for it. Only what both said yes to, and said yes to now, is ever on a page. */
import type { ThingId, Who } from '../practice.ts';
import type { SharedThing } from '../shared-things.ts';
import type { CounsellorConsent, CounsellorCopy, CounsellorPage, CounsellorThing } from './fold.ts';

export type CounsellorThings = ReadonlyMap<ThingId, CounsellorThing>;

/**
 * `choosing`: I have not said anything yet, whether or not the other has. `sealed`: I have, and it waits. `open`: both
 * have, and both still hold. `ended`: one of the two no longer holds; nothing tells whose, when, or by what.
 */
export type PageStanding = 'choosing' | 'sealed' | 'open' | 'ended';

const newestFirst = (a: CounsellorThing, b: CounsellorThing): number =>
  b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1);

export const counsellorPages = (things: CounsellorThings): readonly CounsellorPage[] =>
  [...things.values()]
    .filter((one) => one.type === 'page')
    .filter(({ isForgotten }) => !isForgotten)
    .sort(newestFirst);

/** What I copied for my own page, in the order in which I did. */
export const counsellorCopies = (things: CounsellorThings, page: ThingId): readonly CounsellorCopy[] =>
  [...things.values()]
    .filter((one) => one.type === 'copy')
    .filter((one) => one.page === page)
    .sort(newestFirst)
    .reverse();

export const consentsTo = (things: CounsellorThings, page: ThingId, who: Who): readonly CounsellorConsent[] =>
  [...things.values()]
    .filter((one) => one.type === 'consent')
    .filter((one) => one.page === page && one.author === who)
    .sort(newestFirst);

export const holds = ({ untilMs }: CounsellorConsent, nowMs: number): boolean => nowMs < untilMs;

/** The last word of each that both can read; null until there is one of both. */
function bothConsents(things: CounsellorThings, page: ThingId): readonly CounsellorConsent[] | null {
  const [mine, theirs] = (['me', 'partner'] as const).map((who) =>
    consentsTo(things, page, who).find(({ isSealed }) => !isSealed),
  );
  return mine === undefined || theirs === undefined ? null : [mine, theirs];
}

export function pageStanding(things: CounsellorThings, page: ThingId, nowMs: number): PageStanding {
  const both = bothConsents(things, page);
  if (both !== null) return both.every((one) => holds(one, nowMs)) ? 'open' : 'ended';
  return consentsTo(things, page, 'me').some((one) => holds(one, nowMs)) ? 'sealed' : 'choosing';
}

/** Mine that still hold: what withdrawing takes back. */
export const liveConsents = (things: CounsellorThings, page: ThingId, nowMs: number): readonly CounsellorConsent[] =>
  consentsTo(things, page, 'me').filter((one) => holds(one, nowMs));

/** What stands on the page now: things to which both said yes, as both had them before them when they did. */
export function onThePage(
  things: CounsellorThings,
  page: ThingId,
  shared: readonly SharedThing[],
  nowMs: number,
): readonly SharedThing[] {
  const both = bothConsents(things, page);
  if (both === null || pageStanding(things, page, nowMs) !== 'open') return [];
  const seenUntilMs = Math.min(...both.map((one) => one.seenUntilMs));
  return shared
    .filter(({ id }) => both.every(({ items }) => items.includes(id)))
    .map((thing) => ({ ...thing, events: thing.events.filter(({ atMs }) => atMs <= seenUntilMs) }))
    .filter(({ events }) => events.length > 0);
}
