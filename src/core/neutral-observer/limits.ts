/** Bounds and times of the neutral observer. */
import { assert, limits } from '#kernel';

const dayMs = 24 * 3_600_000;

export const neutralLimits = {
  /** Three answers of this length and a line fit one entry in any script. */
  answerCharsMax: 3_500,
  /** As in the trial: three times a year. */
  everyMs: 120 * dayMs,
  /** How long after a pause or a hard talk it is offered. */
  afterTalkMs: 3 * dayMs,
  /** Not in the heat: a night or a day's work lies between, as near as a clock can tell. */
  coolMs: 6 * 3_600_000,
  /** Seven minutes, as in the trial. The clock is quiet and ends nothing. */
  writingMs: 7 * 60_000,
  /** A text of one's own stays at hand this long, so that it is known when four months have passed. */
  ownOpenMsMax: 730 * dayMs,
} as const;

const utf8BytesPerChar = 3;
assert(
  (3 * neutralLimits.answerCharsMax + limits.lineCharsMax) * utf8BytesPerChar + 2_048 < limits.entryBodyBytesMax,
  'an entry holds three answers and a line in any script',
);
assert(neutralLimits.ownOpenMsMax > neutralLimits.everyMs, 'the last text is at hand when the next one is due');
