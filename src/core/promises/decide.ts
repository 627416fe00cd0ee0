/** Promises: what a person may do, and the sentence (by key) that says why not and what else. */
import { err, limits, ok, type Result } from '#kernel';
import { type Certainty, certainties } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import {
  dueToInstantMs,
  instantToWallDate,
  isWallDate,
  isWallTime,
  isZone,
  offsetToWallTime,
  type WallDate,
  type WallTime,
  zoneOffsetMinutes,
} from '../time.ts';
import {
  type AnswerChoice,
  answerChoices,
  type Owning,
  type Plan,
  type PromisesDraft,
  type PromisesMineEvent,
  type PromisesOursEvent,
  sharePromise,
  type When,
} from './events.ts';
import { canBeSeen, type Pledge } from './fold.ts';

export type PromisesCommand =
  /** To the partner: leaves after the cancel window. To myself: mine. */
  | ({ readonly practice: 'promises'; readonly type: 'make'; readonly to: 'partner' | 'myself' } & PromiseTyped)
  /** Telling early that it will be different. Only before it is due; after that, `own` is the way. By the maker. */
  | {
      readonly practice: 'promises';
      readonly type: 'change';
      readonly thing: ThingId;
      readonly what: string;
      readonly by: ByWhen;
      readonly because: string;
    }
  /** It is kept. By the maker, at any time while open. */
  | { readonly practice: 'promises'; readonly type: 'keep'; readonly thing: ThingId; readonly words: string }
  /** "I saw that" to a kept one, or a thank-you for telling early to a changed one. By the other. */
  | { readonly practice: 'promises'; readonly type: 'see'; readonly thing: ThingId; readonly words: string }
  /** It was not kept, and I say so: once it was due. With a smaller next one, or without. By the maker. */
  | {
      readonly practice: 'promises';
      readonly type: 'own';
      readonly thing: ThingId;
      readonly happened: string;
      readonly cost: string;
      readonly now: string;
      readonly next: PromiseTyped | null;
    }
  /** To an owned one. `words` are needed for `own-words`. By the other. */
  | {
      readonly practice: 'promises';
      readonly type: 'answer';
      readonly thing: ThingId;
      readonly choice: AnswerChoice;
      readonly words: string;
    }
  /** Shall we let it go? By either; a promise to myself is let go by `let-go`. */
  | {
      readonly practice: 'promises';
      readonly type: 'offer-letting-go';
      readonly thing: ThingId;
      readonly words: string;
    }
  /** By the one to whom it was offered. */
  | { readonly practice: 'promises'; readonly type: 'agree-letting-go'; readonly thing: ThingId }
  /** By the one who offered. */
  | { readonly practice: 'promises'; readonly type: 'take-back-letting-go'; readonly thing: ThingId }
  /** A promise to myself. */
  | { readonly practice: 'promises'; readonly type: 'let-go'; readonly thing: ThingId }
  /** I closed it by mistake: open again, visibly. By the maker. */
  | { readonly practice: 'promises'; readonly type: 'reopen'; readonly thing: ThingId }
  /** A promise to myself is no longer shown. */
  | { readonly practice: 'promises'; readonly type: 'forget'; readonly thing: ThingId };

export interface ByWhen {
  readonly date: WallDate;
  /** null: until the day is over. */
  readonly time: WallTime | null;
}

export interface PromiseTyped {
  readonly what: string;
  readonly by: ByWhen;
  /** Both halves, or null. */
  readonly plan: Plan | null;
  readonly certainty: Certainty | null;
  /** Whether plan and certainty travel with a promise to the partner, or stay with me. */
  readonly isPlanShared: boolean;
}

export type PromisesRefusal =
  | 'promises.refusal.not-there'
  | 'promises.refusal.not-yours'
  | 'promises.refusal.still-leaving'
  | 'promises.refusal.alone'
  | 'promises.refusal.no-what'
  | 'promises.refusal.what-too-long'
  | 'promises.refusal.no-date'
  | 'promises.refusal.already-past'
  | 'promises.refusal.too-far'
  | 'promises.refusal.plan-needs-both'
  | 'promises.refusal.plan-too-long'
  | 'promises.refusal.no-certainty'
  | 'promises.refusal.words-too-long'
  | 'promises.refusal.closed'
  | 'promises.refusal.already-due'
  | 'promises.refusal.not-due-yet'
  | 'promises.refusal.nothing-changed'
  | 'promises.refusal.not-kept'
  | 'promises.refusal.not-owned'
  | 'promises.refusal.no-happened'
  | 'promises.refusal.no-answer'
  | 'promises.refusal.to-myself'
  | 'promises.refusal.offer-stands'
  | 'promises.refusal.no-offer'
  | 'promises.refusal.not-reopenable';

type Decision = Result<readonly PromisesDraft[], Refusal>;
type Of<Type extends PromisesCommand['type']> = Extract<PromisesCommand, { readonly type: Type }>;
const refuse = (refusal: PromisesRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });

const mine = (thing: ThingId, event: PromisesMineEvent): PromisesDraft => ({ thing, space: 'mine', event });
const ours = (thing: ThingId, event: PromisesOursEvent): PromisesDraft => ({
  thing,
  space: 'ours',
  mode: 'window',
  event,
});

export function decidePromises(
  things: ReadonlyMap<ThingId, Pledge>,
  command: PromisesCommand,
  context: Context,
): Decision {
  if (command.type === 'make') return draftPromise(command, command.to, context);
  const pledge = things.get(command.thing);
  if (pledge === undefined) return refuse('promises.refusal.not-there');
  if (context.isLeaving?.(pledge.id) === true) return refuse('promises.refusal.still-leaving');
  if (pledge.to === 'partner' && !context.isPaired) return refuse('promises.refusal.alone');
  switch (command.type) {
    case 'see':
    case 'answer':
      return pledge.maker === 'partner' ? decideOther(pledge, command) : refuse('promises.refusal.not-yours');
    case 'offer-letting-go':
    case 'agree-letting-go':
    case 'take-back-letting-go':
      return pledge.to === 'partner' ? decideLettingGo(pledge, command) : refuse('promises.refusal.to-myself');
    case 'let-go':
    case 'forget':
      return pledge.to === 'myself' ? decideMyself(pledge, command) : refuse('promises.refusal.not-yours');
    default:
      return pledge.maker === 'me' ? decideMaker(pledge, command, context) : refuse('promises.refusal.not-yours');
  }
}

function decideMaker(pledge: Pledge, command: Of<'change' | 'keep' | 'own' | 'reopen'>, context: Context): Decision {
  if (command.type === 'reopen') {
    if (pledge.standing !== 'kept' && pledge.standing !== 'owned') return refuse('promises.refusal.not-reopenable');
    return pledge.to === 'partner'
      ? ok([ours(pledge.id, { kind: 'promises/reopened' })])
      : ok([mine(pledge.id, { kind: 'promises/own-reopened' })]);
  }
  if (pledge.standing !== 'open') return refuse('promises.refusal.closed');
  switch (command.type) {
    case 'change':
      return change(pledge, command, context);
    case 'keep': {
      const words = typedText(command.words);
      if (words.length > limits.lineCharsMax) return refuse('promises.refusal.words-too-long', 'words');
      return pledge.to === 'partner'
        ? ok([ours(pledge.id, { kind: 'promises/kept', words })])
        : ok([mine(pledge.id, { kind: 'promises/own-kept', words })]);
    }
    case 'own':
      return own(pledge, command, context);
  }
}

/** A new promise, also for a practice in which one is made: its drafts go among that practice's own. */
export const draftPromise = (typed: PromiseTyped, to: 'partner' | 'myself', context: Context): Decision =>
  make(typed, to, null, context.newId(), context);

/**
 * A promise to the partner for a moment that another practice knows. In the hour that a clock goes through twice, a time
 * on the wall alone means the first one; so the moment itself stands.
 */
export function draftPromiseAt(
  what: string,
  atMs: number,
  context: Context,
  mode: 'at-once' | 'window' = 'window',
): Decision {
  const when = instantToWhen(atMs, context);
  const said = dueToInstantMs(when.date, when.time, zoneOf(context));
  const typed = { what, by: when, plan: null, certainty: null, isPlanShared: false };
  const drafted = draftPromise(typed, 'partner', { ...context, nowMs: Math.min(context.nowMs, said - 1) });
  if (!drafted.ok) return drafted;
  return ok(
    drafted.value.map((draft): PromisesDraft => {
      if (draft.space === 'mine') return draft;
      const event = draft.event.kind === 'promises/made' ? { ...draft.event, when } : draft.event;
      return { ...draft, mode, event };
    }),
  );
}

/** As a wall shows it where I am. */
export function instantToWhen(atMs: number, context: Context): When {
  const zone = zoneOf(context);
  const time = offsetToWallTime(atMs, zoneOffsetMinutes(atMs, zone));
  return { date: instantToWallDate(atMs, zone), time, dueAtMs: atMs };
}

function make(
  typed: PromiseTyped,
  to: 'partner' | 'myself',
  previous: ThingId | null,
  thing: ThingId,
  context: Context,
): Decision {
  if (to === 'partner' && !context.isPaired) return refuse('promises.refusal.alone', 'to');
  const what = typedWhat(typed.what);
  if (!what.ok) return what;
  const when = typedWhen(typed.by, context);
  if (!when.ok) return when;
  const plan = typedPlan(typed.plan);
  if (!plan.ok) return plan;
  const { certainty, isPlanShared } = typed;
  if (certainty !== null && !certainties.includes(certainty))
    return refuse('promises.refusal.no-certainty', 'certainty');

  const words = { what: what.value, when: when.value, plan: plan.value, certainty, previous, zone: zoneOf(context) };
  if (to === 'myself') return ok([mine(thing, { kind: 'promises/own-made', ...words })]);
  const made = ours(thing, sharePromise(words, isPlanShared));
  const isPlanKept = !isPlanShared && (words.plan !== null || certainty !== null);
  return isPlanKept
    ? ok([mine(thing, { kind: 'promises/own-planned', plan: words.plan, certainty }), made])
    : ok([made]);
}

function change(pledge: Pledge, command: Of<'change'>, context: Context): Decision {
  if (context.nowMs >= pledge.when.dueAtMs) return refuse('promises.refusal.already-due');
  const what = typedWhat(command.what);
  if (!what.ok) return what;
  const when = typedWhen(command.by, context);
  if (!when.ok) return when;
  const because = typedText(command.because);
  if (because.length > limits.lineCharsMax) return refuse('promises.refusal.words-too-long', 'because');
  if (what.value === pledge.what && when.value.dueAtMs === pledge.when.dueAtMs)
    return refuse('promises.refusal.nothing-changed');
  const words = { what: what.value, when: when.value, because };
  return pledge.to === 'partner'
    ? ok([ours(pledge.id, { kind: 'promises/changed', ...words })])
    : ok([mine(pledge.id, { kind: 'promises/own-changed', ...words, zone: zoneOf(context) })]);
}

function own(pledge: Pledge, command: Of<'own'>, context: Context): Decision {
  if (context.nowMs < pledge.when.dueAtMs) return refuse('promises.refusal.not-due-yet');
  const happened = typedText(command.happened);
  const cost = typedText(command.cost);
  const now = typedText(command.now);
  if (happened === '') return refuse('promises.refusal.no-happened', 'happened');
  for (const [field, text] of Object.entries({ happened, cost, now }))
    if (text.length > coreLimits.paragraphCharsMax) return refuse('promises.refusal.words-too-long', field);

  const nextThing = command.next === null ? null : context.newId();
  const next =
    nextThing === null || command.next === null ? ok([]) : make(command.next, pledge.to, pledge.id, nextThing, context);
  if (!next.ok) return next;
  const owning: Owning = { happened, cost, now, next: nextThing };
  const owned =
    pledge.to === 'partner'
      ? ours(pledge.id, { kind: 'promises/owned', ...owning })
      : mine(pledge.id, { kind: 'promises/own-owned', ...owning });
  return ok([owned, ...next.value]);
}

function decideOther(pledge: Pledge, command: Of<'see' | 'answer'>): Decision {
  const words = typedText(command.words);
  if (words.length > limits.lineCharsMax) return refuse('promises.refusal.words-too-long', 'words');
  if (command.type === 'see')
    return canBeSeen(pledge)
      ? ok([ours(pledge.id, { kind: 'promises/seen', words })])
      : refuse('promises.refusal.not-kept');
  if (pledge.standing !== 'owned') return refuse('promises.refusal.not-owned');
  const { choice } = command;
  if (!answerChoices.includes(choice) || (choice === 'own-words' && words === ''))
    return refuse('promises.refusal.no-answer', 'words');
  return ok([ours(pledge.id, { kind: 'promises/answered', choice, words })]);
}

function decideLettingGo(
  pledge: Pledge,
  command: Of<'offer-letting-go' | 'agree-letting-go' | 'take-back-letting-go'>,
): Decision {
  if (pledge.standing !== 'open') return refuse('promises.refusal.closed');
  switch (command.type) {
    case 'offer-letting-go': {
      if (pledge.offer !== null) return refuse('promises.refusal.offer-stands');
      const words = typedText(command.words);
      if (words.length > limits.lineCharsMax) return refuse('promises.refusal.words-too-long', 'words');
      return ok([ours(pledge.id, { kind: 'promises/letting-go-offered', words })]);
    }
    case 'agree-letting-go':
      return pledge.offer?.by === 'partner'
        ? ok([ours(pledge.id, { kind: 'promises/letting-go-agreed' })])
        : refuse('promises.refusal.no-offer');
    case 'take-back-letting-go':
      return pledge.offer?.by === 'me'
        ? ok([ours(pledge.id, { kind: 'promises/letting-go-taken-back' })])
        : refuse('promises.refusal.no-offer');
  }
}

function decideMyself(pledge: Pledge, command: Of<'let-go' | 'forget'>): Decision {
  if (command.type === 'forget') return ok([mine(pledge.id, { kind: 'promises/own-forgotten' })]);
  return pledge.standing === 'open'
    ? ok([mine(pledge.id, { kind: 'promises/own-let-go' })])
    : refuse('promises.refusal.closed');
}

// ------------------------------------------------------------------------------------------------ what was typed

function typedWhat(typed: string): Result<string, Refusal> {
  const what = typedText(typed);
  if (what === '') return refuse('promises.refusal.no-what', 'what');
  return what.length > limits.lineCharsMax ? refuse('promises.refusal.what-too-long', 'what') : ok(what);
}

function typedWhen({ date, time }: ByWhen, context: Context): Result<When, Refusal> {
  if (!isWallDate(date)) return refuse('promises.refusal.no-date', 'date');
  if (time !== null && !isWallTime(time)) return refuse('promises.refusal.no-date', 'time');
  const dueAtMs = dueToInstantMs(date, time, zoneOf(context));
  if (dueAtMs <= context.nowMs) return refuse('promises.refusal.already-past', time === null ? 'date' : 'time');
  if (dueAtMs > context.nowMs + coreLimits.dueAheadMsMax) return refuse('promises.refusal.too-far', 'date');
  return ok({ date, time, dueAtMs });
}

function typedPlan(typed: Plan | null): Result<Plan | null, Refusal> {
  if (typed === null) return ok(null);
  const plan: Plan = { trigger: typedText(typed.trigger), action: typedText(typed.action) };
  if (plan.trigger === '' && plan.action === '') return ok(null);
  if (plan.trigger === '' || plan.action === '')
    return refuse('promises.refusal.plan-needs-both', plan.trigger === '' ? 'trigger' : 'action');
  if (plan.trigger.length > limits.lineCharsMax) return refuse('promises.refusal.plan-too-long', 'trigger');
  return plan.action.length > limits.lineCharsMax ? refuse('promises.refusal.plan-too-long', 'action') : ok(plan);
}

/** A machine that does not know where it is counts in UTC. */
const zoneOf = ({ zone }: Context): string => (isZone(zone) ? zone : 'UTC');
