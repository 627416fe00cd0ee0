/**
 * A pause: what a person may do. What both see leaves at once, because the other one waits in the same room; and it
 * comes with a promise of the one who pauses, made in the same decision and meaning the same instant.
 *
 * What is done to a pause that stands behind another is done to the one that counts, and to all promises of mine that
 * hang on it.
 */
import { assert, err, ok, type Result } from '#kernel';
import { readThing } from '../body.ts';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { draftPromiseAt, instantToWhen, type PromisesDraft, type PromisesOursEvent } from '../promises/index.ts';
import { clockCorrectionMs, toWholeMinute } from './clock.ts';
import { type PauseDraft, type PauseMineEvent, type PauseOursEvent, type PauseSpan, sharePause } from './events.ts';
import { pauseLimits } from './limits.ts';
import {
  canExtend,
  isInTime,
  type Pauses,
  type PauseWhole,
  pauseActions,
  pausesGoingOn,
  pauseWholeOf,
  promisesOf,
} from './view-model.ts';

/** By how much the server's clock is ahead of this device's, where it is known. */
interface ByClock {
  readonly clockDifferenceMs?: number | null;
}

/** How long, in whole minutes; and the moment that stood on the screen, which counts where it is the same to a minute. */
interface ForLong extends ByClock {
  readonly minutes: number;
  readonly shownMs?: number;
}

export type PauseCommand =
  /** `what`: how the promise to come back reads, after "I will". Only for one that both see. */
  | ({
      readonly practice: 'pause';
      readonly type: 'begin';
      readonly session: ThingId | null;
      readonly isShared: boolean;
      readonly what: string;
    } & ForLong)
  /** Once, by either. */
  | ({ readonly practice: 'pause'; readonly type: 'extend'; readonly thing: ThingId } & ForLong)
  /** "I am back", by either. */
  | ({ readonly practice: 'pause'; readonly type: 'return'; readonly thing: ThingId } & ByClock)
  /** For today, without a time. */
  | { readonly practice: 'pause'; readonly type: 'leave'; readonly thing: ThingId };

export type PauseRefusal =
  | 'pause.refusal.not-there'
  | 'pause.refusal.alone'
  | 'pause.refusal.goes-on'
  | 'pause.refusal.too-short'
  | 'pause.refusal.too-long'
  | 'pause.refusal.over'
  | 'pause.refusal.longer-once'
  | 'pause.refusal.time-has-come';

type Decision = Result<readonly (PauseDraft | PromisesDraft)[], Refusal>;
type Of<Type extends PauseCommand['type']> = Extract<PauseCommand, { readonly type: Type }>;
const refuse = (refusal: PauseRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });

const minuteMs = 60_000;

const mine = (thing: ThingId, event: PauseMineEvent): PauseDraft => ({ thing, space: 'mine', event });
const ours = (thing: ThingId, event: PauseOursEvent): PauseDraft => ({ thing, space: 'ours', mode: 'at-once', event });
const promised = (thing: ThingId, event: PromisesOursEvent): PromisesDraft => ({
  thing,
  space: 'ours',
  mode: 'at-once',
  event,
});

export function decidePause(things: Pauses, command: PauseCommand, context: Context): Decision {
  if (command.type === 'begin') return begin(things, command, context);
  const whole = pauseWholeOf(things, command.thing);
  if (whole === null) return refuse('pause.refusal.not-there');
  if (whole.pause.isShared && !context.isPaired) return refuse('pause.refusal.alone');
  switch (command.type) {
    case 'extend':
      return extend(whole, command, context);
    case 'return':
      return comeBack(whole, command, context);
    case 'leave':
      return leave(whole, context);
  }
}

function begin(things: Pauses, command: Of<'begin'>, context: Context): Decision {
  const { isShared, what } = command;
  const session = readThing(command.session ?? undefined); // it may come from an address that somebody typed
  if (isShared && !context.isPaired) return refuse('pause.refusal.alone');
  const fromMs = nowMsOf(command, context);
  const goingOn = pausesGoingOn(things, session, fromMs);
  if (goingOn.some((one) => one.isShared === isShared)) return refuse('pause.refusal.goes-on');
  const until = untilMsOf(fromMs, command, context);
  if (!until.ok) return until;
  const thing = context.newId();
  const span: PauseSpan = { session, fromMs, untilMs: until.value };
  if (!isShared) return ok([mine(thing, { kind: 'pause/own-begun', ...span })]);
  const promise = draftPromiseAt(what, span.untilMs, context, 'at-once');
  if (!promise.ok) return promise;
  const made = promise.value.find(({ event }) => event.kind === 'promises/made');
  assert(made?.event.kind === 'promises/made', 'a promise to the partner is made in ours');
  return ok([ours(thing, sharePause(span, made.thing, made.event.what)), ...promise.value]);
}

function extend({ pause, ...whole }: PauseWhole, command: Of<'extend'>, context: Context): Decision {
  const nowMs = nowMsOf(command, context);
  if (pause.ending !== null) return refuse('pause.refusal.over');
  if (pause.isExtended) return refuse('pause.refusal.longer-once');
  if (!canExtend(pause, nowMs)) return refuse('pause.refusal.time-has-come');
  const until = untilMsOf(Math.max(nowMs, pause.untilMs), command, context);
  if (!until.ok) return until;
  const untilMs = until.value;
  if (!pause.isShared) return ok([mine(pause.id, { kind: 'pause/own-extended', untilMs })]);
  const when = instantToWhen(untilMs, context);
  return ok([
    ours(pause.id, { kind: 'pause/extended', untilMs }),
    ...promisesOf({ pause, ...whole }, 'me').flatMap(({ promise, what }) =>
      promise === null ? [] : [promised(promise, { kind: 'promises/changed', what, when, because: '' })],
    ),
  ]);
}

function comeBack(whole: PauseWhole, command: Of<'return'>, context: Context): Decision {
  const { pause } = whole;
  const nowMs = nowMsOf(command, context);
  if (!pauseActions(pause, nowMs).includes('return')) return refuse('pause.refusal.over');
  if (!pause.isShared) return ok([mine(pause.id, { kind: 'pause/own-returned' })]);
  // Later than that, how the promise went is for its maker to say.
  const kept = isInTime(pause, nowMs) ? promisesOf(whole, 'me') : [];
  return ok([
    ours(pause.id, { kind: 'pause/returned' }),
    ...kept.flatMap(({ promise }) =>
      promise === null ? [] : [promised(promise, { kind: 'promises/kept', words: '' })],
    ),
  ]);
}

/** Without a time to come back, a promise to come back is offered to be let go, which takes both. */
function leave(whole: PauseWhole, context: Context): Decision {
  const { pause } = whole;
  if (!pauseActions(pause, context.nowMs).includes('leave')) return refuse('pause.refusal.over');
  if (!pause.isShared) return ok([mine(pause.id, { kind: 'pause/own-left' })]);
  return ok([
    ours(pause.id, { kind: 'pause/left' }),
    ...promisesOf(whole, 'me').flatMap(({ promise }) =>
      promise === null ? [] : [promised(promise, { kind: 'promises/letting-go-offered', words: '' })],
    ),
  ]);
}

// ------------------------------------------------------------------------------------------------ when

const nowMsOf = ({ clockDifferenceMs = null }: ByClock, context: Context): number =>
  context.nowMs + clockCorrectionMs(clockDifferenceMs);

function untilMsOf(fromMs: number, { minutes, shownMs }: ForLong, context: Context): Result<number, Refusal> {
  if (!Number.isSafeInteger(minutes) || minutes < pauseLimits.minutesMin)
    return refuse('pause.refusal.too-short', 'minutes');
  if (minutes > pauseLimits.minutesMax) return refuse('pause.refusal.too-long', 'minutes');
  const reckonedMs = toWholeMinute(fromMs + minutes * minuteMs);
  const isShown = shownMs !== undefined && shownMs % minuteMs === 0 && Math.abs(shownMs - reckonedMs) <= minuteMs;
  const untilMs = isShown ? shownMs : reckonedMs;
  // A whole day is a day also where it is rounded up; the fold knows nothing longer.
  const latestMs = Math.floor((context.nowMs + pauseLimits.aheadMsMax) / minuteMs) * minuteMs;
  return untilMs - latestMs > minuteMs ? refuse('pause.refusal.too-long', 'minutes') : ok(Math.min(untilMs, latestMs));
}
