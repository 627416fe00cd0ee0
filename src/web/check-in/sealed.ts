/** What is known of sealed check-ins: that they exist, never what they say. Pure. */

import type { ThingId } from '#core';
import type { SealedThing, Snapshot } from '#device';

/** The newest sealed check-in of the other one in that state. */
export function sealedByOther(snapshot: Snapshot, state: SealedThing['state']): SealedThing | null {
  return newest(snapshot.sealed.filter((one) => isCheckIn(one) && one.who === 'partner' && one.state === state));
}

export function sealedOf(snapshot: Snapshot, thing: ThingId): SealedThing | null {
  return snapshot.sealed.find((one) => isCheckIn(one) && one.thing === thing) ?? null;
}

/** My side of the newest pair that has opened, with the other side. */
export function newestOpened(
  snapshot: Snapshot,
): { readonly mine: ThingId; readonly theirs: ThingId; readonly atMs: number } | null {
  const mine = newest(
    snapshot.sealed.filter(
      (one) => isCheckIn(one) && one.who === 'me' && one.state === 'open' && one.counterpart !== null,
    ),
  );
  if (mine === null || mine.counterpart === null) return null;
  const theirs = sealedOf(snapshot, mine.counterpart);
  return { mine: mine.thing, theirs: mine.counterpart, atMs: Math.max(mine.atMs, theirs?.atMs ?? 0) };
}

const isCheckIn = ({ practice }: SealedThing): boolean => practice === 'check-in';

const newest = (things: readonly SealedThing[]): SealedThing | null =>
  things.reduce<SealedThing | null>((best, one) => (best === null || one.atMs > best.atMs ? one : best), null);
