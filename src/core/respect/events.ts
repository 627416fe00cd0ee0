/**
 * Respect: the facts, all of them mine. How I spoke of the other to others is nobody else's, and nothing here can be
 * shared. `own-reflected` (birth, and again when it is put differently), `own-forgotten`, and `own-declined`: not this
 * week, or not until I begin again by myself.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, readList, readOneOf, readText, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

const answersMax = 6;
const idCharsMax = 40;

export interface RespectAnswer {
  /** Id of a question of the house. */
  readonly question: string;
  readonly words: string;
}

export interface RespectReflected {
  readonly kind: 'respect/own-reflected';
  readonly answers: readonly RespectAnswer[];
  /** The one thing to do otherwise, or empty. */
  readonly otherwise: string;
}
export interface RespectForgotten {
  readonly kind: 'respect/own-forgotten';
}
export const quiets = ['this-week', 'until-i-begin'] as const;
export type Quiet = (typeof quiets)[number];
export interface RespectDeclined {
  readonly kind: 'respect/own-declined';
  readonly quiet: Quiet;
}

export type RespectEvent = RespectReflected | RespectForgotten | RespectDeclined;
export type RespectDraft = DraftOf<RespectEvent, never>;

const readAnswers = readList(0, answersMax, (json): RespectAnswer | null => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const question = readWords(idCharsMax)(bodyField(fields, 'question'));
  const words = readWords(coreLimits.paragraphCharsMax)(bodyField(fields, 'words'));
  return question === null || words === null ? null : { question, words };
});
const readOtherwise = readText(coreLimits.paragraphCharsMax);

export function parseRespect(kind: string, body: Json): RespectEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  switch (kind) {
    case 'respect/own-forgotten':
      return { kind };
    case 'respect/own-declined': {
      const quiet = readOneOf(quiets)(bodyField(fields, 'quiet'));
      return quiet === null ? null : { kind, quiet };
    }
    case 'respect/own-reflected': {
      const answers = readAnswers(bodyField(fields, 'answers'));
      const otherwise = readOtherwise(bodyField(fields, 'otherwise'));
      return answers === null || otherwise === null ? null : { kind, answers, otherwise };
    }
    default:
      return null;
  }
}

export function respectToBody(event: RespectEvent): Json {
  switch (event.kind) {
    case 'respect/own-reflected':
      return { answers: event.answers.map(({ question, words }) => ({ question, words })), otherwise: event.otherwise };
    case 'respect/own-declined':
      return { quiet: event.quiet };
    default:
      return {};
  }
}
