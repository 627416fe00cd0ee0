import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type IncarnationMark, incarnationMarkToText, isContinuation, textToIncarnationMark } from './incarnation.ts';

const id = new Uint8Array(16).fill(7);
const mark = (more: Partial<IncarnationMark> = {}): IncarnationMark => ({
  incarnation: id,
  opens: 5,
  logEnd: 100,
  isOpening: false,
  ...more,
});

test('a mark is read as it was written, and nothing else is a mark', () => {
  const some = fc.record(
    {
      incarnation: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes)),
      opens: fc.nat(),
      logEnd: fc.maxSafeNat(),
      isOpening: fc.boolean(),
    },
    { noNullPrototype: true },
  );
  fc.assert(fc.property(some, (each) => assert.deepEqual(textToIncarnationMark(incarnationMarkToText(each)), each)));
  const whole = incarnationMarkToText(mark());
  for (let length = 0; length < whole.length; length++)
    assert.equal(textToIncarnationMark(whole.slice(0, length)), null, 'torn');
  fc.assert(fc.property(fc.string(), (text) => assert.equal(textToIncarnationMark(text), null)));
});

test('a crash at any moment of opening is a continuation', () => {
  for (const [database, file] of [
    [{ opens: 5 }, { opens: 5 }],
    [{ opens: 5 }, { opens: 6, isOpening: true }],
    [{ opens: 6 }, { opens: 6, isOpening: true }],
    [
      { opens: 5, logEnd: 120 },
      { opens: 5, logEnd: 100 },
    ],
  ] as const)
    assert.equal(isContinuation(mark(database), mark(file)), true);
});

test('an older database, a newer one, another one, and a lost file are not', () => {
  for (const [database, file] of [
    [{ opens: 4 }, { opens: 5 }],
    [{ opens: 4 }, { opens: 6, isOpening: true }],
    [{ opens: 6 }, { opens: 5 }],
    [{ logEnd: 99 }, { logEnd: 100 }],
    [{ incarnation: new Uint8Array(16) }, {}],
  ] as const)
    assert.equal(isContinuation(mark(database), mark(file)), false);
  assert.equal(isContinuation(mark(), null), false);
});
