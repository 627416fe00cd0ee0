/**
 * Noticing: the facts.
 *
 * Mine, of the one who notices: `noticing/noticed` (birth), `guessed`, `prepared`, `said`, `told`, `judged`,
 * `put-away`, `forgotten`. Mine, of the one who is asked: `noticing/set-aside` ("not now": it sends nothing).
 * Ours: `noticing/asked` (the opener and nothing else), `answered`, `withdrawn`.
 *
 * What I noticed and what I guessed have no type that could stand in ours.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readList, readOneOf, readText, readWords } from '../body.ts';
import {
  type Certainty,
  type FeelingNamed,
  feelingToBody,
  readCertainty,
  readFeeling,
  readStrength,
  type Strength,
} from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

export type Cue = 'face' | 'posture' | 'voice' | 'words' | 'silence' | 'doing';
export const cues: readonly Cue[] = ['face', 'posture', 'voice', 'words', 'silence', 'doing'];

export type Closeness = 'same' | 'near' | 'other';
export const closenesses: readonly Closeness[] = ['same', 'near', 'other'];

export interface Guess {
  readonly feelings: readonly FeelingNamed[];
  readonly strength: Strength;
  readonly certainty: Certainty;
}

/** What the other one says it is: in feelings, in words, or both. */
export interface Answer {
  readonly feelings: readonly FeelingNamed[];
  readonly strength: Strength | null;
  readonly words: string;
}

export interface Noticed {
  readonly kind: 'noticing/noticed';
  readonly cues: readonly Cue[];
  readonly words: string;
}
export interface Guessed extends Guess {
  readonly kind: 'noticing/guessed';
}
/** The opener as I mean to put it. */
export interface Prepared {
  readonly kind: 'noticing/prepared';
  readonly opener: string;
}
/** I said it aloud. */
export interface Said {
  readonly kind: 'noticing/said';
  readonly opener: string;
}
/** What they told me aloud, as I heard it. */
export interface Told extends Answer {
  readonly kind: 'noticing/told';
}
/** How close it was, as I see it. */
export interface Judged {
  readonly kind: 'noticing/judged';
  readonly closeness: Closeness;
  readonly words: string;
}
export interface Marked {
  readonly kind: 'noticing/put-away' | 'noticing/forgotten' | 'noticing/set-aside';
}
export type NoticingMineEvent = Noticed | Guessed | Prepared | Said | Told | Judged | Marked;

export interface Asked {
  readonly kind: 'noticing/asked';
  readonly opener: string;
}
export interface Answered extends Answer {
  readonly kind: 'noticing/answered';
}
/** The asker takes back the question, or the other one the answer. */
export interface NoticingWithdrawn {
  readonly kind: 'noticing/withdrawn';
}
export type NoticingOursEvent = Asked | Answered | NoticingWithdrawn;

export type NoticingEvent = NoticingMineEvent | NoticingOursEvent;
export type NoticingDraft = DraftOf<NoticingMineEvent, NoticingOursEvent>;

/** The one way from mine to ours: the opener, letter by letter, and nothing else. */
export const shareOpener = (mine: Omit<Prepared, 'kind'>): Asked => ({ kind: 'noticing/asked', opener: mine.opener });

const markKinds = ['noticing/put-away', 'noticing/forgotten', 'noticing/set-aside', 'noticing/withdrawn'] as const;
const openerKinds = ['noticing/prepared', 'noticing/said', 'noticing/asked'] as const;
const answerKinds = ['noticing/told', 'noticing/answered'] as const;

const readCues = readList(0, coreLimits.cuesPerNoticingMax, readOneOf(cues));
const readLine = readText(limits.lineCharsMax);
const readOpener = readWords(limits.lineCharsMax);
const readNote = readText(limits.noteCharsMax);
const readGuessFeelings = readList(1, coreLimits.feelingsPerGuessMax, readFeeling);
const readAnswerFeelings = readList(0, limits.feelingsPerCheckInMax, readFeeling);
const readCloseness = readOneOf(closenesses);

export function parseNoticing(kind: string, body: Json): NoticingEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const openerKind = openerKinds.find((known) => known === kind);
  if (openerKind !== undefined) {
    const opener = readOpener(field('opener'));
    return opener === null ? null : { kind: openerKind, opener };
  }

  const answerKind = answerKinds.find((known) => known === kind);
  if (answerKind !== undefined) {
    const feelings = readAnswerFeelings(field('feelings'));
    const strength = readStrength(field('strength'));
    const words = readNote(field('words'));
    if (feelings === null || words === null || (strength === null && !isAbsent(field('strength')))) return null;
    return feelings.length === 0 && words.trim() === '' ? null : { kind: answerKind, feelings, strength, words };
  }

  if (kind === 'noticing/noticed') {
    const cuesRead = readCues(field('cues'));
    const words = readLine(field('words'));
    return cuesRead === null || words === null ? null : { kind, cues: cuesRead, words };
  }
  if (kind === 'noticing/guessed') {
    const feelings = readGuessFeelings(field('feelings'));
    const strength = readStrength(field('strength'));
    const certainty = readCertainty(field('certainty'));
    return feelings === null || strength === null || certainty === null
      ? null
      : { kind, feelings, strength, certainty };
  }
  if (kind === 'noticing/judged') {
    const closeness = readCloseness(field('closeness'));
    const words = readLine(field('words'));
    return closeness === null || words === null ? null : { kind, closeness, words };
  }
  return null;
}

const isAbsent = (json: Json | undefined): boolean => json === undefined || json === null;

export function noticingToBody(event: NoticingEvent): Json {
  switch (event.kind) {
    case 'noticing/put-away':
    case 'noticing/forgotten':
    case 'noticing/set-aside':
    case 'noticing/withdrawn':
      return {};
    case 'noticing/prepared':
    case 'noticing/said':
    case 'noticing/asked':
      return { opener: event.opener };
    case 'noticing/told':
    case 'noticing/answered':
      return { feelings: event.feelings.map(feelingToBody), strength: event.strength, words: event.words };
    case 'noticing/noticed':
      return { cues: event.cues, words: event.words };
    case 'noticing/guessed':
      return { feelings: event.feelings.map(feelingToBody), strength: event.strength, certainty: event.certainty };
    case 'noticing/judged':
      return { closeness: event.closeness, words: event.words };
  }
}
