/**
 * Events of practices on their way into the state. They are gathered during a task and folded once, at its end; each
 * also goes to the tail, so that opening reads the newest months, what is still open, and a short tail, instead of ten
 * years of entries.
 */

import {
  addAllRecorded,
  bodyToBroughtBack,
  broughtBackToBody,
  broughtBackToRecorded,
  jsonToRecorded,
  monthRecordToRecorded,
  openThings,
  type RecordedAny,
  recordedToJson,
  stateToMonthRecord,
  thingsToRecord,
  thingToMonth,
} from '#core';
import { bytesToHex, type Json, type JsonObject, jsonToText, limits, textToBytes } from '#kernel';
import type { Live } from './live.ts';
import { put, remove, type SpaceModel, tailKey } from './model.ts';
import { type Sealed, sealedState } from './sealed.ts';
import { asHex, asList, asObject } from './shapes.ts';

export interface Arrived {
  readonly kind: string;
  readonly body: Json;
  readonly thing: string;
  readonly hash: string;
  readonly space: 'mine' | 'ours';
  readonly who: 'me' | 'partner';
  readonly entry: { readonly atMs: number; readonly atCount: number; readonly device: string; readonly seq: number };
  readonly seal: 'open' | 'closed';
}

export function addEvent(live: Live, arrived: Arrived): void {
  const { kind, body, thing, hash, space, who, entry, seal } = arrived;
  live.gathered.push({ event: { kind, body }, thing, entry: hash, space, who, ...entry, seal });
}

/** The kind of an entry that brings back something of my own out of a copy that I took along (core/my-copy.ts). */
export const broughtBackKind = 'things/brought-back';

/** The kind of an entry with what both had shared before one of them lost every device (carrying.ts). */
export const carriedKind = 'things/carried';

/** Its name in the state follows from what it says: the same file on two devices gives the same event. */
export async function addBroughtBack(live: Live, json: Json): Promise<void> {
  const event = bodyToBroughtBack(json);
  if (event === null) return;
  const name = await live.ports.primitives.sha256(textToBytes(jsonToText([broughtBackKind, broughtBackToBody(event)])));
  live.gathered.push(broughtBackToRecorded(event, bytesToHex(name)));
}

/** Takes in a part that the grant has named, from either's device; `who` wrote the entry. */
export async function addCarried(
  live: Live,
  space: SpaceModel,
  who: 'me' | 'partner',
  body: JsonObject,
): Promise<void> {
  const { events } = body;
  if (events === undefined) return;
  const hash = bytesToHex(await live.ports.primitives.sha256(textToBytes(jsonToText(events))));
  if (!space.carried.includes(hash)) return;
  for (const one of asList(events, Number.MAX_SAFE_INTEGER) ?? []) {
    const fields = asObject(one);
    const thing = asHex(fields?.thing, 16);
    const raw = thing === null || fields?.event === undefined ? null : jsonToRecorded(thing, fields.event);
    if (raw?.space !== 'ours' || raw.seal !== 'open') continue;
    const isByMe = (raw.who === 'me') === (who === 'me');
    live.gathered.push({ ...raw, who: isByMe ? 'me' : 'partner' });
  }
}

/** Folds what was gathered and puts it on the tail. Called once at the end of each task. */
export async function flushEvents(live: Live): Promise<void> {
  const { model, tx } = live;
  const raws = live.gathered.splice(0);
  if (raws.length === 0) return;
  for (const month of new Set(raws.map((raw) => thingToMonth(raw.thing)))) await loadMonth(live, month);
  model.state = addAllRecorded(model.state, live.practices, raws);
  for (const raw of raws) {
    put(tx, tailKey(model.ordinal), rawToJson(raw));
    model.ordinal += 1;
    model.tailCount += 1;
    const month = thingToMonth(raw.thing);
    if (!model.dirtyMonths.has(month)) model.dirtyMonths = new Set(model.dirtyMonths).add(month);
    if (!model.allMonths.has(month)) model.allMonths = new Set(model.allMonths).add(month);
  }
  if (model.tailCount >= limits.checkpointEntriesMax) checkpoint(live);
}

/** Writes each changed month whole and lets go of the tail, in the same commit. */
export function checkpoint(live: Live): void {
  const { model, tx } = live;
  for (const month of model.dirtyMonths) put(tx, `month/${month}`, stateToMonthRecord(model.state, month));
  const open = thingsToRecord(model.state, openThings(model.state, live.practices, live.ports.clock()));
  letGoOfOpened(live);
  put(tx, 'months', { all: [...model.allMonths].sort(), open, ordinal: model.ordinal });
  for (let ordinal = model.ordinal - model.tailCount; ordinal < model.ordinal; ordinal++) remove(tx, tailKey(ordinal));
  model.dirtyMonths = new Set();
  model.tailCount = 0;
}

/** Pairs that opened long ago need no record of their own: their content is in their month. */
function letGoOfOpened(live: Live): void {
  const { model, tx } = live;
  const oldMs = live.ports.clock() - limits.sealedOpenMsMax;
  const isDone = (one: Sealed): boolean =>
    one.place !== null && one.place.atMs < oldMs && sealedState(one, model.sealed) === 'open';
  const done = Object.entries(model.sealed).filter(([, one]) => isDone(one));
  if (done.length === 0) return;
  const gone = new Set(done.map(([name]) => name));
  model.sealed = Object.fromEntries(Object.entries(model.sealed).filter(([name]) => !gone.has(name)));
  for (const name of gone) remove(tx, `sealed/${name}`);
}

/** Brings a month's things into the state, once. */
export async function loadMonth(live: Live, month: string): Promise<void> {
  const { model } = live;
  if (model.loadedMonths.has(month)) return;
  model.loadedMonths = new Set(model.loadedMonths).add(month);
  const record = await live.readRecord(`month/${month}`);
  if (record === null) return;
  model.state = addAllRecorded(model.state, live.practices, monthRecordToRecorded(record));
}

const rawToJson = (raw: RecordedAny): Json => ({ thing: raw.thing, event: recordedToJson(raw) });

/** Reads a record of the tail; null when it is damaged. */
export function jsonToRaw(json: Json | null): RecordedAny | null {
  const fields = asObject(json ?? undefined);
  const thing = asHex(fields?.thing, 16);
  return thing === null || fields?.event === undefined ? null : jsonToRecorded(thing, fields.event);
}
