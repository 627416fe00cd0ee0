import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthToReturn } from './lengths.ts';

const minute = 60_000;
const zone = 'Europe/Lisbon'; // an hour ahead of UTC in summer, none in winter
const eveningMs = Date.UTC(2026, 10, 22, 20, 20, 31);

test('minutes end on a whole minute', () => {
  assert.deepEqual(lengthToReturn({ type: 'minutes', minutes: 20 }, eveningMs, zone), {
    minutes: 20,
    untilMs: Date.UTC(2026, 10, 22, 20, 41),
  });
});

test('a time still to come is today, another tomorrow', () => {
  const at = (time: string) => lengthToReturn({ type: 'time', time }, eveningMs, zone);
  assert.deepEqual(at('21:15'), { minutes: 54, untilMs: Date.UTC(2026, 10, 22, 21, 15) });
  assert.deepEqual(at('07:30'), { minutes: 669, untilMs: Date.UTC(2026, 10, 23, 7, 30) });
  assert.equal(at('20:20')?.untilMs, Date.UTC(2026, 10, 23, 20, 20));
  assert.equal(at(''), null);
  assert.equal(at('25:00'), null);
});

test('a time near the next minute stays within a minute of its minutes, whatever the second', () => {
  for (let second = 0; second < 60; second += 1) {
    const fromMs = Date.UTC(2026, 10, 22, 20, 20, second);
    const found = lengthToReturn({ type: 'time', time: '21:15' }, fromMs, zone);
    assert(found !== null);
    const reckoned = Math.ceil((fromMs + found.minutes * minute) / minute) * minute;
    assert(Math.abs(found.untilMs - reckoned) <= minute);
  }
});

test('across a change of clocks a time is the time on the wall', () => {
  const beforeMs = Date.UTC(2026, 9, 24, 22, 0); // 23:00 on the wall; the clock goes back at night
  assert.equal(lengthToReturn({ type: 'time', time: '07:00' }, beforeMs, zone)?.untilMs, Date.UTC(2026, 9, 25, 7));
});
