/** Bounds that only the practices know, beside those of the kernel. Unit in the name; relations asserted at load. */
import { assert, limits } from '#kernel';

export const coreLimits = {
  /** Enough for one breath of a story; four of them still fit one entry in any script. */
  paragraphCharsMax: 1_000,
  /** One other explanation of a doubt, or the question about it. */
  explanationCharsMax: 200,
  explanationsMin: 2,
  /** Those of the house, and some of one's own. */
  explanationsMax: 12,
  needsPerCheckInMax: 6,
  /** "Earlier today": further back a check-in is a memory, not a feeling of the moment. */
  feltBackMsMax: 24 * 3_600_000,
  /** A check-in kept for now stays at hand this long; then it is found in its month. */
  forNowOpenMsMax: 92 * 24 * 3_600_000,
  cuesPerNoticingMax: 6,
  feelingsPerGuessMax: 3,
  /** An opening rests with its month this long after it was shared, or written. */
  openingOpenMsMax: 92 * 24 * 3_600_000,
  /** Whose turn it could be after an opening, nobody needs to know for longer. */
  openingTurnMsMax: 28 * 24 * 3_600_000,
  /** A noticing without an end rests with its month after this. */
  noticingOpenMsMax: 14 * 24 * 3_600_000,
  /** Small by design: who promises further ahead plans a life, not a promise. */
  dueAheadMsMax: 366 * 24 * 3_600_000,
  /** How long the closed promises of the other stay in sight. */
  otherClosedMsMax: 30 * 24 * 3_600_000,
  /** Earlier versions of one promise that a fold keeps. */
  changesKeptMax: 50,
  /** Last moment that a body may name: the end of the year 9999. */
  timeMsMax: 253_402_300_799_999,
  zoneCharsMax: 64,
  /** Open things that the other began and that are kept at hand; the oldest of more rest with their months. */
  openThingsOfOtherMax: 500,
} as const;

assert(
  coreLimits.openingTurnMsMax < coreLimits.openingOpenMsMax,
  'whose turn it could be is known while the opening is at hand',
);

const utf8BytesPerChar = 3;
assert(
  4 * coreLimits.paragraphCharsMax * utf8BytesPerChar < limits.entryBodyBytesMax,
  'an entry holds four paragraphs in any script',
);
assert(
  (limits.noteCharsMax + limits.feelingsPerCheckInMax * limits.nameCharsMax) * utf8BytesPerChar + 2_048 <
    limits.entryBodyBytesMax,
  'an entry holds a note and all its feelings in any script',
);
assert(
  (2 * coreLimits.paragraphCharsMax + (coreLimits.explanationsMax + 1) * coreLimits.explanationCharsMax) *
    utf8BytesPerChar +
    2_048 <
    limits.entryBodyBytesMax,
  'an entry holds a doubt with all its explanations in any script',
);
