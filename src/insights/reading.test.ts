/**
 * How I tend to read: the numbers against references made elsewhere (R 4.2 for the first three, SciPy 1.x and a root
 * finder for the others), and the claims against their exact chance of being false.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FeelingPlaces, Noticing, Strength } from '#core';
import { betaQuantile, betaShare, shareInterval } from './beta.ts';
import { noticingsToPairs, pairsToReading, type ReadingPair } from './reading.ts';

const near = (actual: number, expected: number, within = 1e-8): void =>
  assert(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test('the beta functions are those of R', () => {
  near(betaQuantile(0.1, 3.5, 1.25), 0.470304303);
  near(betaQuantile(0.5, 3.5, 1.25), 0.771736146);
  near(betaQuantile(0.9, 3.5, 1.25), 0.948736705);
  near(betaShare(0.8, 12.3, 2.7), 0.368018962);
});

test('the intervals are those of SciPy', () => {
  const known: readonly (readonly [number, number, number, number, number])[] = [
    [5, 7, 0.8, 0.472997808251, 0.878339152938],
    [7, 7, 0.98, 0.633362581264, 1],
    [0, 6, 0.8, 0, 0.194358281575],
    [1, 6, 0.8, 0.049630704269, 0.42046351906],
    [10, 20, 0.8, 0.361294740036, 0.638705259964],
    [60, 200, 0.98, 0.229057451971, 0.37874041797],
    [8, 9, 0.98, 0.522193215468, 0.993455126741],
  ];
  for (const [times, outOf, mass, low, high] of known) {
    near(shareInterval(times, outOf, mass).low, low, 1e-10);
    near(shareInterval(times, outOf, mass).high, high, 1e-10);
  }
});

test('the beta functions undo each other and turn round', () => {
  const half = fc.integer({ min: 1, max: 400 }).map((n) => n / 2);
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), half, half, (p, a, b) => {
      near(betaShare(betaQuantile(p, a, b), a, b), p, 1e-9);
      near(betaShare(p, a, b), 1 - betaShare(1 - p, b, a), 1e-9);
    }),
    { numRuns: 500 },
  );
});

test('an interval of 80 % holds the true share in about 80 of 100, at every share on average (exact sums)', () => {
  for (const outOf of [6, 10, 20, 40]) {
    const intervals = Array.from({ length: outOf + 1 }, (_, times) => shareInterval(times, outOf, 0.8));
    const shares = Array.from({ length: 199 }, (_, n) => (n + 1) / 200);
    const covers = shares.map((share) =>
      intervals.reduce(
        (sum, { low, high }, times) => sum + (low <= share && share <= high ? binomial(times, outOf, share) : 0),
        0,
      ),
    );
    const mean = covers.reduce((sum, cover) => sum + cover, 0) / covers.length;
    assert(mean > 0.78 && mean < 0.85, `${mean} with ${outOf}`);
  }
});

function binomial(times: number, outOf: number, share: number): number {
  let chance = (1 - share) ** outOf;
  for (let n = 1; n <= times; n++) chance *= (((outOf - n + 1) / n) * share) / (1 - share);
  return chance;
}

// ------------------------------------------------------------------------------------------------ what is said

const places: FeelingPlaces = new Map(
  [
    ['angry', 'anger', 'stirred-up'],
    ['annoyed', 'anger', 'stirred-up'],
    ['worried', 'fear', 'stirred-up'],
    ['sad', 'sadness', 'weighed-down'],
    ['tired', 'tiredness', 'weighed-down'],
    ['calm', 'calm', 'at-ease'],
  ].map(([id = '', family = '', quadrant = '']) => [id, { id, family, quadrant }]),
);
const feelings = (ids: string) => ids.split(' ').map((id) => ({ type: 'known' as const, id }));
const pair = (
  guessed: string,
  answered: string,
  strengths: readonly [Strength, Strength | null] = [3, null],
): ReadingPair => ({
  guessed: { feelings: feelings(guessed), strength: strengths[0] },
  answered: { feelings: feelings(answered), strength: strengths[1] },
});
const times = (count: number, one: ReadingPair): readonly ReadingPair[] => Array.from({ length: count }, () => one);

test('before there is enough, nothing is said', () => {
  const reading = pairsToReading(times(5, pair('sad', 'sad', [3, 3])), places, 'quadrant');
  assert.deepEqual(reading, {
    pairCount: 5,
    groups: [],
    strength: { lean: 'not-enough', pairCount: 5, pairsNeeded: 14 },
  });
});

test('from six on there are counts and a range, and no claim that chance could make', () => {
  const reading = pairsToReading(
    [...times(4, pair('sad', 'tired')), ...times(3, pair('angry', 'sad'))],
    places,
    'quadrant',
  );
  const [group] = reading.groups;
  assert(group !== undefined && reading.groups.length === 1);
  assert.deepEqual([group.group, group.times, group.rightTimes], ['weighed-down', 7, 4]);
  assert.deepEqual(group.takenFor, { group: 'stirred-up', times: 3, tends: false });
  assert.equal(group.tendsRightly, false);
  assert(group.likely.low < 4 / 7 && 4 / 7 < group.likely.high);
});

test('what is taken for what is said when it is as good as certain', () => {
  const reading = pairsToReading(
    [...times(9, pair('angry', 'sad')), ...times(12, pair('calm', 'calm'))],
    places,
    'quadrant',
  );
  assert.deepEqual(
    reading.groups.map(({ group, tendsRightly, takenFor }) => [group, tendsRightly, takenFor]),
    [
      ['at-ease', true, null],
      ['weighed-down', false, { group: 'stirred-up', times: 9, tends: true }],
    ],
  );
  const byFamily = pairsToReading(times(7, pair('annoyed', 'worried')), places, 'family');
  assert.deepEqual(
    byFamily.groups.map(({ group, takenFor }) => [group, takenFor?.group]),
    [['fear', 'anger']],
  );
});

test('a guess that had a part of the answer does not count against the other part', () => {
  const reading = pairsToReading(times(6, pair('sad', 'sad angry')), places, 'quadrant');
  assert.deepEqual(
    reading.groups.map(({ group, times: count }) => [group, count]),
    [['weighed-down', 6]],
  );
});

test('where guesses are coin tosses, "tends to" is said in at most 1.2 of 100 (exact, every count to 60)', () => {
  for (let outOf = 6; outOf <= 60; outOf++) {
    const first = Array.from({ length: outOf + 1 }, (_, count) => count).find((count) => {
      const [group] = pairsToReading(
        [...times(count, pair('sad', 'sad')), ...times(outOf - count, pair('calm', 'sad'))],
        places,
        'family',
      ).groups;
      return group?.tendsRightly === true;
    });
    let chance = 0;
    for (let count = first ?? outOf + 1; count <= outOf; count++) chance += binomial(count, outOf, 0.5);
    assert(chance <= 0.012, `${chance} with ${outOf}`);
  }
});

const leaning = (differences: readonly number[]): readonly ReadingPair[] =>
  differences.map((difference) => {
    const strengths = [2 + difference, 2].map((value) => Math.max(1, Math.min(5, value)) as Strength);
    return pair('sad', 'sad', [strengths[0] ?? 1, strengths[1] ?? 1]);
  });

test('the lean in strength is that of an independent root finder, and is told with its range', () => {
  const strong = pairsToReading(leaning([1, 1, 0, 2, 1, 0, -1, 1, 2, 1, 1, 0, 1, 1, 2]), places, 'quadrant').strength;
  assert(strong.lean === 'stronger');
  assert.equal(strong.sureness, 'plain');
  near(strong.mean, 0.719887382078, 1e-9);
  near(strong.likely.low, 0.456185987532, 1e-9);
  near(strong.likely.high, 0.983588776624, 1e-9);
  const likely = pairsToReading(leaning([1, 0, 0, 1, 0, 1, -1, 1, 0, 1, 1, 0, 1, 0]), places, 'quadrant').strength;
  assert(likely.lean === 'stronger');
  assert.equal(likely.sureness, 'tended');
  near(likely.mean, 0.368190257536, 1e-9);
});

test('always the same difference of none is no lean, and not a certainty of width nothing', () => {
  const none = pairsToReading(leaning(Array.from({ length: 14 }, () => 0)), places, 'quadrant').strength;
  assert(none.lean === 'none');
  near(none.likely.high, 0.180042451965, 1e-9);
});

test('strength is compared only where the feelings were the same or near', () => {
  const far = times(20, pair('calm', 'sad', [5, 1]));
  assert.equal(pairsToReading(far, places, 'quadrant').strength.lean, 'not-enough');
});

test('the reading of the mirrored couple is the mirrored lean, and the order of the pairs does not matter', () => {
  const differences = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 14, maxLength: 40 });
  fc.assert(
    fc.property(differences, (list) => {
      const there = pairsToReading(leaning(list), places, 'quadrant').strength;
      const back = pairsToReading(leaning(list.map((value) => -value).reverse()), places, 'quadrant').strength;
      assert(there.lean !== 'not-enough' && back.lean !== 'not-enough');
      near(there.mean, -back.mean, 1e-9);
      assert.equal(there.sureness, back.sureness);
    }),
    { numRuns: 200 },
  );
});

test('only my own guesses that were answered in feelings count', () => {
  const said = { feelings: feelings('sad'), strength: 2 as const, words: '' };
  const guess = { feelings: feelings('angry'), strength: 3 as const, certainty: 1 as const };
  const mine = {
    side: 'asker',
    noticedAtMs: 0,
    cues: [],
    words: '',
    opener: null,
    asked: null,
    judged: null,
    isPutAway: false,
  } as const;
  const answer = { from: 'partner', said, atMs: 1, changedAtMs: null } as const;
  const things: readonly Noticing[] = [
    { id: '1', ...mine, guess, answer },
    { id: '2', ...mine, guess, answer: { ...answer, said: null } },
    { id: '3', ...mine, guess, answer: null },
    { id: '4', ...mine, guess: null, answer },
    { id: '5', side: 'asked', askedAtMs: 0, opener: 'How are you?', myAnswer: answer, isSetAside: false },
  ];
  const pairs = noticingsToPairs(new Map(things.map((thing) => [thing.id, thing])));
  assert.deepEqual(pairs, [{ guessed: guess, answered: said }]);
});
