/**
 * Noticing: what a person may do. The steps hold their order: notice, guess, ask, and only then an answer; the guess
 * is closed as soon as I ask or am told, so that it stays a guess.
 */
import { err, limits, ok, type Result } from '#kernel';
import {
  type Certainty,
  certainties,
  type FeelingNamed,
  type Strength,
  strengths,
  typedFeelings,
} from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { isQuestion, typedText } from '../text.ts';
import { type Answer, type Closeness, type Cue, closenesses, cues, type NoticingDraft, shareOpener } from './events.ts';
import type { Noticing, NoticingByMe, NoticingOfMe } from './fold.ts';

export type NoticingCommand =
  // ---- of the one who notices
  /** Begins one (`thing` null) or puts it differently, until the guess is closed. Cues, words, or both. Mine. */
  | {
      readonly practice: 'noticing';
      readonly type: 'notice';
      readonly thing: ThingId | null;
      readonly cues: readonly Cue[];
      readonly words: string;
    }
  /** One to three feelings. May be changed until I asked or was told. Mine. */
  | {
      readonly practice: 'noticing';
      readonly type: 'guess';
      readonly thing: ThingId;
      readonly feelings: readonly FeelingNamed[];
      readonly strength: Strength;
      readonly certainty: Certainty;
    }
  /** Keeps the opener in the words I mean to say. It must end in a question. Mine. */
  | { readonly practice: 'noticing'; readonly type: 'prepare'; readonly thing: ThingId; readonly opener: string }
  /** I said it aloud. Mine. */
  | { readonly practice: 'noticing'; readonly type: 'say'; readonly thing: ThingId; readonly opener: string }
  /** Sends the opener, and nothing else, after the cancel window. */
  | { readonly practice: 'noticing'; readonly type: 'send'; readonly thing: ThingId; readonly opener: string }
  /** Takes a sent opener back; a mark stays. */
  | { readonly practice: 'noticing'; readonly type: 'withdraw-question'; readonly thing: ThingId }
  /** Writes down what they told me aloud. Mine. */
  | ({ readonly practice: 'noticing'; readonly type: 'write-down'; readonly thing: ThingId } & NoticingAnswerTyped)
  /** How close it was, in my own eyes, once there is an answer. Mine. */
  | {
      readonly practice: 'noticing';
      readonly type: 'judge';
      readonly thing: ThingId;
      readonly closeness: Closeness;
      readonly words: string;
    }
  /** It may rest without an answer. Mine. */
  | { readonly practice: 'noticing'; readonly type: 'put-away'; readonly thing: ThingId }
  /** What I noticed and guessed is no longer shown. A sent opener stays until it is withdrawn. Mine. */
  | { readonly practice: 'noticing'; readonly type: 'forget'; readonly thing: ThingId }
  // ---- of the one who is asked
  /** Answers, or answers anew (shown as changed), after the cancel window. */
  | ({ readonly practice: 'noticing'; readonly type: 'answer'; readonly thing: ThingId } & NoticingAnswerTyped)
  | { readonly practice: 'noticing'; readonly type: 'withdraw-answer'; readonly thing: ThingId }
  /** "Not now". Stays on my devices; the other sees what they see when nobody has answered. */
  | { readonly practice: 'noticing'; readonly type: 'set-aside'; readonly thing: ThingId };

/** Feelings, words, or both. */
export interface NoticingAnswerTyped {
  readonly feelings: readonly FeelingNamed[];
  readonly strength: Strength | null;
  readonly words: string;
}

export type NoticingRefusal =
  | 'noticing.refusal.not-there'
  | 'noticing.refusal.not-yours'
  | 'noticing.refusal.still-leaving'
  | 'noticing.refusal.nothing-noticed'
  | 'noticing.refusal.words-too-long'
  | 'noticing.refusal.no-feeling'
  | 'noticing.refusal.too-many-feelings'
  | 'noticing.refusal.feeling-too-long'
  | 'noticing.refusal.no-strength'
  | 'noticing.refusal.no-certainty'
  | 'noticing.refusal.guess-is-closed'
  | 'noticing.refusal.guess-first'
  | 'noticing.refusal.opener-asks-nothing'
  | 'noticing.refusal.opener-too-long'
  | 'noticing.refusal.already-asked'
  | 'noticing.refusal.alone'
  | 'noticing.refusal.not-sent'
  | 'noticing.refusal.no-answer-yet'
  | 'noticing.refusal.answer-is-empty'
  | 'noticing.refusal.question-withdrawn'
  | 'noticing.refusal.no-closeness';

type Decision = Result<readonly NoticingDraft[], Refusal>;
type Of<Type extends NoticingCommand['type']> = Extract<NoticingCommand, { readonly type: Type }>;
const refuse = (refusal: NoticingRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

export function decideNoticing(
  things: ReadonlyMap<ThingId, Noticing>,
  command: NoticingCommand,
  context: Context,
): Decision {
  if (command.type === 'notice' && command.thing === null) return notice(command, context.newId());
  const noticing = command.thing === null ? undefined : things.get(command.thing);
  if (noticing === undefined) return refuse('noticing.refusal.not-there');
  if (context.isLeaving?.(noticing.id) === true) return refuse('noticing.refusal.still-leaving');
  switch (command.type) {
    case 'answer':
    case 'withdraw-answer':
    case 'set-aside':
      return noticing.side === 'asked' ? decideAsked(noticing, command, context) : refuse('noticing.refusal.not-yours');
    default:
      return noticing.side === 'asker' ? decideAsker(noticing, command, context) : refuse('noticing.refusal.not-yours');
  }
}

function decideAsker(
  noticing: NoticingByMe,
  command: Exclude<NoticingCommand, Of<'answer' | 'withdraw-answer' | 'set-aside'>>,
  context: Context,
): Decision {
  const { id: thing } = noticing;
  switch (command.type) {
    case 'notice':
      return isGuessClosed(noticing) ? refuse('noticing.refusal.guess-is-closed') : notice(command, thing);
    case 'guess':
      return isGuessClosed(noticing) ? refuse('noticing.refusal.guess-is-closed') : guess(command);
    case 'prepare':
    case 'say':
    case 'send':
      return ask(noticing, command, context);
    case 'withdraw-question':
      return noticing.asked?.how === 'sent'
        ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'noticing/withdrawn' } }])
        : refuse('noticing.refusal.not-sent');
    case 'write-down': {
      if (noticing.guess === null) return refuse('noticing.refusal.guess-first');
      const answer = typedAnswer(command);
      return answer.ok ? ok([{ thing, space: 'mine', event: { kind: 'noticing/told', ...answer.value } }]) : answer;
    }
    case 'judge':
      return judge(noticing, command);
    case 'put-away':
      return noticing.isPutAway ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'noticing/put-away' } }]);
    case 'forget':
      return ok([{ thing, space: 'mine', event: { kind: 'noticing/forgotten' } }]);
  }
}

function decideAsked(
  noticing: NoticingOfMe,
  command: Of<'answer' | 'withdraw-answer' | 'set-aside'>,
  context: Context,
): Decision {
  const { id: thing } = noticing;
  if (command.type === 'set-aside')
    return noticing.isSetAside ? ok([]) : ok([{ thing, space: 'mine', event: { kind: 'noticing/set-aside' } }]);
  if (!context.isPaired) return refuse('noticing.refusal.alone');
  if (command.type === 'withdraw-answer')
    return noticing.myAnswer === null || noticing.myAnswer.said === null
      ? refuse('noticing.refusal.no-answer-yet')
      : ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'noticing/withdrawn' } }]);
  if (noticing.opener === null) return refuse('noticing.refusal.question-withdrawn');
  const answer = typedAnswer(command);
  if (!answer.ok) return answer;
  return ok([{ thing, space: 'ours', mode: 'window', event: { kind: 'noticing/answered', ...answer.value } }]);
}

const isGuessClosed = ({ asked, answer }: NoticingByMe): boolean => asked !== null || answer !== null;

function notice(command: Of<'notice'>, thing: ThingId): Decision {
  const seen = cues.filter((cue) => command.cues.includes(cue));
  const words = typedText(command.words);
  if (seen.length === 0 && words === '') return refuse('noticing.refusal.nothing-noticed', 'cues');
  if (words.length > limits.lineCharsMax) return refuse('noticing.refusal.words-too-long', 'words');
  return ok([{ thing, space: 'mine', event: { kind: 'noticing/noticed', cues: seen, words } }]);
}

function guess(command: Of<'guess'>): Decision {
  const { thing, strength, certainty } = command;
  const feelings = typedFeelings(command.feelings);
  if (feelings === null) return refuse('noticing.refusal.feeling-too-long', 'feelings');
  if (feelings.length === 0) return refuse('noticing.refusal.no-feeling', 'feelings');
  if (feelings.length > coreLimits.feelingsPerGuessMax) return refuse('noticing.refusal.too-many-feelings', 'feelings');
  if (!strengths.includes(strength)) return refuse('noticing.refusal.no-strength', 'strength');
  if (!certainties.includes(certainty)) return refuse('noticing.refusal.no-certainty', 'certainty');
  return ok([{ thing, space: 'mine', event: { kind: 'noticing/guessed', feelings, strength, certainty } }]);
}

function ask(noticing: NoticingByMe, command: Of<'prepare' | 'say' | 'send'>, context: Context): Decision {
  const { id: thing } = noticing;
  if (noticing.asked?.how === 'sent' || noticing.asked?.how === 'withdrawn')
    return refuse('noticing.refusal.already-asked');
  if (noticing.guess === null) return refuse('noticing.refusal.guess-first');
  const opener = typedText(command.opener);
  if (opener.length > limits.lineCharsMax) return refuse('noticing.refusal.opener-too-long', 'opener');
  if (!isQuestion(opener)) return refuse('noticing.refusal.opener-asks-nothing', 'opener');
  if (command.type === 'prepare') return ok([{ thing, space: 'mine', event: { kind: 'noticing/prepared', opener } }]);
  if (command.type === 'say') return ok([{ thing, space: 'mine', event: { kind: 'noticing/said', opener } }]);
  if (!context.isPaired) return refuse('noticing.refusal.alone');
  return ok([{ thing, space: 'ours', mode: 'window', event: shareOpener({ opener }) }]);
}

function judge(noticing: NoticingByMe, command: Of<'judge'>): Decision {
  if (noticing.answer === null || noticing.answer.said === null) return refuse('noticing.refusal.no-answer-yet');
  if (!closenesses.includes(command.closeness)) return refuse('noticing.refusal.no-closeness', 'closeness');
  const words = typedText(command.words);
  if (words.length > limits.lineCharsMax) return refuse('noticing.refusal.words-too-long', 'words');
  return ok([
    { thing: noticing.id, space: 'mine', event: { kind: 'noticing/judged', closeness: command.closeness, words } },
  ]);
}

function typedAnswer(typed: NoticingAnswerTyped): Result<Answer, Refusal> {
  const feelings = typedFeelings(typed.feelings);
  const words = typedText(typed.words);
  if (feelings === null) return refuse('noticing.refusal.feeling-too-long', 'feelings');
  if (feelings.length > limits.feelingsPerCheckInMax) return refuse('noticing.refusal.too-many-feelings', 'feelings');
  if (feelings.length === 0 && words === '') return refuse('noticing.refusal.answer-is-empty', 'words');
  if (words.length > limits.noteCharsMax) return refuse('noticing.refusal.words-too-long', 'words');
  if (typed.strength !== null && !strengths.includes(typed.strength))
    return refuse('noticing.refusal.no-strength', 'strength');
  return ok({ feelings, strength: typed.strength, words });
}
