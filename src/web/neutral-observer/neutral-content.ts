/** The three questions. A module of its own, so that the first load does not carry it. */
import content from '#content/neutral-observer/en.json' with { type: 'json' };
import type { NeutralPart } from '#core';

export type NeutralAnswer = Exclude<NeutralPart, 'about'>;

export interface NeutralQuestion {
  readonly id: NeutralAnswer;
  readonly title: string;
  readonly lead: string;
  /** Over the answer, when it is read. */
  readonly name: string;
  /** Over the field: a sentence that one's own words go on with. */
  readonly label: string;
}

const answers: readonly NeutralAnswer[] = ['seen', 'hard', 'keep'];

/** In the order in which they are asked. */
export const questions: readonly NeutralQuestion[] = answers.flatMap((id) => {
  const found = content.questions.find((question) => question.id === id);
  return found === undefined ? [] : [{ ...found, id }];
});

export const partName = (part: NeutralPart, about: string): string =>
  questions.find(({ id }) => id === part)?.name ?? about;
