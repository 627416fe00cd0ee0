/** The front door of open questions. */
import type { Practice } from '../practice.ts';
import { birthOf } from '../things.ts';
import { decideQuestions, type QuestionsCommand } from './decide.ts';
import { parseQuestions, type QuestionsEvent, questionsToBody } from './events.ts';
import { foldQuestions, type OpenQuestion } from './fold.ts';

export type { QuestionsCommand, QuestionsRefusal } from './decide.ts';
export { type DeckCard, type DeckChoice, questionOfDay } from './deck.ts';
export {
  type MapSubject,
  type MapWords,
  type QuestionDepth,
  type QuestionPut,
  type QuestionsDraft,
  type QuestionsEvent,
  type QuestionsMineEvent,
  type QuestionsOursEvent,
  type QuestionTopic,
  questionDepths,
  questionTopics,
  shareWrittenAnswer,
} from './events.ts';
export type { MapEntry, OpenQuestion, OwnQuestion, QuestionUse, SharedQuestion, WrittenAnswer } from './fold.ts';
export * from './view-model.ts';

/** By then every question of the deck has had its turn, and may come again. */
const deckOpenMsMax = 800 * 24 * 3_600_000;
/** A question to me that I leave alone rests with its month after this. */
const sharedOpenMsMax = 30 * 24 * 3_600_000;

export const openQuestions: Practice<QuestionsEvent, OpenQuestion, QuestionsCommand> = {
  key: 'open-questions',
  parse: parseQuestions,
  toBody: questionsToBody,
  fold: foldQuestions,
  isOpen: (thing, nowMs) => {
    if (thing.type === 'entry') return !thing.isLetGo;
    if (thing.type === 'deck') return thing.depth !== null || nowMs - birthOf(thing.id) < deckOpenMsMax;
    if (thing.type !== 'shared') return true;
    if (thing.mine?.standing === 'sealed') return true;
    return thing.mine === null && !thing.isWithdrawn && !thing.isSetAside && nowMs - thing.askedAtMs < sharedOpenMsMax;
  },
  decide: decideQuestions,
};
