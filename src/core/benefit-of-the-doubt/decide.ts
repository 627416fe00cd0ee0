/** Benefit of the doubt: what a person may do, all of it for themselves. */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { isQuestion, typedText } from '../text.ts';
import type { DoubtDraft, DoubtEvent, DoubtWords, TurnedOut } from './events.ts';
import { type DoubtsById, isHelpFirst, isLeft } from './help-first.ts';

export type DoubtCommand =
  | ({ readonly practice: 'benefit-of-the-doubt'; readonly type: 'write' } & DoubtWords)
  /** Only what I saw; taken at any time. */
  | { readonly practice: 'benefit-of-the-doubt'; readonly type: 'note'; readonly saw: string }
  | {
      readonly practice: 'benefit-of-the-doubt';
      readonly type: 'say-how-it-turned-out';
      readonly thing: ThingId;
      readonly turnedOut: TurnedOut;
    }
  | { readonly practice: 'benefit-of-the-doubt'; readonly type: 'forget'; readonly thing: ThingId }
  /** The way out, which is never refused; and taking it back. */
  | { readonly practice: 'benefit-of-the-doubt'; readonly type: 'leave' | 'begin-again' };

export type DoubtRefusal =
  | 'benefit-of-the-doubt.refusal.not-there'
  | 'benefit-of-the-doubt.refusal.help-first'
  | 'benefit-of-the-doubt.refusal.no-words'
  | 'benefit-of-the-doubt.refusal.two-others'
  | 'benefit-of-the-doubt.refusal.not-a-question'
  | 'benefit-of-the-doubt.refusal.words-too-long';

type Decision = Result<readonly DoubtDraft[], Refusal>;
const refuse = (refusal: DoubtRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });
const own = (thing: ThingId, event: DoubtEvent): DoubtDraft => ({ thing, space: 'mine', event });

export function decideDoubt(things: DoubtsById, command: DoubtCommand, context: Context): Decision {
  switch (command.type) {
    case 'write':
      return isHelpFirst(things) ? refuse('benefit-of-the-doubt.refusal.help-first') : write(command, context);
    case 'note': {
      const saw = typedText(command.saw);
      if (saw === '') return refuse('benefit-of-the-doubt.refusal.no-words', 'saw');
      if (saw.length > coreLimits.paragraphCharsMax)
        return refuse('benefit-of-the-doubt.refusal.words-too-long', 'saw');
      return ok([own(context.newId(), { kind: 'benefit-of-the-doubt/own-seen', saw })]);
    }
    case 'leave':
      return ok(isLeft(things) ? [] : [own(context.newId(), { kind: 'benefit-of-the-doubt/own-left' })]);
    case 'begin-again': // each of them: two devices may have gone out before they knew of each other
      return ok(
        [...things.values()]
          .filter(({ type }) => type === 'way-out')
          .map(({ id }) => own(id, { kind: 'benefit-of-the-doubt/own-begun-again' })),
      );
    case 'say-how-it-turned-out': {
      const { thing, turnedOut } = command;
      const doubt = things.get(thing);
      if (doubt?.type !== 'doubt') return refuse('benefit-of-the-doubt.refusal.not-there');
      const isSaid = doubt.turnedOut?.how === turnedOut;
      return ok(isSaid ? [] : [own(thing, { kind: 'benefit-of-the-doubt/own-turned-out', turnedOut })]);
    }
    case 'forget': {
      const one = things.get(command.thing);
      return one === undefined || one.type === 'way-out'
        ? refuse('benefit-of-the-doubt.refusal.not-there')
        : ok([own(one.id, { kind: 'benefit-of-the-doubt/own-forgotten' })]);
    }
  }
}

/** As they will be kept: without empty ones, and the same one twice is one. */
export const typedExplanations = (others: readonly string[]): readonly string[] =>
  [...new Set(others.map(typedText))].filter((words) => words !== '');

function write(typed: DoubtWords, context: Context): Decision {
  const [saw, story, question] = [typedText(typed.saw), typedText(typed.story), typedText(typed.question)];
  const others = typedExplanations(typed.others);
  if (saw === '') return refuse('benefit-of-the-doubt.refusal.no-words', 'saw');
  if (story === '') return refuse('benefit-of-the-doubt.refusal.no-words', 'story');
  if (others.length < coreLimits.explanationsMin) return refuse('benefit-of-the-doubt.refusal.two-others', 'others');
  if (!isQuestion(question)) return refuse('benefit-of-the-doubt.refusal.not-a-question', 'question');
  const { paragraphCharsMax, explanationCharsMax, explanationsMax } = coreLimits;
  const long =
    (saw.length > paragraphCharsMax && 'saw') ||
    (story.length > paragraphCharsMax && 'story') ||
    ((others.length > explanationsMax || others.some(({ length }) => length > explanationCharsMax)) && 'others') ||
    (question.length > explanationCharsMax && 'question');
  if (long) return refuse('benefit-of-the-doubt.refusal.words-too-long', long);
  return ok([own(context.newId(), { kind: 'benefit-of-the-doubt/own-written', saw, story, others, question })]);
}
