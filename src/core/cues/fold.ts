/**
 * Cues: what the facts make. A thing is one card and my looks at it, in order. Several things may hold looks at one
 * card (two devices began at once, or one thing was full): `looksByCard` brings them together.
 *
 * Only my own devices count, and the first look says which card it is.
 */
import type { Recorded, ThingId } from '../practice.ts';
import type { CuesEvent, Familiarity } from './events.ts';

export interface CardLook {
  readonly grade: Familiarity;
  readonly atMs: number;
}

export interface CardLooks {
  readonly id: ThingId;
  readonly card: string;
  /** At least one; earliest first. */
  readonly looks: readonly CardLook[];
  readonly lastAtMs: number;
}

export function foldCues(recorded: readonly Recorded<CuesEvent>[]): CardLooks | null {
  const mine = recorded.filter(({ space, who }) => space === 'mine' && who === 'me');
  if (mine.some(({ event }) => event.kind === 'cues/own-forgotten')) return null;
  let born: { readonly id: ThingId; readonly card: string } | null = null;
  const looks: CardLook[] = [];
  let lastAtMs = 0;
  for (const { event, thing, atMs } of mine) {
    if (event.kind !== 'cues/own-reviewed') continue;
    born ??= { id: thing, card: event.card };
    if (event.card !== born.card) continue;
    looks.push({ grade: event.grade, atMs });
    lastAtMs = Math.max(lastAtMs, atMs);
  }
  return born === null ? null : { ...born, looks, lastAtMs };
}
