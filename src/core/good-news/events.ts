/**
 * Good news: the facts.
 *
 * Ours, of the one who tells: `good-news/told` (birth), `answered`, `withdrawn`. Ours, of the one who hears it:
 * `good-news/asked` (one question, which ends as a question), `closed` (one warm line).
 * Mine, of the one who tells: `good-news/own-told` (birth, and again when it is put differently; a private good thing
 * stays there for ever), `own-forgotten`. Mine, of the one who hears it: `good-news/own-set-aside`, which sends nothing.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readText, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

export interface GoodNewsWords {
  readonly happened: string;
  /** What it means to me, or empty. */
  readonly means: string;
}

export interface GoodNewsTold extends GoodNewsWords {
  readonly kind: 'good-news/told';
}
export interface GoodNewsAsked {
  readonly kind: 'good-news/asked';
  readonly question: string;
}
export interface GoodNewsSaid {
  readonly kind: 'good-news/answered' | 'good-news/closed';
  readonly words: string;
}
export interface GoodNewsWithdrawn {
  readonly kind: 'good-news/withdrawn';
}
export type GoodNewsOursEvent = GoodNewsTold | GoodNewsAsked | GoodNewsSaid | GoodNewsWithdrawn;

export interface GoodNewsOwnTold extends GoodNewsWords {
  readonly kind: 'good-news/own-told';
}
export interface GoodNewsMark {
  readonly kind: 'good-news/own-forgotten' | 'good-news/own-set-aside';
}
export type GoodNewsMineEvent = GoodNewsOwnTold | GoodNewsMark;

export type GoodNewsEvent = GoodNewsMineEvent | GoodNewsOursEvent;
export type GoodNewsDraft = DraftOf<GoodNewsMineEvent, GoodNewsOursEvent>;

/** The one way from mine to ours. */
export const shareGoodNews = ({ happened, means }: GoodNewsWords): GoodNewsTold => ({
  kind: 'good-news/told',
  happened,
  means,
});

const markKinds = ['good-news/withdrawn', 'good-news/own-forgotten', 'good-news/own-set-aside'] as const;
const toldKinds = ['good-news/told', 'good-news/own-told'] as const;
const saidKinds = ['good-news/answered', 'good-news/closed'] as const;

const readHappened = readWords(coreLimits.paragraphCharsMax);
const readMeans = readText(coreLimits.paragraphCharsMax);
const readSaid = readWords(coreLimits.paragraphCharsMax);
const readQuestion = readWords(limits.lineCharsMax);

export function parseGoodNews(kind: string, body: Json): GoodNewsEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const field = (name: string) => bodyField(fields, name);

  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };

  const toldKind = toldKinds.find((known) => known === kind);
  if (toldKind !== undefined) {
    const happened = readHappened(field('happened'));
    const means = readMeans(field('means'));
    return happened === null || means === null ? null : { kind: toldKind, happened, means };
  }

  const saidKind = saidKinds.find((known) => known === kind);
  if (saidKind !== undefined) {
    const words = readSaid(field('words'));
    return words === null ? null : { kind: saidKind, words };
  }

  if (kind !== 'good-news/asked') return null;
  const question = readQuestion(field('question'));
  return question === null ? null : { kind, question };
}

export function goodNewsToBody(event: GoodNewsEvent): Json {
  switch (event.kind) {
    case 'good-news/told':
    case 'good-news/own-told':
      return { happened: event.happened, means: event.means };
    case 'good-news/asked':
      return { question: event.question };
    case 'good-news/answered':
    case 'good-news/closed':
      return { words: event.words };
    default:
      return {};
  }
}
