/** How old something is, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageInWords } from './age.ts';
import { en } from './messages.ts';

const nowMs = Date.UTC(2026, 10, 22, 12);
const dayMs = 86_400_000;
const age = (days: number): string =>
  ageInWords(nowMs - days * dayMs, { nowMs, zone: 'Europe/London', locale: 'en-GB' }, en.age);

test('from today to a long while ago, without a number', () => {
  assert.deepEqual([0, 1, 7, 8, 45, 46, 200, 319, 325, 330, 600, 700].map(age), [
    'today',
    'a few days ago',
    'a few days ago',
    'a few weeks ago',
    'a few weeks ago',
    'in October',
    'in May',
    'in January',
    'in January',
    'last year',
    'last year',
    'a long while ago',
  ]);
});

test('a clock that was ahead makes nothing older or younger than today', () => assert.equal(age(-3), 'today'));
