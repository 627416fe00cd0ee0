/**
 * Benefit of the doubt: the facts, all of them mine; nothing here can be shared.
 *
 * `own-written` (birth of a doubt), `own-turned-out` (as often as I like, the last word stands), `own-seen` (birth of a
 * note that holds what I saw and nothing else), `own-forgotten`. `own-left` is the way out, "this is a pattern" or "I am
 * afraid": one fact for both, so that nobody who opens this device can read which. `own-begun-again` takes it back.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, readList, readOneOf, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

export interface DoubtWords {
  /** What a camera would have seen. */
  readonly saw: string;
  /** What I tell myself about it. */
  readonly story: string;
  /** At least two other explanations. */
  readonly others: readonly string[];
  /** What I would like to ask. */
  readonly question: string;
}
export interface DoubtWritten extends DoubtWords {
  readonly kind: 'benefit-of-the-doubt/own-written';
}
export interface DoubtSeen {
  readonly kind: 'benefit-of-the-doubt/own-seen';
  readonly saw: string;
}
/** `not-talked` closes nothing. */
export const turnedOuts = ['as-feared', 'something-else', 'not-talked'] as const;
export type TurnedOut = (typeof turnedOuts)[number];
export interface DoubtTurnedOut {
  readonly kind: 'benefit-of-the-doubt/own-turned-out';
  readonly turnedOut: TurnedOut;
}
export interface DoubtMark {
  readonly kind:
    | 'benefit-of-the-doubt/own-forgotten'
    | 'benefit-of-the-doubt/own-left'
    | 'benefit-of-the-doubt/own-begun-again';
}
export type DoubtEvent = DoubtWritten | DoubtSeen | DoubtTurnedOut | DoubtMark;
/** With no shared event there is no draft into ours. */
export type DoubtDraft = DraftOf<DoubtEvent, never>;

const markKinds = [
  'benefit-of-the-doubt/own-forgotten',
  'benefit-of-the-doubt/own-left',
  'benefit-of-the-doubt/own-begun-again',
] as const;

const readParagraph = readWords(coreLimits.paragraphCharsMax);
const readLine = readWords(coreLimits.explanationCharsMax);
const readOthers = readList(coreLimits.explanationsMin, coreLimits.explanationsMax, readLine);

export function parseDoubt(kind: string, body: Json): DoubtEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };
  switch (kind) {
    case 'benefit-of-the-doubt/own-turned-out': {
      const turnedOut = readOneOf(turnedOuts)(bodyField(fields, 'turnedOut'));
      return turnedOut === null ? null : { kind, turnedOut };
    }
    case 'benefit-of-the-doubt/own-seen': {
      const saw = readParagraph(bodyField(fields, 'saw'));
      return saw === null ? null : { kind, saw };
    }
    case 'benefit-of-the-doubt/own-written': {
      const saw = readParagraph(bodyField(fields, 'saw'));
      const story = readParagraph(bodyField(fields, 'story'));
      const others = readOthers(bodyField(fields, 'others'));
      const question = readLine(bodyField(fields, 'question'));
      return saw === null || story === null || others === null || question === null
        ? null
        : { kind, saw, story, others, question };
    }
    default:
      return null;
  }
}

export function doubtToBody(event: DoubtEvent): Json {
  switch (event.kind) {
    case 'benefit-of-the-doubt/own-written':
      return { saw: event.saw, story: event.story, others: [...event.others], question: event.question };
    case 'benefit-of-the-doubt/own-seen':
      return { saw: event.saw };
    case 'benefit-of-the-doubt/own-turned-out':
      return { turnedOut: event.turnedOut };
    default:
      return {};
  }
}
