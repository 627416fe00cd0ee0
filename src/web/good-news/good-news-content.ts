/** Open questions and warm lines. A module of its own, so that the first load does not carry it. */
import content from '#content/good-news/en.json' with { type: 'json' };
import { questionsFor, type ThingId } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}

export const warmLines: readonly Line[] = content.warm;

const groups: readonly (readonly Line[])[] = content.groups.map(({ questions }) => questions);

/** Three for one piece of news: about the moment, about the person, about what comes next. */
export const threeQuestions = (thing: ThingId): readonly Line[] => questionsFor(thing, groups);
