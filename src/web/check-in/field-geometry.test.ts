import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { feelingsContent } from './feelings-content.ts';
import {
  type Direction,
  nearest,
  neighbour,
  type Placed,
  pointToQuadrant,
  pointToShare,
  quadrants,
  quadrantToView,
  shareToPoint,
  wholeView,
} from './field-geometry.ts';

const coordinate = fc.integer({ min: -100, max: 100 });
const point = fc.record({ pleasantness: coordinate, energy: coordinate });
const placed = fc
  .uniqueArray(point, { minLength: 1, maxLength: 40, selector: (p) => `${p.pleasantness} ${p.energy}` })
  .map((points) => points.map((p, index): Placed => ({ ...p, id: `f${String(index).padStart(2, '0')}` })));
const directions: readonly Direction[] = ['right', 'left', 'up', 'down'];

test('the first of the nearest feelings is as near as any', () => {
  fc.assert(
    fc.property(placed, point, (feelings, finger) => {
      // Squared, in whole numbers: a root would tell two equal distances apart by its rounding.
      const distance = (p: Placed) => (p.pleasantness - finger.pleasantness) ** 2 + (p.energy - finger.energy) ** 2;
      const found = nearest(feelings, finger, 6);
      assert.equal(found.length, Math.min(6, feelings.length));
      const farthest = Math.max(...found.map(distance));
      for (const feeling of feelings) assert.ok(found.includes(feeling) || distance(feeling) >= farthest);
    }),
  );
});

test('a feeling under the finger comes first', () => {
  fc.assert(
    fc.property(placed, fc.nat(), (feelings, pick) => {
      const feeling = feelings[pick % feelings.length];
      assert.ok(feeling);
      assert.equal(nearest(feelings, feeling, 1)[0], feeling);
    }),
  );
});

test('an arrow key never walks backwards', () => {
  fc.assert(
    fc.property(placed, fc.nat(), fc.constantFrom(...directions), (feelings, pick, direction) => {
      const from = feelings[pick % feelings.length];
      assert.ok(from);
      const to = neighbour(feelings, from, direction);
      if (to === null) return;
      const right = to.pleasantness - from.pleasantness;
      const up = to.energy - from.energy;
      assert.ok({ right, left: -right, up, down: -up }[direction] > 0);
    }),
  );
});

test('an arrow key stops only where nothing lies further on', () => {
  fc.assert(
    fc.property(placed, fc.nat(), (feelings, pick) => {
      const from = feelings[pick % feelings.length];
      assert.ok(from);
      if (neighbour(feelings, from, 'right') === null)
        assert.ok(feelings.every((feeling) => feeling.pleasantness <= from.pleasantness));
      if (neighbour(feelings, from, 'up') === null)
        assert.ok(feelings.every((feeling) => feeling.energy <= from.energy));
    }),
  );
});

test('two feelings in the very same place do not hide each other', () => {
  const twins: readonly Placed[] = ['a', 'b', 'c'].map((id) => ({ id, pleasantness: 5, energy: 5 }));
  const [a, b, c] = twins;
  assert.ok(a && b && c);
  assert.equal(neighbour(twins, a, 'right'), b);
  assert.equal(neighbour(twins, b, 'right'), c);
  assert.equal(neighbour(twins, c, 'left'), b);
});

test('a place on the screen and a place in the field are the same place', () => {
  for (const view of [wholeView, ...quadrants.map(quadrantToView)]) {
    fc.assert(
      fc.property(point, (p) => {
        const inside =
          p.pleasantness >= view.left &&
          p.pleasantness <= view.right &&
          p.energy >= view.bottom &&
          p.energy <= view.top;
        fc.pre(inside);
        const share = pointToShare(p, view);
        assert.deepEqual(shareToPoint(share.x, share.y, view), { ...p });
      }),
    );
  }
});

test('a finger that slips off the field stays at its edge', () => {
  assert.deepEqual(shareToPoint(-3, 7, wholeView), { pleasantness: -100, energy: -100 });
  assert.deepEqual(shareToPoint(Number.NaN, 0.5, wholeView), { pleasantness: -100, energy: 0 });
});

test('every point lies in the view of its quadrant', () => {
  fc.assert(
    fc.property(point, (p) => {
      const { x, y } = pointToShare(p, quadrantToView(pointToQuadrant(p)));
      assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
    }),
  );
});

test('in the field as it is, the arrow keys reach every feeling from the first, whole and in each quarter', () => {
  const views = [
    feelingsContent.feelings,
    ...quadrants.map((quadrant) => feelingsContent.feelings.filter((one) => pointToQuadrant(one) === quadrant)),
  ];
  for (const feelings of views) {
    const first = feelings[0];
    assert.ok(first);
    const reached = new Set<Placed>([first]);
    for (const from of reached)
      for (const direction of directions) {
        const to = neighbour(feelings, from, direction);
        if (to !== null) reached.add(to);
      }
    assert.deepEqual(
      feelings.filter((one) => !reached.has(one)).map(({ id }) => id),
      [],
    );
  }
});

test('a feeling stands in the quarter that the content names', () => {
  for (const feeling of feelingsContent.feelings) {
    const named = 'quadrant' in feeling ? feeling.quadrant : null;
    assert.equal(pointToQuadrant(feeling), named, feeling.id);
  }
});
