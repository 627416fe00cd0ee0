/** The drill of the recovery phrase: three places, one in each third of the paper, and what counts as right. */

export const drillWordsCount = 3;

/** Places from 0, rising, one from each third. `randomBelow(n)` gives 0 to n - 1. */
export function pickDrill(wordsCount: number, randomBelow: (count: number) => number): readonly number[] {
  const part = Math.floor(wordsCount / drillWordsCount);
  return Array.from({ length: drillWordsCount }, (_, third) => third * part + randomBelow(part));
}

/** Capitals and spaces around do not matter, and the first four letters name a word (BIP-39). */
export function isDrillRight(
  words: readonly string[],
  asked: readonly number[],
  written: Readonly<Record<number, string>>,
): boolean {
  return asked.every((index) => {
    const word = words[index] ?? '';
    const answer = (written[index] ?? '').trim().toLowerCase();
    return answer === word || (answer.length >= 4 && word.startsWith(answer));
  });
}
