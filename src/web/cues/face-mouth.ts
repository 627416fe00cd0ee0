/** Mouth and chin, whose two corners may differ. */
import { type At, atLeft, atRight, curves, growing, mix, type Point, rise } from './strokes.ts';
import { type Side, type Units, unitOf, unitOn } from './units.ts';

export interface Mouth {
  readonly lines: readonly string[];
  /** The open mouth: between two lines, so filled by the even-odd rule. null: closed. */
  readonly inside: string | null;
}

/** A corner of the mouth: its distance to the middle line, and its height. */
export function cornerOf(units: Units, side: Side): Point {
  const [smile, dimple, down] = [unitOn(units, side, '12'), unitOn(units, side, '14'), unitOn(units, side, '15')];
  const [stretch, tight, press] = [unitOf(units, '20'), unitOf(units, '23'), unitOf(units, '24')];
  const [chin, jaw] = [unitOf(units, '17'), unitOf(units, '26')];
  return [
    22 + 7 * smile + 8 * stretch + 1.5 * dimple - 6 * tight - 4 * press - 1.5 * chin - 4 * jaw,
    149 - 9 * smile + 7 * down - 2 * dimple + 2 * stretch + 2 * jaw,
  ];
}

export function mouthOf(units: Units): Mouth {
  const both = (unit: '10' | '12' | '15'): number => (unitOn(units, 'L', unit) + unitOn(units, 'R', unit)) / 2;
  const smile = both('12');
  const [chin, press, apart, jaw] = [
    unitOf(units, '17'),
    unitOf(units, '24'),
    unitOf(units, '25'),
    unitOf(units, '26'),
  ];
  const thin = Math.max(press, unitOf(units, '23'));
  const square = unitOf(units, '20');
  // Lips that part at all part by more than a line is thick.
  const gap = apart === 0 ? 0 : 3 + 6 * apart + 14 * jaw * apart;
  const isOpen = gap > 0;
  const rest = 149.5 + 2 * smile - 1.5 * both('15') - 4 * chin + 2 * jaw;
  const upperY = rest - mix(0.3, 0.1, smile) * gap - 3.5 * both('10') - 1.5 * unitOf(units, '9');
  const lowerY = upperY + gap;
  const corners = { R: cornerOf(units, 'R'), L: cornerOf(units, 'L') };
  const bend = mix(0.7, 0.9, isOpen ? square : 0);
  const upper = lipLine(corners, upperY, { bend, depth: 0.75, dip: isOpen ? 0 : 0.9 * (1 - smile) });
  const lower = lipLine(corners, lowerY, { bend, depth: mix(0.85, 0.98, square), dip: 0 });
  const underY = lowerY + mix(9.5, 6, thin);
  return {
    lines: [
      upper,
      ...(isOpen ? [lower] : []),
      ...aboveLines(upperY - 5.5, press),
      underLine(underY, 8 + 2 * smile - 2 * thin - chin, mix(2, -1.5, chin)),
      ...chinLines(underY + 8, rise(chin, 0.1, 0.8)),
    ],
    inside: isOpen ? upper + lower : null,
  };
}

/** From corner to corner. `bend`: how far out it turns; `depth`: how soon it is down; `dip`: the notch in the middle. */
function lipLine(
  corners: Readonly<Record<Side, Point>>,
  y: number,
  { bend, depth, dip }: { readonly bend: number; readonly depth: number; readonly dip: number },
): string {
  const half = (at: At, [out, cornerY]: Point): readonly [Point, Point, Point] => [
    at(out, cornerY),
    at(out * bend, mix(cornerY, y, depth)),
    at(out * 0.34, y - dip),
  ];
  const [right, rightTurn, rightMiddle] = half(atRight, corners.R);
  const [left, leftTurn, leftMiddle] = half(atLeft, corners.L);
  return curves(right, rightTurn, rightMiddle, atLeft(0, y), leftMiddle, leftTurn, left);
}

/** Pressed lips show a line above them. */
const aboveLines = (y: number, press: number): readonly string[] =>
  [atRight, atLeft].flatMap((at) => growing(at(0, y), at(2, y), at(4, y), at(6.5, y + 1), rise(press, 0.1, 0.7)));

/** The shade under the lower lip. */
const underLine = (y: number, half: number, bow: number): string =>
  curves(atRight(half, y), atRight(half / 2, y + bow), atLeft(half / 2, y + bow), atLeft(half, y));

/** The chin pushed up shows as a small bow. */
const chinLines = (y: number, share: number): readonly string[] =>
  share < 0.25
    ? []
    : [
        curves(
          atRight(9 * share, y + 2.5),
          atRight(4.5 * share, y - 1.5),
          atLeft(4.5 * share, y - 1.5),
          atLeft(9 * share, y + 2.5),
        ),
      ];
