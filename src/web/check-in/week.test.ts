import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckIn } from '#core';
import { checkInsToWeek, dotToShare, pointsToPath, type WeekDot, weekToDays, weekToSentence } from './week.ts';

const nowMs = Date.UTC(2026, 10, 22, 20);
const dayMs = 24 * 3_600_000;
const places = new Map([
  ['sad', -60],
  ['happy', 70],
  ['unsure', -20],
]);

const checkIn = (
  id: string,
  daysAgo: number,
  feelings: readonly string[],
  author: 'me' | 'partner' = 'me',
): CheckIn => ({
  id,
  author,
  feltAtMs: nowMs - daysAgo * dayMs,
  offsetMinutes: 0,
  writtenAtMs: nowMs,
  standing: 'mine',
  words: {
    feelings: feelings.map((word) => (places.has(word) ? { type: 'known', id: word } : { type: 'own', words: word })),
    strength: 3,
    needs: [],
    note: '',
  },
  sharedWords: null,
  sharedAtMs: null,
  changedAtMs: null,
  withdrawnAtMs: null,
  hasOwnCopy: true,
});
const week = (...values: readonly number[]): readonly WeekDot[] =>
  values.map((pleasantness, index) => ({ id: String(index), atMs: nowMs - dayMs + index, pleasantness }));

test('a week holds my own check-ins of seven days, oldest first', () => {
  const dots = checkInsToWeek(
    [
      checkIn('a', 1, ['happy']),
      checkIn('b', 3, ['sad']),
      checkIn('c', 8, ['sad']),
      checkIn('d', 2, ['sad'], 'partner'),
    ],
    places,
    nowMs,
  );
  assert.deepEqual(
    dots.map((dot) => [dot.id, dot.pleasantness]),
    [
      ['b', -60],
      ['a', 70],
    ],
  );
});

test('several words stand where their middle is; a word of my own has no place', () => {
  const dots = checkInsToWeek(
    [checkIn('a', 1, ['happy', 'sad', 'wobbly']), checkIn('b', 1, ['wobbly'])],
    places,
    nowMs,
  );
  assert.deepEqual(
    dots.map((dot) => dot.pleasantness),
    [5],
  );
});

test('a few dots are not enough to tell', () => assert.equal(weekToSentence(week(-90, 90, 90)), 'too-few'));
test('a clear change is named', () => {
  assert.equal(weekToSentence(week(-60, -40, 40, 60)), 'lighter');
  assert.equal(weekToSentence(week(60, 40, -40, -60)), 'heavier');
});
test('without a clear change the week is named as it was', () => {
  assert.equal(weekToSentence(week(-50, 50, -50, 50)), 'both');
  assert.equal(weekToSentence(week(40, 50, 60, 50)), 'good');
  assert.equal(weekToSentence(week(-40, -50, -60, -50)), 'hard');
  assert.equal(weekToSentence(week(0, 10, -10, 5)), 'even');
});
test('the same days in the opposite order never say the same change', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 30 }), (values) => {
      const there = weekToSentence(week(...values));
      const back = weekToSentence(week(...values.toReversed()));
      assert.equal(there === 'lighter', back === 'heavier');
    }),
  );
});
test('every dot stands inside the picture, and the line inside its dots', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 90 }) })),
      (points) => {
        for (const number of pointsToPath(points).match(/-?\d+(\.\d+)?/g) ?? [])
          assert.ok(Number(number) >= 0 && Number(number) <= 300);
      },
    ),
  );
  assert.deepEqual(dotToShare({ atMs: nowMs, pleasantness: 100 }, nowMs), { x: 1, y: 0 });
});

test('the line has one point a day, in the middle of its dots', () => {
  const dots = [
    { id: 'a', atMs: 10, pleasantness: -20 },
    { id: 'b', atMs: 20, pleasantness: 60 },
    { id: 'c', atMs: 100, pleasantness: 0 },
  ];
  assert.deepEqual(
    weekToDays(dots, (atMs) => (atMs < 50 ? 'one' : 'two')),
    [
      { atMs: 15, pleasantness: 20 },
      { atMs: 100, pleasantness: 0 },
    ],
  );
});
