/** What is known of the sealed answers to one question: that they exist, never what they say. Pure. */
import type { SharedQuestion, Who } from '#core';
import type { SealedThing, Snapshot } from '#device';

/** The newest sealed answer of that one to this question. Both answers carry the id of the question. */
export const sealedAnswer = (snapshot: Snapshot, thing: string, who: Who): SealedThing | null =>
  snapshot.sealed
    .filter((one) => one.practice === 'open-questions' && one.thing === thing && one.who === who)
    .reduce<SealedThing | null>((newest, one) => (newest === null || one.atMs > newest.atMs ? one : newest), null);

/**
 * `leaving`: something of it waits for its cancel window. `to-answer`: the other may read the question, or asked it,
 * and I have not written. `meeting`: both have, and it opens when the other's device has been there.
 */
export type SharedState = 'leaving' | 'toAnswer' | 'sealed' | 'meeting' | 'open' | 'withdrawn' | 'rests';

export function sharedState(snapshot: Snapshot, one: SharedQuestion): SharedState {
  if (snapshot.windows.some(({ thing }) => thing === one.id)) return 'leaving';
  if (one.mine?.standing === 'open' && one.theirs?.standing === 'open') return 'open';
  if (one.isWithdrawn) return 'withdrawn';
  if (one.mine?.standing === 'sealed')
    return sealedAnswer(snapshot, one.id, 'me')?.state === 'meeting' ? 'meeting' : 'sealed';
  if (one.mine !== null) return 'withdrawn';
  return one.isSetAside ? 'rests' : 'toAnswer';
}
