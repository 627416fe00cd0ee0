/** Cues, as screens need them: all looks at each card, from however many things. Nothing here counts them. */
import type { ThingId } from '../practice.ts';
import type { CardLook, CardLooks } from './fold.ts';

export type LooksByCard = ReadonlyMap<string, readonly CardLook[]>;

/** Earliest first; the same whatever the order of the things. */
export function looksByCard(things: ReadonlyMap<ThingId, CardLooks>): LooksByCard {
  const byCard = new Map<string, CardLook[]>();
  for (const thing of [...things.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const looks = byCard.get(thing.card);
    if (looks === undefined) byCard.set(thing.card, [...thing.looks]);
    else looks.push(...thing.looks);
  }
  for (const looks of byCard.values()) looks.sort((a, b) => a.atMs - b.atMs);
  return byCard;
}

/** When I last looked at any card; null: never. */
export function lastLookAtMs(things: ReadonlyMap<ThingId, CardLooks>): number | null {
  let last: number | null = null;
  for (const { lastAtMs } of things.values()) if (last === null || lastAtMs > last) last = lastAtMs;
  return last;
}
