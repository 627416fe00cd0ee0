/** The neutral observer, as screens list it, and when Today speaks of it. */
import type { ThingId } from '../practice.ts';
import type { NeutralText, NeutralThing } from './fold.ts';
import { neutralLimits } from './limits.ts';

export type NeutralById = ReadonlyMap<ThingId, NeutralThing>;

/** Latest first. */
export const neutralNewestFirst = (things: NeutralById): readonly NeutralText[] =>
  [...things.values()]
    .filter((one) => one.type === 'text')
    .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/**
 * Why it is worth suggesting now, if it is: a pause or a hard talk of mine lies a little while back and I have not
 * written or declined since, or four months have passed since I last did. Someone who never wrote is not reminded.
 */
export function neutralSuggestion(
  things: NeutralById,
  talksEndedAtMs: readonly number[],
  nowMs: number,
): 'after-talk' | 'four-months' | null {
  let lastMs: number | null = null;
  for (const one of things.values()) {
    const atMs = one.type === 'rest' ? one.atMs : one.author === 'me' ? one.beganAtMs : null;
    if (atMs !== null && (lastMs === null || atMs > lastMs)) lastMs = atMs;
  }
  const isFresh = (endedAtMs: number): boolean => {
    const sinceMs = nowMs - endedAtMs;
    const isNew = lastMs === null || endedAtMs > lastMs;
    return isNew && sinceMs >= neutralLimits.coolMs && sinceMs < neutralLimits.afterTalkMs;
  };
  if (talksEndedAtMs.some(isFresh)) return 'after-talk';
  return lastMs !== null && nowMs - lastMs >= neutralLimits.everyMs ? 'four-months' : null;
}
