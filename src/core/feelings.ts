/**
 * A feeling as a person names it: one from the field of feelings (content/feelings, by id) or in words of their own.
 * Strength and certainty are small whole numbers here and words on every screen.
 */

import type { Json } from '#kernel';
import { limits } from '#kernel';
import { bodyField, bodyFields, type Read, readOneOf } from './body.ts';
import { cleanText, typedText } from './text.ts';

export type FeelingNamed =
  | { readonly type: 'known'; readonly id: string }
  | { readonly type: 'own'; readonly words: string };

/** 1 a touch … 5 all of me. The words are content. */
export type Strength = 1 | 2 | 3 | 4 | 5;
export const strengths: readonly Strength[] = [1, 2, 3, 4, 5];

/** 1 a hunch … 4 quite sure. The words are content. */
export type Certainty = 1 | 2 | 3 | 4;
export const certainties: readonly Certainty[] = [1, 2, 3, 4];

/**
 * What the core needs to know of a feeling of the content: its family (one of twelve, for "near") and its corner of the
 * field (`stirred-up`, `lit-up`, `weighed-down`, `at-ease`). The exact places are a judgement of ours, no measurement,
 * so nothing here reckons with them.
 */
export interface FeelingPlace {
  readonly id: string;
  readonly family: string;
  readonly quadrant: string;
}
export type FeelingPlaces = ReadonlyMap<string, FeelingPlace>;

const idShape = /^[a-z][a-z0-9-]{0,39}$/;

export const isFeelingId = (id: string): boolean => idShape.test(id);

/** One text for one feeling, to compare by. */
export const feelingKey = (feeling: FeelingNamed): string =>
  feeling.type === 'known' ? feeling.id : `"${feeling.words.toLowerCase()}`;

export const readFeeling: Read<FeelingNamed> = (json) => {
  if (typeof json === 'string') return isFeelingId(json) ? { type: 'known', id: json } : null;
  const fields = json === undefined ? null : bodyFields(json);
  const own = fields === null ? undefined : bodyField(fields, 'own');
  if (typeof own !== 'string') return null;
  const words = cleanText(own);
  return words.trim() === '' || words.length > limits.nameCharsMax ? null : { type: 'own', words };
};

export const feelingToBody = (feeling: FeelingNamed): Json =>
  feeling.type === 'known' ? feeling.id : { own: feeling.words };

export const readStrength: Read<Strength> = readOneOf(strengths);
export const readCertainty: Read<Certainty> = readOneOf(certainties);

/** Typed feelings, clean and each once; null when one of them cannot stand (too long, or no id of the field). */
export function typedFeelings(feelings: readonly FeelingNamed[]): readonly FeelingNamed[] | null {
  const byKey = new Map<string, FeelingNamed>();
  for (const feeling of feelings) {
    const typed: FeelingNamed = feeling.type === 'own' ? { type: 'own', words: typedText(feeling.words) } : feeling;
    if (typed.type === 'own' && typed.words === '') continue;
    if (typed.type === 'own' && typed.words.length > limits.nameCharsMax) return null;
    if (typed.type === 'known' && !isFeelingId(typed.id)) return null;
    if (!byKey.has(feelingKey(typed))) byKey.set(feelingKey(typed), typed);
  }
  return [...byKey.values()];
}
