/** What a text is called in a list: the disagreement, or else the first part that has words. Pure. */
import { type NeutralWords, neutralParts } from '#core';

export const firstWords = (words: NeutralWords | null): string =>
  words === null ? '' : (neutralParts.map((part) => words[part]).find((text) => text !== '') ?? '');
