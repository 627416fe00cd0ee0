import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CardLook, type Familiarity, familiarities } from '#core';
import { looksToDueMs } from './schedule.ts';

const dayMs = 24 * 3_600_000;
const startMs = Date.UTC(2026, 10, 22, 20);
const looked = (...grades: readonly Familiarity[]): readonly CardLook[] =>
  grades.map((grade, index) => ({ grade, atMs: startMs + index * 10 * dayMs }));
const daysAfter = (looks: readonly CardLook[]): number => (looksToDueMs(looks) - (looks.at(-1)?.atMs ?? 0)) / dayMs;

const anyLooks = fc
  .array(fc.record({ grade: fc.constantFrom(...familiarities), atMs: fc.integer({ min: 0, max: 4e12 }) }), {
    maxLength: 40,
  })
  .map((looks) => looks.sort((a, b) => a.atMs - b.atMs));

test('a card that I never looked at may come at once', () => assert.equal(looksToDueMs([]), 0));

test('the more familiar it is, the later it comes back', () => {
  const days = familiarities.map((grade) => daysAfter(looked(grade)));
  assert.deepEqual(
    days,
    [...days].sort((a, b) => a - b),
  );
  assert.ok((days[0] ?? 0) >= 1);
  assert.ok(daysAfter(looked('familiar', 'familiar', 'familiar')) > daysAfter(looked('familiar')));
  assert.ok(daysAfter(looked('familiar', 'familiar', 'new')) < daysAfter(looked('familiar', 'familiar')));
});

test('any looks have one moment: in whole days, from tomorrow to half a year ahead, the same each time', () => {
  fc.assert(
    fc.property(anyLooks, (looks) => {
      const dueMs = looksToDueMs(looks);
      assert.equal(looksToDueMs(structuredClone(looks)), dueMs);
      if (looks.length === 0) return;
      const days = daysAfter(looks);
      assert.ok(Number.isInteger(days) && days >= 1 && days <= 183, String(days));
    }),
  );
});
