/** A promise as a calendar file: every line within RFC 5545, and back to the same text when it is unfolded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textToBytes } from '#kernel';
import { cleanText } from '../text.ts';
import { foldLine, promiseToCalendar } from './calendar.ts';

const base = {
  thing: '019ab1c2d3e4'.padEnd(32, '5'),
  title: 'Ring at lunch',
  when: { date: '2026-11-23', time: '13:00', dueAtMs: Date.UTC(2026, 10, 23, 13) },
  nowMs: Date.UTC(2026, 10, 22, 13, 41, 0, 999),
  remindMinutes: null,
  product: 'Attune',
};
const unfold = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,n])/g, (_, letter) => (letter === 'n' ? '\n' : letter));

test('a promise with a time is an instant in UTC', () => {
  assert.deepEqual(unfold(promiseToCalendar(base)), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Attune//EN',
    'BEGIN:VEVENT',
    `UID:${base.thing}`,
    'DTSTAMP:20261122T134100Z',
    'DTSTART:20261123T130000Z',
    'SUMMARY:Ring at lunch',
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a promise for a whole day is that date, and a reminder is an alarm before it', () => {
  const text = promiseToCalendar({ ...base, when: { ...base.when, time: null }, remindMinutes: 60 });
  assert(text.includes('\r\nDTSTART;VALUE=DATE:20261123\r\n'));
  assert(
    text.includes(
      '\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Ring at lunch\r\nTRIGGER:-PT60M\r\nEND:VALARM\r\n',
    ),
  );
});

test('no line is longer than 75 octets, no letter is torn, and no title can add a line of its own', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('🙂', 'ß', 'ش', 'a', ';', ',', '\\', '\r\n', '\nBEGIN:VALARM'), { maxLength: 120 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(title, (text) => {
      const file = promiseToCalendar({ ...base, title: text });
      const lines = file.split('\r\n');
      for (const line of lines) {
        assert(textToBytes(line).length <= 75);
        assert(line.isWellFormed());
        assert(!/[\n\r]/.test(line));
      }
      const summaries = unfold(file).filter((line) => line.startsWith('SUMMARY:'));
      assert.equal(summaries.length, 1);
      assert.equal(unescaped((summaries[0] ?? '').slice('SUMMARY:'.length)), cleanText(text));
      assert.equal(unfold(file).length, 13);
    }),
    { numRuns: 500 },
  );
});

test('a line is folded as late as it can be', () => {
  assert.equal(foldLine('x'.repeat(75)), 'x'.repeat(75));
  assert.equal(foldLine('x'.repeat(76)), `${'x'.repeat(75)}\r\n x`);
  assert.equal(foldLine(`${'x'.repeat(73)}🙂`), `${'x'.repeat(73)}\r\n 🙂`);
  assert.equal(foldLine('x'.repeat(75 + 74 + 1)), `${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
});
