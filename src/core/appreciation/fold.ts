/**
 * Appreciation: what the facts make.
 *
 * Whose it is: mine, when one of my own devices wrote or gave it; only else the partner's, who gave it. Only that one
 * takes it back; only the other one answers, with one tap, and the first tap stands.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { AppreciationEvent, AppreciationWords, WarmTap } from './events.ts';

export interface Appreciation {
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  /** `mine`: kept, for me or for the weekly meeting. `ours`: given. `withdrawn`: a mark stays for both. */
  readonly standing: 'mine' | 'ours' | 'withdrawn';
  /** null: taken back, and no copy is kept here. */
  readonly words: AppreciationWords | null;
  readonly givenAtMs: number | null;
  readonly warm: { readonly tap: WarmTap; readonly atMs: number } | null;
}

type One = Recorded<AppreciationEvent>;

export function foldAppreciation(recorded: readonly One[]): Appreciation | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const own = mine.find(({ event }) => event.kind === 'appreciation/kept');
  const isByMe =
    own !== undefined || ours.some(({ who, event }) => who === 'me' && event.kind === 'appreciation/given');
  const author: Who = isByMe ? 'me' : 'partner';
  const given = ours.find(({ who, event }) => who === author && event.kind === 'appreciation/given');
  const born = own ?? given;
  if (born === undefined) return null;
  const copy = copyOf(mine);
  if (given === undefined && copy === null) return null;
  const isWithdrawn =
    given !== undefined && ours.some(({ who, event }) => who === author && event.kind === 'appreciation/withdrawn');
  const isOurs = given !== undefined && !isWithdrawn;
  return {
    id: born.thing,
    author,
    beganAtMs: born.atMs,
    standing: given === undefined ? 'mine' : isWithdrawn ? 'withdrawn' : 'ours',
    words: isOurs ? wordsOf(given.event) : copy,
    givenAtMs: given?.atMs ?? null,
    warm: isOurs ? warmOf(ours, author) : null,
  };
}

function copyOf(mine: readonly One[]): AppreciationWords | null {
  const isForgotten = mine.some(({ event }) => event.kind === 'appreciation/own-forgotten');
  const last = mine.findLast(({ event }) => event.kind === 'appreciation/kept');
  return isForgotten || last === undefined ? null : wordsOf(last.event);
}

function warmOf(ours: readonly One[], author: Who): Appreciation['warm'] {
  for (const { event, who, atMs } of ours)
    if (who !== author && event.kind === 'appreciation/warmed') return { tap: event.tap, atMs };
  return null;
}

const wordsOf = (event: AppreciationEvent): AppreciationWords | null =>
  event.kind === 'appreciation/given' || event.kind === 'appreciation/kept'
    ? { did: event.did, meant: event.meant }
    : null;
