/** Ids of things, and the month in which each is kept for ever. */
import type { PracticeAny, ThingId, ThingOf } from './practice.ts';

/** `YYYY-MM`, in UTC. */
export type Month = string;

const lastMs = Date.UTC(9999, 11, 31);

/** When a thing says it was born, ms. A claim. 0 for an id of another shape. */
export function birthOf(thing: ThingId): number {
  const birthMs = /^[0-9a-f]{12}/.test(thing) ? Number.parseInt(thing.slice(0, 12), 16) : 0;
  return Math.min(birthMs, lastMs);
}

export const thingToMonth = (thing: ThingId): Month => new Date(birthOf(thing)).toISOString().slice(0, 7);

export type ThingsByPractice = ReadonlyMap<string, ReadonlyMap<ThingId, unknown>>;

/** The things of one practice, with their type. */
export function thingsOf<P extends PracticeAny>(
  things: ThingsByPractice,
  practice: P,
): ReadonlyMap<ThingId, ThingOf<P>> {
  const kept = things.get(practice.key) ?? new Map<ThingId, unknown>();
  return kept as ReadonlyMap<ThingId, ThingOf<P>>; // under a key stands only what the fold of that practice made
}
