import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dueToInstantMs, type When } from '#core';
import { whenToWords } from './due.ts';

const nowMs = Date.UTC(2026, 10, 22, 12);
const when = (date: string, time: string | null, zone: string): When => ({
  date,
  time,
  dueAtMs: dueToInstantMs(date, time, zone),
});
const here = (zone: string) => ({ nowMs, zone, locale: 'en-GB' });
const zones = ['UTC', 'Europe/Berlin', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];

test('where the maker is, a promise reads as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(null, '00:00', '09:05', '23:59'), (zone, time) => {
      const words = whenToWords(when('2026-11-24', time, zone), here(zone));
      assert.equal(words.makers, null);
      assert.equal(words.time?.padStart(5, '0') ?? null, time);
      assert.equal(words.isPast, false);
    }),
  );
});

test('elsewhere it is shown on my clock, and the clock of the maker is named', () => {
  const words = whenToWords(when('2026-11-22', '20:30', 'Europe/Lisbon'), here('Europe/Berlin'));
  assert.deepEqual(words, { day: 'today', time: '21:30', makers: 'Sunday, 20:30', isPast: false });
});

test('a whole day elsewhere ends at a time of day here', () => {
  const words = whenToWords(when('2026-11-22', null, 'Europe/Lisbon'), here('Europe/Berlin'));
  assert.deepEqual(words, { day: 'tomorrow', time: '1:00', makers: 'Sunday', isPast: false });
});

test('a whole day here is that day until it is over', () => {
  const today = when('2026-11-22', null, 'Europe/Berlin');
  assert.equal(whenToWords(today, here('Europe/Berlin')).day, 'today');
  assert.equal(whenToWords(today, { ...here('Europe/Berlin'), nowMs: today.dueAtMs - 1 }).isPast, false);
  assert.equal(whenToWords(today, { ...here('Europe/Berlin'), nowMs: today.dueAtMs }).isPast, true);
  assert.equal(whenToWords(today, { ...here('Europe/Berlin'), nowMs: today.dueAtMs }).day, 'yesterday');
});
