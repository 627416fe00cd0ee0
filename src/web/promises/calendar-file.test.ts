import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Pledge } from '#core';
import { textToBytes } from '#kernel';
import { pledgeToCalendarFile } from './calendar-file.ts';

const pledge = (time: string | null): Pledge => ({
  id: '019ab0000000000000000000000000ff',
  maker: 'me',
  to: 'myself',
  what: 'call',
  when: { date: '2026-11-30', time, dueAtMs: Date.UTC(2026, 10, 30, 19, 30) },
  zone: null,
  plan: null,
  certainty: null,
  isPlanMine: true,
  madeAtMs: 0,
  changes: [],
  standing: 'open',
  closedAtMs: null,
  keptWords: '',
  seen: null,
  owning: null,
  answer: null,
  offer: null,
  reopenedAtMs: null,
  previous: null,
});
const file = (summary: string, time: string | null = '20:30'): string =>
  pledgeToCalendarFile(
    pledge(time),
    { summary, reminder: 'Attune', productId: '-//Attune//EN' },
    Date.UTC(2026, 10, 22),
  );
const unfolded = (text: string): string => text.replaceAll('\r\n ', '');

test('a line is never longer than 75 octets, and unfolds to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 280 }), (summary) => {
      const text = file(summary);
      for (const line of text.split('\r\n')) assert.ok(textToBytes(line).length <= 75);
      const escaped = /^SUMMARY:(.*)$/m.exec(unfolded(text).replaceAll('\r\n', '\n'))?.[1] ?? '';
      const read = escaped.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));
      assert.equal(read, summary.replace(/\r\n|\r|\n/g, '\n'));
    }),
  );
});

test('nobody can write a second line into the file', () => {
  const text = file('x\r\nATTACH:https://example.invalid/\nBEGIN:VEVENT');
  assert.equal(text.match(/^(ATTACH|BEGIN:VEVENT)/gm)?.length, 1);
});

test('a time is written in UTC, a whole day as a date', () => {
  assert.match(file('call'), /\r\nDTSTART:20261130T193000Z\r\n/);
  assert.match(file('call', null), /\r\nDTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n/);
});
