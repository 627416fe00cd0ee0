/** The draw keeps its word: each choice comes as often as the probability says that is stored with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Choice, drawLimits, drawOne } from './draw.ts';

const { seedCount, weightsMax, choicesMax } = drawLimits;
const choices: fc.Arbitrary<readonly Choice[]> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
  .map((weights) => weights.map((weight, at) => ({ practice: `practice-${at}`, weight })));
const seed = fc.integer({ min: 0, max: seedCount - 1 });
const sumOf = (all: readonly Choice[]): number => all.reduce((sum, { weight }) => sum + weight, 0);

test('what is drawn is one of the choices, with its own weight out of all of them', () => {
  fc.assert(
    fc.property(choices, seed, (all, lot) => {
      const drawn = drawOne(all, lot);
      assert(drawn !== null);
      const choice = all.find(({ practice }) => practice === drawn.practice);
      assert.deepEqual(drawn.probability, { weight: choice?.weight, of: sumOf(all) });
      assert.deepEqual(drawOne(all, lot), drawn);
    }),
  );
});

test('the probability is the true one, to the last seed: every unit of weight owns the same number of seeds', () => {
  for (let of = 1; of <= weightsMax; of++) assert.equal(seedCount % of, 0, `${seedCount} in ${of} parts`);
  fc.assert(
    fc.property(choices, (all) => {
      const share = seedCount / sumOf(all);
      let first = 0;
      for (const { practice, weight } of all) {
        const last = first + weight * share - 1;
        assert.equal(drawOne(all, first)?.practice, practice);
        assert.equal(drawOne(all, last)?.practice, practice);
        first = last + 1;
      }
      assert.equal(first, seedCount);
    }),
  );
});

test('over many seeds each choice is drawn about as often as its probability says', (t) => {
  const [start = 0] = fc.sample(fc.noBias(fc.nat(2 ** 31 - 1)), 1);
  t.diagnostic(`seed ${start}`);
  const next = createSeeds(start);
  const times = 60_000;
  for (const weights of [
    [1, 1, 1],
    [1, 2, 3, 4],
    [5, 1],
    [1, 1, 1, 1, 1],
  ]) {
    const all = weights.map((weight, at) => ({ practice: `practice-${at}`, weight }));
    const counts = new Map<string, number>();
    for (let draw = 0; draw < times; draw++) {
      const practice = drawOne(all, next())?.practice ?? '';
      counts.set(practice, (counts.get(practice) ?? 0) + 1);
    }
    for (const { practice, weight } of all) {
      const share = weight / sumOf(all);
      // Six standard deviations of a binomial: by chance alone once in five hundred million.
      const apart = Math.abs((counts.get(practice) ?? 0) - times * share);
      const bound = 6 * Math.sqrt(times * share * (1 - share));
      assert.ok(apart < bound, `${practice} of ${weights.join(', ')}: ${apart} apart, bound ${bound}, seed ${start}`);
    }
  }
});

test('nothing is drawn out of nothing, out of too much, or without a seed', () => {
  const two = [
    { practice: 'check-in', weight: 1 },
    { practice: 'noticing', weight: 1 },
  ];
  const many = Array.from({ length: choicesMax + 1 }, (_, at) => ({ practice: `practice-${at}`, weight: 1 }));
  assert.equal(drawOne([], 0), null);
  assert.equal(drawOne(many, 0), null);
  assert.equal(drawOne([{ practice: 'check-in', weight: weightsMax + 1 }], 0), null);
  for (const weight of [0, -1, 0.5, Number.NaN])
    assert.equal(drawOne([{ practice: 'check-in', weight }, ...two], 0), null);
  for (const bad of [-1, seedCount, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(drawOne(two, bad), null);
});

/** Mulberry32 (Tommy Ettinger), without the few numbers that are no seeds. */
function createSeeds(start: number): () => number {
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const drawn = (mixed ^ (mixed >>> 14)) >>> 0;
    return drawn < seedCount ? drawn : next();
  };
  return next;
}
