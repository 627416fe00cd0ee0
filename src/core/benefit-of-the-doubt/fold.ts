/** Benefit of the doubt: what the facts make. Only what my own devices wrote in my own space counts. */
import type { Recorded, ThingId } from '../practice.ts';
import type { DoubtEvent, DoubtWords, TurnedOut } from './events.ts';

export interface Doubt extends DoubtWords {
  readonly type: 'doubt';
  readonly id: ThingId;
  readonly beganAtMs: number;
  /** null: nothing said yet. */
  readonly turnedOut: { readonly how: TurnedOut; readonly atMs: number } | null;
}
/** What I saw, and nothing made of it. */
export interface SeenNote {
  readonly type: 'seen';
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly saw: string;
}
/** The way out was taken and not taken back. */
export interface WayOut {
  readonly type: 'way-out';
  readonly id: ThingId;
}
export type DoubtThing = Doubt | SeenNote | WayOut;

export function foldDoubt(recorded: readonly Recorded<DoubtEvent>[]): DoubtThing | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  const way = mine.findLast(({ event }) => isWay(event));
  // Before all else: nothing that stands beside it may hide it.
  if (way?.event.kind === 'benefit-of-the-doubt/own-left') return { type: 'way-out', id: way.thing };
  if (mine.some(({ event }) => event.kind === 'benefit-of-the-doubt/own-forgotten')) return null;
  let born: Doubt | SeenNote | null = null;
  let turnedOut: Doubt['turnedOut'] = null;
  for (const { event, thing: id, atMs } of mine) {
    if (event.kind === 'benefit-of-the-doubt/own-turned-out') turnedOut = { how: event.turnedOut, atMs };
    if (born !== null) continue;
    if (event.kind === 'benefit-of-the-doubt/own-seen') born = { type: 'seen', id, beganAtMs: atMs, saw: event.saw };
    if (event.kind === 'benefit-of-the-doubt/own-written') {
      const { kind: _, ...words } = event;
      born = { type: 'doubt', id, beganAtMs: atMs, ...words, turnedOut: null };
    }
  }
  return born?.type === 'doubt' ? { ...born, turnedOut } : born;
}

const isWay = ({ kind }: DoubtEvent): boolean =>
  kind === 'benefit-of-the-doubt/own-left' || kind === 'benefit-of-the-doubt/own-begun-again';
