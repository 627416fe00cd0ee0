/** Open questions: what a person may do, and the sentence (by key) that says why not and what else. */
import { err, limits, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { isQuestion, typedText } from '../text.ts';
import { thingToMonth } from '../things.ts';
import {
  type MapSubject,
  type MapWords,
  type QuestionDepth,
  type QuestionPut,
  type QuestionsDraft,
  type QuestionsMineEvent,
  type QuestionTopic,
  questionDepths,
  questionTopics,
  readDeckId,
  shareWrittenAnswer,
} from './events.ts';
import type { MapEntry, OpenQuestion, SharedQuestion } from './fold.ts';
import { type DeckState, deckState } from './view-model.ts';

export type QuestionsCommand =
  // ---- in writing
  /** Puts a question to both, with my own answer sealed. Leaves after the cancel window; a copy is on my own map. */
  | ({ readonly practice: 'open-questions'; readonly type: 'ask' } & MapWords)
  /** My answer, sealed: opens for both once each of the two has answered this question. */
  | (OnThing<'answer'> & { readonly words: string })
  | OnThing<'withdraw-answer'>
  /** By the one who asked; takes my answer with it. */
  | OnThing<'withdraw-question'>
  /** "Not now" to a question of the other. Stays on my devices. */
  | OnThing<'set-aside'>
  // ---- my two maps
  | ({ readonly practice: 'open-questions'; readonly type: 'note'; readonly about: MapSubject } & MapWords)
  | (OnThing<'change'> & { readonly words: string })
  | OnThing<'still-true'>
  | OnThing<'let-go'>
  /** An entry, or a question of my own, is no longer shown. */
  | OnThing<'forget'>
  // ---- my deck
  | { readonly practice: 'open-questions'; readonly type: 'keep-question'; readonly text: string }
  /** We talked about it, so another one is next. Mine. */
  | { readonly practice: 'open-questions'; readonly type: 'use'; readonly question: string }
  | { readonly practice: 'open-questions'; readonly type: 'choose-depth'; readonly depth: QuestionDepth };

interface OnThing<Type extends string> {
  readonly practice: 'open-questions';
  readonly type: Type;
  readonly thing: ThingId;
}

export type QuestionsRefusal =
  | 'open-questions.refusal.not-there'
  | 'open-questions.refusal.not-yours'
  | 'open-questions.refusal.still-leaving'
  | 'open-questions.refusal.alone'
  | 'open-questions.refusal.asks-nothing'
  | 'open-questions.refusal.question-too-long'
  | 'open-questions.refusal.no-words'
  | 'open-questions.refusal.words-too-long'
  | 'open-questions.refusal.no-topic'
  | 'open-questions.refusal.no-depth'
  | 'open-questions.refusal.question-withdrawn'
  | 'open-questions.refusal.already-answered'
  | 'open-questions.refusal.no-answer'
  | 'open-questions.refusal.nothing-changed';

type Things = ReadonlyMap<ThingId, OpenQuestion>;
type Decision = Result<readonly QuestionsDraft[], Refusal>;
type Of<Type extends QuestionsCommand['type']> = Extract<QuestionsCommand, { readonly type: Type }>;
const refuse = (refusal: QuestionsRefusal, field?: string) =>
  err(field === undefined ? { refusal } : { refusal, field });
const mine = (thing: ThingId, event: QuestionsMineEvent): QuestionsDraft => ({ thing, space: 'mine', event });

export function decideQuestions(things: Things, command: QuestionsCommand, context: Context): Decision {
  switch (command.type) {
    case 'ask':
      return ask(things, command, context);
    case 'note':
      return note(things, command, context);
    case 'keep-question': {
      const text = typedQuestion(command.text);
      if (!text.ok) return text;
      return ok([mine(context.newId(), { kind: 'open-questions/own-question', text: text.value })]);
    }
    case 'use':
      return readDeckId(command.question) === null
        ? refuse('open-questions.refusal.not-there')
        : ok(used(things, command.question, context));
    case 'choose-depth': {
      const { depth } = command;
      if (!questionDepths.includes(depth)) return refuse('open-questions.refusal.no-depth');
      const thing = deckOfMonth(deckState(things), context);
      return ok([mine(thing, { kind: 'open-questions/own-depth', depth })]);
    }
    default:
      return decideOnThing(things, command, context);
  }
}

function decideOnThing(
  things: Things,
  command: Exclude<QuestionsCommand, Of<'ask' | 'note' | 'keep-question' | 'use' | 'choose-depth'>>,
  context: Context,
): Decision {
  const one = things.get(command.thing);
  if (one === undefined) return refuse('open-questions.refusal.not-there');
  if (context.isLeaving?.(one.id) === true) return refuse('open-questions.refusal.still-leaving');
  switch (command.type) {
    case 'answer':
    case 'withdraw-answer':
    case 'withdraw-question':
    case 'set-aside':
      return one.type === 'shared' ? decideShared(one, command, context) : refuse('open-questions.refusal.not-yours');
    case 'forget':
      return one.type === 'entry' || one.type === 'own'
        ? ok([mine(one.id, { kind: 'open-questions/own-forgotten' })])
        : refuse('open-questions.refusal.not-yours');
    default:
      return one.type === 'entry' ? decideEntry(one, command) : refuse('open-questions.refusal.not-yours');
  }
}

function decideShared(
  one: SharedQuestion,
  command: Of<'answer' | 'withdraw-answer' | 'withdraw-question' | 'set-aside'>,
  context: Context,
): Decision {
  const { id: thing, question, topic } = one;
  const hasAnswer = one.mine !== null && one.mine.standing !== 'withdrawn';
  switch (command.type) {
    case 'set-aside':
      if (one.asker === 'me') return refuse('open-questions.refusal.not-yours');
      return ok(one.isSetAside ? [] : [mine(thing, { kind: 'open-questions/own-set-aside' })]);
    case 'answer': {
      if (!context.isPaired) return refuse('open-questions.refusal.alone');
      if (one.isWithdrawn) return refuse('open-questions.refusal.question-withdrawn');
      if (hasAnswer) return refuse('open-questions.refusal.already-answered');
      const words = typedWords(command.words);
      if (!words.ok) return words;
      return ok(sealedAnswer(thing, { topic, question, words: words.value }, context));
    }
    case 'withdraw-answer':
      return hasAnswer ? ok([takenBack(thing, 'answer')]) : refuse('open-questions.refusal.no-answer');
    case 'withdraw-question':
      if (one.asker !== 'me') return refuse('open-questions.refusal.not-yours');
      if (one.isWithdrawn) return refuse('open-questions.refusal.question-withdrawn');
      return ok([takenBack(thing, 'question'), ...(hasAnswer ? [takenBack(thing, 'answer')] : [])]);
  }
}

const takenBack = (thing: ThingId, what: 'question' | 'answer'): QuestionsDraft => ({
  thing,
  space: 'ours',
  mode: 'at-once',
  event: { kind: what === 'answer' ? 'open-questions/withdrawn' : 'open-questions/question-withdrawn' },
});

function ask(things: Things, command: Of<'ask'>, context: Context): Decision {
  if (!context.isPaired) return refuse('open-questions.refusal.alone');
  const typed = typedMapWords(command);
  if (!typed.ok) return typed;
  const { topic, question } = typed.value;
  const thing = context.newId();
  return ok([
    ...usedFrom(things, question, context),
    { thing, space: 'ours', mode: 'window', event: { kind: 'open-questions/asked', topic, question } },
    ...sealedAnswer(thing, typed.value, context),
  ]);
}

/** The answer that leaves, and the copy that stays on my own map, also when it is kept back in its window. */
const sealedAnswer = (thing: ThingId, words: MapWords, context: Context): readonly QuestionsDraft[] => [
  mine(context.newId(), { kind: 'open-questions/own-answered', ...words }),
  { thing, space: 'ours', mode: 'sealed', exchange: thing, event: shareWrittenAnswer(words) },
];

function note(things: Things, command: Of<'note'>, context: Context): Decision {
  const typed = typedMapWords(command);
  if (!typed.ok) return typed;
  const kind = command.about === 'me' ? 'open-questions/own-answered' : 'open-questions/own-learnt';
  return ok([...usedFrom(things, typed.value.question, context), mine(context.newId(), { kind, ...typed.value })]);
}

function decideEntry(entry: MapEntry, command: Of<'change' | 'still-true' | 'let-go'>): Decision {
  switch (command.type) {
    case 'still-true':
      return ok([mine(entry.id, { kind: 'open-questions/own-still-true' })]);
    case 'let-go':
      return ok(entry.isLetGo ? [] : [mine(entry.id, { kind: 'open-questions/own-let-go' })]);
    case 'change': {
      const words = typedWords(command.words);
      if (!words.ok) return words;
      if (words.value === entry.words) return refuse('open-questions.refusal.nothing-changed', 'words');
      return ok([mine(entry.id, { kind: 'open-questions/own-changed', words: words.value })]);
    }
  }
}

// ------------------------------------------------------------------------------------------------ the deck

/** Talking, then noting, then writing about one question is one use of it. */
const sameUseMs = 20 * 3_600_000;

function used(things: Things, question: string, context: Context): readonly QuestionsDraft[] {
  const deck = deckState(things);
  const isUsedLately = deck.uses.some(
    (use) => use.question === question && context.nowMs - use.atMs < sameUseMs && use.atMs <= context.nowMs,
  );
  return isUsedLately ? [] : [mine(deckOfMonth(deck, context), { kind: 'open-questions/own-used', question })];
}

const deckOfMonth = ({ id }: DeckState, context: Context): ThingId => {
  const fresh = context.newId();
  return id !== null && thingToMonth(id) === thingToMonth(fresh) ? id : fresh;
};

const usedFrom = (things: Things, { id }: QuestionPut, context: Context): readonly QuestionsDraft[] =>
  id === null ? [] : used(things, id, context);

// ------------------------------------------------------------------------------------------------ what was typed

function typedMapWords(typed: MapWords): Result<MapWords, Refusal> {
  const text = typedQuestion(typed.question.text);
  if (!text.ok) return text;
  const { id } = typed.question;
  if (id !== null && readDeckId(id) === null) return refuse('open-questions.refusal.not-there');
  if (!isTopic(typed.topic)) return refuse('open-questions.refusal.no-topic', 'topic');
  const words = typedWords(typed.words);
  return words.ok ? ok({ topic: typed.topic, question: { id, text: text.value }, words: words.value }) : words;
}

const isTopic = (topic: QuestionTopic): boolean => questionTopics.includes(topic);

function typedQuestion(typed: string): Result<string, Refusal> {
  const text = typedText(typed);
  if (text.length > limits.lineCharsMax) return refuse('open-questions.refusal.question-too-long', 'text');
  return isQuestion(text) ? ok(text) : refuse('open-questions.refusal.asks-nothing', 'text');
}

function typedWords(typed: string): Result<string, Refusal> {
  const words = typedText(typed);
  if (words === '') return refuse('open-questions.refusal.no-words', 'words');
  return words.length > limits.noteCharsMax ? refuse('open-questions.refusal.words-too-long', 'words') : ok(words);
}
