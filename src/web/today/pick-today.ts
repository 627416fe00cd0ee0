/**
 * Which cards Today shows: at most three, whatever the practices offer. Pure, and blind to what was not done: all it
 * knows of a candidate is how much it matters now and whether it is worth doing alone.
 *
 * Laws: never more than three; the same set whatever the order of the offers; at most one card of a practice, unless
 * the second matters today (70); if anything on offer is for one, something for one is shown.
 */
import type { TodayCandidate } from '../shell/practice-screens.ts';

export const todayCardsMax = 3;
const mattersToday = 70;

export interface Offer {
  readonly practice: string;
  /** Place of the practice in the list; the tie-break. */
  readonly order: number;
  readonly candidate: TodayCandidate;
}

export function pickToday(offers: readonly Offer[]): readonly Offer[] {
  const sorted = [...new Map(offers.map((offer) => [`${offer.practice}/${offer.candidate.id}`, offer])).values()].sort(
    compareOffers,
  );
  const picked: Offer[] = [];
  for (const offer of sorted) {
    if (picked.length === todayCardsMax) break;
    const isFirstOfPractice = picked.every((one) => one.practice !== offer.practice);
    if (isFirstOfPractice || offer.candidate.priority >= mattersToday) picked.push(offer);
  }
  const forOne = sorted.find((offer) => offer.candidate.isForOne);
  if (forOne === undefined || picked.some((offer) => offer.candidate.isForOne)) return picked;
  // The least pressing card gives its place to something that one person can do.
  return [...picked.slice(0, todayCardsMax - 1), forOne];
}

function compareOffers(a: Offer, b: Offer): number {
  return (
    b.candidate.priority - a.candidate.priority ||
    a.order - b.order ||
    compareText(a.practice, b.practice) ||
    compareText(a.candidate.id, b.candidate.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
