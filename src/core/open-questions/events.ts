/**
 * Open questions: the facts.
 *
 * Ours: `open-questions/asked` (birth: a question that is answered in writing), `answered` (sealed: the two answers to
 * one question open with each other), `withdrawn` (my answer), `question-withdrawn` (by the one who asked).
 * Mine: `own-learnt` and `own-answered` (births of an entry on my map of the other, and of myself), `own-changed`,
 * `own-still-true`, `own-let-go`, `own-forgotten`; `own-question` (birth: a question of my own); `own-used` and
 * `own-depth` (the state of my deck: what has been asked, and how deep it may go); `own-set-aside` ("not now" to a
 * question: it sends nothing).
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readOneOf, readWords } from '../body.ts';
import type { DraftOf } from '../practice.ts';

export type QuestionDepth = 'light' | 'middle' | 'deep';
/** From light to deep. */
export const questionDepths: readonly QuestionDepth[] = ['light', 'middle', 'deep'];

export type QuestionTopic = 'everyday' | 'childhood' | 'friends' | 'work' | 'dreams' | 'worries' | 'love' | 'us';
export const questionTopics: readonly QuestionTopic[] = [
  'everyday',
  'childhood',
  'friends',
  'work',
  'dreams',
  'worries',
  'love',
  'us',
];

/** A question as it was put. `id`: where it stands in the deck; null for one of my own. */
export interface QuestionPut {
  readonly id: string | null;
  readonly text: string;
}

/** `partner`: what I learnt about them. `me`: what I would answer. */
export type MapSubject = 'partner' | 'me';

export interface MapWords {
  readonly topic: QuestionTopic;
  readonly question: QuestionPut;
  readonly words: string;
}

export interface OwnMapped extends MapWords {
  readonly kind: 'open-questions/own-learnt' | 'open-questions/own-answered';
}
export interface OwnMapChanged {
  readonly kind: 'open-questions/own-changed';
  readonly words: string;
}
export interface OwnQuestionKept {
  readonly kind: 'open-questions/own-question';
  readonly text: string;
}
export interface OwnQuestionUsed {
  readonly kind: 'open-questions/own-used';
  /** Its id in the deck. */
  readonly question: string;
}
export interface OwnDepthChosen {
  readonly kind: 'open-questions/own-depth';
  readonly depth: QuestionDepth;
}
export interface OwnQuestionMark {
  readonly kind:
    | 'open-questions/own-still-true'
    | 'open-questions/own-let-go'
    | 'open-questions/own-forgotten'
    | 'open-questions/own-set-aside';
}
export type QuestionsMineEvent =
  | OwnMapped
  | OwnMapChanged
  | OwnQuestionKept
  | OwnQuestionUsed
  | OwnDepthChosen
  | OwnQuestionMark;

export interface QuestionAsked {
  readonly kind: 'open-questions/asked';
  readonly topic: QuestionTopic;
  readonly question: QuestionPut;
}
export interface QuestionAnswered {
  readonly kind: 'open-questions/answered';
  readonly words: string;
}
/** `withdrawn` is the name by which a device knows that a sealed answer is to stay closed. */
export interface QuestionWithdrawn {
  readonly kind: 'open-questions/withdrawn' | 'open-questions/question-withdrawn';
}
export type QuestionsOursEvent = QuestionAsked | QuestionAnswered | QuestionWithdrawn;

export type QuestionsEvent = QuestionsMineEvent | QuestionsOursEvent;
export type QuestionsDraft = DraftOf<QuestionsMineEvent, QuestionsOursEvent>;

/** The one way from mine to ours: the words of my answer. The question stands there already. */
export const shareWrittenAnswer = ({ words }: MapWords): QuestionAnswered => ({
  kind: 'open-questions/answered',
  words,
});

const mapKinds = ['open-questions/own-learnt', 'open-questions/own-answered'] as const;
const wordsKinds = ['open-questions/own-changed', 'open-questions/answered'] as const;
const markKinds = [
  'open-questions/own-still-true',
  'open-questions/own-let-go',
  'open-questions/own-forgotten',
  'open-questions/own-set-aside',
  'open-questions/withdrawn',
  'open-questions/question-withdrawn',
] as const;

const deckIdShape = /^[a-z][a-z0-9-]{0,39}$/;
export const readDeckId: Read<string> = (json) => (typeof json === 'string' && deckIdShape.test(json) ? json : null);
export const readQuestionText = readWords(limits.lineCharsMax);
const readLongWords = readWords(limits.noteCharsMax);
const readTopic = readOneOf(questionTopics);
const readDepth = readOneOf(questionDepths);

const readPut: Read<QuestionPut> = (json) => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const text = readQuestionText(bodyField(fields, 'text'));
  const idJson = bodyField(fields, 'id');
  const id = readDeckId(idJson);
  if (text === null || (id === null && idJson !== null && idJson !== undefined)) return null;
  return { id, text };
};

export function parseQuestions(kind: string, body: Json): QuestionsEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const mapKind = mapKinds.find((known) => known === kind);
  if (mapKind !== undefined || kind === 'open-questions/asked') {
    const topic = readTopic(field('topic'));
    const question = readPut(field('question'));
    if (topic === null || question === null) return null;
    if (mapKind === undefined) return { kind: 'open-questions/asked', topic, question };
    const words = readLongWords(field('words'));
    return words === null ? null : { kind: mapKind, topic, question, words };
  }

  const wordsKind = wordsKinds.find((known) => known === kind);
  if (wordsKind !== undefined) {
    const words = readLongWords(field('words'));
    return words === null ? null : { kind: wordsKind, words };
  }

  switch (kind) {
    case 'open-questions/own-question': {
      const text = readQuestionText(field('text'));
      return text === null ? null : { kind, text };
    }
    case 'open-questions/own-used': {
      const question = readDeckId(field('question'));
      return question === null ? null : { kind, question };
    }
    case 'open-questions/own-depth': {
      const depth = readDepth(field('depth'));
      return depth === null ? null : { kind, depth };
    }
    default:
      return null;
  }
}

const putToBody = ({ id, text }: QuestionPut): Json => ({ id, text });

export function questionsToBody(event: QuestionsEvent): Json {
  switch (event.kind) {
    case 'open-questions/own-learnt':
    case 'open-questions/own-answered':
      return { topic: event.topic, question: putToBody(event.question), words: event.words };
    case 'open-questions/asked':
      return { topic: event.topic, question: putToBody(event.question) };
    case 'open-questions/own-changed':
    case 'open-questions/answered':
      return { words: event.words };
    case 'open-questions/own-question':
      return { text: event.text };
    case 'open-questions/own-used':
      return { question: event.question };
    case 'open-questions/own-depth':
      return { depth: event.depth };
    default:
      return {};
  }
}
