/**
 * Which question today. Nothing is drawn by lot: it follows from the day, from how deep it may go, and from what has
 * been asked already, so that it is the same whenever one looks, on each of one's devices.
 *
 * What must hold: it is never deeper than was chosen; none comes a second time before each has come once; while
 * nothing has been asked, as many days as there are questions bring as many questions; and "another one", pressed as
 * often as there are questions left, passes each of them once.
 */
import { type WallDate, wallToUtcMs } from '../time.ts';
import { type QuestionDepth, questionDepths } from './events.ts';
import type { QuestionUse } from './fold.ts';

/** What the choice needs to know of a question of the deck. */
export interface DeckCard {
  readonly id: string;
  readonly depth: QuestionDepth;
}

export interface DeckChoice {
  readonly date: WallDate;
  readonly depth: QuestionDepth;
  /** What had been asked before this day began: what happens today does not change today's question. */
  readonly usedBefore: readonly Pick<QuestionUse, 'question'>[];
  /** How often "another one" was pressed. */
  readonly step: number;
}

/** null: there is no question of that depth. */
export function questionOfDay<Card extends DeckCard>(deck: readonly Card[], choice: DeckChoice): Card | null {
  const left = questionsLeft(deck, choice);
  if (left.length === 0) return null;
  const day = Math.floor(wallToUtcMs(choice.date, '00:00') / dayMs);
  // Neighbours in the deck are kindred, so a day and a step are strides over several of them.
  const place = day * strideOver(left.length, dayStrides) + choice.step * strideOver(left.length, stepStrides);
  return left[place % left.length] ?? null;
}

/** Those that may come today: deep enough at most, and asked the fewest times. */
function questionsLeft<Card extends DeckCard>(deck: readonly Card[], choice: DeckChoice): readonly Card[] {
  const deepest = questionDepths.indexOf(choice.depth);
  const allowed = deck.filter(({ depth }) => questionDepths.indexOf(depth) <= deepest);
  const countById = new Map<string, number>();
  for (const { question } of choice.usedBefore) countById.set(question, (countById.get(question) ?? 0) + 1);
  const countOf = ({ id }: Card): number => countById.get(id) ?? 0;
  const fewest = Math.min(...allowed.map(countOf));
  return allowed.filter((card) => countOf(card) === fewest);
}

const dayMs = 86_400_000;
const dayStrides = [31, 37, 41, 1] as const;
const stepStrides = [11, 13, 17, 1] as const;

/** The first that passes every place before it comes back to one. */
const strideOver = (count: number, strides: readonly number[]): number =>
  strides.find((stride) => isCoprime(stride, count)) ?? 1;

function isCoprime(a: number, b: number): boolean {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return divisor === 1;
}
