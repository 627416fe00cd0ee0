/**
 * Openings: the facts. Questions about oneself, from light to deep; the depth of a question is the first word of its id,
 * so that nobody can pass off a deep one as light.
 *
 * Ours, of the one who writes: `openings/shared` (birth), `withdrawn`. Ours, of the one who receives: `warmed`. Ours,
 * of each, sealed until both have said it: `agreed` (as far as), and in the open `lighter` (only light for now).
 * Mine: `own-written` (birth, and again), `own-forgotten`, `own-opened` (tells nobody), `own-depth`.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, readOneOf, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

export const openingDepths = ['light', 'middle', 'deep'] as const;
export type OpeningDepth = (typeof openingDepths)[number];

/** What the one who receives may say back. The words for it are content. */
export const openingWarms = ['thank-you', 'glad-to-know', 'with-you', 'keep-safe'] as const;
export type OpeningWarm = (typeof openingWarms)[number];

export interface OpeningWords {
  /** Id of a question of the house, such as `deep-afraid`. */
  readonly question: string;
  readonly words: string;
}

export interface OpeningShared extends OpeningWords {
  readonly kind: 'openings/shared';
}
export interface OpeningWarmed {
  readonly kind: 'openings/warmed';
  readonly warm: OpeningWarm;
}
export interface OpeningAgreed {
  readonly kind: 'openings/agreed';
  readonly depth: OpeningDepth;
}
export interface OpeningTold {
  readonly kind: 'openings/withdrawn' | 'openings/lighter';
}
export type OpeningsOursEvent = OpeningShared | OpeningWarmed | OpeningAgreed | OpeningTold;

export interface OpeningWritten extends OpeningWords {
  readonly kind: 'openings/own-written';
}
export interface OpeningDepthChosen {
  readonly kind: 'openings/own-depth';
  readonly depth: OpeningDepth;
}
export interface OpeningNoted {
  readonly kind: 'openings/own-forgotten' | 'openings/own-opened';
}
export type OpeningsMineEvent = OpeningWritten | OpeningDepthChosen | OpeningNoted;

export type OpeningsEvent = OpeningsMineEvent | OpeningsOursEvent;
export type OpeningsDraft = DraftOf<OpeningsMineEvent, OpeningsOursEvent>;

/** The one way from mine to ours. */
export const shareOpening = ({ question, words }: OpeningWords): OpeningShared => ({
  kind: 'openings/shared',
  question,
  words,
});

const questionShape = /^(light|middle|deep)-[a-z][a-z-]{0,39}$/;

export const readOpeningQuestion = (json: Json | undefined): string | null =>
  typeof json === 'string' && questionShape.test(json) ? json : null;

/** 0 is the lightest. Of an id that no house gave: the deepest. */
export const openingLevel = (questionOrDepth: string): number => {
  const level = openingDepths.findIndex(
    (depth) => questionOrDepth === depth || questionOrDepth.startsWith(`${depth}-`),
  );
  return level === -1 ? openingDepths.length - 1 : level;
};

const readOpeningWords = readWords(coreLimits.paragraphCharsMax);
const readWarm = readOneOf(openingWarms);
const readDepth = readOneOf(openingDepths);

export function parseOpenings(kind: string, body: Json): OpeningsEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  switch (kind) {
    case 'openings/withdrawn':
    case 'openings/lighter':
    case 'openings/own-forgotten':
    case 'openings/own-opened':
      return { kind };
    case 'openings/shared':
    case 'openings/own-written': {
      const question = readOpeningQuestion(bodyField(fields, 'question'));
      const words = readOpeningWords(bodyField(fields, 'words'));
      return question === null || words === null ? null : { kind, question, words };
    }
    case 'openings/agreed':
    case 'openings/own-depth': {
      const depth = readDepth(bodyField(fields, 'depth'));
      return depth === null ? null : { kind, depth };
    }
    case 'openings/warmed': {
      const warm = readWarm(bodyField(fields, 'warm'));
      return warm === null ? null : { kind, warm };
    }
    default:
      return null;
  }
}

export function openingsToBody({ kind: _, ...body }: OpeningsEvent): Json {
  return body;
}
