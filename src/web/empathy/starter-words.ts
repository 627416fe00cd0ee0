/** Which beginnings fit a feeling, and how one reads with its words. Pure. */
import type { FeelingNamed } from '#core';
import { type FeelingsContent, feelingToFace } from '../check-in/feelings.ts';
import type { Starter } from './empathy-content.ts';

/** More than two in one sentence is a list. */
const feelingsNamedMax = 2;

/** Those for the corner of the first feeling that has one, before those for any feeling. */
export function fittingStarters(
  starters: readonly Starter[],
  feelings: readonly FeelingNamed[],
  content: FeelingsContent,
): readonly Starter[] {
  const quadrant = feelings.map((feeling) => feelingToFace(feeling, content).quadrant).find((one) => one !== null);
  const fitting = quadrant === undefined ? starters : starters.filter(({ fits }) => fits.includes(quadrant));
  return fitting.toSorted((a, b) => a.fits.length - b.fits.length);
}

/** "It makes sense that you feel tired and sad after that." A word of one's own does not go into a sentence of ours. */
export function starterToText(
  starter: Starter,
  feelings: readonly FeelingNamed[],
  content: FeelingsContent,
  locale: string,
): string {
  const faces = feelings.map((feeling) => feelingToFace(feeling, content));
  const words = faces.filter(({ quadrant }) => quadrant !== null).map(({ word }) => word);
  if (words.length === 0) return starter.plain;
  return starter.template.replace('{feeling}', new Intl.ListFormat(locale).format(words.slice(0, feelingsNamedMax)));
}
