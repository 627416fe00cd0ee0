/**
 * The geometry of the feelings field. Pure. The field is a plane: pleasantness to the right, energy upwards, both from
 * -100 to 100. What is pleasant and calm lies at the bottom right.
 *
 * A finger cannot hit one of a hundred marks, so it never has to: it says *where*, and the nearest feelings are offered
 * as words. Arrow keys walk from mark to mark and stop only at the edge.
 */
export interface Point {
  readonly pleasantness: number;
  readonly energy: number;
}

export interface Placed extends Point {
  readonly id: string;
}

export type Quadrant = 'stirred-up' | 'lit-up' | 'weighed-down' | 'at-ease';

/** In reading order: top row, bottom row. */
export const quadrants: readonly Quadrant[] = ['stirred-up', 'lit-up', 'weighed-down', 'at-ease'];

export const edge = 100;

/** The middle lines belong to the calmer and the pleasanter side: whoever feels nothing much is at ease. */
export function pointToQuadrant(point: Point): Quadrant {
  if (point.energy > 0) return point.pleasantness < 0 ? 'stirred-up' : 'lit-up';
  return point.pleasantness < 0 ? 'weighed-down' : 'at-ease';
}

/** A rectangle of the field that fills the screen: the whole of it, or one quadrant. */
export interface View {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export const wholeView: View = { left: -edge, right: edge, bottom: -edge, top: edge };

export function quadrantToView(quadrant: Quadrant): View {
  const isTop = quadrant === 'stirred-up' || quadrant === 'lit-up';
  const isLeft = quadrant === 'stirred-up' || quadrant === 'weighed-down';
  return { left: isLeft ? -edge : 0, right: isLeft ? 0 : edge, bottom: isTop ? 0 : -edge, top: isTop ? edge : 0 };
}

/** Where a point stands in a view, as shares of its width (from the left) and height (from the top). */
export function pointToShare(point: Point, view: View): { readonly x: number; readonly y: number } {
  return {
    x: (point.pleasantness - view.left) / (view.right - view.left),
    y: (view.top - point.energy) / (view.top - view.bottom),
  };
}

/** The point under a finger, brought back into the view where the finger slipped out of it. */
export function shareToPoint(x: number, y: number, view: View): Point {
  return {
    pleasantness: Math.round(view.left + within01(x) * (view.right - view.left)),
    energy: Math.round(view.top - within01(y) * (view.top - view.bottom)),
  };
}

const within01 = (share: number): number => Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));

/** The `count` feelings nearest to a point, nearest first; equally near ones in the order of their ids. */
export function nearest<T extends Placed>(feelings: readonly T[], point: Point, count: number): readonly T[] {
  return feelings
    .map((feeling) => ({ feeling, distance: distanceSquared(feeling, point) }))
    .sort((a, b) => a.distance - b.distance || compareIds(a.feeling, b.feeling))
    .slice(0, count)
    .map((entry) => entry.feeling);
}

function distanceSquared(a: Point, b: Point): number {
  return (a.pleasantness - b.pleasantness) ** 2 + (a.energy - b.energy) ** 2;
}

const compareIds = (a: Placed, b: Placed): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export type Direction = 'right' | 'left' | 'up' | 'down';

/**
 * The mark that an arrow key goes to: the nearest on that side, where a step aside counts double, so that a walk feels
 * straight. Null only at the edge: the side is a half plane, not a cone.
 */
export function neighbour<T extends Placed>(feelings: readonly T[], from: Placed, direction: Direction): T | null {
  let best: T | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const feeling of feelings) {
    const right = feeling.pleasantness - from.pleasantness;
    const up = feeling.energy - from.energy;
    const along = { right, left: -right, up, down: -up }[direction];
    const aside = direction === 'right' || direction === 'left' ? up : right;
    // Marks on exactly the same line across the walk are told apart by their ids, so that twins do not hide each other.
    const isAhead = along > 0 || (along === 0 && aside === 0 && isAfter(feeling, from, direction));
    if (!isAhead) continue;
    const cost = along + 2 * Math.abs(aside);
    if (cost < bestCost || (cost === bestCost && best !== null && isAfter(best, feeling, direction))) {
      best = feeling;
      bestCost = cost;
    }
  }
  return best;
}

const isAfter = (feeling: Placed, from: Placed, direction: Direction): boolean =>
  direction === 'right' || direction === 'down' ? compareIds(feeling, from) > 0 : compareIds(feeling, from) < 0;
