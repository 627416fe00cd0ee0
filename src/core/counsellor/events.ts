/**
 * A page for a counsellor: the facts.
 *
 * Ours: `counsellor/begun` (birth of a page, by either), and of each of the two a *consent*, a thing of its own:
 * `consented` (sealed until both have), `withdrawn` (before its date). A consent holds ids of things that are ours
 * already, never a word.
 * Mine: `own-begun` (birth of a page for me alone), `own-kept` (of a page of both for which I wrote), `own-chosen` (what I would say yes to), `own-forgotten`, and of
 * each text that I copied for my own page `own-copied` (birth), `own-shown`, `own-forgotten`. No event of ours can
 * carry a text.
 *
 * A list of what was chosen is written at one length, however much was chosen, so that its size says nothing.
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, type Read, readList, readMoment, readOneOf, readThing, readWords } from '../body.ts';
import type { DraftOf, ThingId } from '../practice.ts';
import { isWallDate, type WallDate } from '../time.ts';

export const counsellorLimits = {
  /** As many as still fit the smallest sealed form; a session has no time for more. */
  itemsMax: 48,
  copyCharsMax: limits.noteCharsMax,
  /** A consent holds no longer, whatever it says. */
  consentMsMax: 30 * 24 * 3_600_000,
  /** So that a week after the session lies within that time. */
  sessionAheadDaysMax: 23,
} as const;

export interface CounsellorBegun {
  readonly kind: 'counsellor/begun' | 'counsellor/own-begun' | 'counsellor/own-kept';
  readonly day: WallDate;
}
export interface CounsellorConsented {
  readonly kind: 'counsellor/consented';
  readonly page: ThingId;
  readonly items: readonly ThingId[];
  /** The last moment of what I had before me when I chose: what was added later is not on the page. */
  readonly seenUntilMs: number;
  readonly untilMs: number;
}
export interface CounsellorWithdrawn {
  readonly kind: 'counsellor/withdrawn';
}
export interface CounsellorChosen {
  readonly kind: 'counsellor/own-chosen';
  readonly items: readonly ThingId[];
}
export interface CounsellorCopied {
  readonly kind: 'counsellor/own-copied';
  readonly page: ThingId;
  readonly words: string;
}
export interface CounsellorShown {
  readonly kind: 'counsellor/own-shown';
  readonly isShown: boolean;
}
export interface CounsellorForgotten {
  readonly kind: 'counsellor/own-forgotten';
}

type Begun<Kind extends CounsellorBegun['kind']> = CounsellorBegun & { readonly kind: Kind };
export type CounsellorOursEvent = Begun<'counsellor/begun'> | CounsellorConsented | CounsellorWithdrawn;
export type CounsellorMineEvent =
  | Begun<'counsellor/own-begun'>
  | Begun<'counsellor/own-kept'>
  | CounsellorChosen
  | CounsellorCopied
  | CounsellorShown
  | CounsellorForgotten;

export type CounsellorEvent = CounsellorMineEvent | CounsellorOursEvent;
export type CounsellorDraft = DraftOf<CounsellorMineEvent, CounsellorOursEvent>;

/** The one way over: which things may stand on the page, in an order that says nothing. No word goes along. */
export const consentTo = (
  page: ThingId,
  items: readonly ThingId[],
  seenUntilMs: number,
  untilMs: number,
): CounsellorConsented => ({ kind: 'counsellor/consented', page, items: [...items].sort(), seenUntilMs, untilMs });

/** Fills a list up to its one length; no thing has this id. */
const nothing = '0'.repeat(32);

const itemsToBody = (items: readonly ThingId[]): Json => [
  ...items,
  ...Array<string>(Math.max(0, counsellorLimits.itemsMax - items.length)).fill(nothing),
];

const readAll = readList(0, counsellorLimits.itemsMax, readThing);
const readItems: Read<readonly ThingId[]> = (json) => {
  const all = readAll(json);
  return all === null ? null : [...new Set(all)].filter((item) => item !== nothing);
};
const readDay: Read<WallDate> = (json) => (typeof json === 'string' && isWallDate(json) ? json : null);
const readCopy = readWords(counsellorLimits.copyCharsMax);
const readYes = readOneOf([0, 1]);

export function parseCounsellor(kind: string, body: Json): CounsellorEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const read = <T>(reader: Read<T>, name: string): T | null => reader(bodyField(fields, name));
  switch (kind) {
    case 'counsellor/withdrawn':
    case 'counsellor/own-forgotten':
      return { kind };
    case 'counsellor/begun':
    case 'counsellor/own-begun':
    case 'counsellor/own-kept': {
      const day = read(readDay, 'day');
      return day === null ? null : { kind, day };
    }
    case 'counsellor/consented': {
      const [page, items] = [read(readThing, 'page'), read(readItems, 'items')];
      const [seenUntilMs, untilMs] = [read(readMoment, 'seenUntilMs'), read(readMoment, 'untilMs')];
      if (page === null || items === null || seenUntilMs === null || untilMs === null) return null;
      return { kind, page, items, seenUntilMs, untilMs };
    }
    case 'counsellor/own-chosen': {
      const items = read(readItems, 'items');
      return items === null ? null : { kind, items };
    }
    case 'counsellor/own-copied': {
      const [page, words] = [read(readThing, 'page'), read(readCopy, 'words')];
      return page === null || words === null ? null : { kind, page, words };
    }
    case 'counsellor/own-shown': {
      const isShown = read(readYes, 'shown');
      return isShown === null ? null : { kind, isShown: isShown === 1 };
    }
    default:
      return null;
  }
}

export function counsellorToBody(event: CounsellorEvent): Json {
  switch (event.kind) {
    case 'counsellor/own-shown':
      return { shown: event.isShown ? 1 : 0 };
    case 'counsellor/consented':
    case 'counsellor/own-chosen': {
      const { kind: _, ...body } = event;
      return { ...body, items: itemsToBody(event.items) };
    }
    default: {
      const { kind: _, ...body } = event;
      return body;
    }
  }
}
