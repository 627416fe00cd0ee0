/** Good news, as screens list it, and the three questions that are offered to one piece of it. */
import type { ThingId } from '../practice.ts';
import type { GoodNews } from './fold.ts';

export type GoodNewsById = ReadonlyMap<ThingId, GoodNews>;

/** Latest first. */
export const goodNewsNewestFirst = (things: GoodNewsById): readonly GoodNews[] =>
  [...things.values()].sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1));

/** News of the other that I could still ask about. */
export const canBeAskedAbout = ({ teller, standing, question, isSetAside }: GoodNews): boolean =>
  teller === 'partner' && standing === 'ours' && question === null && !isSetAside;

/** A question to my news that I could still answer. */
export const asksMe = ({ teller, standing, question, answer, warm }: GoodNews): boolean =>
  teller === 'me' && standing === 'ours' && question !== null && answer === null && warm === null;

/** An answer to my question that I could still close with a warm line. */
export const canBeClosed = ({ teller, standing, answer, warm }: GoodNews): boolean =>
  teller === 'partner' && standing === 'ours' && answer !== null && warm === null;

/** When something was last said in it. */
export const lastSaidAtMs = ({ warm, answer, question, toldAtMs, beganAtMs }: GoodNews): number =>
  warm?.atMs ?? answer?.atMs ?? question?.atMs ?? toldAtMs ?? beganAtMs;

/**
 * One from each group, by the letters of the thing's id: the same three for the same news on every device and every
 * day, others for other news, and no chance in it. An id of another shape gets the first of each.
 */
export function questionsFor<Question>(thing: ThingId, groups: readonly (readonly Question[])[]): readonly Question[] {
  return groups.flatMap((group, place) => {
    // Six letters of the random part of the id for each group, from its end.
    const letters = thing.slice(12).slice(-6 * (place + 1), thing.length - 12 - 6 * place);
    const number = Number.parseInt(letters, 16);
    return group.slice(Number.isNaN(number) ? 0 : number % group.length).slice(0, 1);
  });
}
