/**
 * Which faces a sitting shows: a few, whatever lies ahead. What comes back goes first, with room left for faces that
 * are new; when nothing comes back and nothing is new, those that I have not seen for longest. So there is always
 * something to look at, and never anything to catch up with. Pure.
 */
import type { LooksByCard } from '#core';
import type { CueCard } from './cues-content.ts';

/** About three minutes. */
export const sittingCardsMax = 6;
const comingBackMax = 4;

export function pickSitting(
  cards: readonly CueCard[],
  looks: LooksByCard,
  nowMs: number,
  dueMsOf: (looks: NonNullable<ReturnType<LooksByCard['get']>>) => number,
): readonly CueCard[] {
  const fresh = cards.filter(({ id }) => !looks.has(id));
  const seen = cards.flatMap((card) => {
    const own = looks.get(card.id);
    return own === undefined ? [] : [{ card, dueMs: dueMsOf(own), lastMs: own.at(-1)?.atMs ?? 0 }];
  });
  const due = seen.filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
  const rest = seen.filter(({ dueMs }) => dueMs > nowMs).sort((a, b) => a.lastMs - b.lastMs);
  const comingBack = due.map(({ card }) => card);
  const wanted = [
    ...comingBack.slice(0, comingBackMax),
    ...fresh,
    ...comingBack.slice(comingBackMax),
    ...rest.map(({ card }) => card),
  ];
  return apart(wanted.slice(0, sittingCardsMax));
}

/** The same face twice in a row would be a riddle about memory: where it can be helped, another stands between. */
function apart(cards: readonly CueCard[]): readonly CueCard[] {
  const left = [...cards];
  const placed: CueCard[] = [];
  while (left.length > 0) {
    const last = placed.at(-1)?.face;
    const at = Math.max(
      0,
      left.findIndex(({ face }) => face !== last),
    );
    placed.push(...left.splice(at, 1));
  }
  return placed;
}
