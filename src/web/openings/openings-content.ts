/** Questions, depths and warm words. A module of its own, so that the first load does not carry it. */
import content from '#content/openings/en.json' with { type: 'json' };
import { type OpeningDepth, type OpeningWarm, openingDepths, openingLevel, openingWarms } from '#core';

interface Line {
  readonly id: string;
  readonly text: string;
}
const textOf = (lines: readonly Line[], id: string): string => lines.find((line) => line.id === id)?.text ?? '';

export const questionsUpTo = (depth: OpeningDepth): readonly Line[] =>
  content.questions.filter(({ id }) => openingLevel(id) <= openingLevel(depth));
/** '' for one of a later version. */
export const questionText = (id: string): string => textOf(content.questions, id);

export const depths: readonly { readonly depth: OpeningDepth; readonly text: string }[] = openingDepths.map(
  (depth) => ({ depth, text: textOf(content.depths, depth) }),
);
export const depthOf = (question: string): string => depths[openingLevel(question)]?.text ?? '';

export const receiveLines: readonly Line[] = content.receive;
export const listenLines: readonly Line[] = content.listen;

export const warmText = (warm: OpeningWarm): string => textOf(content.warm, warm);
export const warmLines: readonly { readonly warm: OpeningWarm; readonly text: string }[] = openingWarms.map((warm) => ({
  warm,
  text: warmText(warm),
}));
