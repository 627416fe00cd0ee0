/**
 * What I tend to read, from guesses that I compared with an answer. Pure, and for me alone. No score: each quarter of
 * the field gets a sentence, or "not enough yet to tell".
 *
 * A quarter speaks after six compared guesses, and leans to one side only when a coin would do so less than about one
 * time in ten (Wilson interval, 80 %, two-sided). What it "has often been instead" is named when at least three of the
 * others, and half of them, lie in one quarter.
 */
import type { FeelingNamed, Noticing } from '#core';
import { type Point, pointToQuadrant, type Quadrant, quadrants } from '../check-in/field-geometry.ts';

export interface Tendency {
  readonly guessed: Quadrant;
  readonly leaning: 'few' | 'often' | 'other' | 'mixed';
  readonly instead: Quadrant | null;
}

const comparedMin = 6;
const insteadMin = 3;
const lookBackMs = 183 * 24 * 3_600_000;
/** 80 % two-sided. */
const z = 1.2816;

export function noticingsToTendencies(
  noticings: Iterable<Noticing>,
  places: ReadonlyMap<string, Point>,
  nowMs: number,
): readonly Tendency[] {
  const compared = [...noticings].flatMap((one) => {
    if (one.side !== 'asker' || one.guess === null || one.judged === null || one.judged.atMs < nowMs - lookBackMs)
      return [];
    const guessed = feelingsToQuadrant(one.guess.feelings, places);
    if (guessed === null) return [];
    return [
      { guessed, closeness: one.judged.closeness, said: feelingsToQuadrant(one.answer?.said?.feelings ?? [], places) },
    ];
  });
  return quadrants.flatMap((guessed): readonly Tendency[] => {
    const ofQuarter = compared.filter((one) => one.guessed === guessed);
    if (ofQuarter.length === 0) return [];
    if (ofQuarter.length < comparedMin) return [{ guessed, leaning: 'few', instead: null }];
    const others = ofQuarter.filter(({ closeness }) => closeness === 'other');
    const { low, high } = wilson(ofQuarter.length - others.length, ofQuarter.length);
    if (low > 0.5) return [{ guessed, leaning: 'often', instead: null }];
    if (high >= 0.5) return [{ guessed, leaning: 'mixed', instead: null }];
    return [
      {
        guessed,
        leaning: 'other',
        instead: mostlyInstead(
          others.map(({ said }) => said),
          guessed,
        ),
      },
    ];
  });
}

/** The quarter in which the middle of the feelings lies; null when none of them has a place. */
export function feelingsToQuadrant(
  feelings: readonly FeelingNamed[],
  places: ReadonlyMap<string, Point>,
): Quadrant | null {
  const known = feelings.flatMap((feeling) => (feeling.type === 'known' ? (places.get(feeling.id) ?? []) : []));
  if (known.length === 0) return null;
  const sum = known.reduce(
    (total, point) => ({ pleasantness: total.pleasantness + point.pleasantness, energy: total.energy + point.energy }),
    { pleasantness: 0, energy: 0 },
  );
  return pointToQuadrant({ pleasantness: sum.pleasantness / known.length, energy: sum.energy / known.length });
}

function mostlyInstead(said: readonly (Quadrant | null)[], guessed: Quadrant): Quadrant | null {
  return (
    quadrants.find((quadrant) => {
      const count = said.filter((one) => one === quadrant).length;
      return quadrant !== guessed && count >= insteadMin && count * 2 >= said.length;
    }) ?? null
  );
}

/** Wilson's score interval for a share (Wilson 1927). */
export function wilson(hits: number, count: number): { readonly low: number; readonly high: number } {
  const share = hits / count;
  const middle = share + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return { low: (middle - spread) / scale, high: (middle + spread) / scale };
}
