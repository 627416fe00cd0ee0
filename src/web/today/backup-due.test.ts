import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Snapshot } from '#device';
import { backupDue } from './backup-due.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22, 9);
const fresh = { savedAtMs: null, remindedAtMs: null, isReminded: true };

/** A person whose first thing is so many days old. What else is in a snapshot does not matter here. */
const since = (days: number): Snapshot =>
  ({
    hasEarlierMonths: false,
    thingsByPractice: new Map([
      ['check-in', new Map([[(nowMs - days * dayMs).toString(16).padStart(12, '0').padEnd(32, '0'), null]])],
    ]),
  }) as unknown as Snapshot;

test('it waits a week, then speaks; not after a file, and again when that is old', () => {
  assert.equal(backupDue(fresh, since(2), nowMs), null);
  assert.equal(backupDue(fresh, since(8), nowMs), 'none');
  assert.equal(backupDue({ ...fresh, savedAtMs: nowMs - 10 * dayMs }, since(80), nowMs), null);
  assert.equal(backupDue({ ...fresh, savedAtMs: nowMs - 100 * dayMs }, since(200), nowMs), 'old');
});

test('turned off it never speaks', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.option(fc.nat(400)), fc.option(fc.nat(400)), (age, saved, said) => {
      const ago = (days: number | null) => (days === null ? null : nowMs - days * dayMs);
      const facts = { savedAtMs: ago(saved), remindedAtMs: ago(said), isReminded: false };
      assert.equal(backupDue(facts, since(age), nowMs), null);
    }),
  );
});

test('seen every day of a year it speaks on a day in thirty at most', () => {
  let remindedAtMs: number | null = null;
  const days: number[] = [];
  for (let day = 8; day < 373; day++) {
    const atMs = nowMs + day * dayMs;
    if (backupDue({ ...fresh, remindedAtMs }, since(8), atMs) === null) continue;
    days.push(day);
    if (remindedAtMs === null || atMs - remindedAtMs >= dayMs) remindedAtMs = atMs;
  }
  assert.ok(days.length >= 12);
  for (const [index, day] of days.entries()) assert.ok(index === 0 || day - (days[index - 1] ?? 0) >= 30);
});
