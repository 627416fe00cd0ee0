/**
 * A draw by lot, without chance of its own: the seed comes from outside, one of `seedCount` whole numbers, all equally
 * likely (a random number from 0 up to 1, written as a whole). The log keeps no fractions, so a probability is a weight
 * out of a sum of weights.
 *
 * What must hold: the probability that is given back is the true one, to the last seed. So `seedCount` is a multiple of
 * every sum of weights that is allowed, and each unit of weight owns the same number of seeds.
 */
import { assert } from '#kernel';

export interface Choice {
  readonly practice: string;
  /** How many lots it has. */
  readonly weight: number;
}

/** `weight` out of `of`. */
export interface Chance {
  readonly weight: number;
  readonly of: number;
}

/** 720,720 is the least common multiple of 1 to 16. */
const everySum = 720_720;

export const drawLimits = {
  choicesMax: 12,
  /** All lots of one draw together. */
  weightsMax: 16,
  /** As many times `everySum` as 32 random bits can hold. */
  seedCount: everySum * Math.floor(2 ** 32 / everySum),
} as const;

assert(drawLimits.seedCount <= 2 ** 32, 'a seed is made of 32 random bits');
assert(Number.isSafeInteger(drawLimits.seedCount * drawLimits.weightsMax), 'a seed times all lots is exact');
assert(drawLimits.choicesMax <= drawLimits.weightsMax, 'each choice has at least one lot');

/** null: nothing to choose from, more lots than are allowed, or no seed. */
export function drawOne(
  choices: readonly Choice[],
  seed: number,
): { readonly practice: string; readonly probability: Chance } | null {
  const of = choices.reduce((sum, { weight }) => sum + weight, 0);
  const areWeights = choices.every(({ weight }) => Number.isSafeInteger(weight) && weight >= 1);
  if (!areWeights || choices.length > drawLimits.choicesMax || of < 1 || of > drawLimits.weightsMax) return null;
  if (!Number.isSafeInteger(seed) || seed < 0 || seed >= drawLimits.seedCount) return null;
  const lot = Math.floor((seed * of) / drawLimits.seedCount);
  let before = 0;
  for (const { practice, weight } of choices) {
    before += weight;
    if (lot < before) return { practice, probability: { weight, of } };
  }
  return null;
}
