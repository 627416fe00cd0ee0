/** Respect: what the facts make: a reflection, or the wish for quiet. */
import type { Recorded, ThingId } from '../practice.ts';
import type { Quiet, RespectAnswer, RespectEvent } from './events.ts';

export interface Reflection {
  readonly type: 'reflection';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly answers: readonly RespectAnswer[];
  readonly otherwise: string;
}
export interface Declined {
  readonly type: 'declined';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly quiet: Quiet;
}
export type RespectThing = Reflection | Declined;

export function foldRespect(recorded: readonly Recorded<RespectEvent>[]): RespectThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const [first] = mine;
  if (first === undefined || mine.some(({ event }) => event.kind === 'respect/own-forgotten')) return null;
  const [id, beganAtMs] = [first.thing, first.atMs];
  const event = mine.findLast((one) => one.event.kind !== 'respect/own-forgotten')?.event;
  if (event?.kind === 'respect/own-reflected')
    return { type: 'reflection', id, beganAtMs, answers: event.answers, otherwise: event.otherwise };
  return event?.kind === 'respect/own-declined' ? { type: 'declined', id, beganAtMs, quiet: event.quiet } : null;
}
