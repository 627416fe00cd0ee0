/** What each step says, and what can be chosen in it. A module of its own, so that the first load does not carry it. */
import content from '#content/programme/en.json' with { type: 'json' };
import type { DayKind, PathStage } from '#core';

export interface PathChoice {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly path: string;
  /** `one`, `two`, `one-or-two`. */
  readonly people: string;
  readonly minutes: { readonly from: number; readonly to: number };
  /** How many lots it has in a draw; with none it is only ever chosen (something hard is not suggested by chance). */
  readonly lots: number;
}

export interface StageWords {
  readonly title: string;
  readonly line: string;
  readonly why: string;
  /** For a hard week. */
  readonly smallest: string;
  readonly notice: string;
}

const { rhythm, steps } = content;

export const stageWords = (stage: PathStage): StageWords => steps.find(({ id }) => id === stage) ?? rhythm;

/** What a day of this kind offers; of a free day, and of the whole rhythm, both the small and the longer. */
export function choicesOf(stage: PathStage, kind: DayKind): readonly PathChoice[] {
  const step = steps.find(({ id }) => id === stage);
  if (step !== undefined) return idsToChoices(step.ids);
  const small = idsToChoices(rhythm.small.ids);
  const longer = idsToChoices(rhythm.longer.ids);
  if (kind === 'small') return small;
  return kind === 'longer' ? longer : [...small, ...longer];
}

export const choiceOf = (id: string): PathChoice | null => content.choices.find((choice) => choice.id === id) ?? null;

const idsToChoices = (ids: readonly string[]): readonly PathChoice[] => ids.flatMap((id) => choiceOf(id) ?? []);
