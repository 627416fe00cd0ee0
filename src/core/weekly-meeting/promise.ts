/** The weekly meeting: a yes to its time is a promise to come, of the one who says it. Only my own is ever touched here. */
import { ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { draftPromiseAt, instantToWhen, type PromisesDraft } from '../promises/index.ts';
import { typedText } from '../text.ts';
import type { Meeting } from './fold.ts';

/** Mine, while it may still be told early that it will be different. */
const openPromise = ({ promise }: Meeting, { nowMs }: Context): ThingId | null =>
  promise?.by === 'me' && nowMs < promise.atMs ? promise.thing : null;

const changed = (thing: ThingId, atMs: number, what: string, mode: 'at-once' | 'window', context: Context) => {
  const when = instantToWhen(atMs, context);
  const event = { kind: 'promises/changed', what: typedText(what), when, because: '' } as const;
  return { thing, space: 'ours', mode, event } as const;
};

/** A new one; or the one that I have for this meeting already goes along to the new time. */
export function promiseAgreed(one: Meeting, what: string, context: Context): Result<readonly PromisesDraft[], Refusal> {
  const { atMs } = one.time;
  if (atMs === null || atMs <= context.nowMs) return ok([]);
  const before = openPromise(one, context);
  return before === null ? draftPromiseAt(what, atMs, context) : ok([changed(before, atMs, what, 'window', context)]);
}

export function promiseMoved(
  one: Meeting,
  atMs: number | null,
  what: string,
  context: Context,
): readonly PromisesDraft[] {
  const before = openPromise(one, context);
  return before === null || atMs === null ? [] : [changed(before, atMs, what, 'at-once', context)];
}

/** Without a meeting, a promise to come is offered to be let go, which takes both. */
export function promiseOffered(one: Meeting, context: Context): readonly PromisesDraft[] {
  const thing = openPromise(one, context);
  const event = { kind: 'promises/letting-go-offered', words: '' } as const;
  return thing === null ? [] : [{ thing, space: 'ours', mode: 'at-once', event }];
}
