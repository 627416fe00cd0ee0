/**
 * Check-in: the facts.
 *
 * Mine:  `check-in/written` (birth), `check-in/rewritten`, `check-in/forgotten`.
 * Ours:  `check-in/shared` (birth for the other; also the sealed one), `check-in/changed`, `check-in/withdrawn`.
 *
 * What stands in ours has types of its own. The offset of the clocks stays in mine: it would tell where someone is.
 * A fact is never given another meaning: a new meaning gets a new kind.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readList, readMoment, readOneOf, readText, readWhole } from '../body.ts';
import { type FeelingNamed, feelingToBody, readFeeling, readStrength, type Strength } from '../feelings.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf } from '../practice.ts';

export type Need = 'nothing' | 'heard' | 'help' | 'closeness' | 'quiet' | 'fun';
export const needs: readonly Need[] = ['nothing', 'heard', 'help', 'closeness', 'quiet', 'fun'];

/** What a check-in says. */
export interface CheckInWords {
  readonly feelings: readonly FeelingNamed[];
  readonly strength: Strength;
  /** Empty: not said. */
  readonly needs: readonly Need[];
  readonly note: string;
}

/** `for-now`: mine, and I mean to release it by hand later. */
export type Holding = 'mine' | 'for-now';

export interface CheckInWritten extends CheckInWords {
  readonly kind: 'check-in/written';
  readonly feltAtMs: number;
  /** Minutes that my clock was ahead of UTC when I felt it. */
  readonly offsetMinutes: number;
  readonly holding: Holding;
}
export interface CheckInRewritten extends CheckInWords {
  readonly kind: 'check-in/rewritten';
}
/** My private copy is no longer shown. */
export interface CheckInForgotten {
  readonly kind: 'check-in/forgotten';
}
export type CheckInMineEvent = CheckInWritten | CheckInRewritten | CheckInForgotten;

export interface CheckInShared extends CheckInWords {
  readonly kind: 'check-in/shared';
  readonly feltAtMs: number;
}
export interface CheckInChanged extends CheckInWords {
  readonly kind: 'check-in/changed';
}
export interface CheckInWithdrawn {
  readonly kind: 'check-in/withdrawn';
}
export type CheckInOursEvent = CheckInShared | CheckInChanged | CheckInWithdrawn;

export type CheckInEvent = CheckInMineEvent | CheckInOursEvent;
export type CheckInDraft = DraftOf<CheckInMineEvent, CheckInOursEvent>;

/** The one way from mine to ours: the words and when they were felt, and nothing else. */
export const shareCheckIn = (mine: Omit<CheckInWritten, 'kind' | 'offsetMinutes' | 'holding'>): CheckInShared => ({
  kind: 'check-in/shared',
  feelings: mine.feelings,
  strength: mine.strength,
  needs: mine.needs,
  note: mine.note,
  feltAtMs: mine.feltAtMs,
});

const readFeelings = readList(1, limits.feelingsPerCheckInMax, readFeeling);
const readNeeds = readList(0, coreLimits.needsPerCheckInMax, readOneOf(needs));
const readNote = readText(limits.noteCharsMax);
const readOffset = readWhole(-26 * 60, 26 * 60);
const readHolding = readOneOf<Holding>(['mine', 'for-now']);

export function parseCheckIn(kind: string, body: Json): CheckInEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  if (kind === 'check-in/forgotten' || kind === 'check-in/withdrawn') return { kind };

  const feelings = readFeelings(bodyField(fields, 'feelings'));
  const strength = readStrength(bodyField(fields, 'strength'));
  const needsRead = readNeeds(bodyField(fields, 'needs'));
  const note = readNote(bodyField(fields, 'note'));
  if (feelings === null || strength === null || needsRead === null || note === null) return null;
  const words: CheckInWords = { feelings, strength, needs: needsRead, note };
  if (kind === 'check-in/rewritten' || kind === 'check-in/changed') return { kind, ...words };

  const feltAtMs = readMoment(bodyField(fields, 'feltAtMs'));
  if (feltAtMs === null) return null;
  if (kind === 'check-in/shared') return { kind, ...words, feltAtMs };
  if (kind !== 'check-in/written') return null;
  const offsetMinutes = readOffset(bodyField(fields, 'offsetMinutes'));
  const holding = readHolding(bodyField(fields, 'holding'));
  return offsetMinutes === null || holding === null ? null : { kind, ...words, feltAtMs, offsetMinutes, holding };
}

const wordsToBody = (words: CheckInWords) => ({
  feelings: words.feelings.map(feelingToBody),
  strength: words.strength,
  needs: words.needs,
  note: words.note,
});

export function checkInToBody(event: CheckInEvent): Json {
  switch (event.kind) {
    case 'check-in/forgotten':
    case 'check-in/withdrawn':
      return {};
    case 'check-in/rewritten':
    case 'check-in/changed':
      return wordsToBody(event);
    case 'check-in/shared':
      return { ...wordsToBody(event), feltAtMs: event.feltAtMs };
    case 'check-in/written':
      return {
        ...wordsToBody(event),
        feltAtMs: event.feltAtMs,
        offsetMinutes: event.offsetMinutes,
        holding: event.holding,
      };
  }
}
