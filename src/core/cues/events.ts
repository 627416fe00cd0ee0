/**
 * Cues: the facts. All of them are mine: `cues/own-reviewed` (a face in its moment was looked at, and how familiar it
 * is to me now) and `cues/own-forgotten`. There is no type that could stand in ours, and none for what I saw in a face:
 * what somebody thinks it is stays on the screen.
 */
import type { Json } from '#kernel';
import { bodyField, bodyFields, type Read, readOneOf } from '../body.ts';
import type { Draft } from '../practice.ts';

/** How familiar a face in its moment is, in my own eyes. It says when it comes back, and judges nothing. */
export type Familiarity = 'new' | 'unsure' | 'familiar' | 'very-familiar';
export const familiarities: readonly Familiarity[] = ['new', 'unsure', 'familiar', 'very-familiar'];

export const cuesLimits = {
  /** Looks at one card that one thing holds; the next look begins another thing. */
  looksPerThingMax: 24,
  /** A full thing stays at hand this long after its last look; then it rests with its month. */
  fullOpenMsMax: 366 * 24 * 3_600_000,
} as const;

export interface Reviewed {
  readonly kind: 'cues/own-reviewed';
  /** A card of the content: a face and its moment. One that this version does not know is kept, and not shown. */
  readonly card: string;
  readonly grade: Familiarity;
}
export interface CuesForgotten {
  readonly kind: 'cues/own-forgotten';
}
export type CuesEvent = Reviewed | CuesForgotten;

/** No draft of this practice can go anywhere but into mine. */
export type CuesDraft = Draft<CuesEvent> & { readonly space: 'mine'; readonly mode?: 'at-once' };

const cardShape = /^[a-z][a-z0-9-]{0,39}$/;

export const readCard: Read<string> = (json) => (typeof json === 'string' && cardShape.test(json) ? json : null);
const readGrade = readOneOf(familiarities);

export function parseCues(kind: string, body: Json): CuesEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  if (kind === 'cues/own-forgotten') return { kind };
  if (kind !== 'cues/own-reviewed') return null;
  const card = readCard(bodyField(fields, 'card'));
  const grade = readGrade(bodyField(fields, 'grade'));
  return card === null || grade === null ? null : { kind, card, grade };
}

export const cuesToBody = (event: CuesEvent): Json =>
  event.kind === 'cues/own-reviewed' ? { card: event.card, grade: event.grade } : {};
