import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Offer, pickToday, todayCardsMax } from './pick-today.ts';

const offer = fc
  .record({
    practice: fc.constantFrom('check-in', 'noticing', 'promises', 'pause'),
    id: fc.constantFrom('a', 'b', 'c'),
    priority: fc.constantFrom(30, 50, 70, 90),
    isForOne: fc.boolean(),
  })
  .map(
    ({ practice, ...candidate }): Offer => ({
      practice,
      order: practice.length,
      candidate: { ...candidate, render: () => null },
    }),
  );
const offers = fc.uniqueArray(offer, { selector: (one) => `${one.practice}/${one.candidate.id}`, maxLength: 12 });
const names = (picked: readonly Offer[]) => picked.map((one) => `${one.practice}/${one.candidate.id}`);

test('never more than three, each of them offered, none twice', () => {
  fc.assert(
    fc.property(offers, (all) => {
      const picked = names(pickToday(all));
      assert.ok(picked.length <= todayCardsMax);
      assert.equal(new Set(picked).size, picked.length);
      assert.ok(picked.every((name) => names(all).includes(name)));
    }),
  );
});

test('the order of the offers changes nothing', () => {
  fc.assert(
    fc.property(
      offers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => assert.deepEqual(names(pickToday(shuffled)), names(pickToday(all))),
    ),
  );
});

test('if anything on offer is for one, something for one is shown', () => {
  fc.assert(
    fc.property(offers, (all) => {
      const hasForOne = (some: readonly Offer[]) => some.some((one) => one.candidate.isForOne);
      assert.equal(hasForOne(pickToday(all)), hasForOne(all));
    }),
  );
});

test('a second card of the same practice is shown only when it matters today', () => {
  fc.assert(
    fc.property(offers, (all) => {
      const picked = pickToday(all).filter((one) => !one.candidate.isForOne);
      for (const [index, one] of picked.entries()) {
        const isSecond = picked.slice(0, index).some((earlier) => earlier.practice === one.practice);
        assert.ok(!isSecond || one.candidate.priority >= 70);
      }
    }),
  );
});

test('what matters most comes first', () => {
  const make = (practice: string, priority: number): Offer => ({
    practice,
    order: 10,
    candidate: { id: 'a', priority, isForOne: true, render: () => null },
  });
  assert.deepEqual(names(pickToday([make('a', 30), make('b', 90), make('c', 50), make('d', 70)])), [
    'b/a',
    'd/a',
    'c/a',
  ]);
});
