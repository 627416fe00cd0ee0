/**
 * Rebuilding: the facts. No fact holds an answer of the gate, a reason, a blame or a count.
 *
 * A path. Ours: `proposed` (with the role of the one who proposes), `taken-up` (by the other, who has the other role: no
 * fact names a role for somebody else), `ended` (by either).
 * A side: what one of the two writes in their role. Mine: `own-written`. Ours: `shared`, `withdrawn`.
 * An item of agreed openness. Ours: `item-proposed` (the first yes of the one who proposes), `item-agreed` (any further yes,
 * of either), `item-ended`. Each yes belongs to a round and says until when it holds for whoever says it.
 * An hour for questions. Ours: `hour-offered`, `hour-agreed`, `ended`. A ritual. Ours: `ritual-added`, `ritual-rested`.
 * A question kept for such an hour. Mine: `own-asked`; nothing shares it.
 * Mine, of all of these: `own-forgotten`, and `own-set-aside` (leaves what the other proposed; tells nobody).
 */
import { type Json, limits } from '#kernel';
import {
  bodyField,
  bodyFields,
  type Read,
  readMoment,
  readOneOf,
  readText,
  readThing,
  readWhole,
  readWords,
} from '../body.ts';
import { coreLimits } from '../limits.ts';
import type { DraftOf, ThingId } from '../practice.ts';

export const rebuildingRoles = ['broke', 'hurt'] as const;
export type RebuildingRole = (typeof rebuildingRoles)[number];
export const otherRole = (role: RebuildingRole): RebuildingRole => (role === 'broke' ? 'hurt' : 'broke');

const dayMs = 24 * 3_600_000;
/** No yes to openness holds for longer. */
export const openDaysMax = 30;
export const openMsMax = openDaysMax * dayMs;
export const itemRoundsMax = 1_000;
export const hourMinutesMax = 60;
const hourMinutesMin = 5;

/** Who broke it: what I did; what it did to you. Who was hurt: what I need to know; what I do not want to know. */
export interface SideWords {
  readonly role: RebuildingRole;
  readonly first: string;
  readonly second: string;
}

export interface PathProposed {
  readonly kind: 'rebuilding/proposed';
  readonly role: RebuildingRole;
}
export interface RebuildingMark {
  readonly kind:
    | 'rebuilding/taken-up'
    | 'rebuilding/ended'
    | 'rebuilding/withdrawn'
    | 'rebuilding/hour-agreed'
    | 'rebuilding/ritual-rested';
}
export interface SideShared extends SideWords {
  readonly kind: 'rebuilding/shared';
}
export interface ItemProposed {
  readonly kind: 'rebuilding/item-proposed';
  readonly path: ThingId;
  readonly words: string;
  readonly untilMs: number;
}
export interface ItemAgreed {
  readonly kind: 'rebuilding/item-agreed';
  readonly round: number;
  readonly untilMs: number;
}
export interface ItemEnded {
  readonly kind: 'rebuilding/item-ended';
  readonly round: number;
}
export interface HourOffered {
  readonly kind: 'rebuilding/hour-offered';
  readonly path: ThingId;
  readonly startMs: number;
  readonly minutes: number;
}
export interface RitualAdded {
  readonly kind: 'rebuilding/ritual-added';
  readonly path: ThingId;
  readonly words: string;
}
export type RebuildingOursEvent =
  | PathProposed
  | RebuildingMark
  | SideShared
  | ItemProposed
  | ItemAgreed
  | ItemEnded
  | HourOffered
  | RitualAdded;

export interface SideWritten extends SideWords {
  readonly kind: 'rebuilding/own-written';
}
export interface OwnAsked {
  readonly kind: 'rebuilding/own-asked';
  readonly words: string;
}
export interface OwnSetAside {
  readonly kind: 'rebuilding/own-set-aside';
  readonly round: number;
}
export interface OwnForgotten {
  readonly kind: 'rebuilding/own-forgotten';
}
export type RebuildingMineEvent = SideWritten | OwnAsked | OwnSetAside | OwnForgotten;

export type RebuildingEvent = RebuildingMineEvent | RebuildingOursEvent;
export type RebuildingDraft = DraftOf<RebuildingMineEvent, RebuildingOursEvent>;

/** The one way from mine to ours. */
export const shareSide = ({ role, first, second }: SideWords): SideShared => ({
  kind: 'rebuilding/shared',
  role,
  first,
  second,
});

const readRole = readOneOf(rebuildingRoles);
const readParagraph = readText(coreLimits.paragraphCharsMax);
const readLine = readWords(limits.lineCharsMax);
const readRound = readWhole(1, itemRoundsMax);
const readMinutes = readWhole(hourMinutesMin, hourMinutesMax);

export function parseRebuilding(kind: string, body: Json): RebuildingEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const read = <T>(reader: Read<T>, name: string): T | null => reader(bodyField(fields, name));
  switch (kind) {
    case 'rebuilding/taken-up':
    case 'rebuilding/ended':
    case 'rebuilding/withdrawn':
    case 'rebuilding/hour-agreed':
    case 'rebuilding/ritual-rested':
    case 'rebuilding/own-forgotten':
      return { kind };
    case 'rebuilding/proposed': {
      const role = read(readRole, 'role');
      return role === null ? null : { kind, role };
    }
    case 'rebuilding/shared':
    case 'rebuilding/own-written': {
      const [role, first, second] = [
        read(readRole, 'role'),
        read(readParagraph, 'first'),
        read(readParagraph, 'second'),
      ];
      if (role === null || first === null || second === null || (first + second).trim() === '') return null;
      return { kind, role, first, second };
    }
    case 'rebuilding/own-asked': {
      const words = read(readLine, 'words');
      return words === null ? null : { kind, words };
    }
    case 'rebuilding/item-ended':
    case 'rebuilding/own-set-aside': {
      const round = read(readRound, 'round');
      return round === null ? null : { kind, round };
    }
    case 'rebuilding/item-agreed': {
      const [round, untilMs] = [read(readRound, 'round'), read(readMoment, 'untilMs')];
      return round === null || untilMs === null ? null : { kind, round, untilMs };
    }
    case 'rebuilding/item-proposed': {
      const [path, words, untilMs] = [read(readThing, 'path'), read(readLine, 'words'), read(readMoment, 'untilMs')];
      return path === null || words === null || untilMs === null ? null : { kind, path, words, untilMs };
    }
    case 'rebuilding/ritual-added': {
      const [path, words] = [read(readThing, 'path'), read(readLine, 'words')];
      return path === null || words === null ? null : { kind, path, words };
    }
    case 'rebuilding/hour-offered': {
      const [path, startMs, minutes] = [
        read(readThing, 'path'),
        read(readMoment, 'startMs'),
        read(readMinutes, 'minutes'),
      ];
      return path === null || startMs === null || minutes === null ? null : { kind, path, startMs, minutes };
    }
    default:
      return null;
  }
}

export function rebuildingToBody({ kind: _, ...body }: RebuildingEvent): Json {
  return body;
}
