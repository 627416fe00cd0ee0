/**
 * Noticing: what the facts make. Two views of one thing: of the one who noticed, and of the one who is asked.
 *
 * Who is the asker: I am, when one of my own devices noticed or asked; only else the partner, who asked. Only the
 * asker asks, and takes the question back; only the other one answers, and takes the answer back. An answer without
 * a question of mine is no answer.
 *
 * A guess counts only when it stands before I said, asked, or wrote down what I was told. All of these come from my
 * own devices, so no clock of the partner can make a guess early or late.
 */
import { comparePlaced } from '#log';
import type { Recorded, ThingId } from '../practice.ts';
import type { Answer, Closeness, Cue, Guess, NoticingEvent } from './events.ts';

export type Noticing = NoticingByMe | NoticingOfMe;

/** I noticed something in my partner. */
export interface NoticingByMe {
  readonly id: ThingId;
  readonly side: 'asker';
  readonly noticedAtMs: number;
  readonly cues: readonly Cue[];
  readonly words: string;
  readonly guess: Guess | null;
  /** The opener as last prepared, said or sent. */
  readonly opener: string | null;
  /** `aloud`: said, on my devices only. `sent`: they can read the opener. `withdrawn`: it was sent and taken back. */
  readonly asked: { readonly how: 'aloud' | 'sent' | 'withdrawn'; readonly atMs: number } | null;
  readonly answer: NoticingAnswer | null;
  readonly judged: { readonly closeness: Closeness; readonly words: string; readonly atMs: number } | null;
  readonly isPutAway: boolean;
}

export interface AnswerGiven {
  /** null: taken back. */
  readonly said: Answer | null;
  readonly atMs: number;
  /** When it was last said anew or taken back; null: never. */
  readonly changedAtMs: number | null;
}

export interface NoticingAnswer extends AnswerGiven {
  /** `told`: as I wrote it down. `partner`: their own words; they stand before what I wrote down. */
  readonly from: 'told' | 'partner';
}

/** My partner noticed something in me, and asks. What they guessed never comes here. */
export interface NoticingOfMe {
  readonly id: ThingId;
  readonly side: 'asked';
  readonly askedAtMs: number;
  /** null: they took the question back. */
  readonly opener: string | null;
  readonly myAnswer: AnswerGiven | null;
  /** "Not now": known on my devices only. */
  readonly isSetAside: boolean;
}

type One = Recorded<NoticingEvent>;

export function foldNoticing(recorded: readonly One[]): Noticing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const ours = recorded.filter(({ space }) => space === 'ours');
  const byMe = ours.filter(({ who }) => who === 'me');
  const byPartner = ours.filter(({ who }) => who === 'partner');
  const isAsker =
    mine.some(({ event }) => event.kind === 'noticing/noticed') ||
    byMe.some(({ event }) => event.kind === 'noticing/asked');
  return isAsker ? foldByMe(mine, byMe, byPartner) : foldOfMe(mine, byMe, byPartner);
}

function foldByMe(mine: readonly One[], byMe: readonly One[], byPartner: readonly One[]): NoticingByMe | null {
  const isForgotten = mine.some(({ event }) => event.kind === 'noticing/forgotten');
  const kept = isForgotten ? [] : mine;
  const born = kept.find(({ event }) => event.kind === 'noticing/noticed');
  const question = foldQuestion(byMe);
  const first = born ?? question?.born;
  if (first === undefined) return null;

  let noticed: { readonly cues: readonly Cue[]; readonly words: string } = { cues: [], words: '' };
  let guess: Guess | null = null;
  let prepared: string | null = null;
  let saidAtMs: number | null = null;
  let told: NoticingAnswer | null = null;
  let judged: NoticingByMe['judged'] = null;
  let isPutAway = isForgotten;
  const isGuessOver = (at: One): boolean =>
    saidAtMs !== null || told !== null || (question !== null && comparePlaced(question.born, at) < 0);
  for (const at of kept) {
    const { event, atMs } = at;
    if (event.kind === 'noticing/noticed') noticed = { cues: event.cues, words: event.words };
    else if (event.kind === 'noticing/guessed' && !isGuessOver(at))
      guess = { feelings: event.feelings, strength: event.strength, certainty: event.certainty };
    else if (event.kind === 'noticing/prepared') prepared = event.opener;
    else if (event.kind === 'noticing/said') {
      prepared = event.opener;
      saidAtMs = atMs;
    } else if (event.kind === 'noticing/told') told = { from: 'told', ...givenAfter(told, event, atMs) };
    else if (event.kind === 'noticing/judged') judged = { closeness: event.closeness, words: event.words, atMs };
    else if (event.kind === 'noticing/put-away') isPutAway = true;
  }
  const asked: NoticingByMe['asked'] =
    question !== null
      ? { how: question.isWithdrawn ? 'withdrawn' : 'sent', atMs: question.born.atMs }
      : saidAtMs !== null
        ? { how: 'aloud', atMs: saidAtMs }
        : null;
  const theirs = question === null ? null : foldAnswer(byPartner);
  return {
    id: first.thing,
    side: 'asker',
    noticedAtMs: first.atMs,
    ...noticed,
    guess,
    opener: question?.opener ?? prepared,
    asked,
    answer: theirs === null ? told : { from: 'partner', ...theirs },
    judged,
    isPutAway,
  };
}

function foldOfMe(mine: readonly One[], byMe: readonly One[], byPartner: readonly One[]): NoticingOfMe | null {
  const question = foldQuestion(byPartner);
  if (question === null) return null;
  return {
    id: question.born.thing,
    side: 'asked',
    askedAtMs: question.born.atMs,
    opener: question.isWithdrawn ? null : question.opener,
    myAnswer: foldAnswer(byMe),
    isSetAside: mine.some(({ event }) => event.kind === 'noticing/set-aside'),
  };
}

/** What the asker sent, in order. The first opener stands: a question is not changed under the one who reads it. */
function foldQuestion(fromAsker: readonly One[]) {
  const born = fromAsker.find(({ event }) => event.kind === 'noticing/asked');
  if (born === undefined || born.event.kind !== 'noticing/asked') return null;
  const isWithdrawn = fromAsker.some(({ event }) => event.kind === 'noticing/withdrawn');
  return { born, opener: born.event.opener, isWithdrawn };
}

/** What the one who was asked answered, in order; the last word stands. */
function foldAnswer(fromAsked: readonly One[]): AnswerGiven | null {
  let answer: AnswerGiven | null = null;
  for (const { event, atMs } of fromAsked) {
    if (event.kind === 'noticing/answered') answer = givenAfter(answer, event, atMs);
    else if (event.kind === 'noticing/withdrawn') answer = takenBack(answer, atMs);
  }
  return answer;
}

const givenAfter = (before: AnswerGiven | null, { feelings, strength, words }: Answer, atMs: number): AnswerGiven => ({
  said: { feelings, strength, words },
  atMs: before?.atMs ?? atMs,
  changedAtMs: before === null ? null : atMs,
});

const takenBack = (before: AnswerGiven | null, atMs: number): AnswerGiven | null =>
  before === null ? null : { ...before, said: null, changedAtMs: atMs };
