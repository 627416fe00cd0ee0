import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Closeness, Noticing } from '#core';
import { noticingsToTendencies, wilson } from './tendencies.ts';

const nowMs = Date.UTC(2026, 10, 22);
const places = new Map([
  ['angry', { pleasantness: -60, energy: 70 }],
  ['sad', { pleasantness: -60, energy: -40 }],
  ['calm', { pleasantness: 40, energy: -40 }],
]);

const compared = (guess: string, said: string | null, closeness: Closeness, judgedAtMs = nowMs - 1000): Noticing => ({
  id: '0'.repeat(32),
  side: 'asker',
  noticedAtMs: 0,
  cues: [],
  words: '',
  guess: { feelings: [{ type: 'known', id: guess }], strength: 3, certainty: 2 },
  opener: null,
  asked: { how: 'aloud', atMs: 0 },
  answer: {
    from: 'told',
    said: { feelings: said === null ? [] : [{ type: 'known', id: said }], strength: null, words: 'so' },
    atMs: 0,
    changedAtMs: null,
  },
  judged: { closeness, words: '', atMs: judgedAtMs },
  isPutAway: false,
});
const times = (count: number, one: Noticing): readonly Noticing[] => Array.from({ length: count }, () => one);

test('a few guesses are not enough to tell', () =>
  assert.deepEqual(noticingsToTendencies(times(5, compared('angry', 'angry', 'same')), places, nowMs), [
    { guessed: 'stirred-up', leaning: 'few', instead: null },
  ]));

test('what is often so is said to be often so', () =>
  assert.equal(noticingsToTendencies(times(8, compared('sad', 'sad', 'near')), places, nowMs)[0]?.leaning, 'often'));

test('what is often mistaken is named with what it was', () =>
  assert.deepEqual(noticingsToTendencies(times(8, compared('angry', 'sad', 'other')), places, nowMs), [
    { guessed: 'stirred-up', leaning: 'other', instead: 'weighed-down' },
  ]));

test('without feelings in the answers nothing is named in their place', () =>
  assert.equal(noticingsToTendencies(times(8, compared('angry', null, 'other')), places, nowMs)[0]?.instead, null));

test('half and half leans nowhere, and old guesses no longer count', () => {
  const half = [...times(4, compared('calm', 'calm', 'same')), ...times(4, compared('calm', 'sad', 'other'))];
  assert.equal(noticingsToTendencies(half, places, nowMs)[0]?.leaning, 'mixed');
  assert.deepEqual(
    noticingsToTendencies(times(8, compared('calm', 'calm', 'same', nowMs - 200 * 86_400_000)), places, nowMs),
    [],
  );
});

test('the interval holds the share, and stays between nothing and everything', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (count, some) => {
      const hits = Math.min(some, count);
      const { low, high } = wilson(hits, count);
      assert.ok(low >= -1e-9 && low <= hits / count + 1e-9 && high >= hits / count - 1e-9 && high <= 1 + 1e-9);
    }),
  );
});
