/**
 * Boundaries: what a person may do. "No" needs no reason: no field asks for one. What is written here says what I do;
 * a text that asks for a way into the other's phone, messages or whereabouts is refused, shared or not.
 */
import { err, limits, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { isQuestion, typedText } from '../text.ts';
import {
  type BoundariesDraft,
  type BoundariesOursEvent,
  type BoundaryWords,
  type CrossingWords,
  roundsMax,
  shareBoundary,
} from './events.ts';
import type { Boundary, BoundaryThing, Crossing } from './fold.ts';
import { canAskAbout, isLive } from './view-model.ts';
import { fieldThatReachesIn, type ReachWords } from './wording.ts';

/** When one looks at it again: a month, three, half a year. */
export const reviewDays = [30, 91, 182] as const;
export type ReviewDays = (typeof reviewDays)[number];

export type BoundariesCommand =
  // ---- of the one whose boundary it is
  /** A new one (`thing` null), or the same put differently while the other cannot read it. Mine. */
  | ({
      readonly practice: 'boundaries';
      readonly type: 'write';
      readonly thing: ThingId | null;
      readonly reviewInDays: ReviewDays;
      /** The words of the language in which it is written. */
      readonly reach: ReachWords;
    } & BoundaryWords)
  /** From mine to ours, until its review date, after the cancel window. */
  | { readonly practice: 'boundaries'; readonly type: 'share'; readonly thing: ThingId }
  /** Before its date. To the other it looks as if the date had come. */
  | { readonly practice: 'boundaries'; readonly type: 'end'; readonly thing: ThingId }
  | { readonly practice: 'boundaries'; readonly type: 'answer'; readonly thing: ThingId; readonly words: string }
  /** Leaves the question. Stays on my devices; the other sees what they see when nobody has answered. */
  | { readonly practice: 'boundaries'; readonly type: 'set-aside'; readonly thing: ThingId }
  /** It was crossed: a note for me alone. Mine, and nothing shares it. */
  | ({ readonly practice: 'boundaries'; readonly type: 'note-crossing'; readonly thing: ThingId } & CrossingWords)
  /** A boundary of mine or a note: no longer shown. Mine. */
  | { readonly practice: 'boundaries'; readonly type: 'forget'; readonly thing: ThingId }
  // ---- of the other one
  | { readonly practice: 'boundaries'; readonly type: 'understand'; readonly thing: ThingId }
  /** At most one a week to the same boundary. */
  | { readonly practice: 'boundaries'; readonly type: 'ask'; readonly thing: ThingId; readonly question: string };

export type BoundariesRefusal =
  | 'boundaries.refusal.not-there'
  | 'boundaries.refusal.not-yours'
  | 'boundaries.refusal.still-leaving'
  | 'boundaries.refusal.alone'
  | 'boundaries.refusal.no-name'
  | 'boundaries.refusal.nothing-said'
  | 'boundaries.refusal.words-too-long'
  | 'boundaries.refusal.reaches-in'
  | 'boundaries.refusal.still-shared'
  | 'boundaries.refusal.not-shared'
  | 'boundaries.refusal.review-first'
  | 'boundaries.refusal.ended'
  | 'boundaries.refusal.already-understood'
  | 'boundaries.refusal.asks-nothing'
  | 'boundaries.refusal.question-too-long'
  | 'boundaries.refusal.asked-lately'
  | 'boundaries.refusal.no-question'
  | 'boundaries.refusal.already-answered'
  | 'boundaries.refusal.no-words';

type Decision = Result<readonly BoundariesDraft[], Refusal>;
type Of<Type extends BoundariesCommand['type']> = Extract<BoundariesCommand, { readonly type: Type }>;
const refuse = (refusal: BoundariesRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const dayMs = 24 * 3_600_000;

const ours = (thing: ThingId, event: BoundariesOursEvent): BoundariesDraft => ({
  thing,
  space: 'ours',
  mode: event.kind === 'boundaries/ended' ? 'at-once' : 'window',
  event,
});

export function decideBoundaries(
  things: ReadonlyMap<ThingId, BoundaryThing>,
  command: BoundariesCommand,
  context: Context,
): Decision {
  if (command.type === 'write' && command.thing === null) return write(command, context.newId(), context);
  const found = command.thing === null ? undefined : things.get(command.thing);
  if (found === undefined) return refuse('boundaries.refusal.not-there');
  if (context.isLeaving?.(found.id) === true) return refuse('boundaries.refusal.still-leaving');
  if (found.type === 'crossing')
    return command.type === 'forget' ? forget(found) : refuse('boundaries.refusal.not-there');
  switch (command.type) {
    case 'understand':
    case 'ask':
      return found.author === 'partner' ? decideOther(found, command, context) : refuse('boundaries.refusal.not-yours');
    default:
      return found.author === 'me' ? decideOwn(found, command, context) : refuse('boundaries.refusal.not-yours');
  }
}

function write(command: Of<'write'>, thing: ThingId, context: Context): Decision {
  const words = typedBoundary(command);
  if (!words.ok) return words;
  const reviewAtMs = context.nowMs + command.reviewInDays * dayMs;
  return ok([{ thing, space: 'mine', event: { kind: 'boundaries/own-written', ...words.value, reviewAtMs } }]);
}

const forget = ({ id }: Boundary | Crossing): Decision =>
  ok([{ thing: id, space: 'mine', event: { kind: 'boundaries/own-forgotten' } }]);

function decideOwn(
  boundary: Boundary,
  command: Exclude<BoundariesCommand, Of<'understand' | 'ask'>>,
  context: Context,
): Decision {
  const { id: thing, words, reviewAtMs, sharing } = boundary;
  const isShared = isLive(boundary, context.nowMs);
  switch (command.type) {
    case 'write':
      return isShared ? refuse('boundaries.refusal.still-shared') : write(command, thing, context);
    case 'forget':
      if (isShared) return refuse('boundaries.refusal.still-shared');
      return words === null ? ok([]) : forget(boundary);
    case 'note-crossing': {
      const typed = typedCrossing(command);
      if (!typed.ok) return typed;
      const event = { kind: 'boundaries/own-crossed', boundary: thing, ...typed.value } as const;
      return ok([{ thing: context.newId(), space: 'mine', event }]);
    }
    case 'set-aside': {
      if (sharing?.question == null) return refuse('boundaries.refusal.no-question');
      const { atMs: askedAtMs } = sharing.question;
      return sharing.isSetAside
        ? ok([])
        : ok([{ thing, space: 'mine', event: { kind: 'boundaries/own-set-aside', askedAtMs } }]);
    }
    case 'share': {
      if (!context.isPaired) return refuse('boundaries.refusal.alone');
      if (isShared) return refuse('boundaries.refusal.still-shared');
      if (words === null) return refuse('boundaries.refusal.not-there');
      const round = Math.min(roundsMax, (sharing?.round ?? 0) + 1);
      if (reviewAtMs === null || reviewAtMs <= context.nowMs) return refuse('boundaries.refusal.review-first');
      return ok([ours(thing, shareBoundary(words, round, reviewAtMs))]);
    }
    case 'end':
      if (!context.isPaired) return refuse('boundaries.refusal.alone');
      return sharing !== null && isShared
        ? ok([ours(thing, { kind: 'boundaries/ended', round: sharing.round })])
        : refuse('boundaries.refusal.not-shared');
    case 'answer': {
      if (!context.isPaired) return refuse('boundaries.refusal.alone');
      if (!isShared) return refuse('boundaries.refusal.not-shared');
      if (sharing?.question == null) return refuse('boundaries.refusal.no-question');
      if (sharing.answer !== null) return refuse('boundaries.refusal.already-answered');
      const said = typedText(command.words);
      if (said === '') return refuse('boundaries.refusal.no-words', 'words');
      if (said.length > coreLimits.paragraphCharsMax) return refuse('boundaries.refusal.words-too-long', 'words');
      return ok([ours(thing, { kind: 'boundaries/answered', askedAtMs: sharing.question.atMs, words: said })]);
    }
  }
}

function decideOther(boundary: Boundary, command: Of<'understand' | 'ask'>, context: Context): Decision {
  const { id: thing, sharing } = boundary;
  if (!context.isPaired) return refuse('boundaries.refusal.alone');
  if (sharing === null || !isLive(boundary, context.nowMs)) return refuse('boundaries.refusal.ended');
  const { round } = sharing;
  if (command.type === 'understand')
    return sharing.isUnderstood
      ? refuse('boundaries.refusal.already-understood')
      : ok([ours(thing, { kind: 'boundaries/understood', round })]);
  if (!canAskAbout(boundary, context.nowMs)) return refuse('boundaries.refusal.asked-lately');
  const question = typedText(command.question);
  if (question.length > limits.lineCharsMax) return refuse('boundaries.refusal.question-too-long', 'question');
  if (!isQuestion(question)) return refuse('boundaries.refusal.asks-nothing', 'question');
  return ok([ours(thing, { kind: 'boundaries/asked', round, question })]);
}

function typedBoundary(typed: BoundaryWords & { readonly reach: ReachWords }): Result<BoundaryWords, Refusal> {
  const words: BoundaryWords = {
    about: typedText(typed.about),
    fine: typedText(typed.fine),
    ask: typedText(typed.ask),
    no: typedText(typed.no),
    keep: typedText(typed.keep),
  };
  if (words.about === '') return refuse('boundaries.refusal.no-name', 'about');
  if (words.fine === '' && words.ask === '' && words.no === '')
    return refuse('boundaries.refusal.nothing-said', 'fine');
  for (const [field, text] of Object.entries(words))
    if (text.length > (field === 'about' ? limits.nameCharsMax : coreLimits.paragraphCharsMax))
      return refuse('boundaries.refusal.words-too-long', field);
  const reaching = fieldThatReachesIn(words, typed.reach);
  return reaching === null ? ok(words) : refuse('boundaries.refusal.reaches-in', reaching);
}

function typedCrossing(typed: CrossingWords): Result<CrossingWords, Refusal> {
  const words: CrossingWords = {
    happened: typedText(typed.happened),
    said: typedText(typed.said),
    did: typedText(typed.did),
  };
  if (words.happened + words.said + words.did === '') return refuse('boundaries.refusal.no-words', 'happened');
  for (const [field, text] of Object.entries(words))
    if (text.length > coreLimits.paragraphCharsMax) return refuse('boundaries.refusal.words-too-long', field);
  return ok(words);
}
