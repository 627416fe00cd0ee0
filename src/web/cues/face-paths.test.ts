import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import content from '#content/cues/en.json' with { type: 'json' };
import { type FacePaths, faceBox, faceToPaths } from './face-paths.ts';
import { type ActionUnit, actionUnits, mirrored, notationToUnits, type Units } from './units.ts';

/** Any units at all, also such as nobody's face could show, and numbers that are none. */
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, -3, 7, Number.NaN, Number.POSITIVE_INFINITY),
);
const anyUnits: fc.Arbitrary<Units> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...actionUnits), share), { selector: ([unit]) => unit })
  .map((entries) => Object.fromEntries(entries) as Partial<Record<ActionUnit, number>>);

const pathsOf = ({ lines, irises, mouth }: FacePaths): readonly string[] => [
  ...lines,
  ...irises,
  ...(mouth === null ? [] : [mouth]),
];

type Point = readonly [x: number, y: number];

/** The points that a path names, in their order. */
function pointsOf(path: string): readonly Point[] {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index]!, numbers[2 * index + 1]!]);
}

/** Points on a path: where it goes, and not where it is only drawn towards. */
function pointsOn(path: string): readonly Point[] {
  return path.split(/(?=M)/).flatMap((part) => {
    const points = pointsOf(part);
    if (!part.includes('C')) return points;
    return Array.from({ length: (points.length - 1) / 3 }, (_, index) =>
      points.slice(3 * index, 3 * index + 4),
    ).flatMap((ends) => Array.from({ length: 21 }, (_, step) => bezier(ends, step / 20)));
  });
}

function bezier(ends: readonly Point[], share: number): Point {
  const weights = [(1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share ** 2 * (1 - share), share ** 3];
  const sum = (axis: 0 | 1): number => ends.reduce((total, end, index) => total + weights[index]! * end[axis], 0);
  return [sum(0), sum(1)];
}

test('whatever the muscles do, the drawing is whole and stays within its box', () => {
  // Half of the thickest line stands over at each side.
  const edge = 2;
  fc.assert(
    fc.property(anyUnits, (units) => {
      for (const path of pathsOf(faceToPaths(units))) {
        assert.match(path, /^M[-\d.]+ [-\d.]+[CL][-\d. CLMZ]+$/);
        for (const [x, y] of pointsOn(path)) {
          assert.ok(x >= faceBox.x + edge && x <= faceBox.x + faceBox.width - edge, `${path} at ${x}`);
          assert.ok(y >= faceBox.y + edge && y <= faceBox.y + faceBox.height - edge, `${path} at height ${y}`);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('the same units make the same drawing', () => {
  fc.assert(fc.property(anyUnits, (units) => assert.deepEqual(faceToPaths(units), faceToPaths({ ...units }))));
});

test('a mirrored face is the mirror of its drawing', () => {
  // A line may run the other way, and the second decimal is rounded.
  const sorted = (points: readonly Point[]) => points.toSorted(([ax, ay], [bx, by]) => ay - by || ax - bx);
  const isSame = (one: readonly Point[], other: readonly Point[]): boolean =>
    one.length === other.length &&
    one.every(([x, y]) => other.some(([otherX, otherY]) => Math.abs(x - otherX) < 0.03 && Math.abs(y - otherY) < 0.03));
  fc.assert(
    fc.property(anyUnits, (units) => {
      const inMirror = pathsOf(faceToPaths(units)).map((path) => pointsOf(path).map(([x, y]): Point => [200 - x, y]));
      const ofMirrored = pathsOf(faceToPaths(mirrored(units))).map(pointsOf);
      assert.equal(ofMirrored.length, inMirror.length);
      for (const points of inMirror) assert.ok(ofMirrored.some((other) => isSame(sorted(points), sorted(other))));
    }),
  );
  assert.deepEqual(mirrored({ L12: 0.4, '4': 0.2 }), { R12: 0.4, '4': 0.2 });
});

test('every unit can be seen in the drawing, and more of it changes it more', () => {
  const rest = JSON.stringify(faceToPaths({}));
  for (const unit of actionUnits) {
    const some = JSON.stringify(faceToPaths({ [unit]: 0.4 }));
    const all = JSON.stringify(faceToPaths({ [unit]: 1 }));
    assert.notEqual(some, rest, unit);
    assert.notEqual(all, some, unit);
  }
});

test('eyes that close hide the iris, and lips that part show the mouth', () => {
  assert.equal(faceToPaths({}).irises.length, 2);
  assert.equal(faceToPaths({ '43': 1 }).irises.length, 0);
  assert.equal(faceToPaths({ L43: 1 }).irises.length, 1);
  assert.equal(faceToPaths({}).mouth, null);
  assert.notEqual(faceToPaths({ '25': 0.2 }).mouth, null);
});

test('what is written in the notation is read, and a slip is found', () => {
  assert.deepEqual(notationToUnits('0'), {});
  assert.deepEqual(notationToUnits('1B+L12E'), { '1': 0.4, L12: 1 });
  for (const slip of ['', '12', '12F', '13C', '12C+', 'X12C', '12C+12D', 'L4C'])
    assert.equal(notationToUnits(slip), null);
  for (const { id, shape } of content.faces) assert.notEqual(notationToUnits(shape), null, id);
});

test('no two faces of the content look the same', () => {
  const drawn = content.faces.map(({ shape }) => JSON.stringify(faceToPaths(notationToUnits(shape) ?? {})));
  assert.equal(new Set(drawn).size, content.faces.length);
});
