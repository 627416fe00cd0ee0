/** Benefit of the doubt, as screens list it. Where help comes first, no screen is even given an explanation. */
import type { ThingId } from '../practice.ts';
import type { Doubt } from './fold.ts';
import { cameTrueOften, type DoubtsById, isHelpFirst, isLeft } from './help-first.ts';

export interface DoubtShown {
  readonly id: ThingId;
  readonly beganAtMs: number;
  readonly saw: string;
  /** null: a note of what I saw, or help comes first. */
  readonly explained: Pick<Doubt, 'story' | 'others' | 'question'> | null;
  /** undefined: a note, which has no end. */
  readonly turnedOut: Doubt['turnedOut'] | undefined;
}

export interface DoubtsShown {
  readonly isHelpFirst: boolean;
  /** Taking back the way out would change something. */
  readonly canBeginAgain: boolean;
  /** Latest first. */
  readonly list: readonly DoubtShown[];
}

export function doubtsShown(things: DoubtsById): DoubtsShown {
  const isHelp = isHelpFirst(things);
  return {
    isHelpFirst: isHelp,
    canBeginAgain: isLeft(things) && !cameTrueOften(things),
    list: [...things.values()]
      .flatMap((one): readonly DoubtShown[] => {
        if (one.type === 'way-out') return [];
        const { id, beganAtMs, saw } = one;
        if (one.type === 'seen') return [{ id, beganAtMs, saw, explained: null, turnedOut: undefined }];
        const { story, others, question, turnedOut } = one;
        return [{ id, beganAtMs, saw, explained: isHelp ? null : { story, others, question }, turnedOut }];
      })
      .sort((a, b) => b.beganAtMs - a.beganAtMs || (a.id < b.id ? 1 : -1)),
  };
}
