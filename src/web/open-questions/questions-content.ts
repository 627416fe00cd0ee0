/** The deck, its topics and depths, and what helps while asking. A module of its own: the first load is without it. */
import content from '#content/open-questions/en.json' with { type: 'json' };
import { type DeckCard, type QuestionDepth, type QuestionTopic, questionDepths, questionTopics } from '#core';

export interface DeckQuestion extends DeckCard {
  readonly topic: QuestionTopic;
  readonly text: string;
}

interface Line {
  readonly id: string;
  readonly text: string;
}

/** What a newer pack may hold and this version does not know is left out. */
export const deck: readonly DeckQuestion[] = content.questions.flatMap(({ id, topic, depth, text }) => {
  const known = {
    topic: questionTopics.find((one) => one === topic),
    depth: questionDepths.find((one) => one === depth),
  };
  return known.topic === undefined || known.depth === undefined
    ? []
    : [{ id, text, topic: known.topic, depth: known.depth }];
});

export const topicWord = (topic: QuestionTopic): string => content.topics.find(({ id }) => id === topic)?.word ?? topic;

const noWords = { word: '', hint: '' };
export const depthWords = (depth: QuestionDepth): { readonly word: string; readonly hint: string } =>
  content.depths.find(({ id }) => id === depth) ?? noWords;

export const further: readonly Line[] = content.further;
export const listening: readonly Line[] = content.listening;
export const questionHints: readonly (Line & { readonly match: readonly string[] })[] = content.hints;
