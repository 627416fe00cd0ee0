/** The wait after wrong tries: it grows, ends at a minute, and no clock makes it longer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { waitAfter, waitLeft } from './waits.ts';

test('it doubles from a second to a minute', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 1_000, Number.MAX_SAFE_INTEGER].map(waitAfter),
    [0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000],
  );
});

test('whatever the clock says, what is left is between nothing and the whole wait', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.maxSafeInteger(), fc.maxSafeInteger(), (triesCount, mayTryAtMs, nowMs) => {
      const left = waitLeft({ triesCount, mayTryAtMs }, nowMs);
      assert.ok(left >= 0 && left <= waitAfter(triesCount));
      if (nowMs >= mayTryAtMs) assert.equal(left, 0);
    }),
  );
});
