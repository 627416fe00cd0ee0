/** Other explanations and gentle questions. A module of its own, so that the first load does not carry it. */
import content from '#content/benefit-of-the-doubt/en.json' with { type: 'json' };

interface Line {
  readonly id: string;
  readonly text: string;
}

export const otherIdeas: readonly Line[] = content.others;
export const gentleQuestions: readonly Line[] = content.questions;
