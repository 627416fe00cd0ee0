/**
 * Wall clocks: known jumps by hand, and in general against a plain search that tries every minute nearby. The hand
 * figures follow from the published rules of each zone (tz database).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dueToInstantMs,
  instantToWallDate,
  isWallDate,
  isWallTime,
  isZone,
  offsetToWallTime,
  wallDatePlusDays,
  wallToInstantMs,
  wallToUtcMs,
  zoneOffsetMinutes,
} from './time.ts';

const at = (text: string): number => Date.parse(text);
const minute = 60_000;

test('a wall time means the instant that its maker meant', () => {
  const known: readonly (readonly [string, string, string, string, string])[] = [
    ['2026-11-22', '17:00', 'Europe/Berlin', '2026-11-22T16:00Z', 'winter'],
    ['2026-07-01', '17:00', 'Europe/Berlin', '2026-07-01T15:00Z', 'summer'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30Z', 'never was: counted on, so 03:30'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30Z', 'twice: the first'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30Z', 'never was'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30Z', 'twice: the first'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z', 'never was, half an hour'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z', 'twice, half an hour'],
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00Z', 'a whole day that never was'],
    ['2026-11-22', '09:00', 'Asia/Kathmandu', '2026-11-22T03:15Z', 'a quarter of an hour'],
    ['2026-11-22', '09:00', 'Pacific/Kiritimati', '2026-11-21T19:00Z', 'fourteen hours ahead'],
    ['2026-11-22', '09:00', 'No/Where', '2026-11-22T09:00Z', 'an unknown zone counts as UTC'],
  ];
  for (const [date, time, zone, instant, why] of known)
    assert.equal(wallToInstantMs(date, time, zone), at(instant), `${date} ${time} ${zone}: ${why}`);
});

test('a day is over when the next begins, also where midnight is missing', () => {
  assert.equal(dueToInstantMs('2026-10-24', null, 'Europe/Berlin'), at('2026-10-24T22:00Z'));
  assert.equal(dueToInstantMs('2026-10-25', null, 'Europe/Berlin'), at('2026-10-25T23:00Z')); // 25 hours long
  assert.equal(dueToInstantMs('2018-11-03', null, 'America/Sao_Paulo'), at('2018-11-04T03:00Z')); // 4th began at 01:00
  assert.equal(dueToInstantMs('2026-12-31', '17:00', 'UTC'), at('2026-12-31T17:00Z'));
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Pacific/Apia',
];

test('every wall time is the first instant that shows it, or else the shift of a jump (every minute is tried)', () => {
  const dates = [
    '2026-03-29',
    '2026-10-25',
    '2026-11-01',
    '2026-04-05',
    '2026-10-04',
    '2018-11-04',
    '2026-03-22',
    '2011-12-30',
    '2026-06-01',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...dates), fc.nat(1439), (zone, date, minutes) => {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const wallMs = wallToUtcMs(date, time);
      const found = wallToInstantMs(date, time, zone);
      const shows = (atMs: number): boolean => atMs + zoneOffsetMinutes(atMs, zone) * minute === wallMs;
      const candidates = [];
      for (let offset = -14 * 60; offset <= 14 * 60; offset += 15)
        if (shows(wallMs - offset * minute)) candidates.push(wallMs - offset * minute);
      if (candidates.length > 0) assert.equal(found, Math.min(...candidates));
      else {
        const before = zoneOffsetMinutes(found - 36 * 60 * minute, zone);
        assert.equal(found, wallMs - before * minute);
        assert(found + zoneOffsetMinutes(found, zone) * minute > wallMs);
      }
    }),
    { numRuns: 300 },
  );
});

test('an offset is what the clocks of the platform show', () => {
  const instant = fc.integer({ min: at('1975-01-01'), max: at('2045-01-01') });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (atMs, zone) => {
      const shown = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(atMs);
      assert.equal(offsetToWallTime(atMs, zoneOffsetMinutes(atMs, zone)), shown);
      const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(atMs);
      assert.equal(instantToWallDate(atMs, zone), date);
    }),
    { numRuns: 300 },
  );
});

test('dates and times are well formed or they are none', () => {
  for (const date of ['2026-02-28', '2024-02-29', '1970-01-01', '9998-12-31'])
    assert.equal(isWallDate(date), true, date);
  for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', '1969-12-31', '9999-01-01', '', '2026-11-22T00:00'])
    assert.equal(isWallDate(date), false, date);
  for (const time of ['00:00', '23:59']) assert.equal(isWallTime(time), true);
  for (const time of ['24:00', '7:00', '12:60', '12:00:00', '']) assert.equal(isWallTime(time), false);
  assert.equal(wallDatePlusDays('2026-12-31', 1), '2027-01-01');
  assert.equal(isZone('Europe/Lisbon'), true);
  assert.equal(isZone('Europe/Nowhere'), false);
  assert.equal(isZone(''), false);
});
