/** Openings: what a person may do. Nothing is shared deeper than both have agreed, and nothing asks for a reason. */
import { err, ok, type Result } from '#kernel';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  type OpeningDepth,
  type OpeningsDraft,
  type OpeningsMineEvent,
  type OpeningsOursEvent,
  type OpeningWarm,
  type OpeningWords,
  readOpeningQuestion,
  shareOpening,
} from './events.ts';
import type { Opening, OpeningThing } from './fold.ts';
import { canShareDepth, latestReach } from './view-model.ts';

interface OnThing<Type extends string> {
  readonly practice: 'openings';
  readonly type: Type;
  readonly thing: ThingId;
}

export type OpeningsCommand =
  /** How deep the questions go that I see. Mine. */
  | { readonly practice: 'openings'; readonly type: 'choose'; readonly depth: OpeningDepth }
  /** For me (`thing` null: a new one), or the same put differently while it is mine. */
  | ({ readonly practice: 'openings'; readonly type: 'write'; readonly thing: ThingId | null } & OpeningWords)
  /** From mine to ours, after the cancel window. */
  | OnThing<'share'>
  /** A mark stays. */
  | OnThing<'withdraw'>
  | OnThing<'forget'>
  /** Of the one who receives; mine, and tells nobody. */
  | OnThing<'open'>
  | (OnThing<'warm'> & { readonly warm: OpeningWarm })
  /** As far as I would go: sealed, until the other has said it, too. */
  | { readonly practice: 'openings'; readonly type: 'agree'; readonly depth: OpeningDepth }
  /** Only light ones for now, at once and for both. */
  | { readonly practice: 'openings'; readonly type: 'lighter' };

export type OpeningsRefusal =
  | 'openings.refusal.not-there'
  | 'openings.refusal.not-yours'
  | 'openings.refusal.still-leaving'
  | 'openings.refusal.alone'
  | 'openings.refusal.no-words'
  | 'openings.refusal.words-too-long'
  | 'openings.refusal.already-shared'
  | 'openings.refusal.not-shared'
  | 'openings.refusal.still-shared'
  | 'openings.refusal.too-deep'
  | 'openings.refusal.not-opened'
  | 'openings.refusal.already-warmed'
  | 'openings.refusal.already-said'
  | 'openings.refusal.nothing-agreed';

type Things = ReadonlyMap<ThingId, OpeningThing>;
type Decision = Result<readonly OpeningsDraft[], Refusal>;
type Of<Type extends OpeningsCommand['type']> = Extract<OpeningsCommand, { readonly type: Type }>;
const refuse = (refusal: OpeningsRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: OpeningsMineEvent): OpeningsDraft => ({ thing, space: 'mine', event });
const ours = (thing: ThingId, mode: 'at-once' | 'window', event: OpeningsOursEvent): OpeningsDraft => ({
  ...{ thing, space: 'ours', mode, event },
});

export function decideOpenings(things: Things, command: OpeningsCommand, context: Context): Decision {
  switch (command.type) {
    case 'choose': {
      const old = [...things.values()].find(({ type }) => type === 'depth');
      return ok([mine(old?.id ?? context.newId(), { kind: 'openings/own-depth', depth: command.depth })]);
    }
    case 'write':
      return write(things, command, context);
    case 'agree':
      if (!context.isPaired) return refuse('openings.refusal.alone');
      if (latestReach(things, 'me', true) !== null) return refuse('openings.refusal.already-said');
      return ok([
        {
          thing: context.newId(),
          space: 'ours',
          mode: 'sealed',
          exchange: 'openings',
          event: { kind: 'openings/agreed', depth: command.depth },
        },
      ]);
    case 'lighter': {
      const reach = latestReach(things, 'me', false);
      if (!context.isPaired) return refuse('openings.refusal.alone');
      return reach?.standing === 'open'
        ? ok([ours(reach.id, 'at-once', { kind: 'openings/lighter' })])
        : refuse('openings.refusal.nothing-agreed');
    }
    default: {
      const one = things.get(command.thing);
      if (one?.type !== 'opening') return refuse('openings.refusal.not-there');
      if (context.isLeaving?.(one.id) === true) return refuse('openings.refusal.still-leaving');
      return decideOnOne(things, one, command, context);
    }
  }
}

function decideOnOne(
  things: Things,
  one: Opening,
  command: Of<'share' | 'withdraw' | 'forget' | 'open' | 'warm'>,
  context: Context,
): Decision {
  const { id: thing, standing, question, words } = one;
  const isReceiving = command.type === 'open' || command.type === 'warm';
  if (one.author !== (isReceiving ? 'partner' : 'me')) return refuse('openings.refusal.not-yours');
  if (command.type !== 'forget' && command.type !== 'open' && !context.isPaired)
    return refuse('openings.refusal.alone');
  switch (command.type) {
    case 'share':
      if (standing !== 'mine' || words === null) return refuse('openings.refusal.already-shared');
      if (!canShareDepth(things, question)) return refuse('openings.refusal.too-deep');
      return ok([ours(thing, 'window', shareOpening({ question, words }))]);
    case 'withdraw':
      return standing === 'ours'
        ? ok([ours(thing, 'at-once', { kind: 'openings/withdrawn' })])
        : refuse('openings.refusal.not-shared');
    case 'forget':
      if (standing === 'ours') return refuse('openings.refusal.still-shared');
      return ok(words === null ? [] : [mine(thing, { kind: 'openings/own-forgotten' })]);
    case 'open':
      if (standing !== 'ours') return refuse('openings.refusal.not-shared');
      return ok(one.isOpened ? [] : [mine(thing, { kind: 'openings/own-opened' })]);
    case 'warm':
      if (standing !== 'ours') return refuse('openings.refusal.not-shared');
      if (!one.isOpened) return refuse('openings.refusal.not-opened');
      if (one.warm !== null) return refuse('openings.refusal.already-warmed');
      return ok([ours(thing, 'window', { kind: 'openings/warmed', warm: command.warm })]);
  }
}

function write(things: Things, command: Of<'write'>, context: Context): Decision {
  const old = command.thing === null ? null : things.get(command.thing);
  if (old !== null && old?.type !== 'opening') return refuse('openings.refusal.not-there');
  if (old !== null && context.isLeaving?.(old.id) === true) return refuse('openings.refusal.still-leaving');
  if (old !== null && old.author !== 'me') return refuse('openings.refusal.not-yours');
  if (old !== null && old.standing !== 'mine') return refuse('openings.refusal.already-shared');
  const question = readOpeningQuestion(old?.question ?? command.question);
  const words = typedText(command.words);
  if (question === null) return refuse('openings.refusal.not-there');
  if (words === '') return refuse('openings.refusal.no-words', 'words');
  if (words.length > coreLimits.paragraphCharsMax) return refuse('openings.refusal.words-too-long', 'words');
  return ok([mine(old?.id ?? context.newId(), { kind: 'openings/own-written', question, words })]);
}
