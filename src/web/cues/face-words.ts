/**
 * What can be seen in a face, in words, for whoever does not see the drawing: movements and nothing else. No feeling is
 * ever named here, so that everybody starts from the same place.
 */
import {
  type Side,
  type SidedUnit,
  sidedUnits,
  type Units,
  unitOf,
  unitOn,
  type WholeUnit,
  wholeUnits,
} from './units.ts';

export interface MoveWords {
  /** Units that move together; said once for all of them. */
  readonly ids: readonly string[];
  /** `one`: on one side alone, or clearly more there. */
  readonly sides: string;
  readonly slight: string;
  readonly clear: string;
}

export interface StillWords {
  readonly upper: string;
  readonly lower: string;
  readonly whole: string;
}

/** A movement smaller than this is not seen; from `clearMin` on it is clear. */
const seenMin = 0.1;
const clearMin = 0.5;
const upperUnits: readonly WholeUnit[] = ['1', '2', '4', '5', '6', '7', '43'];

/** In the order of `moves`, which goes down the face. Never empty. */
export function unitsToWords(units: Units, moves: readonly MoveWords[], still: StillWords): readonly string[] {
  const left = new Set<string>();
  for (const unit of wholeUnits) {
    if (shareOf(units, unit, 'both') >= seenMin) left.add(`${unit} both`);
    if (shareOf(units, unit, 'one') >= seenMin) left.add(`${unit} one`);
  }
  const isUpper = (one: string): boolean => upperUnits.some((unit) => one.startsWith(`${unit} `));
  const hasUpper = [...left].some(isUpper);
  const hasLower = [...left].some((one) => !isUpper(one));
  const words: string[] = [];
  for (const { ids, sides, slight, clear } of moves) {
    const parts = ids.map((id) => `${id} ${sides}`);
    if (!parts.every((part) => left.has(part))) continue;
    for (const part of parts) left.delete(part);
    const shares = ids
      .flatMap((id) => wholeUnits.filter((unit) => unit === id))
      .map((unit) => shareOf(units, unit, sides));
    words.push(Math.min(...shares) >= clearMin ? clear : slight);
  }
  if (!hasUpper && !hasLower) return [still.whole];
  return [...(hasUpper ? [] : [still.upper]), ...words, ...(hasLower ? [] : [still.lower])];
}

/** How far it goes on both sides; or, for `one`, how far where it goes further, if that is clearly more. */
function shareOf(units: Units, unit: WholeUnit, sides: string): number {
  const sided = sidedUnits.find((one) => one === unit);
  if (sided === undefined) return sides === 'both' ? unitOf(units, unit) : 0;
  const [less, more] = lessAndMore(units, sided);
  if (sides === 'both') return less;
  return more - less >= seenMin ? more : 0;
}

function lessAndMore(units: Units, unit: SidedUnit): readonly [number, number] {
  const [left, right] = (['L', 'R'] satisfies readonly Side[]).map((side) => unitOn(units, side, unit));
  return [Math.min(left ?? 0, right ?? 0), Math.max(left ?? 0, right ?? 0)];
}
