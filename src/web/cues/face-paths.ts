/**
 * A face as lines, from its action units. Pure: same units, same drawing. One weight of line, rounded, in the colour of
 * the text around it; no skin, no hair, no age.
 *
 * Every point stands at a distance from the middle line and is drawn for each side alike, so the mirrored face is the
 * mirror of its drawing. What moves, and in which direction, follows the Facial Action Coding System; how far is ours,
 * found by looking. Small folds (between the brows, beside the eyes, from nose to mouth, at the corners of the mouth)
 * grow with their unit.
 */
import { browLine, cheekLines, type EyeMoves, furrowLines, irisShapes, lidLines } from './face-eyes.ts';
import { cornerOf, mouthOf } from './face-mouth.ts';
import { type At, atLeft, atRight, atSide, curves, growing, type Point, rise } from './strokes.ts';
import { type Side, type Units, unitOf, unitOn } from './units.ts';

/** All that is ever drawn lies in here, with room for half a line. */
export const faceBox = { x: 22, y: 26, width: 156, height: 170 } as const;

export interface FacePaths {
  /** To be stroked. */
  readonly lines: readonly string[];
  /** To be filled. */
  readonly irises: readonly string[];
  /** To be filled faintly, by the even-odd rule; null while the lips are closed. */
  readonly mouth: string | null;
}

export function faceToPaths(units: Units): FacePaths {
  const sides = (['R', 'L'] as const).map((side) => ({ side, at: atSide(side), moves: movesOf(units, side) }));
  const mouth = mouthOf(units);
  return {
    lines: [
      headLine(unitOf(units, '26')),
      ...sides.flatMap(({ side, at, moves }) => [
        browLine(at, moves),
        ...furrowLines(at, moves),
        ...lidLines(at, moves),
        ...cheekLines(at, moves),
        ...noseFolds(at, moves.nose),
        ...mouthFolds(at, units, side),
      ]),
      noseLine(units),
      ...mouth.lines,
    ],
    irises: sides.flatMap(({ at, moves }) => irisShapes(at, moves)),
    mouth: mouth.inside,
  };
}

const movesOf = (units: Units, side: Side): EyeMoves => ({
  innerBrow: unitOn(units, side, '1'),
  outerBrow: unitOn(units, side, '2'),
  frown: unitOf(units, '4'),
  wideEye: unitOn(units, side, '5'),
  cheek: unitOn(units, side, '6'),
  tight: unitOn(units, side, '7'),
  closed: unitOn(units, side, '43'),
  nose: unitOf(units, '9'),
  smile: unitOn(units, side, '12'),
});

/** Cheeks and jaw, open above: a face, and nobody's hair. The chin goes down with the jaw. */
function headLine(jaw: number): string {
  const chinY = 181 + 9 * jaw;
  const half = (at: At): readonly [Point, Point, Point, Point, Point, Point] => [
    at(57, 34),
    at(76, 62),
    at(78, 112),
    at(58, 146),
    at(44, 170),
    at(24, chinY),
  ];
  const [right, ...down] = half(atRight);
  return curves(right, ...down, atLeft(0, chinY), ...[...half(atLeft)].reverse());
}

function noseLine(units: Units): string {
  const up = 4 * unitOf(units, '9') + 0.75 * (unitOn(units, 'L', '10') + unitOn(units, 'R', '10'));
  const wide = 9 + 2 * unitOf(units, '9');
  return curves(
    atRight(wide, 119 - up),
    atRight(wide + 1, 125 - up),
    atRight(4, 126 - up),
    atLeft(0, 126 - up),
    atLeft(4, 126 - up),
    atLeft(wide + 1, 125 - up),
    atLeft(wide, 119 - up),
  );
}

const noseFolds = (at: At, nose: number): readonly string[] => [
  ...growing(at(5, 102), at(7, 104.5), at(9, 105.5), at(12, 106), rise(nose, 0.1, 0.7)),
  ...growing(at(5.5, 96), at(7.5, 98), at(9.5, 98.5), at(12, 98.5), rise(nose, 0.4, 0.9)),
];

/** From the nose down, around a smile, and close to the corner of the mouth. */
function mouthFolds(at: At, units: Units, side: Side): readonly string[] {
  const [out, y] = cornerOf(units, side);
  const dimple = unitOn(units, side, '14');
  const fromNose = Math.max(rise(unitOn(units, side, '10'), 0.15, 0.7), 0.9 * rise(unitOf(units, '9'), 0.4, 0.9));
  const aroundSmile = rise(unitOn(units, side, '12'), 0.3, 0.8) * (1 - Math.max(fromNose, rise(dimple, 0, 0.3)));
  const droop = rise(unitOn(units, side, '15'), 0.3, 0.9);
  return [
    ...growing(at(14, 117), at(21, 120), at(28, 128), at(out + 9, y - 3), fromNose),
    ...growing(at(out + 5, y + 6), at(out + 9, y + 1), at(out + 9, y - 6), at(out + 4, y - 12), aroundSmile),
    ...growing(
      at(out + 2.5, y - 5),
      at(out + 5.5, y - 2),
      at(out + 5.5, y + 2),
      at(out + 2.5, y + 5.5),
      rise(dimple, 0, 0.6),
    ),
    ...growing(at(out + 3, y + 2.5), at(out + 4, y + 4), at(out + 4, y + 6), at(out + 2.5, y + 8), droop),
  ];
}
