/**
 * When a card comes back, by how familiar it was each time. FSRS (Free Spaced Repetition Scheduler, as the package
 * ts-fsrs has it) without chance: the same looks give the same moment. It works in whole days. Pure.
 *
 * The four words of a person stand for its four ratings; nobody sees those. At most half a year passes, since a face
 * is looked at for its own sake and not to be known by heart.
 */
import { FSRSAlgorithm } from 'ts-fsrs';
import type { CardLook, Familiarity } from '#core';

const dayMs = 24 * 3_600_000;
const intervalDaysMax = 183;
const ratings: Readonly<Record<Familiarity, number>> = { new: 1, unsure: 2, familiar: 3, 'very-familiar': 4 };

const algorithm = new FSRSAlgorithm({
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: intervalDaysMax,
});

/** The moment from which it may come back. Of a card that I never looked at: 0, so at once. */
export function looksToDueMs(looks: readonly CardLook[]): number {
  let memory: ReturnType<typeof algorithm.next_state> | null = null;
  let lastMs = 0;
  let days = 0;
  for (const { grade, atMs } of looks) {
    const elapsedDays = memory === null ? 0 : Math.max(0, Math.floor((atMs - lastMs) / dayMs));
    memory = algorithm.next_state(memory, elapsedDays, ratings[grade]);
    days = algorithm.next_interval(memory.stability, elapsedDays);
    lastMs = Math.max(lastMs, atMs);
  }
  return memory === null ? 0 : lastMs + days * dayMs;
}
