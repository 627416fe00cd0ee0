/**
 * How I tend to read my partner: for the one who guesses, and for nobody else. No score, no rank, no trend, and
 * silence until there is something to say.
 *
 * What is counted: guesses that were followed by an answer. Of each feeling that the answer named (by its group: a
 * corner of the field, or a family), how often the guess had it, and else for what it was taken. A guess that had a
 * part of the answer does not count against the other part. Words of one's own have no group and are left out.
 *
 * What is said: counts from six on, with a range that is likely (80 %). "Tends to" only where it would be
 * false about once in a hundred, since several such sentences may stand on one page. The lean in strength needs fourteen pairs whose
 * feelings were the same or near; it is drawn towards none by a prior, and the prior values are a guess of ours.
 *
 * What this cannot tell: how I read them when they did not answer, or what they did not say. And a lean is no fault:
 * how much one minds matters more to people than how exactly one reads.
 */
import { closenessOf, type FeelingNamed, type FeelingPlaces, type Noticing, type Strength, type ThingId } from '#core';
import { type Interval, shareInterval } from './beta.ts';

export interface ReadingPair {
  readonly guessed: { readonly feelings: readonly FeelingNamed[]; readonly strength: Strength };
  readonly answered: { readonly feelings: readonly FeelingNamed[]; readonly strength: Strength | null };
}

export interface Reading {
  /** Guesses that were followed by an answer in feelings that have a place. */
  readonly pairCount: number;
  /** By what the answers named, in alphabetical order; only where there is enough. Empty: not enough yet to tell. */
  readonly groups: readonly GroupReading[];
  readonly strength: StrengthReading;
}

export interface GroupReading {
  readonly group: string;
  /** How often the answer named it. */
  readonly times: number;
  /** How often the guess had it. */
  readonly rightTimes: number;
  /** The share of right guesses is likely in here. */
  readonly likely: Interval;
  readonly tendsRightly: boolean;
  /** What it was most often taken for, if anything twice or more. */
  readonly takenFor: { readonly group: string; readonly times: number; readonly tends: boolean } | null;
}

export type StrengthReading =
  | { readonly lean: 'not-enough'; readonly pairCount: number; readonly pairsNeeded: number }
  | {
      /** I read it stronger or weaker than it was; `none`: no clear lean. */
      readonly lean: 'stronger' | 'weaker' | 'none';
      /** `tended`: likely. `plain`: as good as certain. */
      readonly sureness: 'tended' | 'plain';
      readonly pairCount: number;
      /** In steps of the scale, guess less answer. */
      readonly mean: number;
      readonly likely: Interval;
    };

export const readingLimits = {
  timesPerGroupMin: 6,
  timesForTendsMin: 7,
  pairsForStrengthMin: 14,
  /** A lean smaller than this is not worth a word, steps of the scale. */
  leanMin: 0.3,
} as const;

const likelyMass = 0.8;
/** Half a percent on each side. With the steps of small counts, a claim is then false in at most about 1 of 100. */
const assertedMass = 0.99;

/** All guesses of mine that were answered in feelings. */
export function noticingsToPairs(things: ReadonlyMap<ThingId, Noticing>): readonly ReadingPair[] {
  return [...things.values()].flatMap((thing) => {
    if (thing.side !== 'asker' || thing.guess === null) return [];
    const said = thing.answer?.said ?? null;
    if (said === null || said.feelings.length === 0) return [];
    return [{ guessed: thing.guess, answered: said }];
  });
}

export function pairsToReading(
  pairs: readonly ReadingPair[],
  places: FeelingPlaces,
  by: 'quadrant' | 'family',
): Reading {
  const grouped = pairs
    .map(({ guessed, answered }) => ({
      guessed: groupsOf(guessed.feelings, places, by),
      answered: groupsOf(answered.feelings, places, by),
    }))
    .filter(({ guessed, answered }) => guessed.size > 0 && answered.size > 0);
  const named = new Set(grouped.flatMap(({ answered }) => [...answered]));
  return {
    pairCount: grouped.length,
    groups: [...named].sort().flatMap((group) => toGroupReading(group, grouped) ?? []),
    strength: toStrengthReading(pairs, places),
  };
}

interface Grouped {
  readonly guessed: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
}

const groupsOf = (
  feelings: readonly FeelingNamed[],
  places: FeelingPlaces,
  by: 'quadrant' | 'family',
): ReadonlySet<string> =>
  new Set(
    feelings.flatMap((feeling) => {
      const place = feeling.type === 'known' ? places.get(feeling.id) : undefined;
      return place === undefined ? [] : [place[by]];
    }),
  );

function toGroupReading(group: string, pairs: readonly Grouped[]): GroupReading | null {
  let rightTimes = 0;
  let missedTimes = 0;
  const takenTimes = new Map<string, number>();
  for (const { guessed, answered } of pairs) {
    if (!answered.has(group)) continue;
    if (guessed.has(group)) rightTimes += 1;
    else if ([...guessed].every((other) => !answered.has(other))) {
      missedTimes += 1;
      for (const other of guessed) takenTimes.set(other, (takenTimes.get(other) ?? 0) + 1);
    }
  }
  const times = rightTimes + missedTimes;
  if (times < readingLimits.timesPerGroupMin) return null;
  const [most] = [...takenTimes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    group,
    times,
    rightTimes,
    likely: shareInterval(rightTimes, times, likelyMass),
    tendsRightly: isMostly(rightTimes, times),
    takenFor:
      most === undefined || most[1] < 2
        ? null
        : { group: most[0], times: most[1], tends: isMostly(most[1], most[1] + rightTimes) },
  };
}

/** More often than not, as good as certainly. */
const isMostly = (times: number, outOf: number): boolean =>
  outOf >= readingLimits.timesForTendsMin && shareInterval(times, outOf, assertedMass).low > 0.5;

/** Prior: a lean of none, give or take half a step; a spread of one step, as sure as six pairs would make it. */
const prior = { leanVariance: 0.25, spreadVariance: 1, spreadPairs: 6 } as const;
const roundsOfFit = 20;
/** Normal quantiles of 90 % and 99.5 %. */
const z80 = 1.2815515655446004;
const z99 = 2.5758293035489004;

function toStrengthReading(pairs: readonly ReadingPair[], places: FeelingPlaces): StrengthReading {
  const differences = pairs.flatMap(({ guessed, answered }) => {
    if (answered.strength === null) return [];
    const closeness = closenessOf(guessed.feelings, answered.feelings, places);
    return closeness === 'same' || closeness === 'near' ? [guessed.strength - answered.strength] : [];
  });
  const pairCount = differences.length;
  const pairsNeeded = readingLimits.pairsForStrengthMin;
  if (pairCount < pairsNeeded) return { lean: 'not-enough', pairCount, pairsNeeded };

  const sum = differences.reduce((total, value) => total + value, 0);
  let mean = sum / pairCount;
  let variance = 0;
  for (let round = 0; round < roundsOfFit; round++) {
    const squares = differences.reduce((total, value) => total + (value - mean) ** 2, 0);
    const spread = (squares + prior.spreadPairs * prior.spreadVariance) / (pairCount + prior.spreadPairs);
    variance = 1 / (pairCount / spread + 1 / prior.leanVariance);
    mean = (variance * sum) / spread;
  }
  const likely = around(mean, z80 * Math.sqrt(variance));
  const certain = around(mean, z99 * Math.sqrt(variance));
  const isLean = isOneSided(likely) && Math.abs(mean) > readingLimits.leanMin;
  return {
    lean: isLean ? (mean > 0 ? 'stronger' : 'weaker') : 'none',
    sureness: isLean && isOneSided(certain) ? 'plain' : 'tended',
    pairCount,
    mean,
    likely,
  };
}

const around = (middle: number, halfWidth: number): Interval => ({ low: middle - halfWidth, high: middle + halfWidth });
const isOneSided = ({ low, high }: Interval): boolean => low > 0 || high < 0;
