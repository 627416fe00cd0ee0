/** Brows and eyes of one side. Heights grow downwards, as everywhere in the box. */
import { type At, curves, growing, mix, type Point, point, rise } from './strokes.ts';

/** What the muscles of one side do, 0 to 1. */
export interface EyeMoves {
  readonly innerBrow: number;
  readonly outerBrow: number;
  readonly frown: number;
  readonly wideEye: number;
  readonly cheek: number;
  readonly tight: number;
  readonly closed: number;
  readonly nose: number;
  readonly smile: number;
}

export function browLine(at: At, { innerBrow, outerBrow, frown, nose, cheek }: EyeMoves): string {
  // A brow that is drawn down and raised at its inner end ends up slanted, not low.
  const pull = frown * (1 - 0.85 * innerBrow);
  return curves(
    at(16 - 4.5 * frown, 72 - 12 * innerBrow + 7.5 * pull + 2.5 * nose),
    at(24 - 2 * frown, 65.5 - 9.5 * innerBrow - 2.5 * outerBrow + 7 * pull + 2 * nose),
    at(38, 62.5 + 1.5 * innerBrow - 9 * outerBrow + 3.5 * frown + cheek),
    at(50, 70 + 3 * innerBrow - 8 * outerBrow + 1.5 * frown + cheek),
  );
}

/** Two short lines between the brows. */
export const furrowLines = (at: At, { innerBrow, frown }: EyeMoves): readonly string[] =>
  growing(at(5, 79), at(5.5, 75), at(5.5, 72), at(4.5, 67), rise(frown, 0.25, 0.9) * (1 - 0.6 * innerBrow));

/** Under the eye, and beside it. */
export const cheekLines = (at: At, { cheek }: EyeMoves): readonly string[] => [
  ...growing(at(43, 101), at(37, 105.5), at(29, 106.5), at(22, 104), rise(cheek, 0.2, 0.9)),
  ...growing(at(51, 90), at(53, 89), at(55, 87.5), at(57, 85.5), rise(cheek, 0.2, 0.8)),
  ...growing(at(51, 94.5), at(53.5, 95), at(55.5, 96), at(57.5, 97.5), rise(cheek, 0.4, 1)),
];

const eye = { inner: 18, outer: 45, innerY: 94, outerY: 92.5, bend: 7 };
const iris = { out: 31.5, y: 92, radius: 5.4, steps: 16, heightMin: 0.6 };
const middleOut = (eye.inner + eye.outer) / 2;
const middleY = (eye.innerY + eye.outerY) / 2;

/** How far the lids bend away from the line between the corners of the eye, up and down. */
interface Lids {
  readonly upper: number;
  readonly lower: number;
}

function lidsOf({ wideEye, cheek, tight, closed, nose, smile }: EyeMoves): Lids {
  const lower = Math.max(7 - 5 * tight - 6.5 * cheek - 1.5 * nose - 0.5 * smile, -2.5);
  const upper = Math.max(9.5 + 6 * wideEye - 2.5 * tight - 1.5 * cheek - nose, 3);
  // Closing brings the upper lid to the lower one; raised cheeks turn the closed line upwards.
  const meet = mix(-4, 6, cheek);
  return { upper: mix(upper, meet, closed), lower: mix(lower, -meet, closed) };
}

/** The height of a lid at a distance from the middle line. Its curve runs evenly outwards, near enough. */
function lidY(out: number, bend: number): number {
  const share = (out - eye.inner) / (eye.outer - eye.inner);
  return mix(eye.innerY, eye.outerY, share) - 3 * share * (1 - share) * bend;
}

export function lidLines(at: At, moves: EyeMoves): readonly string[] {
  const { upper, lower } = lidsOf(moves);
  // The lower lid shows as much of itself as it does: at rest, nothing.
  const shown = Math.max(moves.tight, moves.cheek, 0.8 * moves.wideEye) * (1 - moves.closed);
  const half = 5 + 8 * shown;
  const low = (out: number, deeper: number): Point => at(out, lidY(out, -lower) + deeper);
  return [
    curves(
      at(eye.inner, eye.innerY),
      at(eye.inner + eye.bend, middleY - upper),
      at(eye.outer - eye.bend, middleY - upper),
      at(eye.outer, eye.outerY),
    ),
    ...growing(
      low(middleOut + half, 0),
      low(middleOut + half / 3, 0.1 * lower),
      low(middleOut - half / 3, 0.1 * lower),
      low(middleOut - half, 0),
      rise(shown, 0.1, 0.3),
    ),
  ];
}

/** As much of the iris as the lids leave free; none when that is too little to be seen. */
export function irisShapes(at: At, moves: EyeMoves): readonly string[] {
  const { upper, lower } = lidsOf(moves);
  const top: Point[] = [];
  const bottom: Point[] = [];
  for (let step = 0; step <= iris.steps; step++) {
    const angle = Math.PI * (step / iris.steps);
    const out = iris.out - iris.radius * Math.cos(angle);
    const half = iris.radius * Math.sin(angle);
    const high = Math.max(iris.y - half, lidY(out, upper));
    const low = Math.min(iris.y + half, lidY(out, -lower));
    if (low - high < iris.heightMin) continue;
    top.push(at(out, high));
    bottom.unshift(at(out, low));
  }
  return top.length < iris.steps / 3 ? [] : [`M${[...top, ...bottom].map(point).join('L')}Z`];
}
