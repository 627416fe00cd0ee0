import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartOfDay, ProtectedTime } from '#core';
import { en } from './card-messages.ts';
import { timeOfToday, weekdayOf } from './own-days.ts';

const time = (days: readonly number[], part: PartOfDay): ProtectedTime => ({
  ...{ type: 'time', id: `${days}-${part}`, owner: 'me', beganAtMs: 0, standing: 'mine' },
  ...{ own: { days, part, words: '' }, shared: null, sharedAtMs: null, cheer: null },
});
/** A Thursday. */
const at = (clock: string): number => Date.parse(`2026-11-26T${clock}:00Z`);

test('the day of the week is that of the person’s own calendar', () => {
  assert.equal(weekdayOf(at('12:00'), 'Europe/Lisbon'), 4);
  assert.equal(weekdayOf(at('23:30'), 'Asia/Kolkata'), 5);
  assert.equal(weekdayOf(Date.parse('2026-11-29T12:00:00Z'), 'Europe/Lisbon'), 7);
});

test('Today speaks of a time on its day until it is over, and of the earlier one first', () => {
  const [morning, evening, friday] = [time([4], 'morning'), time([1, 4], 'evening'), time([5], 'day')];
  const all = [evening, friday, morning];
  assert.equal(timeOfToday(all, at('09:00'), 'UTC'), morning);
  assert.equal(timeOfToday(all, at('12:00'), 'UTC'), evening);
  assert.equal(timeOfToday([friday, morning], at('12:00'), 'UTC'), null);
  assert.equal(timeOfToday(all, at('09:00') + 86_400_000, 'UTC'), friday);
});

test('a time reads as people say it', () => {
  assert.equal(en.time(en.when([4], 'evening'), 'choir'), 'Thursday evening: choir');
  assert.equal(en.when([1, 3, 5], 'morning'), 'Monday, Wednesday and Friday mornings');
  assert.equal(en.when([7], 'day'), 'Sunday');
  assert.equal(en.when([1, 2, 3, 4, 5, 6, 7], 'evening'), 'Every evening');
});
