/** Respect: what a person may do, all of it for themselves. */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import type { Quiet, RespectAnswer, RespectDraft } from './events.ts';
import type { RespectThing } from './fold.ts';

export type RespectCommand =
  | {
      readonly practice: 'respect';
      readonly type: 'reflect';
      /** null: a new one. */
      readonly thing: ThingId | null;
      readonly answers: readonly RespectAnswer[];
      readonly otherwise: string;
    }
  | { readonly practice: 'respect'; readonly type: 'decline'; readonly quiet: Quiet }
  | { readonly practice: 'respect'; readonly type: 'forget'; readonly thing: ThingId };

export type RespectRefusal =
  | 'respect.refusal.not-there'
  | 'respect.refusal.no-words'
  | 'respect.refusal.words-too-long';

const refuse = (refusal: RespectRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });

export function decideRespect(
  things: ReadonlyMap<ThingId, RespectThing>,
  command: RespectCommand,
  context: Context,
): Result<readonly RespectDraft[], Refusal> {
  if (command.type === 'decline')
    return ok([
      { thing: context.newId(), space: 'mine', event: { kind: 'respect/own-declined', quiet: command.quiet } },
    ]);
  const old = command.thing === null ? null : things.get(command.thing);
  if (old !== null && old?.type !== 'reflection') return refuse('respect.refusal.not-there');
  if (command.type === 'forget')
    return old === null
      ? refuse('respect.refusal.not-there')
      : ok([{ thing: old.id, space: 'mine', event: { kind: 'respect/own-forgotten' } }]);
  const answers = command.answers
    .map(({ question, words }) => ({ question, words: typedText(words) }))
    .filter(({ words }) => words !== '');
  const otherwise = typedText(command.otherwise);
  if (answers.length === 0 && otherwise === '') return refuse('respect.refusal.no-words');
  const long = answers.find(({ words }) => words.length > coreLimits.paragraphCharsMax);
  if (long !== undefined) return refuse('respect.refusal.words-too-long', long.question);
  if (otherwise.length > coreLimits.paragraphCharsMax) return refuse('respect.refusal.words-too-long', 'otherwise');
  const thing = old?.id ?? context.newId();
  return ok([{ thing, space: 'mine', event: { kind: 'respect/own-reflected', answers, otherwise } }]);
}
