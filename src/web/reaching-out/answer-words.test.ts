import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerToWords, isLate, notNowToWords } from './answer-words.ts';
import { en } from './card-messages.ts';

const moment = { nowMs: Date.UTC(2026, 10, 22, 18, 40), zone: 'Europe/London', locale: 'en-GB' };
const words = (said: Parameters<typeof answerToWords>[0], atMs = moment.nowMs) =>
  answerToWords(said, atMs, moment, en.answer);

test('a time is said on the clock of whoever reads it', () => {
  assert.equal(words({ choice: 'here' }), 'I’m here.');
  const atMs = Date.UTC(2026, 10, 22, 20, 30);
  assert.equal(words({ choice: 'at', atMs, promise: '' }), 'Today, 20:30.');
  assert.equal(words({ choice: 'at', atMs: atMs + 86_400_000, promise: '' }), 'Tomorrow, 20:30.');
});

test('"not tonight" reads well with both halves, one, or none', () => {
  assert.equal(
    notNowToWords('I am worn out.', 'tomorrow ', true, en.answer),
    'Not tonight, because I am worn out, but tomorrow.',
  );
  assert.equal(notNowToWords('I am worn out', '', true, en.answer), 'Not tonight, because I am worn out.');
  assert.equal(notNowToWords('', 'a short hug I can do', false, en.answer), 'Not just now, but a short hug I can do.');
  assert.equal(words({ choice: 'not-now', because: '', but: ' . ' }), 'Not tonight.');
  assert.equal(words({ choice: 'not-now', because: '', but: '' }, Date.UTC(2026, 10, 22, 9)), 'Not just now.');
});

test('tonight is said in the evening and at night', () => {
  const at = (hour: number) => isLate(Date.UTC(2026, 10, 22, hour), 'Europe/London');
  assert.deepEqual([9, 17, 18, 23].map(at), [false, false, true, true]);
});
