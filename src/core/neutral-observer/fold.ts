/**
 * The neutral observer: what the facts make.
 *
 * Who wrote: I did, when one of my own devices wrote or shared it; only else the partner, who shared it. My own text
 * and the copy that is ours are two: what I change in mine afterwards changes nothing that the other reads, and the
 * first copy stands until it is taken back.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import { type NeutralEvent, type NeutralWords, shareNeutral } from './events.ts';

export interface NeutralText {
  readonly type: 'text';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  /** `mine`: on my own devices alone. `ours`: a copy can be read by both. `withdrawn`: it was; a mark stays for both. */
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  /** My own text as last written; null: there is none, or it is forgotten. */
  readonly own: NeutralWords | null;
  /** What both can read. */
  readonly shared: NeutralWords | null;
  readonly sharedAtMs: number | null;
}

/** "Not now" to the suggestion, the last time. Known on my devices alone. */
export interface NeutralRest {
  readonly type: 'rest';
  readonly id: ThingId;
  readonly atMs: number;
}

export type NeutralThing = NeutralText | NeutralRest;

type One = Recorded<NeutralEvent>;

export function foldNeutral(recorded: readonly One[]): NeutralThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const own = mine.findLast(({ event }) => event.kind === 'neutral-observer/own-written');
  const sharedBy = (who: Who) => ours.find((one) => one.who === who && one.event.kind === 'neutral-observer/shared');
  const author: Who = own !== undefined || sharedBy('me') !== undefined ? 'me' : 'partner';
  const shared = sharedBy(author);
  const born = mine.find(({ event }) => event.kind === 'neutral-observer/own-written') ?? shared;
  if (born === undefined) return foldRest(mine);
  const isForgotten = mine.some(({ event }) => event.kind === 'neutral-observer/own-forgotten');
  if (isForgotten && shared === undefined) return null;
  const isWithdrawn =
    shared !== undefined &&
    ours.some(({ who, event }) => who === author && event.kind === 'neutral-observer/withdrawn');
  return {
    type: 'text',
    id: born.thing,
    author,
    beganAtMs: born.atMs,
    standing: shared === undefined ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours',
    own: isForgotten || own === undefined ? null : wordsOf(own.event),
    shared: shared === undefined || isWithdrawn ? null : wordsOf(shared.event),
    sharedAtMs: shared?.atMs ?? null,
  };
}

function foldRest(mine: readonly One[]): NeutralRest | null {
  const last = mine.findLast(({ event }) => event.kind === 'neutral-observer/own-rested');
  return last === undefined ? null : { type: 'rest', id: last.thing, atMs: last.atMs };
}

function wordsOf(event: NeutralEvent): NeutralWords | null {
  if (event.kind !== 'neutral-observer/own-written' && event.kind !== 'neutral-observer/shared') return null;
  const { kind: _, ...words } = shareNeutral(event, ['about', 'seen', 'hard', 'keep']);
  return words;
}
