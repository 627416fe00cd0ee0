import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toShortWords } from './short-words.ts';

test('a short text stays as it is, on one line', () => {
  assert.equal(toShortWords('The seeds\ncame up.'), 'The seeds came up.');
});

test('a long one ends after a whole word', () => {
  const text = `${'good '.repeat(17)}news, and then much more of it`;
  assert.equal(toShortWords(text), `${'good '.repeat(17).trim()}…`);
  assert.equal(toShortWords(`${'good '.repeat(17)}new. and then`).endsWith('new…'), true);
});

test('no letter is torn, and no line is long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const short = toShortWords(text);
      assert(short.isWellFormed() || !text.isWellFormed());
      assert(short.length <= 91);
    }),
  );
});
