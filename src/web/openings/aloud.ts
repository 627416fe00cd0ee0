/**
 * Taking turns aloud: which question lies between the two, and for whom. A screen holds it and nobody writes it down;
 * it is gone when the screen closes. On the way it may become lighter, for both, and never deeper.
 */
import { type OpeningDepth, openingDepths, openingLevel } from '#core';

export interface Aloud {
  readonly depth: OpeningDepth;
  /** Turns that were passed on. Even: whoever began. */
  readonly turn: number;
  /** Questions that lay there before this one, answered or not. */
  readonly asked: number;
}

export const beginAloud = (depth: OpeningDepth): Aloud => ({ depth, turn: 0, asked: 0 });

/** To the other one, with a question of theirs. */
export const passOn = (aloud: Aloud): Aloud => ({ ...anotherOne(aloud), turn: aloud.turn + 1 });

/** No reason is asked for. */
export const anotherOne = (aloud: Aloud): Aloud => ({ ...aloud, asked: aloud.asked + 1 });

/** From here on, for both. */
export const goLighter = (aloud: Aloud): Aloud => ({
  ...aloud,
  depth: openingDepths[Math.max(0, openingLevel(aloud.depth) - 1)] ?? 'light',
});

/** `agreed`: as deep as both have said at this moment, which either may take back while they sit there. */
export const withinAgreed = (aloud: Aloud, agreed: OpeningDepth): Aloud =>
  openingLevel(aloud.depth) <= openingLevel(agreed) ? aloud : { ...aloud, depth: agreed };

/** Out of all, in the order of this sitting: each of its depth once before any comes back. */
export function questionAloud<Question extends { readonly id: string }>(
  { depth, asked }: Aloud,
  all: readonly Question[],
): Question | undefined {
  const fitting = all.filter(({ id }) => openingLevel(id) === openingLevel(depth));
  return fitting[asked % Math.max(1, fitting.length)];
}
