/**
 * When no other explanation is offered any more, only what was seen, the journal and help. Somebody who is afraid, or
 * whose fears keep coming true, is not helped by one more kind story.
 *
 * The rule: the way out was taken and not taken back; or of the last five doubts that were closed, in the order of the last
 * word on each, three or more came true. "We have not talked" closes nothing, so it pushes nothing out of sight. What was
 * deleted counts no more: whoever has to clear this device leaves nothing behind that tells of it.
 */
import type { ThingId } from '../practice.ts';
import type { DoubtThing } from './fold.ts';

export type DoubtsById = ReadonlyMap<ThingId, DoubtThing>;

export const closedLooked = 5;
export const cameTrueMin = 3;

export const isLeft = (things: DoubtsById): boolean => [...things.values()].some(({ type }) => type === 'way-out');

export function cameTrueOften(things: DoubtsById): boolean {
  const closed = [...things.values()].flatMap((one) =>
    one.type !== 'doubt' || one.turnedOut === null || one.turnedOut.how === 'not-talked'
      ? []
      : [{ id: one.id, ...one.turnedOut }],
  );
  const last = closed.sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1)).slice(0, closedLooked);
  return last.filter(({ how }) => how === 'as-feared').length >= cameTrueMin;
}

export const isHelpFirst = (things: DoubtsById): boolean => isLeft(things) || cameTrueOften(things);
