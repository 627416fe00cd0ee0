/** Text at the door: clean once is clean for ever. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText, textToJson } from '#kernel';
import { anyText } from './practice.contract.ts';
import { cleanText, typedText } from './text.ts';

test('cleaning twice is cleaning once, and survives the log', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text);
      assert.equal(cleanText(clean), clean);
      assert.equal(typedText(typedText(text)), typedText(text));
      assert(clean.isWellFormed());
      assert.equal(textToJson(jsonToText(clean), 10_000), clean);
    }),
    { numRuns: 1000 },
  );
});

test('what could make a sentence read differently is gone; what belongs to writing stays', () => {
  assert.equal(cleanText('a\u202eb\u2066c\u0000d\u001be\u0085f'), 'abcdef');
  assert.equal(cleanText('one\r\ntwo\rthree\tfour'), 'one\ntwo\nthree four');
  assert.equal(cleanText('\u200fعربي\u200e 👩‍👩‍👧 é'), '\u200fعربي\u200e 👩‍👩‍👧 é');
  assert.equal(cleanText('\ud800x'), '\ufffdx');
});
