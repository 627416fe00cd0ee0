/**
 * My copy: what a person takes along, in a form that needs neither this app nor a key (docs/EXPORT.md). It holds what I
 * wrote whole, and what my partner shared with me as readable words: without signature, hash or device, with the day
 * instead of the time. So it proves nothing to anybody: whoever can type can make one.
 *
 * - What my partner took back, or what this version cannot read of theirs, is a blank reference: it was there, no words.
 * - What I asked to be forgotten is not in it.
 * - Read back, it gives only what was mine alone, as things of *mine*. A file is foreign: it is taken whole or not at
 *   all, and what no practice here can read is left out.
 */
import { err, isJsonObject, type Json, jsonToText, limits, ok, type Result, textToBytes, textToJson } from '#kernel';
import { bodyField, bodyFields, type Read, readList, readOneOf, readText, readThing, readWhole } from './body.ts';
import { coreLimits } from './limits.ts';
import type { PracticeAny, Recorded, Space, ThingId, Who } from './practice.ts';
import { addAllRecorded, noState, type RecordedAny, type Registry, type State } from './state.ts';

export const myCopyFormat = 'attune-my-copy';
export const myCopyVersion = 1;

export interface CopiedEvent {
  readonly by: Who;
  readonly in: Space;
  /** Mine: the moment, ISO 8601 in UTC. My partner's: the day. */
  readonly at: string;
  /** Of a blank reference: ''. */
  readonly kind: string;
  /** null: a blank reference. */
  readonly body: Json;
}

export interface CopiedThing {
  readonly id: ThingId;
  readonly practice: string;
  readonly events: readonly CopiedEvent[];
}

export interface MyCopy {
  readonly madeAt: string;
  readonly names: { readonly me: string; readonly partner: string };
  readonly things: readonly CopiedThing[];
}

export const myCopyLimits = {
  charsMax: 64 * 1024 * 1024,
  thingsMax: 100_000,
  eventsPerThingMax: 5_000,
  practiceCharsMax: 64,
  /** What the entry that brings an event back needs beside the event. */
  wrapBytes: 512,
} as const;

// ------------------------------------------------------------------------------------------------------ making one

/** `state`: with all months in it. */
export function stateToMyCopy(state: State, names: MyCopy['names'], madeAtMs: number): MyCopy {
  const things: CopiedThing[] = [];
  for (const kept of state.keptByMonth.values())
    for (const [id, { known, unknown }] of kept) {
      const unread = new Set(unknown.map(({ raw }) => raw.entry));
      const all = [...[...known.values()].flat(), ...unknown].map(({ raw }) => raw).sort(byMoment);
      const isForgotten = all.some((raw) => raw.who === 'me' && raw.space === 'mine' && isLast(raw, 'forgotten'));
      const isTakenBack = all.some((raw) => raw.who === 'partner' && isTakingBack(raw));
      const events = all
        .filter((raw) => !(isForgotten && raw.space === 'mine'))
        .map((raw) => (raw.who === 'me' ? ownEvent(raw) : theirEvent(raw, isTakenBack || unread.has(raw.entry))));
      const practice = [...known.keys()].sort()[0] ?? kindToPractice(all[0]?.event.kind ?? '');
      if (events.length > 0) things.push({ id, practice, events });
    }
  things.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { madeAt: toIso(madeAtMs), names, things };
}

const ownEvent = ({ event, space, atMs }: RecordedAny): CopiedEvent => ({
  by: 'me',
  in: space,
  at: toIso(atMs),
  kind: event.kind,
  body: event.body,
});

const theirEvent = ({ event, space, atMs }: RecordedAny, isBlank: boolean): CopiedEvent => ({
  by: 'partner',
  in: space,
  at: toIso(atMs).slice(0, 10),
  kind: isBlank ? '' : event.kind,
  body: isBlank ? null : event.body,
});

/** The last word of a kind: `check-in/withdrawn` and `open-questions/question-withdrawn` both end in one. */
const isLast = ({ event }: RecordedAny, word: string): boolean => new RegExp(`[/-]${word}$`).test(event.kind);

/** Also of one note among those that were brought to a meeting: then none of theirs is copied, rather than one too many. */
const isTakingBack = (raw: RecordedAny): boolean =>
  isLast(raw, 'withdrawn') || raw.event.kind === 'weekly-meeting/taken-back';

const kindToPractice = (kind: string): string => kind.split('/')[0] ?? '';

const toIso = (ms: number): string => new Date(Math.min(Math.max(0, ms), coreLimits.timeMsMax)).toISOString();

const byMoment = (a: RecordedAny, b: RecordedAny): number =>
  a.atMs - b.atMs || a.atCount - b.atCount || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq);

/** As a file: one line a level, so that a person can look into it. */
export const myCopyToText = ({ madeAt, names, things }: MyCopy): string =>
  `${JSON.stringify({ format: myCopyFormat, version: myCopyVersion, madeAt, names, things }, null, 1)}\n`;

// ------------------------------------------------------------------------------------------------------ reading one

export type MyCopyProblem = 'not-a-copy' | 'damaged' | 'newer-copy' | 'too-big';

/** Reads a file that may come from anybody. */
export function textToMyCopy(text: string): Result<MyCopy, MyCopyProblem> {
  if (text.length > myCopyLimits.charsMax) return err('too-big');
  const json = textToJson(text.replace(/^\ufeff/u, ''), myCopyLimits.charsMax);
  // Cut off in the middle it is no JSON any more, and still says at its head what it was.
  if (json === null) return err(text.slice(0, 200).includes(`"${myCopyFormat}"`) ? 'damaged' : 'not-a-copy');
  const fields = bodyFields(json);
  if (fields === null || bodyField(fields, 'format') !== myCopyFormat) return err('not-a-copy');
  const version = readWhole(1, Number.MAX_SAFE_INTEGER)(bodyField(fields, 'version'));
  if (version !== null && version > myCopyVersion) return err('newer-copy');
  const names = bodyFields(bodyField(fields, 'names') ?? null);
  const things = bodyField(fields, 'things');
  if (Array.isArray(things) && things.length > myCopyLimits.thingsMax) return err('too-big');
  const read = readList(0, myCopyLimits.thingsMax, readCopied)(things);
  const madeAt = readIso(bodyField(fields, 'madeAt'));
  const [me, partner] = ['me', 'partner'].map((who) =>
    readText(limits.nameCharsMax)(names === null ? undefined : bodyField(names, who)),
  );
  if (version === null || names === null || read === null || madeAt === null) return err('damaged');
  if (me === null || me === undefined || partner === null || partner === undefined) return err('damaged');
  return ok({ madeAt, names: { me, partner }, things: read });
}

const readCopied: Read<CopiedThing> = (json) => {
  const fields = bodyFields(json ?? null);
  if (fields === null) return null;
  const id = readThing(bodyField(fields, 'id'));
  const practice = readText(myCopyLimits.practiceCharsMax)(bodyField(fields, 'practice'));
  const events = readList(1, myCopyLimits.eventsPerThingMax, readCopiedEvent)(bodyField(fields, 'events'));
  return id === null || practice === null || events === null ? null : { id, practice, events };
};

const readCopiedEvent: Read<CopiedEvent> = (json) => {
  const fields = bodyFields(json ?? null);
  if (fields === null) return null;
  const by = readOneOf<Who>(['me', 'partner'])(bodyField(fields, 'by'));
  const place = readOneOf<Space>(['mine', 'ours'])(bodyField(fields, 'in'));
  const at = readIso(bodyField(fields, 'at'));
  const kind = bodyField(fields, 'kind');
  const body = bodyField(fields, 'body');
  if (by === null || place === null || at === null || body === undefined) return null;
  if (typeof kind !== 'string' || textToBytes(kind).length > limits.entryKindBytesMax) return null;
  return { by, in: place, at, kind, body };
};

/** A moment or a day, spelt as this app spells it. */
const readIso: Read<string> = (json) => {
  if (typeof json !== 'string' || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/.test(json)) return null;
  const ms = Date.parse(json);
  return Number.isNaN(ms) || ms < 0 || ms > coreLimits.timeMsMax ? null : json;
};

// -------------------------------------------------------------------------------------------------- bringing back

/** One event of my own, as it is to stand in *mine* again. `order` parts events of the same millisecond. */
export interface BroughtBack {
  readonly thing: ThingId;
  readonly kind: string;
  readonly body: Json;
  readonly atMs: number;
  readonly order: number;
}

/**
 * Things of *mine* that a copy holds, each whole: what I wrote for myself, in the spelling of this version. No moment
 * is later than now. Left out: what was shared (it lives in a space of two), what no practice here can read, and what
 * makes no thing that could be shown.
 */
export function myCopyToThings(copy: MyCopy, registry: Registry, nowMs: number): readonly (readonly BroughtBack[])[] {
  const practices = new Map(registry.map((practice) => [practice.key, practice] as const));
  const seen = new Set<ThingId>();
  return copy.things.flatMap(({ id, events }) => {
    // One file may name a thing twice; the first stands.
    if (seen.has(id)) return [];
    seen.add(id);
    const own = events.flatMap((event, order): readonly BroughtBack[] => {
      if (event.by !== 'me' || event.in !== 'mine') return [];
      const practice = practices.get(kindToPractice(event.kind));
      const body = practice === undefined ? null : spellAnew(practice, event.kind, event.body);
      if (body === null) return [];
      return [{ thing: id, kind: event.kind, body, atMs: Math.min(Date.parse(event.at), nowMs), order }];
    });
    return isShown(own, registry) ? [own] : [];
  });
}

/** null: not an event that this practice reads, or larger than an entry can be. */
function spellAnew(practice: PracticeAny, kind: string, json: Json): Json | null {
  const event = practice.parse(kind, json);
  if (event === null) return null;
  const body = practice.toBody(event as never); // what `parse` of a practice gave is what its `toBody` takes
  return textToBytes(jsonToText(body)).length > limits.entryBodyBytesMax - myCopyLimits.wrapBytes ? null : body;
}

/** Whether these events alone make a thing: a mark beside something that is not here does not. */
function isShown(own: readonly BroughtBack[], registry: Registry): boolean {
  const recorded = own.map((one) => broughtBackToRecorded(one, `${one.order}`));
  return addAllRecorded(noState, registry, recorded).thingsByPractice.size > 0;
}

/**
 * The event as the keeper of things takes it. It depends on what was brought back and on nothing else, neither on the
 * device that did it nor on when: two devices that bring back the same file hold one of each.
 */
export const broughtBackToRecorded = ({ thing, kind, body, atMs, order }: BroughtBack, entry: string): RecordedAny => {
  const place: Omit<Recorded<unknown>, 'event' | 'thing' | 'entry'> = {
    space: 'mine',
    who: 'me',
    device: '',
    seq: order,
    atMs,
    atCount: 0,
    seal: 'open',
  };
  return { ...place, event: { kind, body }, thing, entry };
};

/** The body of the entry that brings it back, and its inverse. */
export const broughtBackToBody = ({ thing, kind, body, atMs, order }: BroughtBack): Json => ({
  thing,
  kind,
  body,
  atMs,
  order,
});

export function bodyToBroughtBack(json: Json): BroughtBack | null {
  if (!isJsonObject(json)) return null;
  const thing = readThing(bodyField(json, 'thing'));
  const kind = bodyField(json, 'kind');
  const body = bodyField(json, 'body');
  const atMs = readWhole(0, coreLimits.timeMsMax)(bodyField(json, 'atMs'));
  const order = readWhole(0, myCopyLimits.eventsPerThingMax)(bodyField(json, 'order'));
  if (thing === null || typeof kind !== 'string' || body === undefined || atMs === null || order === null) return null;
  return { thing, kind, body, atMs, order };
}
