/**
 * The neutral observer: the facts.
 *
 * Mine: `neutral-observer/own-written` (birth, and again with each new version), `own-forgotten`, `own-rested` ("not
 * now" to the suggestion: a thing of its own, written over each time, so that there is nothing to count).
 * Ours, of the one who wrote: `neutral-observer/shared` (a copy of the parts that were chosen), `withdrawn`.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readText } from '../body.ts';
import type { DraftOf } from '../practice.ts';
import { neutralLimits } from './limits.ts';

/** The line about it, and the three answers. Any may be empty, not all. */
export interface NeutralWords {
  readonly about: string;
  /** How someone who wants the best for both would see it. */
  readonly seen: string;
  /** What makes that view hard to take in the heat. */
  readonly hard: string;
  /** How I keep it in the weeks that come. */
  readonly keep: string;
}
export type NeutralPart = keyof NeutralWords;
export const neutralParts: readonly NeutralPart[] = ['about', 'seen', 'hard', 'keep'];

export interface NeutralWritten extends NeutralWords {
  readonly kind: 'neutral-observer/own-written';
}
export interface NeutralOwnMark {
  readonly kind: 'neutral-observer/own-forgotten' | 'neutral-observer/own-rested';
}
export type NeutralMineEvent = NeutralWritten | NeutralOwnMark;

export interface NeutralShared extends NeutralWords {
  readonly kind: 'neutral-observer/shared';
}
export interface NeutralWithdrawn {
  readonly kind: 'neutral-observer/withdrawn';
}
export type NeutralOursEvent = NeutralShared | NeutralWithdrawn;

export type NeutralEvent = NeutralMineEvent | NeutralOursEvent;
export type NeutralDraft = DraftOf<NeutralMineEvent, NeutralOursEvent>;

/** The one way from mine to ours: a copy of the parts that were chosen; the others stay empty in it. */
export function shareNeutral(words: NeutralWords, parts: readonly NeutralPart[]): NeutralShared {
  const chosen = (part: NeutralPart): string => (parts.includes(part) ? words[part] : '');
  return {
    kind: 'neutral-observer/shared',
    about: chosen('about'),
    seen: chosen('seen'),
    hard: chosen('hard'),
    keep: chosen('keep'),
  };
}

export const isNeutralEmpty = (words: NeutralWords): boolean => neutralParts.every((part) => words[part].trim() === '');

const markKinds = [
  'neutral-observer/own-forgotten',
  'neutral-observer/own-rested',
  'neutral-observer/withdrawn',
] as const;
const wordsKinds = ['neutral-observer/own-written', 'neutral-observer/shared'] as const;

const readLine = readText(limits.lineCharsMax);
const readAnswer = readText(neutralLimits.answerCharsMax);

export function parseNeutral(kind: string, body: Json): NeutralEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };
  const wordsKind = wordsKinds.find((known) => known === kind);
  if (wordsKind === undefined) return null;
  const about = readLine(bodyField(fields, 'about'));
  const seen = readAnswer(bodyField(fields, 'seen'));
  const hard = readAnswer(bodyField(fields, 'hard'));
  const keep = readAnswer(bodyField(fields, 'keep'));
  if (about === null || seen === null || hard === null || keep === null) return null;
  const words = { about, seen, hard, keep };
  return isNeutralEmpty(words) ? null : { kind: wordsKind, ...words };
}

export function neutralToBody(event: NeutralEvent): Json {
  switch (event.kind) {
    case 'neutral-observer/own-written':
    case 'neutral-observer/shared':
      return { about: event.about, seen: event.seen, hard: event.hard, keep: event.keep };
    default:
      return {};
  }
}
