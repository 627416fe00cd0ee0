/**
 * Openings: what the facts make. Three kinds of things: what somebody wrote about themselves, how far one of the two
 * would go, and the depth that I chose for myself.
 *
 * A thing is mine when one of my own devices gave birth to it; only else is it the partner's. Only that one takes it
 * back; only the other one answers, and the first answer stands. That I opened something stands on my devices alone.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { OpeningDepth, OpeningsEvent, OpeningWarm } from './events.ts';

export interface Opening {
  readonly type: 'opening';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  readonly question: string;
  /** null: taken back, and no copy is kept here. */
  readonly words: string | null;
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  readonly sharedAtMs: number | null;
  /** Of the other's: that I have opened it. Known to me only. */
  readonly isOpened: boolean;
  readonly warm: { readonly warm: OpeningWarm; readonly atMs: number } | null;
}
/** As far as one of the two would go. `sealed`: mine, and the other has not said it. */
export interface OpeningReach {
  readonly type: 'reach';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  readonly depth: OpeningDepth;
  readonly standing: 'sealed' | 'open' | 'lighter';
}
export interface OpeningDepthOfMine {
  readonly type: 'depth';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly depth: OpeningDepth;
}
export type OpeningThing = Opening | OpeningReach | OpeningDepthOfMine;

type One = Recorded<OpeningsEvent>;

export function foldOpenings(recorded: readonly One[]): OpeningThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const isMine =
    mine.some(({ event }) => event.kind === 'openings/own-written') ||
    ours.some(({ who, event }) => who === 'me' && event.kind === 'openings/shared');
  if (isMine) return foldOpening('me', mine, ours);
  return foldDepth(mine) ?? foldReach('me', ours) ?? foldOpening('partner', mine, ours) ?? foldReach('partner', ours);
}

function foldOpening(author: Who, mine: readonly One[], ours: readonly One[]): Opening | null {
  const shared = ours.find(({ who, event }) => who === author && event.kind === 'openings/shared');
  const born = mine.find(({ event }) => event.kind === 'openings/own-written') ?? shared;
  const copy = copyOf(mine);
  const said = shared === undefined ? copy : wordsOf(shared.event);
  if (born === undefined || said === null) return null;
  const isWithdrawn =
    shared !== undefined && ours.some(({ who, event }) => who === author && event.kind === 'openings/withdrawn');
  const standing = shared === undefined ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours';
  return {
    type: 'opening',
    id: born.thing,
    author,
    beganAtMs: born.atMs,
    question: said.question,
    words: (standing === 'ours' ? said : copy)?.words ?? null,
    standing,
    sharedAtMs: shared?.atMs ?? null,
    isOpened: author === 'partner' && mine.some(({ event }) => event.kind === 'openings/own-opened'),
    warm: standing === 'ours' ? warmOf(ours, author) : null,
  };
}

function foldReach(author: Who, ours: readonly One[]): OpeningReach | null {
  for (const { thing: id, who, event, atMs: beganAtMs, seal } of ours) {
    if (who !== author || event.kind !== 'openings/agreed') continue;
    const isLighter = ours.some((one) => one.who === author && one.event.kind === 'openings/lighter');
    const standing = isLighter ? 'lighter' : seal === 'closed' ? 'sealed' : 'open';
    return { type: 'reach', id, author, beganAtMs, depth: event.depth, standing };
  }
  return null;
}

function foldDepth(mine: readonly One[]): OpeningDepthOfMine | null {
  const last = mine.findLast(({ event }) => event.kind === 'openings/own-depth');
  if (last?.event.kind !== 'openings/own-depth') return null;
  return { type: 'depth', id: last.thing, beganAtMs: last.atMs, depth: last.event.depth };
}

function copyOf(mine: readonly One[]) {
  const isForgotten = mine.some(({ event }) => event.kind === 'openings/own-forgotten');
  const last = mine.findLast(({ event }) => event.kind === 'openings/own-written');
  return isForgotten || last === undefined ? null : wordsOf(last.event);
}

function warmOf(ours: readonly One[], author: Who): Opening['warm'] {
  for (const { event, who, atMs } of ours)
    if (who !== author && event.kind === 'openings/warmed') return { warm: event.warm, atMs };
  return null;
}

const wordsOf = (event: OpeningsEvent) =>
  event.kind === 'openings/shared' || event.kind === 'openings/own-written'
    ? { question: event.question, words: event.words }
    : null;
