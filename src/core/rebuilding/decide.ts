/**
 * Rebuilding: what a person may do. Nothing here asks for a reason, and no answer of the gate comes this far: a screen
 * asks it, and forgets it. There is no command that forgives, and none that says no to the other in words.
 */
import { err, limits, ok, type Result } from '#kernel';
import type { ReachWords } from '../boundaries/wording.ts';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  itemRoundsMax,
  openDaysMax,
  type RebuildingDraft,
  type RebuildingMineEvent,
  type RebuildingOursEvent,
  type RebuildingRole,
  type SideWords,
  shareSide,
} from './events.ts';
import type { OpenItem, QuestionHour, RebuildingPath, RebuildingSide } from './fold.ts';
import {
  agreedHours,
  hourProblem,
  isItemAsked,
  isItemLive,
  isPathLive,
  isProposalOpen,
  itemsPerWeekMax,
  livePath,
  myProposal,
  offeredHour,
  type RebuildingThings,
  ritualsMax,
  ritualsOf,
  weekMs,
} from './view-model.ts';
import { isNoOpenness } from './wording.ts';

/** For how long a yes to openness holds. */
export const openDays = [1, 7, 14, 30] as const;
export type OpenDays = (typeof openDays)[number];
export const hourMinutes = [15, 30, 45, 60] as const;
export type HourMinutes = (typeof hourMinutes)[number];

interface Given<Type extends string> {
  readonly practice: 'rebuilding';
  readonly type: Type;
}
interface OnThing<Type extends string> extends Given<Type> {
  readonly thing: ThingId;
}
/** The words of the language in which it is written. */
interface Reaching {
  readonly reach: readonly ReachWords[];
}

export type RebuildingCommand =
  // ---- the path
  | (Given<'propose'> & { readonly role: RebuildingRole })
  /** By the other one, who takes the other role with it. */
  | OnThing<'take-up'>
  /** A path, a proposal of mine, or an hour. To the other it looks as if its time had come. */
  | OnThing<'end'>
  /** Leaves what the other proposes: a path, an item, an hour. Mine, and tells nobody. */
  | OnThing<'set-aside'>
  // ---- my side of it
  | (Given<'write'> & { readonly thing: ThingId | null } & SideWords)
  | OnThing<'share'>
  | OnThing<'withdraw'>
  | OnThing<'forget'>
  // ---- openness
  | (Given<'propose-item'> & { readonly words: string; readonly days: OpenDays } & Reaching)
  /** My yes: to what the other proposes, or a new one after it ended. */
  | (OnThing<'agree-item'> & { readonly days: OpenDays } & Reaching)
  | OnThing<'end-item'>
  // ---- hours for questions
  | (Given<'offer-hour'> & { readonly startMs: number; readonly minutes: HourMinutes })
  | OnThing<'agree-hour'>
  /** For the next hour. Mine. */
  | (Given<'keep-question'> & { readonly words: string })
  // ---- rituals
  | (Given<'add-ritual'> & { readonly words: string } & Reaching)
  | OnThing<'rest-ritual'>;

export type RebuildingRefusal =
  | 'rebuilding.refusal.not-there'
  | 'rebuilding.refusal.not-yours'
  | 'rebuilding.refusal.still-leaving'
  | 'rebuilding.refusal.alone'
  | 'rebuilding.refusal.already-begun'
  | 'rebuilding.refusal.lately'
  | 'rebuilding.refusal.rests'
  | 'rebuilding.refusal.no-words'
  | 'rebuilding.refusal.words-too-long'
  | 'rebuilding.refusal.other-role'
  | 'rebuilding.refusal.already-shared'
  | 'rebuilding.refusal.not-shared'
  | 'rebuilding.refusal.still-shared'
  | 'rebuilding.refusal.reaches-in'
  | 'rebuilding.refusal.item-ended'
  | 'rebuilding.refusal.item-holds'
  | 'rebuilding.refusal.enough-items'
  | 'rebuilding.refusal.hour-past'
  | 'rebuilding.refusal.hour-too-far'
  | 'rebuilding.refusal.hour-offered'
  | 'rebuilding.refusal.hours-full'
  | 'rebuilding.refusal.hours-close'
  | 'rebuilding.refusal.enough-rituals';

type Decision = Result<readonly RebuildingDraft[], Refusal>;
type Of<Type extends RebuildingCommand['type']> = Extract<RebuildingCommand, { readonly type: Type }>;
const refuse = (refusal: RebuildingRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: RebuildingMineEvent): Decision => ok([{ thing, space: 'mine', event }]);
const ours = (thing: ThingId, event: RebuildingOursEvent, mode: 'window' | 'at-once' = 'window'): Decision =>
  ok([{ thing, space: 'ours', mode, event }]);
const dayMs = 24 * 3_600_000;
const hourAheadMsMax = 30 * dayMs;

export function decideRebuilding(things: RebuildingThings, command: RebuildingCommand, context: Context): Decision {
  switch (command.type) {
    case 'propose':
    case 'propose-item':
    case 'offer-hour':
    case 'add-ritual':
      return context.isPaired ? decideNew(things, command, context) : refuse('rebuilding.refusal.alone');
    case 'keep-question': {
      const words = typedLine(command.words);
      return words.ok ? mine(context.newId(), { kind: 'rebuilding/own-asked', words: words.value }) : words;
    }
    case 'write':
      if (command.thing === null) return write(command, context.newId());
  }
  const one = command.thing === null ? undefined : things.get(command.thing);
  if (one === undefined) return refuse('rebuilding.refusal.not-there');
  if (context.isLeaving?.(one.id) === true) return refuse('rebuilding.refusal.still-leaving');
  const isOwnAct = command.type === 'write' || command.type === 'forget' || command.type === 'set-aside';
  if (!isOwnAct && !context.isPaired) return refuse('rebuilding.refusal.alone');
  switch (one.type) {
    case 'path':
      return decidePath(things, one, command, context);
    case 'side':
      return decideSide(things, one, command, context);
    case 'item':
      return decideItem(things, one, command, context);
    case 'hour':
      return decideHour(things, one, command, context);
    case 'ritual':
      if (command.type !== 'rest-ritual') return refuse('rebuilding.refusal.not-there');
      return one.isResting ? ok([]) : ours(one.id, { kind: 'rebuilding/ritual-rested' }, 'at-once');
    case 'question':
      return command.type === 'forget'
        ? mine(one.id, { kind: 'rebuilding/own-forgotten' })
        : refuse('rebuilding.refusal.not-there');
  }
}

function decideNew(
  things: RebuildingThings,
  command: Of<'propose' | 'propose-item' | 'offer-hour' | 'add-ritual'>,
  context: Context,
): Decision {
  const { nowMs } = context;
  const path = livePath(things, nowMs);
  if (command.type === 'propose') {
    if (path !== null || myProposal(things, nowMs) !== null) return refuse('rebuilding.refusal.already-begun');
    const isLately = [...things.values()].some(
      (one) => one.type === 'path' && one.author === 'me' && nowMs - one.beganAtMs < weekMs,
    );
    if (isLately) return refuse('rebuilding.refusal.lately');
    return ours(context.newId(), { kind: 'rebuilding/proposed', role: command.role });
  }
  if (path === null) return refuse('rebuilding.refusal.rests');
  if (command.type === 'offer-hour') {
    const { startMs, minutes } = command;
    if (startMs <= nowMs) return refuse('rebuilding.refusal.hour-past', 'time');
    if (startMs - nowMs > hourAheadMsMax) return refuse('rebuilding.refusal.hour-too-far', 'date');
    if (offeredHour(things, path, 'me', nowMs) !== null) return refuse('rebuilding.refusal.hour-offered');
    return (
      fits(things, path, startMs) ??
      ours(context.newId(), { kind: 'rebuilding/hour-offered', path: path.id, startMs, minutes })
    );
  }
  const words = typedLine(command.words);
  if (!words.ok) return words;
  if (isNoOpenness(words.value, command.reach)) return refuse('rebuilding.refusal.reaches-in', 'words');
  if (command.type === 'add-ritual') {
    const going = ritualsOf(things, path).filter(({ isResting }) => !isResting);
    if (going.length >= ritualsMax) return refuse('rebuilding.refusal.enough-rituals');
    return ours(context.newId(), { kind: 'rebuilding/ritual-added', path: path.id, words: words.value });
  }
  const lately = [...things.values()].filter(
    (one) => one.type === 'item' && one.author === 'me' && nowMs - one.beganAtMs < weekMs,
  );
  if (lately.length >= itemsPerWeekMax) return refuse('rebuilding.refusal.enough-items');
  const untilMs = untilOf(command.days, nowMs);
  return ours(context.newId(), { kind: 'rebuilding/item-proposed', path: path.id, words: words.value, untilMs });
}

const untilOf = (days: OpenDays, nowMs: number): number => nowMs + Math.min(days, openDaysMax) * dayMs;

function fits(things: RebuildingThings, path: RebuildingPath, startMs: number): Decision | null {
  const problem = hourProblem(agreedHours(things, path), startMs);
  if (problem === null) return null;
  return refuse(problem === 'too-many' ? 'rebuilding.refusal.hours-full' : 'rebuilding.refusal.hours-close');
}

function decidePath(
  things: RebuildingThings,
  path: RebuildingPath,
  command: RebuildingCommand,
  { nowMs }: Context,
): Decision {
  const { id: thing, author } = path;
  const isOpen = isProposalOpen(path, nowMs);
  switch (command.type) {
    case 'take-up':
      if (author === 'me') return refuse('rebuilding.refusal.not-yours');
      if (livePath(things, nowMs) !== null) return refuse('rebuilding.refusal.already-begun');
      return isOpen ? ours(thing, { kind: 'rebuilding/taken-up' }) : refuse('rebuilding.refusal.rests');
    case 'set-aside':
      if (author === 'me') return refuse('rebuilding.refusal.not-yours');
      return path.isSetAside || !isOpen ? ok([]) : mine(thing, { kind: 'rebuilding/own-set-aside', round: 1 });
    case 'end':
      // What the other proposes is left, not ended: an end would be a no that can be seen.
      if (isOpen && author !== 'me') return refuse('rebuilding.refusal.not-yours');
      return isOpen || isPathLive(path, nowMs) ? ours(thing, { kind: 'rebuilding/ended' }, 'at-once') : ok([]);
    default:
      return refuse('rebuilding.refusal.not-there');
  }
}

function write(command: Of<'write'>, thing: ThingId): Decision {
  const [first, second] = [typedText(command.first), typedText(command.second)];
  if (first + second === '') return refuse('rebuilding.refusal.no-words', 'first');
  if (first.length > coreLimits.paragraphCharsMax) return refuse('rebuilding.refusal.words-too-long', 'first');
  if (second.length > coreLimits.paragraphCharsMax) return refuse('rebuilding.refusal.words-too-long', 'second');
  return mine(thing, { kind: 'rebuilding/own-written', role: command.role, first, second });
}

function decideSide(
  things: RebuildingThings,
  side: RebuildingSide,
  command: RebuildingCommand,
  { nowMs }: Context,
): Decision {
  const { id: thing, standing, words } = side;
  if (side.author !== 'me') return refuse('rebuilding.refusal.not-yours');
  switch (command.type) {
    case 'write':
      return standing === 'mine' ? write(command, thing) : refuse('rebuilding.refusal.already-shared');
    case 'share': {
      if (standing !== 'mine' || words === null) return refuse('rebuilding.refusal.already-shared');
      const path = livePath(things, nowMs);
      if (path === null) return refuse('rebuilding.refusal.rests');
      if (path.myRole !== words.role) return refuse('rebuilding.refusal.other-role');
      return ours(thing, shareSide(words));
    }
    case 'withdraw':
      return standing === 'ours'
        ? ours(thing, { kind: 'rebuilding/withdrawn' }, 'at-once')
        : refuse('rebuilding.refusal.not-shared');
    case 'forget':
      if (standing === 'ours') return refuse('rebuilding.refusal.still-shared');
      return words === null ? ok([]) : mine(thing, { kind: 'rebuilding/own-forgotten' });
    default:
      return refuse('rebuilding.refusal.not-there');
  }
}

function decideItem(
  things: RebuildingThings,
  item: OpenItem,
  command: RebuildingCommand,
  { nowMs }: Context,
): Decision {
  const { id: thing, agreed, ask } = item;
  const path = livePath(things, nowMs);
  const isAsked = isItemAsked(item, nowMs);
  const isLive = isItemLive(item, path, nowMs);
  switch (command.type) {
    case 'agree-item': {
      if (path?.id !== item.path) return refuse('rebuilding.refusal.rests');
      // The other's app may have let through what this one does not.
      if (isNoOpenness(item.words, command.reach)) return refuse('rebuilding.refusal.reaches-in');
      const round = ask?.round ?? (agreed?.round ?? 0) + 1;
      if (ask?.by === 'me' || isLive) return refuse('rebuilding.refusal.item-holds');
      if ((ask !== null && !isAsked) || round > itemRoundsMax) return refuse('rebuilding.refusal.item-ended');
      return ours(thing, { kind: 'rebuilding/item-agreed', round, untilMs: untilOf(command.days, nowMs) });
    }
    case 'set-aside':
      if (ask?.by !== 'partner') return refuse('rebuilding.refusal.not-yours');
      return ask.isSetAside ? ok([]) : mine(thing, { kind: 'rebuilding/own-set-aside', round: ask.round });
    case 'end-item': {
      const rounds = [
        ...(isLive && agreed !== null ? [agreed.round] : []),
        ...(isAsked && ask?.by === 'me' ? [ask.round] : []),
      ];
      if (rounds.length === 0) return refuse('rebuilding.refusal.item-ended');
      return ok(
        rounds.map((round) => ({
          ...{ thing, space: 'ours', mode: 'at-once', event: { kind: 'rebuilding/item-ended', round } },
        })),
      );
    }
    default:
      return refuse('rebuilding.refusal.not-there');
  }
}

function decideHour(
  things: RebuildingThings,
  hour: QuestionHour,
  command: RebuildingCommand,
  { nowMs }: Context,
): Decision {
  const { id: thing, startMs, author } = hour;
  const path = livePath(things, nowMs);
  switch (command.type) {
    case 'agree-hour':
      if (author === 'me') return refuse('rebuilding.refusal.not-yours');
      if (path?.id !== hour.path) return refuse('rebuilding.refusal.rests');
      if (hour.isAgreed) return ok([]);
      if (hour.isEnded || startMs <= nowMs) return refuse('rebuilding.refusal.hour-past');
      return fits(things, path, startMs) ?? ours(thing, { kind: 'rebuilding/hour-agreed' });
    case 'set-aside':
      if (author === 'me') return refuse('rebuilding.refusal.not-yours');
      return hour.isSetAside ? ok([]) : mine(thing, { kind: 'rebuilding/own-set-aside', round: 1 });
    case 'end':
      if (!hour.isAgreed && author !== 'me') return refuse('rebuilding.refusal.not-yours');
      return hour.isEnded ? ok([]) : ours(thing, { kind: 'rebuilding/ended' }, 'at-once');
    default:
      return refuse('rebuilding.refusal.not-there');
  }
}

function typedLine(typed: string): Result<string, Refusal> {
  const words = typedText(typed);
  if (words === '') return refuse('rebuilding.refusal.no-words', 'words');
  return words.length > limits.lineCharsMax ? refuse('rebuilding.refusal.words-too-long', 'words') : ok(words);
}
