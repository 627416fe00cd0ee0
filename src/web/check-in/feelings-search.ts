/**
 * Finding a feeling by what a person types. Pure. Forgiving: case, accents and a slip or two do not matter, and a
 * synonym finds its feeling. Best first: the word itself, then how it begins, then synonyms, then near misses.
 */
export interface Findable {
  readonly word: string;
  readonly synonyms: readonly string[];
}

/** Letters and digits of any script, without accents, lower case, one space between words. */
export function textToSearchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function findFeelings<T extends Findable>(feelings: readonly T[], typed: string, count: number): readonly T[] {
  const query = textToSearchable(typed);
  if (query === '') return [];
  return feelings
    .map((feeling, order) => ({ feeling, order, rank: rankOf(feeling, query) }))
    .filter((entry) => entry.rank < noMatch)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, count)
    .map((entry) => entry.feeling);
}

/** True when the typed text is already the word of a feeling, so that it need not be added as one's own. */
export function isKnownWord(feelings: readonly Findable[], typed: string): boolean {
  const query = textToSearchable(typed);
  return feelings.some((feeling) => textToSearchable(feeling.word) === query);
}

const noMatch = 9;

function rankOf(feeling: Findable, query: string): number {
  const word = textToSearchable(feeling.word);
  const synonyms = feeling.synonyms.map(textToSearchable);
  if (word === query) return 0;
  if (word.startsWith(query)) return 1;
  if (synonyms.includes(query)) return 2;
  if (hasWordBeginning(word, query)) return 3;
  if (synonyms.some((synonym) => hasWordBeginning(synonym, query))) return 4;
  const slips = slipsAllowed(query);
  if (slips === 0) return noMatch;
  if (isNear(word, query, slips)) return 5;
  return synonyms.some((synonym) => isNear(synonym, query, slips)) ? 6 : noMatch;
}

const hasWordBeginning = (text: string, query: string): boolean => text.startsWith(query) || text.includes(` ${query}`);

/** Short words are too alike to be forgiven a slip. */
const slipsAllowed = (query: string): number => (query.length < 4 ? 0 : query.length < 7 ? 1 : 2);

/** Whether `query`, with at most `slips` slips, is the text or the beginning of it. */
function isNear(text: string, query: string, slips: number): boolean {
  // Damerau-Levenshtein, optimal string alignment: one letter more, less, other, or two swapped.
  let before: number[] = [];
  let last = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let row = 1; row <= query.length; row++) {
    const current = [row];
    for (let column = 1; column <= text.length; column++) {
      const isSame = query[row - 1] === text[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && query[row - 1] === text[column - 2] && query[row - 2] === text[column - 1];
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = last;
    last = current;
  }
  // A beginning counts when it is about as long as what was typed; the slips are in the letters, not in the length.
  return last.some((cost, column) => column >= query.length - slips && cost <= slips);
}
