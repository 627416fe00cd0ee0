/** A first line: short, whole where it can be, and well formed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstLine } from './first-line.ts';

test('what is short stays as it is; what follows the first line is a sign that there is more', () => {
  assert.equal(firstLine(' A bicycle, blue. '), 'A bicycle, blue.');
  assert.equal(firstLine('A bicycle.\nBlue.'), 'A bicycle. …');
  assert.equal(firstLine(`${'word '.repeat(40)}end`), `${'word '.repeat(28).trim()} …`);
  assert.equal(firstLine('x'.repeat(200)), `${'x'.repeat(140)} …`);
});

test('it is never long, and no letter is torn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
      const line = firstLine(words);
      assert.ok(line.length <= 142);
      assert.ok(line.isWellFormed());
      assert.ok(!line.includes('\n'));
    }),
  );
});
