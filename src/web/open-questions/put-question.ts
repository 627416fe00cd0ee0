/**
 * Which question a screen is about. An address names it by its place in the deck (`?q=kitchen-smell`), by a question of
 * my own (`?q=<thing>`), or by what it was asked in (`?from=<thing>`): words never stand in an address, where browsers
 * keep them. Pure.
 */
import { type OpenQuestions, type QuestionPut, type QuestionTopic, questionOfDay } from '#core';
import type { DeckQuestion } from './questions-content.ts';

export interface PutQuestion {
  readonly put: QuestionPut;
  /** null for one of my own: then a person says where it belongs. */
  readonly topic: QuestionTopic | null;
  /** How an address names it. */
  readonly address: string;
}

export function addressToQuestion(
  query: Pick<URLSearchParams, 'get'>,
  deck: readonly DeckQuestion[],
  things: OpenQuestions,
): PutQuestion | null {
  const from = things.get(query.get('from') ?? '');
  if (from?.type === 'shared' || from?.type === 'entry')
    return { put: from.question, topic: from.topic, address: `from=${from.id}` };
  const q = query.get('q') ?? '';
  const own = things.get(q);
  if (own?.type === 'own') return { put: { id: null, text: own.text }, topic: null, address: `q=${own.id}` };
  const card = deck.find(({ id }) => id === q);
  return card === undefined ? null : cardToQuestion(card);
}

export const cardToQuestion = ({ id, text, topic }: DeckQuestion): PutQuestion => ({
  put: { id, text },
  topic,
  address: `q=${id}`,
});

/** The question of the day, or one further on; the lightest there is when none is as light as chosen. */
export function todaysQuestion(
  deck: readonly DeckQuestion[],
  choice: Parameters<typeof questionOfDay>[1],
): DeckQuestion | null {
  return questionOfDay(deck, choice) ?? questionOfDay(deck, { ...choice, depth: 'deep' });
}
