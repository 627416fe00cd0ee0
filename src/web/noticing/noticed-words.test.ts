import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isQuestion } from '#core';
import { limits } from '#kernel';
import { fittingOpeners, lineToNoticed, noticedToLine, openerToText } from './noticed-words.ts';
import { kinds, openers } from './noticing-content.ts';

const cueIds = kinds.flatMap((kind) => kind.cues.map(({ id }) => id));
const nothing = { kinds: [], cues: [], own: '' };

test('chips and own words are found again in the line that was kept', () => {
  fc.assert(
    fc.property(fc.subarray(cueIds, { maxLength: 6 }), fc.stringMatching(/^[a-z ]{0,40}$/), (cues, own) => {
      const again = lineToNoticed([], noticedToLine({ kinds: [], cues, own }, kinds), kinds);
      assert.deepEqual(new Set(again.cues), new Set(cues));
      assert.equal(again.own, own.trim());
    }),
  );
});

test('every opener is a question of one breath, with what was seen and without', () => {
  for (const opener of openers) {
    const plain = openerToText(opener, nothing, kinds, null, 'en');
    assert.ok(isQuestion(plain), plain);
    for (const id of cueIds) {
      const text = openerToText(opener, { ...nothing, cues: [id] }, kinds, 'left out', 'en');
      assert.ok(isQuestion(text), text);
      assert.ok(!text.includes('{'), text);
      assert.ok(text.length <= limits.lineCharsMax, text);
    }
  }
});

test('own words do not stand inside a sentence that we wrote', () => {
  for (const opener of openers)
    assert.ok(!openerToText(opener, { ...nothing, own: 'XYZZY' }, kinds, 'sad', 'en').includes('XYZZY'));
});

test('for every quarter there are a few ways to begin', () => {
  for (const quadrant of ['stirred-up', 'lit-up', 'weighed-down', 'at-ease'])
    assert.ok(fittingOpeners(openers, quadrant).length >= 4, quadrant);
  assert.equal(fittingOpeners(openers, null).length, openers.length);
});
