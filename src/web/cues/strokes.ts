/**
 * The few strokes that a face is made of, in a box of 200 by 200 (`faceBox` is what is drawn of it). A point is given by
 * its distance to the middle line and its height, so that one description serves both sides of a face.
 */
export type Point = readonly [x: number, y: number];
/** From a distance to the middle line, and a height, to a point of the box. */
export type At = (out: number, y: number) => Point;

const middle = 100;

/** To our left lies the person's right. */
export const atSide =
  (side: 'L' | 'R'): At =>
  (out, y) => [middle + (side === 'R' ? -out : out), y];
export const atLeft: At = atSide('L');
export const atRight: At = atSide('R');

const text = (value: number): string => String(Math.round(value * 100) / 100);
export const point = ([x, y]: Point): string => `${text(x)} ${text(y)}`;

/** Curves that hang together: a point to begin at, then three for each. */
export function curves(from: Point, ...rest: readonly Point[]): string {
  return `M${point(from)}C${rest.map(point).join(' ')}`;
}

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;
const mixPoint = (from: Point, to: Point, share: number): Point => [
  mix(from[0], to[0], share),
  mix(from[1], to[1], share),
];

/** 0 up to `start`, 1 from `end` on: where a fold begins to show, and where it is whole. */
export const rise = (value: number, start: number, end: number): number =>
  Math.min(1, Math.max(0, (value - start) / (end - start)));

/** What is shorter than this share of itself would be a dot and no line. */
const shownShareMin = 0.25;

/** The first part of a curve (de Casteljau), or no line yet. */
export function growing(from: Point, one: Point, two: Point, to: Point, share: number): readonly string[] {
  if (share < shownShareMin) return [];
  const [a, b, c] = [mixPoint(from, one, share), mixPoint(one, two, share), mixPoint(two, to, share)];
  const [d, e] = [mixPoint(a, b, share), mixPoint(b, c, share)];
  return [curves(from, a, d, mixPoint(d, e, share))];
}
