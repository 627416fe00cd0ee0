/**
 * A language made by code from English: accented letters (does a font fall back?), about 40 % longer (does a button
 * break?), between brackets (is anything not a message?), right to left (is anything laid out by hand?).
 */
import type { Translate } from './language.ts';

const plainLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accentedLetters = 'áƀçðéƒǵĥíĵķłɱñóþɋřšťúṽŵẋýžÁɃÇÐÉƑǴĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ';
const accents = new Map([...plainLetters].map((letter, index) => [letter, [...accentedLetters][index] ?? letter]));
const longer = 0.4;

/** The same tree with every text changed, and every function's text too. Made once for each object. */
export const toPseudo: Translate = (english) => {
  const known = made.get(english);
  // `made` holds under each object only the tree that was made from it, which has the same shape.
  if (known !== undefined) return known as typeof english;
  const changed = treeToPseudo(english);
  made.set(english, changed);
  return changed;
};

const made = new WeakMap<object, object>();

export function textToPseudo(text: string): string {
  if (text === '') return text;
  const accented = [...text].map((letter) => accents.get(letter) ?? letter).join('');
  const filling = '~'.repeat(Math.ceil([...text].length * longer)).replaceAll('~~~~~~', '~~~~~~ ');
  return `[${accented} ${filling.trim()}]`;
}

function treeToPseudo<T>(value: T): T;
function treeToPseudo(value: unknown): unknown {
  if (typeof value === 'string') return textToPseudo(value);
  if (typeof value === 'function') return (...parts: readonly unknown[]) => treeToPseudo(value(...parts));
  if (Array.isArray(value)) return value.map((item) => treeToPseudo(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, treeToPseudo(item)]));
  }
  return value;
}
