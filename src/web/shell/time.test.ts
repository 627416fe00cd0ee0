import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockTime, dayPart, daysBetween, hourOf, isoDay, relativeDay, timeLeft, weekday } from './time.ts';

const berlin = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const instant = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
const zone = fc.constantFrom(berlin, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');

test('days between two instants add up and turn their sign', () => {
  fc.assert(
    fc.property(instant, instant, instant, zone, (a, b, c, where) => {
      assert.equal(daysBetween(a, b, where) + daysBetween(b, c, where), daysBetween(a, c, where));
      assert.equal(daysBetween(a, b, where), 0 - daysBetween(b, a, where));
    }),
  );
});

test('a day is the day of the zone, not of the machine', () => {
  const lateInBerlin = at('2026-11-22T23:30:00+01:00');
  assert.equal(isoDay(lateInBerlin, berlin), '2026-11-22');
  assert.equal(isoDay(lateInBerlin, 'Pacific/Apia'), '2026-11-23');
});

test('the night on which clocks change is still one day', () => {
  assert.equal(daysBetween(at('2026-10-24T12:00:00+02:00'), at('2026-10-25T12:00:00+01:00'), berlin), 1);
  assert.equal(daysBetween(at('2026-03-28T23:59:00+01:00'), at('2026-03-29T00:01:00+01:00'), berlin), 1);
});

test('near days have names, a week has weekdays, the rest has dates', () => {
  const now = at('2026-11-22T18:00:00+01:00');
  const say = (text: string) => relativeDay(at(text), now, berlin, 'en-GB');
  assert.equal(say('2026-11-22T00:01:00+01:00'), 'today');
  assert.equal(say('2026-11-21T23:59:00+01:00'), 'yesterday');
  assert.equal(say('2026-11-23T00:01:00+01:00'), 'tomorrow');
  assert.equal(say('2026-11-19T12:00:00+01:00'), 'Thursday');
  assert.equal(say('2026-11-03T12:00:00+01:00'), '3 November');
  assert.equal(say('2025-11-03T12:00:00+01:00'), '3 November 2025');
});

test('every hour has its part of the day', () => {
  const part = (hour: number) => dayPart(at('2026-11-22T00:30:00Z') + hour * 3_600_000, 'UTC');
  assert.deepEqual([0, 4, 5, 11, 12, 17, 18, 22, 23].map(part), [
    'night',
    'night',
    'morning',
    'morning',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
    'night',
  ]);
  fc.assert(fc.property(instant, zone, (ms, where) => assert.ok(hourOf(ms, where) >= 0 && hourOf(ms, where) < 24)));
});

test('weekday and time of day follow zone and locale', () => {
  assert.equal(weekday(at('2026-11-22T23:30:00+01:00'), berlin, 'en'), 'Sunday');
  assert.equal(clockTime(at('2026-11-22T20:30:00+01:00'), berlin, 'en-GB'), '20:30');
  assert.equal(clockTime(at('2026-11-22T20:30:00+01:00'), berlin, 'de'), '20:30');
});

test('what is left is said in one unit and is never nothing before it is', () => {
  assert.equal(timeLeft(8_200, 'en'), '9 sec');
  assert.equal(timeLeft(1, 'en'), '1 sec');
  assert.equal(timeLeft(-5, 'en'), '0 sec');
  assert.equal(timeLeft(10 * 60_000, 'en'), '10 min');
  assert.equal(timeLeft(23.6 * 3_600_000, 'en'), '24 hr');
});
