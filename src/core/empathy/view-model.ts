/** Empathy, as screens list it: everything that was said about one feeling, and the words I would like to hear. */
import { limits } from '#kernel';
import type { ThingId } from '../practice.ts';
import type { Empathy, EmpathyAnswer, EmpathyAsking, EmpathyKept } from './fold.ts';

export type Empathies = ReadonlyMap<ThingId, Empathy>;

/** What was said to one check-in, in the order in which it was said. */
export interface SaidToFeeling {
  readonly answers: readonly EmpathyAnswer[];
  readonly askings: readonly EmpathyAsking[];
}

export function saidToFeeling(things: Empathies, to: ThingId): SaidToFeeling {
  const about = [...things.values()].filter((one) => one.to === to);
  return {
    answers: about.filter((one) => one.type === 'answer').sort(byBirth),
    askings: about.filter((one) => one.type === 'asking').sort(byBirth),
  };
}

/**
 * True while no answer of mine stands to that feeling, or the one who shared said of each that something is missing:
 * nobody is answered over and over.
 */
export const canAnswerAnew = (things: Empathies, to: ThingId): boolean =>
  saidToFeeling(things, to).answers.every(
    ({ by, standing, landed }) => by !== 'me' || standing !== 'ours' || landed?.landing === 'almost',
  );

/** What I would like to hear, latest first. */
export const wordsToHear = (things: Empathies): readonly EmpathyKept[] =>
  [...things.values()]
    .filter((one) => one.type === 'kept')
    .sort((a, b) => byBirth(b, a))
    .slice(0, limits.rowsShownMax);

const byBirth = (a: Empathy, b: Empathy): number => bornAtMs(a) - bornAtMs(b) || (a.id < b.id ? -1 : 1);

/** When it was first written, asked or kept. */
export function bornAtMs(one: Empathy): number {
  if (one.type === 'answer') return one.sharedAtMs ?? one.writtenAtMs;
  return one.type === 'asking' ? one.askedAtMs : one.keptAtMs;
}
