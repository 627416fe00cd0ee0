/**
 * Two checks of words. Both know no language: the lists come in.
 *
 * - `reachesIn` of boundaries, with more than one list: openness may neither ask for nor offer a way into somebody's
 *   passwords, devices, messages or whereabouts. What is offered under pressure is taken all the same.
 * - `firstExcuse`: the first words that take back what an owning says. Only pointed out, before sharing, to the writer.
 */
import { type ReachWords, reachesIn } from '../boundaries/wording.ts';

export const isNoOpenness = (text: string, lists: readonly ReachWords[]): boolean =>
  lists.some((list) => reachesIn(text, 'fine', list));

/** As it stands in the list; null: none is there. */
export function firstExcuse(text: string, excuses: readonly string[]): string | null {
  const said = ` ${(
    text
      .toLowerCase()
      .replace(/[\u2018\u2019\u02bc]/gu, "'")
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? []
  ).join(' ')} `;
  return excuses.find((excuse) => said.includes(` ${excuse} `)) ?? null;
}
