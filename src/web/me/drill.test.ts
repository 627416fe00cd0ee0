import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drillWordsCount, isDrillRight, pickDrill } from './drill.ts';
import { textToPhrase } from './words.ts';

const words = 'abandon ability zebra above absent absorb violin absurd harbour access thunder account'.split(' ');

test('one word is asked from each third, in order', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const asked = pickDrill(words.length, (count) => (numbers.next().value ?? 0) % count);
      assert.deepEqual(
        asked.map((index) => Math.floor(index / 4)),
        Array.from({ length: drillWordsCount }, (_, third) => third),
      );
    }),
  );
});

test('capitals, spaces and the end of a word are forgiven; another word is not', () => {
  assert.ok(isDrillRight(words, [2, 6], { 2: ' Zebra ', 6: 'viol' }));
  assert.ok(!isDrillRight(words, [2, 6], { 2: 'zebra', 6: 'vio' }));
  assert.ok(!isDrillRight(words, [2], { 2: 'violin' }));
  assert.ok(!isDrillRight(words, [2], {}));
});

test('a phrase is read from what a person may have typed or pasted', () => {
  assert.deepEqual(textToPhrase('1. Abandon, 2. ability\n ZEBRA'), ['abandon', 'ability', 'zebra']);
});
