/** What fits whoever walks, and what of it goes into today's draw. Pure. */
import { type Choice, idsToDrawAmong, type Path, type ProgrammeThings } from '#core';
import type { PathChoice } from './programme-content.ts';

/** Alone, only what one person can do; together, all of it. */
export const fitting = (choices: readonly PathChoice[], isTogether: boolean): readonly PathChoice[] =>
  choices.filter(({ people }) => isTogether || people !== 'two');

export function choicesToDraw(
  things: ProgrammeThings,
  { isTogether }: Pick<Path, 'isTogether'>,
  choices: readonly PathChoice[],
): readonly Choice[] {
  const lots = new Map(fitting(choices, isTogether).map(({ id, lots }) => [id, lots] as const));
  const drawable = [...lots.keys()].filter((id) => (lots.get(id) ?? 0) > 0);
  return idsToDrawAmong(things, drawable).map((id) => ({ practice: id, weight: lots.get(id) ?? 1 }));
}
