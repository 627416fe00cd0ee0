/**
 * Empathy: the facts. Each thing names in `to` the check-in that it is about.
 *
 * Ours: `empathy/answered` (birth of an answer), `landed` (by the one who shared the feeling). `empathy/may-i` (birth
 * of the question whether a story of one's own is welcome), `you-may` (by the one who shared), `told` (the story).
 * `withdrawn`, by the one who answered or asked.
 * Mine: `empathy/own-written` (birth: an answer before it is shared, and my copy after), `own-story` (my copy of the
 * story), `own-kept` (birth: what I would like to hear), `own-set-aside` ("not now" to a question: it sends nothing),
 * `own-forgotten`.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readOneOf, readText, readThing, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf, ThingId } from '../practice.ts';

/** `almost`: something is still missing, and perhaps the words say what. */
export type Landing = 'yes' | 'almost';
export const landings: readonly Landing[] = ['yes', 'almost'];

/** Both are good answers, and so is silence. */
export type MayIReply = 'yes' | 'not-now';
export const mayIReplies: readonly MayIReply[] = ['yes', 'not-now'];

/** What is said to a feeling. */
export interface EmpathyWords {
  readonly to: ThingId;
  readonly words: string;
}

export interface EmpathyOwnWritten extends EmpathyWords {
  readonly kind: 'empathy/own-written';
}
/** What I would like to hear. */
export interface EmpathyOwnKept extends EmpathyWords {
  readonly kind: 'empathy/own-kept';
}
export interface EmpathyOwnStory {
  readonly kind: 'empathy/own-story';
  readonly words: string;
}
export interface EmpathyOwnMark {
  readonly kind: 'empathy/own-set-aside' | 'empathy/own-forgotten';
}
export type EmpathyMineEvent = EmpathyOwnWritten | EmpathyOwnKept | EmpathyOwnStory | EmpathyOwnMark;

export interface EmpathyAnswered extends EmpathyWords {
  readonly kind: 'empathy/answered';
}
export interface EmpathyLanded {
  readonly kind: 'empathy/landed';
  readonly landing: Landing;
  /** What is missing; empty: not said. */
  readonly words: string;
}
export interface EmpathyMayI {
  readonly kind: 'empathy/may-i';
  readonly to: ThingId;
}
export interface EmpathyYouMay {
  readonly kind: 'empathy/you-may';
  readonly reply: MayIReply;
}
export interface EmpathyTold {
  readonly kind: 'empathy/told';
  readonly words: string;
}
export interface EmpathyWithdrawn {
  readonly kind: 'empathy/withdrawn';
}
export type EmpathyOursEvent =
  | EmpathyAnswered
  | EmpathyLanded
  | EmpathyMayI
  | EmpathyYouMay
  | EmpathyTold
  | EmpathyWithdrawn;

export type EmpathyEvent = EmpathyMineEvent | EmpathyOursEvent;
export type EmpathyDraft = DraftOf<EmpathyMineEvent, EmpathyOursEvent>;

/** The one way from mine to ours for an answer: the words and what they are about. */
export const shareAnswer = ({ to, words }: EmpathyWords): EmpathyAnswered => ({ kind: 'empathy/answered', to, words });

/** The one way from mine to ours for a story. */
export const shareStory = ({ words }: Omit<EmpathyOwnStory, 'kind'>): EmpathyTold => ({ kind: 'empathy/told', words });

const markKinds = ['empathy/own-set-aside', 'empathy/own-forgotten', 'empathy/withdrawn'] as const;
const storyKinds = ['empathy/own-story', 'empathy/told'] as const;
const wordsKinds = ['empathy/own-written', 'empathy/own-kept', 'empathy/answered'] as const;

const readAnswerWords = readWords(coreLimits.paragraphCharsMax);
const readStoryWords = readWords(limits.noteCharsMax);
const readMissing = readText(coreLimits.paragraphCharsMax);
const readLanding = readOneOf(landings);
const readReply = readOneOf(mayIReplies);

export function parseEmpathy(kind: string, body: Json): EmpathyEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const storyKind = storyKinds.find((known) => known === kind);
  if (storyKind !== undefined) {
    const words = readStoryWords(field('words'));
    return words === null ? null : { kind: storyKind, words };
  }

  const wordsKind = wordsKinds.find((known) => known === kind);
  if (wordsKind !== undefined) {
    const to = readThing(field('to'));
    const words = readAnswerWords(field('words'));
    return to === null || words === null ? null : { kind: wordsKind, to, words };
  }

  if (kind === 'empathy/may-i') {
    const to = readThing(field('to'));
    return to === null ? null : { kind, to };
  }
  if (kind === 'empathy/you-may') {
    const reply = readReply(field('reply'));
    return reply === null ? null : { kind, reply };
  }
  if (kind === 'empathy/landed') {
    const landing = readLanding(field('landing'));
    const words = readMissing(field('words'));
    return landing === null || words === null ? null : { kind, landing, words };
  }
  return null;
}

export function empathyToBody(event: EmpathyEvent): Json {
  switch (event.kind) {
    case 'empathy/own-written':
    case 'empathy/own-kept':
    case 'empathy/answered':
      return { to: event.to, words: event.words };
    case 'empathy/own-story':
    case 'empathy/told':
      return { words: event.words };
    case 'empathy/may-i':
      return { to: event.to };
    case 'empathy/you-may':
      return { reply: event.reply };
    case 'empathy/landed':
      return { landing: event.landing, words: event.words };
    default:
      return {};
  }
}
