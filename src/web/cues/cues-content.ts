/** Faces, moments and words. A module of its own, so that the first load does not carry it. */
import content from '#content/cues/en.json' with { type: 'json' };
import type { Familiarity } from '#core';
import type { MoveWords, StillWords } from './face-words.ts';
import { notationToUnits, type Units } from './units.ts';

export interface Reading {
  /** Ids of feelings; none: perhaps nothing can be told, or nothing is felt. */
  readonly feelings: readonly string[];
  readonly words: string;
}

/** A face in its moment. */
export interface CueCard {
  readonly id: string;
  readonly face: string;
  readonly context: string;
  readonly readings: readonly Reading[];
  /** Ids of the feelings to choose from. */
  readonly feelings: readonly string[];
  readonly question: string;
}

export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly authors: string;
  readonly year: number;
  readonly about: string;
}

export const cards: readonly CueCard[] = content.cards;
/** A face whose notation cannot be read is drawn at rest; the test sees to it that there is none. */
export const unitsByFace: ReadonlyMap<string, Units> = new Map(
  content.faces.map(({ id, shape }) => [id, notationToUnits(shape) ?? {}]),
);
export const standing: string = content.standing;
export const truths: readonly Claim[] = content.truths;
export const made: readonly Claim[] = content.made;
export const sources: readonly Source[] = content.sources;
export const moves: readonly MoveWords[] = content.moves;
export const still: StillWords = content.still;

export const cardsOfFace = (face: string): readonly CueCard[] => cards.filter((card) => card.face === face);

export const familiarityWord = (familiarity: Familiarity): string =>
  content.familiarities.find(({ id }) => id === familiarity)?.word ?? familiarity;

/** Faces that stand in two moments, in the order of the content. */
export const pairs: readonly (readonly [CueCard, CueCard])[] = content.faces.flatMap(({ id }) => {
  const [one, other] = cardsOfFace(id);
  return one === undefined || other === undefined ? [] : [[one, other] as const];
});
