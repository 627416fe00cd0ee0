/** Topics, sentences and the lists of words. A module of its own, so that the first load does not carry it. */
import content from '#content/boundaries/en.json' with { type: 'json' };
import type { BoundaryWords, IForm, ReachWords } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}

export const topics: readonly Line[] = content.topics;
export const keeps: readonly Line[] = content.keeps;
export const readyQuestions: readonly Line[] = content.questions;
export const reasons = content.reasons;
export const iForms: readonly IForm[] = content.forms;

/** What asks for a way into the other's life, said with their name too. */
export function reachFor(name: string): ReachWords {
  const { owners, ...rest } = content.reach.match;
  return { ...rest, owners: owners.map((owner) => owner.replace('{name}', name.toLowerCase())) };
}

/** Calm sentences, filled with my own words where the boundary has them. */
export const sentencesFor = (words: BoundaryWords): readonly Line[] =>
  content.sentences.flatMap(({ id, fits, text }) => {
    const own = fits === 'no' || fits === 'ask' || fits === 'keep' ? words[fits] : null;
    return own === '' ? [] : [{ id, text: text.replace('{words}', () => own ?? '') }];
  });
