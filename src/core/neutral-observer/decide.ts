/** The neutral observer: what a person may do. Nothing can be answered, and nobody can be asked to write. */
import { err, limits, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  isNeutralEmpty,
  type NeutralDraft,
  type NeutralMineEvent,
  type NeutralPart,
  type NeutralWords,
  neutralParts,
  shareNeutral,
} from './events.ts';
import type { NeutralText, NeutralThing } from './fold.ts';
import { neutralLimits } from './limits.ts';

export type NeutralCommand =
  /** A new text (`thing` null), or a new version of mine. Mine. */
  | ({
      readonly practice: 'neutral-observer';
      readonly type: 'write';
      readonly thing: ThingId | null;
    } & NeutralWords)
  /** A copy of these parts, from mine to ours, after the cancel window. */
  | {
      readonly practice: 'neutral-observer';
      readonly type: 'share';
      readonly thing: ThingId;
      readonly parts: readonly NeutralPart[];
    }
  /** `withdraw`: a mark stays. `forget`: my own text is no longer shown; what is shared is taken back first. */
  | { readonly practice: 'neutral-observer'; readonly type: 'withdraw' | 'forget'; readonly thing: ThingId }
  /** "Not now" to the suggestion. Mine. */
  | { readonly practice: 'neutral-observer'; readonly type: 'rest' };

export type NeutralRefusal =
  | 'neutral-observer.refusal.not-there'
  | 'neutral-observer.refusal.not-yours'
  | 'neutral-observer.refusal.still-leaving'
  | 'neutral-observer.refusal.alone'
  | 'neutral-observer.refusal.no-words'
  | 'neutral-observer.refusal.words-too-long'
  | 'neutral-observer.refusal.nothing-chosen'
  | 'neutral-observer.refusal.already-shared'
  | 'neutral-observer.refusal.not-shared'
  | 'neutral-observer.refusal.still-shared';

type Decision = Result<readonly NeutralDraft[], Refusal>;
const refuse = (refusal: NeutralRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });
const own = (thing: ThingId, event: NeutralMineEvent): NeutralDraft => ({ thing, space: 'mine', event });

export function decideNeutral(
  things: ReadonlyMap<ThingId, NeutralThing>,
  command: NeutralCommand,
  context: Context,
): Decision {
  if (command.type === 'rest') {
    const before = [...things.values()].find(({ type }) => type === 'rest');
    return ok([own(before?.id ?? context.newId(), { kind: 'neutral-observer/own-rested' })]);
  }
  if (command.type === 'write' && command.thing === null) {
    const words = typedWords(command);
    return words.ok ? ok([written(context.newId(), words.value)]) : words;
  }
  const text = command.thing === null ? undefined : things.get(command.thing);
  if (text === undefined || text.type !== 'text') return refuse('neutral-observer.refusal.not-there');
  if (text.author !== 'me') return refuse('neutral-observer.refusal.not-yours');
  if (context.isLeaving?.(text.id) === true) return refuse('neutral-observer.refusal.still-leaving');
  switch (command.type) {
    case 'write': {
      if (text.own === null) return refuse('neutral-observer.refusal.not-there');
      const words = typedWords(command);
      return words.ok ? ok([written(text.id, words.value)]) : words;
    }
    case 'share':
      return decideShare(text, command.parts, context);
    case 'withdraw':
      if (!context.isPaired) return refuse('neutral-observer.refusal.alone');
      return text.standing === 'ours'
        ? ok([{ thing: text.id, space: 'ours', mode: 'at-once', event: { kind: 'neutral-observer/withdrawn' } }])
        : refuse('neutral-observer.refusal.not-shared');
    case 'forget':
      if (text.standing === 'ours') return refuse('neutral-observer.refusal.still-shared');
      return ok(text.own === null ? [] : [own(text.id, { kind: 'neutral-observer/own-forgotten' })]);
  }
}

function decideShare(text: NeutralText, parts: readonly NeutralPart[], context: Context): Decision {
  if (!context.isPaired) return refuse('neutral-observer.refusal.alone');
  if (text.standing !== 'mine' || text.own === null) return refuse('neutral-observer.refusal.already-shared');
  const event = shareNeutral(text.own, parts);
  if (isNeutralEmpty(event)) return refuse('neutral-observer.refusal.nothing-chosen');
  return ok([{ thing: text.id, space: 'ours', mode: 'window', event }]);
}

const written = (thing: ThingId, words: NeutralWords): NeutralDraft =>
  own(thing, { kind: 'neutral-observer/own-written', ...words });

function typedWords(typed: NeutralWords): Result<NeutralWords, Refusal> {
  const words: NeutralWords = {
    about: typedText(typed.about),
    seen: typedText(typed.seen),
    hard: typedText(typed.hard),
    keep: typedText(typed.keep),
  };
  for (const part of neutralParts) {
    const charsMax = part === 'about' ? limits.lineCharsMax : neutralLimits.answerCharsMax;
    if (words[part].length > charsMax) return refuse('neutral-observer.refusal.words-too-long', part);
  }
  return isNeutralEmpty(words) ? refuse('neutral-observer.refusal.no-words') : ok(words);
}
