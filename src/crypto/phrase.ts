/**
 * The recovery phrase as words: 128 bits and 4 bits of checksum as 12 of 2,048 words (BIP-39). The list comes from
 * `@scure/bip39` and is fetched only when words are needed. A person may write a word with capitals, with spaces
 * around it, or only its first four letters, which name it alone. Which word is wrong is told: the phrase is their own.
 */
import { assert, type Bytes, err, ok, type Result } from '#kernel';
import type { Primitives } from './primitives.ts';

export type PhraseProblem =
  | { readonly type: 'count'; readonly count: number }
  /** `at` counts from 0. */
  | { readonly type: 'unknown-word'; readonly at: number; readonly word: string }
  /** Each word exists, yet together they are none of ours: one is another word, or two have changed places. */
  | { readonly type: 'checksum' };

export const phraseWordCount = 12;
export const phraseEntropyBytes = 16;
const listWordCount = 2_048;
const bitsPerWord = 11;
/** In the English list the first four letters name a word (BIP-39, "Wordlist"). */
const tellingLetters = 4;
const nearestWordsMax = 4;
const nearestSlipsMax = 2;
/** No word of the list is longer than eight letters; what is much longer is near to none. */
const nearestLettersMax = 12;

/** The English list, 2,048 words in order. */
export async function loadWords(): Promise<readonly string[]> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return wordlist;
}

/** What a person typed or pasted, cut into words; numbers such as "3." before a word are left out. */
export const textToWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** The word of the list that was meant; null when none was. */
export function findWord(written: string, list: readonly string[]): string | null {
  const word = written.normalize('NFKD').toLowerCase().trim();
  if (list.includes(word)) return word;
  if (word.length !== tellingLetters) return null;
  return list.find((known) => known.startsWith(word)) ?? null;
}

/** Words of the list that may have been meant, the nearest first; none when all are far. */
export function nearestWords(written: string, list: readonly string[], countMax = nearestWordsMax): readonly string[] {
  const word = written.normalize('NFKD').toLowerCase().trim().slice(0, nearestLettersMax);
  if (word === '') return [];
  return list
    .map((known) => ({ known, slips: slipsBetween(word, known) }))
    .filter(({ known, slips }) => slips <= nearestSlipsMax && slips < known.length - 1)
    .sort((a, b) => a.slips - b.slips || Number(b.known[0] === word[0]) - Number(a.known[0] === word[0]))
    .slice(0, countMax)
    .map(({ known }) => known);
}

/**
 * Slips of the pen between two words: a letter too many, too few, another, or two that changed places (the optimal
 * string alignment of Damerau 1964).
 */
function slipsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

export async function entropyToWords(
  primitives: Primitives,
  entropy: Bytes,
  list: readonly string[],
): Promise<readonly string[]> {
  assert(entropy.length === phraseEntropyBytes, 'a phrase holds 16 bytes');
  assert(list.length === listWordCount, 'a list has 2,048 words');
  let bits = 0n;
  for (const byte of entropy) bits = (bits << 8n) | BigInt(byte);
  bits = (bits << 4n) | BigInt(await checksum(primitives, entropy));
  return Array.from({ length: phraseWordCount }, (_, at) => {
    const word = list[Number((bits >> BigInt(bitsPerWord * (phraseWordCount - 1 - at))) & 2_047n)];
    assert(word !== undefined, '11 bits name a word of the list');
    return word;
  });
}

export async function wordsToEntropy(
  primitives: Primitives,
  words: readonly string[],
  list: readonly string[],
): Promise<Result<Bytes, PhraseProblem>> {
  assert(list.length === listWordCount, 'a list has 2,048 words');
  if (words.length !== phraseWordCount) return err({ type: 'count', count: words.length });
  let bits = 0n;
  for (const [at, written] of words.entries()) {
    const word = findWord(written, list);
    if (word === null) return err({ type: 'unknown-word', at, word: written });
    bits = (bits << BigInt(bitsPerWord)) | BigInt(list.indexOf(word));
  }
  const entropy = new Uint8Array(phraseEntropyBytes);
  for (let at = 0; at < entropy.length; at++) entropy[at] = Number((bits >> BigInt(124 - 8 * at)) & 255n);
  return (await checksum(primitives, entropy)) === Number(bits & 15n) ? ok(entropy) : err({ type: 'checksum' });
}

/** The first 4 bits of the hash. */
async function checksum(primitives: Primitives, entropy: Bytes): Promise<number> {
  const hash = await primitives.sha256(entropy);
  return (hash[0] ?? 0) >> 4;
}
