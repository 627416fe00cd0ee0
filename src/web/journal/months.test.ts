import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JournalEntry } from '#core';
import { monthName, monthOf, toMonths } from './months.ts';

const at = (iso: string): JournalEntry => ({
  id: iso,
  writtenAtMs: Date.parse(iso),
  words: iso,
  prompt: null,
  changedAtMs: null,
  deletedAtMs: null,
});

test('the month is that of the calendar on the wall, not of the server', () => {
  const last = at('2026-10-31T23:30:00Z');
  assert.equal(monthOf(last.writtenAtMs, 'Europe/Lisbon'), '2026-10');
  assert.equal(monthOf(last.writtenAtMs, 'Asia/Kolkata'), '2026-11');
});

test('every entry stands in one month, in the order in which it came', () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
      const entries = moments
        .sort((a, b) => b - a)
        .map((ms, index) => ({ ...at(new Date(ms).toISOString()), id: `${index}` }));
      const months = toMonths(entries, 'America/Santiago');
      assert.deepEqual(
        months.flatMap((month) => month.entries),
        entries,
      );
      const keys = months.map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)].sort().reverse());
    }),
  );
});

test('a month has a name, and what is none has none', () => {
  assert.equal(monthName('2026-11', 'en'), 'November 2026');
  for (const bad of ['2026-13', '2026-00', '2026', 'now', '2026-1', '12026-11'])
    assert.equal(monthName(bad, 'en'), null);
});
