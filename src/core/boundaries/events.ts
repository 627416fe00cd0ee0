/**
 * Boundaries: the facts.
 *
 * Ours, of the one whose boundary it is: `boundaries/shared` (all of its words, and when it ends by itself), `ended`
 * (before that), `answered` (to a question). Ours, of the other one: `understood`, `asked`.
 * Mine: `own-written` (birth, and again when it is put differently), `own-forgotten`, `own-set-aside` (a question that
 * I leave: sends nothing), `own-crossed` (birth of a note that has no way to ours).
 *
 * A boundary may be shared again after it ended. Each time has a number, its round, and every word about it names the
 * round it belongs to: so what was said of the earlier wording is never taken for the new one, whatever came first.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readMoment, readText, readThing, readWhole, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf, ThingId } from '../practice.ts';

export const roundsMax = 1_000;

export interface BoundaryWords {
  /** What it is about, for lists. */
  readonly about: string;
  readonly fine: string;
  readonly ask: string;
  readonly no: string;
  /** What I do to keep it. */
  readonly keep: string;
}

export interface CrossingWords {
  readonly happened: string;
  /** The calm sentence that I said or mean to say. */
  readonly said: string;
  readonly did: string;
}

export interface BoundaryShared extends BoundaryWords {
  readonly kind: 'boundaries/shared';
  readonly round: number;
  readonly untilMs: number;
}
export interface BoundaryEnded {
  readonly kind: 'boundaries/ended';
  readonly round: number;
}
export interface BoundaryUnderstood {
  readonly kind: 'boundaries/understood';
  readonly round: number;
}
export interface BoundaryAsked {
  readonly kind: 'boundaries/asked';
  readonly round: number;
  readonly question: string;
}
export interface BoundaryAnswered {
  readonly kind: 'boundaries/answered';
  /** The moment of the question names it. */
  readonly askedAtMs: number;
  readonly words: string;
}
export type BoundariesOursEvent =
  | BoundaryShared
  | BoundaryEnded
  | BoundaryUnderstood
  | BoundaryAsked
  | BoundaryAnswered;

export interface BoundaryWritten extends BoundaryWords {
  readonly kind: 'boundaries/own-written';
  readonly reviewAtMs: number;
}
export interface BoundaryForgotten {
  readonly kind: 'boundaries/own-forgotten';
}
export interface BoundarySetAside {
  readonly kind: 'boundaries/own-set-aside';
  readonly askedAtMs: number;
}
export interface BoundaryCrossed extends CrossingWords {
  readonly kind: 'boundaries/own-crossed';
  readonly boundary: ThingId;
}
export type BoundariesMineEvent = BoundaryWritten | BoundaryForgotten | BoundarySetAside | BoundaryCrossed;

export type BoundariesEvent = BoundariesMineEvent | BoundariesOursEvent;
export type BoundariesDraft = DraftOf<BoundariesMineEvent, BoundariesOursEvent>;

/** The one way from mine to ours. */
export const shareBoundary = (
  { about, fine, ask, no, keep }: BoundaryWords,
  round: number,
  untilMs: number,
): BoundaryShared => ({ kind: 'boundaries/shared', about, fine, ask, no, keep, round, untilMs });

const readAbout = readWords(limits.nameCharsMax);
const readParagraph = readText(coreLimits.paragraphCharsMax);
const readRound = readWhole(1, roundsMax);
const readQuestion = readWords(limits.lineCharsMax);
const readAnswer = readWords(coreLimits.paragraphCharsMax);

export function parseBoundaries(kind: string, body: Json): BoundariesEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const read = <T>(reader: Read<T>, name: string): T | null => reader(bodyField(fields, name));
  switch (kind) {
    case 'boundaries/own-forgotten':
      return { kind };
    case 'boundaries/own-written': {
      const words = readBoundary(read);
      const reviewAtMs = read(readMoment, 'reviewAtMs');
      return words === null || reviewAtMs === null ? null : { kind, ...words, reviewAtMs };
    }
    case 'boundaries/shared': {
      const [words, round, untilMs] = [readBoundary(read), read(readRound, 'round'), read(readMoment, 'untilMs')];
      return words === null || round === null || untilMs === null ? null : { kind, ...words, round, untilMs };
    }
    case 'boundaries/ended':
    case 'boundaries/understood': {
      const round = read(readRound, 'round');
      return round === null ? null : { kind, round };
    }
    case 'boundaries/asked': {
      const [round, question] = [read(readRound, 'round'), read(readQuestion, 'question')];
      return round === null || question === null ? null : { kind, round, question };
    }
    case 'boundaries/answered': {
      const [askedAtMs, words] = [read(readMoment, 'askedAtMs'), read(readAnswer, 'words')];
      return askedAtMs === null || words === null ? null : { kind, askedAtMs, words };
    }
    case 'boundaries/own-set-aside': {
      const askedAtMs = read(readMoment, 'askedAtMs');
      return askedAtMs === null ? null : { kind, askedAtMs };
    }
    case 'boundaries/own-crossed': {
      const [boundary, happened] = [read(readThing, 'boundary'), read(readParagraph, 'happened')];
      const [said, did] = [read(readParagraph, 'said'), read(readParagraph, 'did')];
      if (boundary === null || happened === null || said === null || did === null) return null;
      return { kind, boundary, happened, said, did };
    }
    default:
      return null;
  }
}

function readBoundary(read: <T>(reader: Read<T>, name: string) => T | null): BoundaryWords | null {
  const [about, fine, ask] = [read(readAbout, 'about'), read(readParagraph, 'fine'), read(readParagraph, 'ask')];
  const [no, keep] = [read(readParagraph, 'no'), read(readParagraph, 'keep')];
  if (about === null || fine === null || ask === null || no === null || keep === null) return null;
  return { about, fine, ask, no, keep };
}

export function boundariesToBody({ kind: _, ...body }: BoundariesEvent): Json {
  return body;
}
