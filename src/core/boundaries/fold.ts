/**
 * Boundaries: what the facts make: a boundary, or a private note that one was crossed.
 *
 * Whose it is: mine, when one of my own devices wrote or shared it; only else the partner's, who shared it. Only that
 * one ends it and answers; only the other one says "understood" and asks. The last sharing in the order stands, and
 * only words of its round belong to it.
 *
 * Questions come at most once a week to one boundary, whatever the other's app has sent: one that follows too soon is
 * no fact here, on either side. Of all that were asked, the last one that counts is shown.
 *
 * The end has no clock in it. Whoever shows a boundary asks `isLive`: ended by hand or by its date is the same.
 */
import type { Recorded, ThingId, Who } from '../practice.ts';
import type { BoundariesEvent, BoundaryShared, BoundaryWords, CrossingWords } from './events.ts';

const weekMs = 7 * 24 * 3_600_000;
/** How long one waits before asking about the same boundary again. */
export const askEveryMs = weekMs;

export interface Boundary {
  readonly type: 'boundary';
  readonly id: ThingId;
  readonly author: Who;
  readonly beganAtMs: number;
  /** As I have it; of the partner's, as it was shared. null: ended (theirs), or forgotten (mine). */
  readonly words: BoundaryWords | null;
  /** When I look at it again. Mine only. */
  readonly reviewAtMs: number | null;
  readonly sharing: Sharing | null;
  /** When the other last asked, in any round: the next question counts a week later. */
  readonly lastAskedAtMs: number | null;
}

export interface Sharing {
  readonly round: number;
  readonly atMs: number;
  readonly untilMs: number;
  /** Ended before its date. */
  readonly endedAtMs: number | null;
  readonly isUnderstood: boolean;
  readonly question: { readonly text: string; readonly atMs: number } | null;
  readonly answer: { readonly words: string; readonly atMs: number } | null;
  /** The question is left for now: known on my devices only. */
  readonly isSetAside: boolean;
}

/** A note for me alone. Nothing counts these, and nothing can share them. */
export interface Crossing {
  readonly type: 'crossing';
  readonly id: ThingId;
  readonly boundary: ThingId;
  readonly beganAtMs: number;
  readonly words: CrossingWords;
}

export type BoundaryThing = Boundary | Crossing;

type One = Recorded<BoundariesEvent>;
type Of<Kind extends BoundariesEvent['kind']> = Recorded<Extract<BoundariesEvent, { readonly kind: Kind }>>;

const isOf =
  <Kind extends BoundariesEvent['kind']>(kind: Kind) =>
  (one: One): one is Of<Kind> =>
    one.event.kind === kind;

export function foldBoundaries(recorded: readonly One[]): BoundaryThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const own = mine.filter(isOf('boundaries/own-written'));
  const isForgotten = mine.some(isOf('boundaries/own-forgotten'));
  const shared = ours.filter(isOf('boundaries/shared'));
  if (own.length === 0 && mine.some(isOf('boundaries/own-crossed'))) return isForgotten ? null : foldCrossing(mine);

  const author: Who = own.length > 0 || shared.some(({ who }) => who === 'me') ? 'me' : 'partner';
  const last = shared.findLast(({ who }) => who === author);
  const born = own[0] ?? shared.find(({ who }) => who === author);
  const copy = isForgotten ? undefined : own.at(-1)?.event;
  if (born === undefined || (copy === undefined && last === undefined)) return null;
  const asked = countedQuestions(ours, author);
  const sharing = last === undefined ? null : foldSharing(last, ours, mine, asked);
  const theirs = sharing === null || sharing.endedAtMs !== null ? undefined : last?.event;
  const words = author === 'me' ? (copy ?? (isForgotten ? undefined : last?.event)) : theirs;
  return {
    type: 'boundary',
    id: born.thing,
    author,
    beganAtMs: born.atMs,
    words: words === undefined ? null : wordsOf(words),
    reviewAtMs: copy?.reviewAtMs ?? null,
    sharing,
    lastAskedAtMs: asked.at(-1)?.atMs ?? null,
  };
}

function foldCrossing(mine: readonly One[]): Crossing | null {
  const notes = mine.filter(isOf('boundaries/own-crossed'));
  const [first, last] = [notes[0], notes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { happened, said, did } = last.event;
  return {
    type: 'crossing',
    id: first.thing,
    boundary: first.event.boundary,
    beganAtMs: first.atMs,
    words: { happened, said, did },
  };
}

/**
 * The questions of the other that came at least a week after the one before. Taken as their device wrote them, not by
 * their dates: so a question that is dated back can neither come before an earlier one nor push it aside.
 */
function countedQuestions(ours: readonly One[], author: Who): readonly Of<'boundaries/asked'>[] {
  const counted: Of<'boundaries/asked'>[] = [];
  const asked = ours.filter(isOf('boundaries/asked')).filter(({ who }) => who !== author);
  for (const one of asked.sort(byWriting)) {
    const before = counted.at(-1);
    if (before === undefined || one.atMs - before.atMs >= askEveryMs) counted.push(one);
  }
  return counted;
}

const byWriting = (a: One, b: One): number => a.seq - b.seq || compare(a.device, b.device) || compare(a.entry, b.entry);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function foldSharing(
  { event, who: author, atMs }: Recorded<BoundaryShared>,
  ours: readonly One[],
  mine: readonly One[],
  asked: readonly Of<'boundaries/asked'>[],
): Sharing {
  const { round, untilMs } = event;
  const ended = ours.filter(isOf('boundaries/ended')).find((one) => one.who === author && one.event.round === round);
  const understood = ours.filter(isOf('boundaries/understood'));
  const question = asked.findLast((one) => one.event.round === round);
  const isAbout = (one: Of<'boundaries/answered' | 'boundaries/own-set-aside'>): boolean =>
    one.event.askedAtMs === question?.atMs;
  const answer = ours.filter(isOf('boundaries/answered')).find((one) => one.who === author && isAbout(one));
  return {
    round,
    atMs,
    untilMs,
    endedAtMs: ended?.atMs ?? null,
    isUnderstood: understood.some((one) => one.who !== author && one.event.round === round),
    question: question === undefined ? null : { text: question.event.question, atMs: question.atMs },
    answer: answer === undefined ? null : { words: answer.event.words, atMs: answer.atMs },
    isSetAside: author === 'me' && mine.filter(isOf('boundaries/own-set-aside')).some(isAbout),
  };
}

const wordsOf = ({ about, fine, ask, no, keep }: BoundaryWords): BoundaryWords => ({ about, fine, ask, no, keep });
