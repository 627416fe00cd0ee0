/** Openers, what a time promises, ready answers and thanks. A module of its own, so that the first load lacks it. */
import content from '#content/reaching-out/en.json' with { type: 'json' };
import type { WishAnswer, WishKey } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}

export const reasons: readonly Line[] = content.because;
export const offers: readonly Line[] = content.but;

/** What fits an answer: nobody looks forward to "not tonight". */
export const thanksFor = (choice: WishAnswer['choice']): readonly Line[] =>
  content.thanks.filter(({ fits }) => fits.includes(choice));

/** For thanks that came without words. */
export const plainThanks = content.thanks[0]?.text ?? '';

const wishOf = (wish: WishKey) => content.wishes.find(({ id }) => id === wish);

/** Ways to say it that are easy to say, and easy to refuse. */
export const openersFor = (wish: WishKey): readonly Line[] => wishOf(wish)?.openers ?? [];

/** How it reads as a promise, after "I will". */
export const promisedFor = (wish: WishKey): string => wishOf(wish)?.promise ?? '';
