/**
 * Feelings as screens show them. One of the content has a word, a definition and a place on the field; a word of one's
 * own has none but itself. An id that this version does not know (written by a newer one) is shown as it is spelt.
 */
import type { FeelingNamed } from '#core';
import { type Placed, pointToQuadrant, type Quadrant } from './field-geometry.ts';

/** A feeling that has a place on the field. */
export interface FieldFeeling extends Placed {
  readonly word: string;
  readonly definition: string;
  readonly synonyms: readonly string[];
}

/** The shape of content/feelings/<language>.json, as far as screens need it. */
export interface FeelingsContent {
  readonly axes: {
    readonly pleasantness: { readonly low: string; readonly high: string };
    readonly energy: { readonly low: string; readonly high: string };
  };
  readonly quadrants: readonly { readonly id: string; readonly word: string; readonly definition: string }[];
  readonly feelings: readonly FieldFeeling[];
}

/** How any named feeling looks and is called. */
export interface FeelingFace {
  readonly word: string;
  readonly definition: string | null;
  /** Null where it has no place: a word of one's own. */
  readonly quadrant: Quadrant | null;
}

export function feelingToFace(feeling: FeelingNamed, content: FeelingsContent): FeelingFace {
  if (feeling.type === 'own') return { word: feeling.words, definition: null, quadrant: null };
  const known = content.feelings.find((other) => other.id === feeling.id);
  if (known === undefined) return { word: feeling.id.replaceAll('-', ' '), definition: null, quadrant: null };
  return { word: known.word, definition: known.definition, quadrant: pointToQuadrant(known) };
}

/** Words stand in lower case in the content, as in a sentence; on a chip they begin a line. */
export const wordToLabel = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

/** Offered before the field has been touched: two of each quarter that people name often. */
export const everydayIds: readonly string[] = [
  'stressed',
  'worried',
  'hopeful',
  'happy',
  'tired',
  'sad',
  'calm',
  'grateful',
];
