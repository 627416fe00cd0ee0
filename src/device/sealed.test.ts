/** Who may open what, and when: laws of the sealed exchange over any table. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exchangeOf, noSealed, releasesDue, type Sealed, type SealedTable, sealedName, sealedState } from './sealed.ts';

const aSealed: fc.Arbitrary<Sealed> = fc
  .record({
    who: fc.constantFrom('me' as const, 'partner' as const),
    seal: fc.constantFrom('a', 'b', 'c', 'd'),
    practice: fc.constantFrom('check-in', 'other'),
    exchange: fc.constantFrom('', 'check-in', 'talk/3'),
    isPlaced: fc.boolean(),
    atMs: fc.nat({ max: 4 }),
    key: fc.constantFrom('key', null),
    isReleased: fc.boolean(),
    counterpart: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'),
  })
  .map(({ who, seal, practice, exchange, isPlaced, atMs, key, isReleased, counterpart }) => ({
    ...noSealed(seal, who),
    thing: `${who} ${seal}`,
    practice,
    exchange,
    key,
    isReleased,
    counterpart,
    place: isPlaced ? { atMs, atCount: 0, device: who, seq: 1, entry: seal } : null,
  }));
const toTable = (all: readonly Sealed[]): SealedTable =>
  Object.fromEntries(all.map((one) => [sealedName(one.who, one.seal), one]));
const aTable = fc.array(aSealed, { maxLength: 8 }).map(toTable);

test('nothing of mine is released but for a sealed one of the other, of the same exchange, each for one', () => {
  fc.assert(
    fc.property(aTable, (table) => {
      const due = releasesDue(table);
      for (const { mine, counterpart } of due) {
        ok(mine.who === 'me' && !mine.isReleased && mine.place !== null && mine.key !== null);
        ok(counterpart.who === 'partner' && counterpart.place !== null);
        equal(exchangeOf(counterpart), exchangeOf(mine));
      }
      const used = [
        ...due.map(({ counterpart }) => counterpart.seal),
        ...Object.values(table)
          .filter((one) => one.who === 'me' && one.isReleased && one.place !== null)
          .map((one) => one.counterpart),
      ];
      const byDue = new Set(due.map(({ counterpart }) => counterpart.seal));
      equal(byDue.size, due.length);
      for (const { counterpart } of due) equal(used.filter((seal) => seal === counterpart.seal).length, 1);
    }),
    { numRuns: 2_000 },
  );
});

test('what is due does not depend on the order of the table', () => {
  fc.assert(
    fc.property(aTable, (table) => {
      const pairs = (of: SealedTable) =>
        releasesDue(of)
          .map(({ mine, counterpart }) => `${mine.seal} ${counterpart.seal}`)
          .sort()
          .join();
      // Two released ones of the other that name the same of mine are the other's own disorder.
      const named = Object.values(table).filter((one) => one.who === 'partner' && one.isReleased);
      fc.pre(new Set(named.map((one) => one.counterpart)).size === named.length);
      equal(pairs(Object.fromEntries(Object.entries(table).reverse())), pairs(table));
    }),
    { numRuns: 1_000 },
  );
});

test('without a sealed one of the other nothing is ever due', () => {
  fc.assert(
    fc.property(aTable, (table) => {
      const alone = Object.fromEntries(Object.entries(table).filter(([, one]) => one.who === 'me'));
      equal(releasesDue(alone).length, 0);
      for (const one of Object.values(alone)) ok(sealedState(one, alone) !== 'open');
    }),
  );
});

test('the two never share a name', () => {
  equal(new Set([sealedName('me', 'a'), sealedName('partner', 'a')]).size, 2);
});
