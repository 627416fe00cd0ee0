/** Reading of bodies: whole or not at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textToJson } from '#kernel';
import { bodyField, bodyFields, readList, readOneOf, readText, readThing, readWhole, readWords } from './body.ts';
import { checkIn } from './check-in/index.ts';

test('a text that is too long is no text, rather than half of one', () => {
  assert.equal(readText(3)('abc'), 'abc');
  assert.equal(readText(3)('abcd'), null);
  assert.equal(readText(3)('a\u0000b\u202ec'), 'abc');
  assert.equal(readText(3)(undefined), '');
  assert.equal(readText(3)(null), null);
  assert.equal(readWords(3)(' \n'), null);
  const body = { feelings: ['sad'], strength: 1, needs: [], feltAtMs: 0, note: 'x'.repeat(4_001) };
  assert.equal(checkIn.parse('check-in/shared', body), null);
});

test('numbers, choices, lists and ids are what they say or nothing', () => {
  assert.equal(readWhole(0, 5)(5), 5);
  for (const bad of [-1, 6, '5', null, undefined, true]) assert.equal(readWhole(0, 5)(bad), null);
  assert.equal(readOneOf(['a', 'b'])('b'), 'b');
  assert.equal(readOneOf(['a', 'b'])('c'), null);
  assert.deepEqual(readList(1, 2, readWhole(0, 5))([1, 2]), [1, 2]);
  for (const bad of [[], [1, 2, 3], [1, 'x'], 'x', null]) assert.equal(readList(1, 2, readWhole(0, 5))(bad), null);
  assert.equal(readThing('0'.repeat(32)), '0'.repeat(32));
  for (const bad of ['0'.repeat(31), 'G'.repeat(32), '__proto__']) assert.equal(readThing(bad), null);
});

test('only the fields that a body has itself are its fields', () => {
  const body = textToJson('{"__proto__":{"note":"x"},"strength":1}', 100);
  const fields = body === null ? null : bodyFields(body);
  assert(fields !== null);
  assert.equal(bodyField(fields, 'note'), undefined);
  assert.equal(bodyField(fields, 'toString'), undefined);
  assert.equal(bodyField(fields, 'strength'), 1);
  for (const none of [null, 'x', 1, true, []]) assert.equal(bodyFields(none), null);
});
