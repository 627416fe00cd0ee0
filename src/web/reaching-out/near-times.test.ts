import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dueToInstantMs } from '#core';
import { nearTimes } from './near-times.ts';

const evening = Date.UTC(2026, 10, 22, 18, 41);

test('the next half hours, as the wall shows them', () => {
  assert.deepEqual(
    nearTimes(evening, 'Europe/London').map(({ time }) => time),
    ['19:00', '19:30', '20:00'],
  );
  assert.deepEqual(
    nearTimes(evening, 'Asia/Kathmandu').map(({ date, time }) => `${date} ${time}`),
    ['2026-11-23 01:00', '2026-11-23 01:30', '2026-11-23 02:00'],
  );
});

test('each is ahead by ten minutes at least, and means its own instant', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Lisbon', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns');
  fc.assert(
    fc.property(fc.integer({ min: evening, max: evening + 30 * 86_400_000 }), zone, (nowMs, where) => {
      for (const { date, time, atMs } of nearTimes(nowMs, where)) {
        assert(atMs >= nowMs + 600_000 && atMs <= nowMs + 600_000 + 3 * 1_800_000);
        assert.equal(dueToInstantMs(date, time, where), atMs);
      }
    }),
  );
});
