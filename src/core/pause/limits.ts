/** Bounds of a pause. Unit in the name; relations asserted at load. */
import { assert, limits } from '#kernel';

const minuteMs = 60_000;
const hourMs = 3_600_000;

export const pauseLimits = {
  minutesMin: 5,
  minutesMax: 24 * 60,
  minutesDefault: 20,
  /** A pause that ends later than this after it was written was written by nobody honest. */
  aheadMsMax: 24 * hourMs,
  /** Who is so late has come back as they said, and may still say that it takes longer. */
  graceMs: 5 * minuteMs,
  /** A pause that nobody ended comes to rest so long after its time. */
  restsAfterMs: 12 * hourMs,
  /** Nearer than this two clocks show the same time. */
  clockSameMsMax: minuteMs,
  /** Further off than this nobody can tell which of two clocks is wrong. */
  clockOffMsMax: 2 * hourMs,
} as const;

assert(pauseLimits.minutesMax * minuteMs <= pauseLimits.aheadMsMax, 'the longest pause is one that can be written');
assert(pauseLimits.minutesMin * minuteMs >= pauseLimits.graceMs, 'nobody is late before they are away');
// In core/promises a change counts for a while after its time; what a pause still may say, a promise still may say.
assert(pauseLimits.graceMs <= limits.cancelWindowMsMax, 'a promise changes as late as its pause');
