import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CardLook } from '#core';
import { cards, pairs, unitsByFace } from './cues-content.ts';
import { pickSitting, sittingCardsMax } from './sitting.ts';

const nowMs = Date.UTC(2026, 10, 22, 20);
const dayMs = 24 * 3_600_000;
/** In these tests a card comes back ten days after its last look. */
const dueMsOf = (looks: readonly CardLook[]): number => (looks.at(-1)?.atMs ?? 0) + 10 * dayMs;
const lookedDaysAgo = (days: number): readonly CardLook[] => [{ grade: 'familiar', atMs: nowMs - days * dayMs }];
const pick = (looks: ReadonlyMap<string, readonly CardLook[]>) =>
  pickSitting(cards, looks, nowMs, dueMsOf).map(({ id }) => id);

test('the first sitting is the first faces of the content', () => {
  assert.deepEqual(
    pick(new Map()),
    cards.slice(0, sittingCardsMax).map(({ id }) => id),
  );
});

test('what comes back goes first, and leaves room for something new', () => {
  const looks = new Map(cards.slice(0, 10).map(({ id }, index) => [id, lookedDaysAgo(20 + index)]));
  const picked = pick(looks);
  assert.deepEqual(
    picked.slice(0, 4),
    cards
      .slice(6, 10)
      .map(({ id }) => id)
      .reverse(),
  );
  assert.ok(picked.slice(4).every((id) => !looks.has(id)));
});

test('when all is known and nothing comes back, the ones unseen for longest are there', () => {
  const looks = new Map(cards.map(({ id }, index) => [id, lookedDaysAgo(1 + index / 100)]));
  const picked = pick(looks);
  assert.equal(picked.length, sittingCardsMax);
  assert.deepEqual(new Set(picked), new Set(cards.slice(-sittingCardsMax).map(({ id }) => id)));
});

test('a sitting is full, holds each card once, and no face twice in a row where it can be helped', () => {
  const anyLooks = fc
    .subarray(cards.map(({ id }) => id))
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 40 }).map((days) => [id, lookedDaysAgo(days)] as const))),
    )
    .map((entries) => new Map(entries));
  fc.assert(
    fc.property(anyLooks, (looks) => {
      const picked = pickSitting(cards, looks, nowMs, dueMsOf);
      assert.equal(picked.length, sittingCardsMax);
      assert.equal(new Set(picked).size, sittingCardsMax);
      const twice = picked.filter(({ face }, index) => index > 0 && picked[index - 1]?.face === face);
      // Only what is left at the very end may stand beside its twin.
      assert.ok(twice.length <= 1 && twice.every((card) => card === picked.at(-1)));
    }),
  );
});

test('the content that the screens hold is whole', () => {
  assert.ok(cards.every(({ face }) => unitsByFace.has(face)));
  assert.ok(pairs.length >= 12);
  assert.ok(pairs.every(([one, other]) => one.face === other.face && one.context !== other.context));
});
