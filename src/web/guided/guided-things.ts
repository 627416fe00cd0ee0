/**
 * The things of guided practices in a snapshot: sessions, without those that were let go, and practices of other packs
 * that are kept. Newest first.
 */
import { guided, type KeptScript, type Session, type ThingId } from '#core';
import type { Snapshot } from '#device';
import { thingsOf } from '../shell/practice-screens.ts';

export const sessionsOf = (snapshot: Snapshot): readonly Session[] =>
  [...thingsOf(snapshot, guided).values()]
    .filter((thing) => thing.type === 'session')
    .filter(({ isLetGo }) => !isLetGo)
    .sort((a, b) => b.movedAtMs - a.movedAtMs || (a.id < b.id ? 1 : -1));

export function sessionOf(snapshot: Snapshot, id: ThingId): Session | null {
  const thing = thingsOf(snapshot, guided).get(id);
  return thing?.type === 'session' ? thing : null;
}

/** Of a practice that was added twice, the later one. */
export function keptOf(snapshot: Snapshot): readonly KeptScript[] {
  const newestFirst = [...thingsOf(snapshot, guided).values()]
    .filter((thing) => thing.type === 'kept')
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
  const seen = new Set<string>();
  return newestFirst.filter(({ script: { pack, key } }) => {
    const name = `${pack}/${key}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The other one began it, and I have done nothing in it yet. */
export const isInvitation = ({ beganBy, visit, answers, ending }: Session): boolean =>
  beganBy === 'partner' && visit === 0 && ending === null && !answers.some(({ by }) => by === 'me');
