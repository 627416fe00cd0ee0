/**
 * Does a sentence begin like advice, or like one that makes the feeling smaller? Pure. It looks at beginnings alone,
 * so it is often silent and sometimes wrong: it is shown as a hint, and holds nothing back.
 */

interface Beginnings {
  readonly id: string;
  readonly match: readonly string[];
}

/** The first hint that fits the beginning of any sentence; null: none. */
export function hintOf<One extends Beginnings>(text: string, hints: readonly One[]): One | null {
  for (const sentence of textToSentences(text)) {
    const found = hints.find(({ match }) => match.some((beginning) => beginsWith(sentence, beginning)));
    if (found !== undefined) return found;
  }
  return null;
}

const textToSentences = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("'", '’')
    .split(/[.?!:;\n]+/)
    .map((sentence) => sentence.replace(/^[\s"“‘(,–-]+/, ''));

/** As whole words: "try to" is no beginning of "try tomatoes". */
function beginsWith(sentence: string, beginning: string): boolean {
  const begin = beginning.trim();
  return sentence.startsWith(begin) && !/^[\p{L}\p{N}]/u.test(sentence.slice(begin.length));
}
