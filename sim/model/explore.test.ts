/** The explorer itself: whole, shortest, and honest about a walk that was cut short. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { explore, type Model } from './explore.ts';

/** Round and round by ones and by threes. */
const ring = (size: number, forbidden = -1): Model<number> => ({
  name: 'ring',
  starts: [0],
  key: String,
  steps: (at) => [
    { name: 'one', next: (at + 1) % size },
    { name: 'three', next: (at + 3) % size },
  ],
  broken: (at) => (at === forbidden ? `never ${at}` : null),
});

test('a clean model is walked whole, each state once, though it goes round', () => {
  const { kind, states, transitions } = explore(ring(10), 100);
  deepEqual({ kind, states, transitions }, { kind: 'clean', states: 10, transitions: 20 });
});

test('the trace to a broken rule is a shortest one', () => {
  const { kind, rule, trace } = explore(ring(100, 7), 1000);
  deepEqual(
    { kind, rule, trace: [...trace].sort() },
    {
      kind: 'broken',
      rule: 'never 7',
      trace: ['one', 'three', 'three'],
    },
  );
});

test('a rule can be broken by a state that is only reached at the end, or at the very start', () => {
  equal(explore(ring(10, 0), 100).kind, 'broken');
  deepEqual(explore(ring(10, 0), 100).trace, []);
});

test('a step can break a rule by itself', () => {
  const model: Model<number> = {
    ...ring(5),
    steps: (at) => [{ name: 'on', next: (at + 1) % 5, broken: at === 3 ? 'not from three' : null }],
  };
  deepEqual(explore(model, 100).trace, ['on', 'on', 'on', 'on']);
});

test('a walk that was cut short is not called clean; one that fits the bound exactly is', () => {
  equal(explore(ring(10), 5).kind, 'cut-short');
  equal(explore(ring(10), 10).kind, 'clean');
});

test('calm is where nothing is due', () => {
  const model: Model<number> = {
    name: 'down',
    starts: [3],
    key: String,
    steps: (at) => (at > 0 ? [{ name: 'down', next: at - 1, isDue: true }] : [{ name: 'rest', next: 0 }]),
    broken: (at, isCalm) => (isCalm && at !== 0 ? 'calm too early' : null),
  };
  const { kind, calm } = explore(model, 10);
  deepEqual({ kind, calm }, { kind: 'clean', calm: 1 });
});
