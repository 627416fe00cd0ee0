/** Fresh courses of events hold all invariants. The other half of the seeds is in sim-more.test.ts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { kindsThatNeverFired, manyToText, runMany } from './many.ts';

test('250 courses of events end equal, whole and quiet, and every kind of fault has come true', async () => {
  const report = await runMany({ name: 'house', from: 0, count: 250 });
  console.log(manyToText(report));
  assert.deepEqual(report.failures, []);
  assert.deepEqual(kindsThatNeverFired(report.faults), []);
});
