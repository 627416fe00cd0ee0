import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFeelings, isKnownWord, textToSearchable } from './feelings-search.ts';

const feelings = [
  { word: 'Worried', synonyms: ['uneasy', 'on my mind'] },
  { word: 'Worn out', synonyms: ['exhausted', 'drained'] },
  { word: 'Hurt', synonyms: ['wounded'] },
  { word: 'Grateful', synonyms: ['thankful'] },
  { word: 'Sad', synonyms: ['down', 'blue'] },
];
const words = (typed: string): readonly string[] => findFeelings(feelings, typed, 5).map((feeling) => feeling.word);

test('a word finds itself first, however it is written', () => {
  for (const feeling of feelings) {
    assert.equal(words(feeling.word.toUpperCase())[0], feeling.word);
    assert.equal(words(`  ${feeling.word.toLowerCase()} `)[0], feeling.word);
  }
});

test('the beginning of a word finds all that begin so', () => assert.deepEqual(words('wor'), ['Worried', 'Worn out']));
test('a synonym finds its feeling', () => assert.deepEqual(words('thankful'), ['Grateful']));
test('a later word of a synonym is found too', () => assert.deepEqual(words('mind'), ['Worried']));
test('a slip in a longer word is forgiven', () => {
  assert.equal(words('greatful')[0], 'Grateful');
  assert.equal(words('woried')[0], 'Worried');
  assert.equal(words('exausted')[0], 'Worn out');
});
test('short words are taken as they are', () => assert.deepEqual(words('had'), []));
test('accents do not matter', () => assert.equal(textToSearchable('Gênée, là'), 'genee la'));
test('nothing typed finds nothing', () => assert.deepEqual(words(' .. '), []));
test('a known word is known whatever its case', () => {
  assert.ok(isKnownWord(feelings, 'worn OUT'));
  assert.ok(!isKnownWord(feelings, 'worn'));
});
test('whatever is typed, the search ends and finds only what there is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      for (const feeling of findFeelings(feelings, typed, 3)) assert.ok(feelings.includes(feeling));
    }),
  );
});
