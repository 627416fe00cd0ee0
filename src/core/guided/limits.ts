/** Bounds of guided practices. Unit in the name; relations asserted at load. */
import { assert, limits } from '#kernel';

export const guidedLimits = {
  labelCharsMax: 80,
  lineCharsMax: 280,
  textCharsMax: 1_200,
  stepsMax: 24,
  asksMax: 4,
  optionsMax: 14,
  secondsMax: 3_600,
  minutesMax: 120,
  /** What a session carries of its practice, as JSON. */
  scriptCharsMax: 24_000,
  topicCharsMax: 280,
  answerCharsMax: 1_000,
  /** Steps gone by one session: each "almost" goes back, and people may need many. */
  movesMax: 500,
  /** A session that nobody ended rests with its month after this. */
  sessionOpenMsMax: 14 * 24 * 3_600_000,
} as const;

const utf8BytesPerChar = 2;
assert(guidedLimits.scriptCharsMax * utf8BytesPerChar <= limits.entryBodyBytesMax, 'an entry holds a whole practice');
assert(
  guidedLimits.asksMax * guidedLimits.answerCharsMax * 3 + 4_096 < limits.entryBodyBytesMax,
  'an entry holds all answers of a step in any script',
);
