import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wallTimeToPastMs } from './felt-at.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'];
const hourMs = 3_600_000;

test('a time of the last day is never ahead, and never more than a day and a change of clocks ago', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      (nowMs, zone, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const atMs = wallTimeToPastMs(time, nowMs, zone);
        assert.ok(atMs !== null && atMs <= nowMs && atMs > nowMs - 25 * hourMs - 1);
      },
    ),
  );
});

test('earlier today is today, later than now was yesterday', () => {
  const nowMs = Date.UTC(2026, 10, 22, 19);
  assert.equal(wallTimeToPastMs('18:30', nowMs, 'UTC'), Date.UTC(2026, 10, 22, 18, 30));
  assert.equal(wallTimeToPastMs('23:00', nowMs, 'UTC'), Date.UTC(2026, 10, 21, 23));
});

test('without a time it is now', () => assert.equal(wallTimeToPastMs('', 0, 'UTC'), null));
