/**
 * Two gentle checks of what somebody writes as a boundary. Both are pure and know no language: the words come in.
 *
 * - `toIForm`: a boundary says what *I* do. "You must knock" becomes "It helps me when you knock". Only offered.
 * - `reachesIn`: a boundary is no licence to search. A text that asks for the other's passwords, device, messages or
 *   whereabouts is refused, with a reason, while everything typed stays. A list of words cannot know what is meant:
 *   it catches the plain ways of saying it, and lets "I do not read your messages" and "put your phone away" be.
 */

export interface IForm {
  /** Lower case, words parted by one space. */
  readonly match: string;
  readonly instead: string;
}

export interface ReachWords {
  /** Whose: "your", "each other's". */
  readonly owners: readonly string[];
  /** What belongs to nobody else: "phone", "messages". */
  readonly things: readonly string[];
  /** What somebody does who looks into it: "read". Nothing is meant when they do so with their own: see `selves`. */
  readonly takes: readonly string[];
  /** What somebody does who lets the other look: "show". */
  readonly gives: readonly string[];
  /** What somebody does who keeps it to themselves: "lock", "hide". A rule against that asks for the same. */
  readonly hides: readonly string[];
  readonly denials: readonly string[];
  /** Enough in themselves: "share your location". */
  readonly phrases: readonly string[];
  /** The one who speaks of their own acts ("you read your messages"), so that nobody else looks. */
  readonly selves: readonly string[];
}

export type BoundaryField = 'about' | 'fine' | 'ask' | 'no' | 'keep';

/** How many words may stand between the act and its thing, and between a denial and the act. */
const reachWords = 4;

/** Lower case letters and digits, and the apostrophe in one spelling; every mark that ends a sentence parts. */
const partsOf = (text: string): readonly (readonly string[])[] =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .split(/[.!?;\n]+/u)
    .map((part) => part.match(/[\p{L}\p{M}\p{N}']+/gu) ?? []);

const startsAt = (words: readonly string[], at: number, phrase: string): boolean =>
  phrase.split(' ').every((word, index) => words[at + index] === word);

const startOf = (words: readonly string[], phrases: readonly string[]): readonly (readonly [number, number])[] =>
  words.flatMap((_, at) => {
    const found = phrases.find((phrase) => startsAt(words, at, phrase));
    return found === undefined ? [] : [[at, at + found.split(' ').length] as const];
  });

export function reachesIn(text: string, field: BoundaryField, list: ReachWords): boolean {
  return partsOf(text).some((words) => {
    if (startOf(words, list.phrases).some(([at]) => !isDenied(words, at, list))) return true;
    const belongings = startOf(words, list.owners).filter(
      ([, end]) => startOf(words.slice(end, end + 3), list.things).length > 0,
    );
    const isNear = (end: number): boolean => belongings.some(([at]) => at >= end && at - end <= reachWords);
    const gives = startOf(words, list.gives).some(([at, end]) => isNear(end) && !isDenied(words, at, list));
    const takes = startOf(words, list.takes).some(
      ([at, end]) => isNear(end) && !isDenied(words, at, list) && !list.selves.includes(words[at - 1] ?? ''),
    );
    const hides = startOf(words, list.hides).some(
      ([at, end]) => isNear(end) && (field === 'no' || field === 'ask' || isDenied(words, at, list)),
    );
    return gives || takes || hides;
  });
}

const isDenied = (words: readonly string[], at: number, { denials }: ReachWords): boolean =>
  words.slice(Math.max(0, at - reachWords), at).some((word) => denials.includes(word));

/** The first field that reaches in; null: none does. */
export function fieldThatReachesIn(
  texts: Readonly<Record<BoundaryField, string>>,
  list: ReachWords,
): BoundaryField | null {
  const fields = ['about', 'fine', 'ask', 'no', 'keep'] as const;
  return fields.find((field) => reachesIn(texts[field], field, list)) ?? null;
}

/** The same text with each order turned into the I-form; null: there is none in it. */
export function toIForm(text: string, forms: readonly IForm[]): string | null {
  const byLength = [...forms].sort((a, b) => b.match.length - a.match.length);
  let said = text;
  for (const { match, instead } of byLength) {
    const letters = match
      .split(' ')
      .map((word) => word.replace(/[^\p{L}\p{N}']/gu, '').replace(/'/gu, "['\u2018\u2019\u02bc]"))
      .join('\\s+');
    said = said.replace(
      new RegExp(`(^|[^\\p{L}\\p{M}\\p{N}'\u2019])${letters}(?![\\p{L}\\p{M}\\p{N}])`, 'giu'),
      (found, before: string, at: number, whole: string) => {
        const first = found.slice(before.length, before.length + 1);
        const isBeginning = /(^|[.!?\n])\s*$/u.test(whole.slice(0, at) + before);
        const isCapital = isBeginning && first !== first.toLowerCase();
        return before + (isCapital ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead);
      },
    );
  }
  return said === text ? null : said;
}
