/** The hybrid clock: later than all that was seen, near to this clock, and not to be pushed ahead by others. */
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import { compareTimes, type HybridTime, isAhead, nextTime, noTime, seenTime } from './hybrid-clock.ts';
import { comparePlaced, type Placed } from './order.ts';

const aMoment = fc.nat({ max: 4_000_000_000_000 });
const aTime: fc.Arbitrary<HybridTime> = fc.record({ ms: aMoment, count: fc.nat({ max: limits.hybridClockCountMax }) });
/** Times near each other, so that the cases meet. */
const nearTime: fc.Arbitrary<HybridTime> = fc.record({
  ms: fc.nat({ max: 5 }),
  count: fc.oneof(fc.nat({ max: 3 }), fc.constant(limits.hybridClockCountMax)),
});
const anyTime = fc.oneof(aTime, nearTime);
const anyMoment = fc.oneof(aMoment, fc.nat({ max: 5 }));

test('a new time is later than the last, unless the last lay absurdly ahead; and never before now', () => {
  fc.assert(
    fc.property(anyTime, anyMoment, (last, nowMs) => {
      const next = nextTime(last, nowMs);
      ok(next.ms >= nowMs);
      ok(next.count >= 0 && next.count <= limits.hybridClockCountMax);
      if (!isAhead(last, nowMs)) ok(compareTimes(next, last) > 0);
      else equal(next.ms, nowMs);
      ok(!isAhead(nextTime(last, nowMs), nowMs) || last.ms === nowMs + limits.clockAheadMsMax);
    }),
    { numRuns: 2_000 },
  );
});

test('what others say moves the clock forward only, and never beyond belief', () => {
  fc.assert(
    fc.property(anyTime, anyTime, anyMoment, (last, theirs, nowMs) => {
      const seen = seenTime(last, theirs, nowMs);
      ok(compareTimes(seen, last) >= 0);
      if (isAhead(theirs, nowMs)) equal(seen, last);
      else ok(compareTimes(seen, theirs) >= 0);
      ok(compareTimes(seen, last) === 0 || compareTimes(seen, theirs) === 0);
    }),
    { numRuns: 2_000 },
  );
});

test('an author whose clock is right cannot be pushed more than the believed distance ahead, by any number of claims', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aTime, fc.nat({ max: 1_000 })), { maxLength: 30 }), aMoment, (claims, startMs) => {
      let [clock, nowMs] = [noTime, startMs];
      for (const [claim, laterMs] of claims) {
        nowMs += laterMs;
        clock = nextTime(seenTime(clock, claim, nowMs), nowMs);
        ok(clock.ms <= nowMs + limits.clockAheadMsMax + 1);
      }
    }),
  );
});

test('a clock with a fraction or before 1970 still gives whole times', () => {
  for (const nowMs of [0.5, -1, 1.999]) ok(Number.isSafeInteger(nextTime(noTime, nowMs).ms));
});

const aPlaced: fc.Arbitrary<Placed> = fc.record({
  atMs: fc.nat({ max: 3 }),
  atCount: fc.nat({ max: 2 }),
  device: fc.constantFrom('aa', 'bb'),
  seq: fc.nat({ max: 2 }),
  entry: fc.constantFrom('00', '01', '02'),
});

test('the order of entries is total: it agrees with itself both ways and in chains of three', () => {
  fc.assert(
    fc.property(aPlaced, aPlaced, aPlaced, (a, b, c) => {
      equal(Math.sign(comparePlaced(a, b)), -Math.sign(comparePlaced(b, a)) + 0);
      if (comparePlaced(a, b) === 0)
        ok(
          a.atMs === b.atMs &&
            a.atCount === b.atCount &&
            a.device === b.device &&
            a.seq === b.seq &&
            a.entry === b.entry,
        );
      if (comparePlaced(a, b) <= 0 && comparePlaced(b, c) <= 0) ok(comparePlaced(a, c) <= 0);
    }),
    { numRuns: 3_000 },
  );
});
