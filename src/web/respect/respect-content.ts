/** The questions and the small steps. A module of its own, so that the first load does not carry it. */
import content from '#content/respect/en.json' with { type: 'json' };

interface Line {
  readonly id: string;
  readonly text: string;
}

export const questions: readonly Line[] = content.questions;
export const smallSteps: readonly Line[] = content.otherwise;
