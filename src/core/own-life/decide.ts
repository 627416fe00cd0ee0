/** Own life: what a person may do. The one who hears of a time can cheer it; there is nothing else they could do. */
import { err, limits, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  type BalanceLook,
  isCheerId,
  type OwnLifeDraft,
  type OwnLifeMineEvent,
  type OwnLifeSubject,
  shareTime,
  type TimeWords,
} from './events.ts';
import type { OwnLifeThing, ProtectedTime } from './fold.ts';
import { isTimeChanged } from './view-model.ts';

type Given<Type extends string> = { readonly practice: 'own-life'; readonly type: Type };

export type OwnLifeCommand =
  /** Something that is mine, or the same put differently. Mine. */
  | (Given<'note'> & { readonly thing: ThingId | null; readonly about: OwnLifeSubject; readonly words: string })
  /** A protected time, or a change of it; what is shared stays as it is until I share it anew. Mine. */
  | (Given<'keep-time'> & { readonly thing: ThingId | null } & TimeWords)
  /** A look at the balance. Mine. */
  | (Given<'look'> & BalanceLook)
  /** A time from mine to ours, or its change, after the cancel window. */
  | (Given<'share'> & { readonly thing: ThingId })
  /** `withdraw`: a mark stays. `forget`: no longer shown to me; what is shared is taken back first. */
  | (Given<'withdraw' | 'forget'> & { readonly thing: ThingId })
  /** To the other's time: one word of the house's list. */
  | (Given<'cheer'> & { readonly thing: ThingId; readonly word: string });

export type OwnLifeRefusal =
  | 'own-life.refusal.not-there'
  | 'own-life.refusal.not-yours'
  | 'own-life.refusal.still-leaving'
  | 'own-life.refusal.alone'
  | 'own-life.refusal.no-words'
  | 'own-life.refusal.words-too-long'
  | 'own-life.refusal.no-day'
  | 'own-life.refusal.already-shared'
  | 'own-life.refusal.not-shared'
  | 'own-life.refusal.still-shared'
  | 'own-life.refusal.withdrawn';

type Decision = Result<readonly OwnLifeDraft[], Refusal>;
const refuse = (refusal: OwnLifeRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });
const own = (thing: ThingId, event: OwnLifeMineEvent): Decision => ok([{ thing, space: 'mine', event }]);

export function decideOwnLife(
  things: ReadonlyMap<ThingId, OwnLifeThing>,
  command: OwnLifeCommand,
  context: Context,
): Decision {
  if (command.type === 'look') {
    const { people, interests, alone, together } = command;
    const wish = typedLine(command.wish);
    if (!wish.ok) return wish;
    const event = { kind: 'own-life/own-looked', people, interests, alone, together, wish: wish.value } as const;
    return own(context.newId(), event);
  }
  const thing = command.thing === null ? null : things.get(command.thing);
  if (thing === undefined) return refuse('own-life.refusal.not-there');
  if (thing !== null && context.isLeaving?.(thing.id) === true) return refuse('own-life.refusal.still-leaving');
  if (command.type === 'note') return decideNote(thing, command, context);
  if (command.type === 'keep-time') return decideTime(thing, command, context);
  if (thing === null) return refuse('own-life.refusal.not-there');
  if (thing.type !== 'time')
    return command.type === 'forget'
      ? own(thing.id, { kind: 'own-life/own-forgotten' })
      : refuse('own-life.refusal.not-there');
  if (command.type === 'cheer') return decideCheer(thing, command.word, context);
  return thing.owner === 'me' ? decideOwner(thing, command.type, context) : refuse('own-life.refusal.not-yours');
}

function decideNote(
  thing: OwnLifeThing | null,
  command: Extract<OwnLifeCommand, { readonly type: 'note' }>,
  context: Context,
): Decision {
  if (thing !== null && thing.type !== 'note') return refuse('own-life.refusal.not-there');
  const words = typedLine(command.words);
  if (!words.ok) return words;
  if (words.value === '') return refuse('own-life.refusal.no-words', 'words');
  const event = { kind: 'own-life/own-noted', about: command.about, words: words.value } as const;
  return own(thing?.id ?? context.newId(), event);
}

function decideTime(
  thing: OwnLifeThing | null,
  command: Extract<OwnLifeCommand, { readonly type: 'keep-time' }>,
  context: Context,
): Decision {
  if (thing !== null && thing.type !== 'time') return refuse('own-life.refusal.not-there');
  if (thing !== null && thing.owner !== 'me') return refuse('own-life.refusal.not-yours');
  if (thing !== null && thing.own === null) return refuse('own-life.refusal.not-there');
  const days = [...new Set(command.days)].filter((day) => Number.isInteger(day) && day >= 1 && day <= 7).sort();
  if (days.length === 0) return refuse('own-life.refusal.no-day', 'days');
  const words = typedLine(command.words);
  if (!words.ok) return words;
  const event = { kind: 'own-life/own-time', days, part: command.part, words: words.value } as const;
  return own(thing?.id ?? context.newId(), event);
}

function decideOwner(time: ProtectedTime, type: 'share' | 'withdraw' | 'forget', context: Context): Decision {
  const { id: thing, standing } = time;
  switch (type) {
    case 'share':
      if (!context.isPaired) return refuse('own-life.refusal.alone');
      return time.own !== null && (standing !== 'ours' || isTimeChanged(time))
        ? ok([{ thing, space: 'ours', mode: 'window', event: shareTime(time.own) }])
        : refuse('own-life.refusal.already-shared');
    case 'withdraw':
      if (!context.isPaired) return refuse('own-life.refusal.alone');
      return standing === 'ours'
        ? ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'own-life/withdrawn' } }])
        : refuse('own-life.refusal.not-shared');
    case 'forget':
      if (standing === 'ours') return refuse('own-life.refusal.still-shared');
      return time.own === null ? ok([]) : own(thing, { kind: 'own-life/own-forgotten' });
  }
}

function decideCheer(time: ProtectedTime, word: string, context: Context): Decision {
  if (time.owner === 'me') return refuse('own-life.refusal.not-yours');
  if (!context.isPaired) return refuse('own-life.refusal.alone');
  if (time.standing !== 'ours') return refuse('own-life.refusal.withdrawn');
  if (!isCheerId(word)) return refuse('own-life.refusal.no-words');
  if (time.cheer?.word === word) return ok([]);
  return ok([{ thing: time.id, space: 'ours', mode: 'window', event: { kind: 'own-life/cheered', word } }]);
}

function typedLine(typed: string): Result<string, Refusal> {
  const words = typedText(typed);
  return words.length > limits.lineCharsMax ? refuse('own-life.refusal.words-too-long', 'words') : ok(words);
}
