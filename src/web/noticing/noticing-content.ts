/** Cues, openers, quick answers and tips. A module of its own, so that the first load does not carry it. */
import content from '#content/noticing/en.json' with { type: 'json' };
import { type Closeness, type Cue, cues } from '#core';

export interface CueWords {
  readonly id: string;
  readonly word: string;
  /** As the end of "I noticed that …", spoken to the other. */
  readonly said: string;
}

export interface KindWords {
  readonly id: Cue;
  readonly word: string;
  readonly definition: string;
  readonly cues: readonly CueWords[];
}

export interface Opener {
  readonly id: string;
  readonly when: string;
  readonly fits: readonly string[];
  readonly way: string;
  readonly template: string;
  readonly plain: string;
}

export const kinds: readonly KindWords[] = content.kinds.flatMap((kind) => {
  const id = cues.find((cue) => cue === kind.id);
  return id === undefined ? [] : [{ ...kind, id }];
});
export const certaintyWords: readonly string[] = content.certainties.map(({ word }) => word);
export const openers: readonly Opener[] = content.openers;
export const quickAnswers: readonly { readonly id: string; readonly text: string }[] = content.answers;
export const tips: readonly { readonly id: string; readonly text: string }[] = content.tips;

export const closenessWord = (closeness: Closeness): string =>
  content.closenesses.find(({ id }) => id === closeness)?.word ?? closeness;
