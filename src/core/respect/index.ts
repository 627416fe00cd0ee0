/** The front door of respect: how I spoke of the other to others. Mine only. */
import type { Practice, ThingId } from '../practice.ts';
import { decideRespect, type RespectCommand } from './decide.ts';
import { parseRespect, type RespectEvent, respectToBody } from './events.ts';
import { foldRespect, type Reflection, type RespectThing } from './fold.ts';

export type { RespectCommand, RespectRefusal } from './decide.ts';
export type { Quiet, RespectAnswer, RespectDraft, RespectEvent } from './events.ts';
export type { Declined, Reflection, RespectThing } from './fold.ts';

const weekMs = 7 * 24 * 3_600_000;
/** An offer looks no further back than this: who left it alone for so long is not asked. */
const offersForMs = 5 * weekMs;

/** Latest first. */
export const reflectionsNewestFirst = (things: ReadonlyMap<ThingId, RespectThing>): readonly Reflection[] =>
  [...things.values()]
    .filter((one) => one.type === 'reflection')
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/**
 * Whether to offer it: to somebody who has done it, a week after they last did or declined; never to somebody who
 * wished for quiet since, and no more once they have let it be for some weeks.
 */
export function isOffered(things: ReadonlyMap<ThingId, RespectThing>, nowMs: number): boolean {
  const [last] = reflectionsNewestFirst(things);
  if (last === undefined || nowMs - last.beganAtMs >= offersForMs) return false;
  const since = [...things.values()].filter(({ beganAtMs }) => beganAtMs >= last.beganAtMs);
  return since.every(
    (one) => nowMs - one.beganAtMs >= weekMs && !(one.type === 'declined' && one.quiet === 'until-i-begin'),
  );
}

export const respect: Practice<RespectEvent, RespectThing, RespectCommand> = {
  key: 'respect',
  parse: parseRespect,
  toBody: respectToBody,
  fold: foldRespect,
  isOpen: ({ beganAtMs }, nowMs) => nowMs - beganAtMs < offersForMs,
  decide: decideRespect,
};
