import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './card-messages.ts';
import { returnToWords, spanToWords } from './return-words.ts';

const untilMs = Date.UTC(2026, 10, 22, 20, 40);
const wordsIn = (zone: string, nowMs: number): string => returnToWords(untilMs, { nowMs, zone, locale: 'en-GB' }, en);

test('the time alone where it is today, by the wall of whoever reads it', () => {
  assert.equal(wordsIn('Europe/London', untilMs - 20 * 60_000), 'at 20:40');
  assert.equal(wordsIn('America/New_York', untilMs - 20 * 60_000), 'at 15:40');
});

test('with the day where it is another one', () => {
  assert.match(wordsIn('Asia/Kolkata', untilMs - 3 * 3_600_000), /^tomorrow at 0?2:10$/);
  assert.equal(wordsIn('Europe/London', untilMs + 20 * 3_600_000), 'yesterday at 20:40');
});

test('a span is in whole minutes or hours', () => {
  const minute = 60_000;
  assert.deepEqual(
    [20 * minute + 59_000, minute, 0, 89 * minute, 90 * minute, 23 * 60 * minute].map((ms) => spanToWords(ms, 'en-GB')),
    ['20 minutes', '1 minute', '1 minute', '89 minutes', '2 hours', '23 hours'],
  );
});
