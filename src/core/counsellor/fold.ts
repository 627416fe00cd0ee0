/**
 * A page for a counsellor: what the facts make. Three kinds of things: a page, the consent of one of the two to what may
 * stand on it, and a text that I copied for myself.
 *
 * A thing is mine when one of my own devices gave birth to it; only else is it the partner's. Only whoever gave a
 * consent withdraws it. A withdrawn one is the same as one whose date has passed: no items, and no moment at which it
 * ended. A fold has no clock; whoever shows a page asks `pageStanding`.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { WallDate } from '../time.ts';
import { type CounsellorEvent, counsellorLimits } from './events.ts';

export interface CounsellorPage {
  readonly type: 'page';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  /** Of the session. */
  readonly day: WallDate;
  /** False: for me alone, and on my devices only. */
  readonly isShared: boolean;
  /** It stands in mine too: my own words for it have their page even when nothing is shared any more. */
  readonly isKept: boolean;
  /** What I would say yes to. Known to me only. */
  readonly chosen: readonly ThingId[];
  /** I no longer list it. */
  readonly isForgotten: boolean;
}
export interface CounsellorConsent {
  readonly type: 'consent';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  readonly page: ThingId;
  readonly items: readonly ThingId[];
  readonly seenUntilMs: number;
  /** 0: withdrawn. */
  readonly untilMs: number;
  /** Mine, and the other has not sealed theirs. */
  readonly isSealed: boolean;
}
export interface CounsellorCopy {
  readonly type: 'copy';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly page: ThingId;
  readonly words: string;
  /** May go on my page. */
  readonly isShown: boolean;
}
export type CounsellorThing = CounsellorPage | CounsellorConsent | CounsellorCopy;

type One = Recorded<CounsellorEvent>;
type Of<Kind extends CounsellorEvent['kind']> = Recorded<Extract<CounsellorEvent, { readonly kind: Kind }>>;

const isOf =
  <Kind extends CounsellorEvent['kind']>(kind: Kind) =>
  (one: One): one is Of<Kind> =>
    one.event.kind === kind;

export function foldCounsellor(recorded: readonly One[]): CounsellorThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  if (mine.some(isOf('counsellor/own-copied'))) return foldCopy(mine);
  return (
    foldPage('me', mine, ours) ??
    foldConsent('me', ours) ??
    foldPage('partner', mine, ours) ??
    foldPage(null, mine, ours) ??
    foldConsent('partner', ours)
  );
}

/** `author` null: kept in mine, and no longer shared. */
function foldPage(author: Who | null, mine: readonly One[], ours: readonly One[]): CounsellorPage | null {
  const own = mine.find(isOf('counsellor/own-begun'));
  const kept = mine.find(isOf('counsellor/own-kept'));
  const shared = ours.filter(isOf('counsellor/begun')).find(({ who }) => who === author);
  const born = shared ?? (author === 'me' ? own : author === null ? kept : undefined);
  if (born === undefined) return null;
  const isForgotten = mine.some(isOf('counsellor/own-forgotten'));
  return {
    type: 'page',
    id: born.thing,
    author: author ?? 'me',
    beganAtMs: born.atMs,
    day: born.event.day,
    isShared: shared !== undefined,
    isKept: own !== undefined || kept !== undefined,
    chosen: isForgotten ? [] : (mine.findLast(isOf('counsellor/own-chosen'))?.event.items ?? []),
    isForgotten,
  };
}

function foldConsent(author: Who, ours: readonly One[]): CounsellorConsent | null {
  const given = ours.filter(isOf('counsellor/consented')).find(({ who }) => who === author);
  if (given === undefined) return null;
  const { page, items, seenUntilMs, untilMs } = given.event;
  const isWithdrawn = ours.some((one) => one.who === author && one.event.kind === 'counsellor/withdrawn');
  return {
    type: 'consent',
    id: given.thing,
    author,
    beganAtMs: given.atMs,
    page,
    items: isWithdrawn ? [] : items,
    seenUntilMs,
    untilMs: isWithdrawn ? 0 : Math.min(untilMs, given.atMs + counsellorLimits.consentMsMax),
    isSealed: author === 'me' && given.seal === 'closed',
  };
}

function foldCopy(mine: readonly One[]): CounsellorCopy | null {
  const born = mine.find(isOf('counsellor/own-copied'));
  if (born === undefined || mine.some(isOf('counsellor/own-forgotten'))) return null;
  const { page, words } = born.event;
  const isShown = mine.findLast(isOf('counsellor/own-shown'))?.event.isShown ?? false;
  return { type: 'copy', id: born.thing, beganAtMs: born.atMs, page, words, isShown };
}
