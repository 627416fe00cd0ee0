/** Beginnings and warm words. A module of its own, so that the first load does not carry it. */
import content from '#content/appreciation/en.json' with { type: 'json' };
import { type WarmTap, warmTaps } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}

export const starters: readonly Line[] = content.starters;
export const meanings: readonly Line[] = content.meanings;

export const warmWords: readonly { readonly tap: WarmTap; readonly text: string }[] = warmTaps.flatMap((tap) =>
  content.warm.filter(({ id }) => id === tap).map(({ text }) => ({ tap, text })),
);

export const warmWord = (tap: WarmTap): string => warmWords.find((one) => one.tap === tap)?.text ?? '';
