/** Words of strengths and needs. A module of its own, so that the first load does not carry it. */
import content from '#content/check-in/en.json' with { type: 'json' };
import type { Need, Strength } from '#core';

interface Levelled {
  readonly level: number;
  readonly word: string;
  readonly before: string;
}

const strengths: readonly Levelled[] = content.strengths;

/** From a touch to all of me. */
export const strengthWords: readonly string[] = strengths.map(({ word }) => word);

/** "quite", to stand before a feeling. */
export const strengthBefore = (strength: Strength): string =>
  strengths.find(({ level }) => level === strength)?.before ?? '';

export const needWords = (need: Need): { readonly word: string; readonly definition: string } =>
  content.needs.find(({ id }) => id === need) ?? { word: need, definition: '' };
