/**
 * The weekly meeting: the facts.
 *
 * Mine: `own-noted` (birth of a note, and again), `own-forgotten`, `own-brought` (which of my notes I brought: their ids
 * would tell when they were written, so they stay here); `own-began` (birth of a look alone, or on one phone), `own-topic`,
 * `own-closed`. Ours, of either: `proposed` (birth), `moved`, `agreed` (with the promise that it is), `not-this-week`,
 * `topic`, `thanked`; and of each for themselves `brought` (sealed until both have brought theirs), `taken-back` (one note,
 * after it opened), and `withdrawn` (one note, while it is sealed: all that was brought before it opens no more, and what
 * is left is brought anew).
 */
import { assert, type Json, limits } from '#kernel';
import { bodyField, bodyFields, readList, readMoment, readOneOf, readThing, readWhole, readWords } from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf, ThingId } from '../practice.ts';

/** The agenda, in its order. */
export const meetingParts = ['appreciation', 'good', 'topic', 'next'] as const;
export type MeetingPart = (typeof meetingParts)[number];

export const meetingLimits = {
  notesBroughtMax: 12,
  /** A kept appreciation has two paragraphs. */
  broughtCharsMax: 2 * coreLimits.paragraphCharsMax + 1,
  /** Of all that one of the two brings. */
  allCharsMax: 8_000,
  aheadMsMax: 60 * 24 * 3_600_000,
} as const;
assert(meetingLimits.allCharsMax * 3 + 2_048 < limits.entryBodyBytesMax, 'an entry holds all that one brings');

export const ownWays = ['alone', 'one-phone'] as const;
export type OwnWay = (typeof ownWays)[number];

export interface BroughtNote {
  readonly part: MeetingPart;
  readonly words: string;
}
/** With the thing that it comes from: a note, or a kept appreciation. */
export interface ChosenNote extends BroughtNote {
  readonly note: ThingId;
}

export interface MeetingTime {
  readonly kind: 'weekly-meeting/proposed' | 'weekly-meeting/moved';
  /** null: now. */
  readonly atMs: number | null;
}
export interface MeetingAgreed {
  readonly kind: 'weekly-meeting/agreed';
  /** The time that it was said to; null, also in events of earlier versions: whichever stood. */
  readonly atMs: number | null;
  /** Of the one who says yes, to come then. */
  readonly promise: ThingId | null;
}
export interface MeetingTold {
  readonly kind: 'weekly-meeting/not-this-week' | 'weekly-meeting/thanked';
}
export interface MeetingBrought {
  readonly kind: 'weekly-meeting/brought';
  readonly notes: readonly BroughtNote[];
}
export interface MeetingTakenBack {
  /** `withdrawn` is the name by which a device knows that what was sealed is to stay closed. */
  readonly kind: 'weekly-meeting/taken-back' | 'weekly-meeting/withdrawn';
  readonly nth: number;
}
export interface MeetingTopic {
  readonly kind: 'weekly-meeting/topic';
  /** From where the one sits who says it. */
  readonly whose: 'mine' | 'yours';
  readonly nth: number;
}
export type MeetingOursEvent =
  | MeetingTime
  | MeetingAgreed
  | MeetingTold
  | MeetingBrought
  | MeetingTakenBack
  | MeetingTopic;

export interface MeetingNoted extends BroughtNote {
  readonly kind: 'weekly-meeting/own-noted';
}
export interface MeetingOwnTold {
  readonly kind: 'weekly-meeting/own-forgotten' | 'weekly-meeting/own-closed';
}
export interface MeetingOwnBrought {
  readonly kind: 'weekly-meeting/own-brought';
  readonly notes: readonly ThingId[];
}
export interface MeetingOwnBegan {
  readonly kind: 'weekly-meeting/own-began';
  readonly way: OwnWay;
  readonly notes: readonly ChosenNote[];
}
export interface MeetingOwnTopic {
  readonly kind: 'weekly-meeting/own-topic';
  readonly nth: number;
}
export type MeetingMineEvent = MeetingNoted | MeetingOwnTold | MeetingOwnBrought | MeetingOwnBegan | MeetingOwnTopic;

export type MeetingEvent = MeetingMineEvent | MeetingOursEvent;
export type MeetingDraft = DraftOf<MeetingMineEvent, MeetingOursEvent>;

/** The one way from mine to ours: the words, and nothing about where they come from. */
export const bringNotes = (notes: readonly ChosenNote[]): MeetingBrought => ({
  kind: 'weekly-meeting/brought',
  notes: notes.map(({ part, words }) => ({ part, words })),
});

const readPart = readOneOf(meetingParts);
const readWay = readOneOf(ownWays);
const readWhose = readOneOf(['mine', 'yours'] as const);
const readNth = readWhole(0, meetingLimits.notesBroughtMax - 1);
const readBroughtWords = readWords(meetingLimits.broughtCharsMax);
const readNote = (json: Json | undefined): BroughtNote | null => {
  const fields = json === undefined ? null : bodyFields(json);
  if (fields === null) return null;
  const part = readPart(bodyField(fields, 'part'));
  const words = readBroughtWords(bodyField(fields, 'words'));
  return part === null || words === null ? null : { part, words };
};
const readChosen = (json: Json | undefined): ChosenNote | null => {
  const fields = json === undefined ? null : bodyFields(json);
  const said = readNote(json);
  const note = fields === null ? null : readThing(bodyField(fields, 'note'));
  return said === null || note === null ? null : { note, ...said };
};
const readNotes = readList(0, meetingLimits.notesBroughtMax, readNote);
const readAllChosen = readList(0, meetingLimits.notesBroughtMax, readChosen);
const readThings = readList(0, meetingLimits.notesBroughtMax, readThing);

export function parseMeeting(kind: string, body: Json): MeetingEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const at = (name: string) => bodyField(fields, name);
  switch (kind) {
    case 'weekly-meeting/agreed':
      return { kind, atMs: readMoment(at('atMs')), promise: readThing(at('promise')) };
    case 'weekly-meeting/not-this-week':
    case 'weekly-meeting/thanked':
    case 'weekly-meeting/own-forgotten':
    case 'weekly-meeting/own-closed':
      return { kind };
    case 'weekly-meeting/proposed':
    case 'weekly-meeting/moved': {
      const atMs = readMoment(at('atMs'));
      return atMs === null && at('atMs') !== null ? null : { kind, atMs };
    }
    case 'weekly-meeting/brought': {
      const notes = readNotes(at('notes'));
      return notes === null ? null : { kind, notes };
    }
    case 'weekly-meeting/own-brought': {
      const notes = readThings(at('notes'));
      return notes === null ? null : { kind, notes };
    }
    case 'weekly-meeting/own-began': {
      const [way, notes] = [readWay(at('way')), readAllChosen(at('notes'))];
      return way === null || notes === null ? null : { kind, way, notes };
    }
    case 'weekly-meeting/own-noted': {
      const said = readNote(body);
      return said === null ? null : { kind, ...said };
    }
    case 'weekly-meeting/taken-back':
    case 'weekly-meeting/withdrawn':
    case 'weekly-meeting/own-topic': {
      const nth = readNth(at('nth'));
      return nth === null ? null : { kind, nth };
    }
    case 'weekly-meeting/topic': {
      const [whose, nth] = [readWhose(at('whose')), readNth(at('nth'))];
      return whose === null || nth === null ? null : { kind, whose, nth };
    }
    default:
      return null;
  }
}

export function meetingToBody(event: MeetingEvent): Json {
  const { kind: _, ...body } = event;
  return body as unknown as Json; // plain fields of texts, numbers and lists of them
}
