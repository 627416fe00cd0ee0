/**
 * The keeper of things: which events each thing has, in their total order, and what they fold to. Generic: it knows
 * no practice by name. Values are immutable.
 *
 * What must hold:
 * - The state depends on the set of entries only, not on the order of their arrival, on duplicates, or on how they
 *   came in batches. Of an entry recorded both closed and open, the open one stands.
 * - An event that no practice here can read (a newer version wrote it, or nonsense) is kept as it came and written
 *   back with its month; once a version reads that record which understands it, the event counts.
 * - Adding n events to things that are at hand costs about n, plus one copy of the map of each practice and month
 *   that changed.
 */
import { isJsonObject, type Json, ok, type Result } from '#kernel';
import { comparePlaced } from '#log';
import { coreLimits } from './limits.ts';
import type { Context, Draft, PracticeAny, Recorded, Refusal, ThingId } from './practice.ts';
import { type Month, type ThingsByPractice, thingToMonth } from './things.ts';

/** An event as it stands in an entry, before a practice has read it. */
export interface RawEvent {
  readonly kind: string;
  readonly body: Json;
}
export type RecordedAny = Recorded<RawEvent>;

export type Registry = readonly PracticeAny[];

export interface State {
  /** What screens see: by practice key, then by thing. */
  readonly thingsByPractice: ThingsByPractice;
  /** All that is loaded: by month, then by thing. */
  readonly keptByMonth: ReadonlyMap<Month, ReadonlyMap<ThingId, Kept>>;
}

/** All events that carry one thing id: each practice's, and those that none could read. */
export interface Kept {
  readonly known: ReadonlyMap<string, readonly KeptEvent[]>;
  readonly unknown: readonly KeptEvent[];
}

export interface KeptEvent {
  readonly raw: RecordedAny;
  /** What the practice read; null among the unknown. */
  readonly event: { readonly kind: string } | null;
}

export const noState: State = { thingsByPractice: new Map(), keptByMonth: new Map() };

export const addRecorded = (state: State, registry: Registry, recorded: RecordedAny): State =>
  addAllRecorded(state, registry, [recorded]);

export function addAllRecorded(state: State, registry: Registry, recorded: readonly RecordedAny[]): State {
  const practices = new Map(registry.map((practice) => [practice.key, practice] as const));
  const arrivedByThing = new Map<ThingId, RecordedAny[]>();
  for (const one of recorded) {
    const arrived = arrivedByThing.get(one.thing);
    if (arrived === undefined) arrivedByThing.set(one.thing, [one]);
    else arrived.push(one);
  }
  const next = createDraftState(state);
  for (const [thing, arrived] of arrivedByThing) {
    const month = thingToMonth(thing);
    const kept = next.kept(month, thing);
    const grown = addToThing(kept, practices, arrived);
    if (grown === kept) continue;
    next.keep(month, thing, grown);
    for (const [key, events] of grown.known) {
      const practice = practices.get(key);
      if (practice !== undefined && events !== kept.known.get(key)) next.show(key, thing, foldOne(practice, events));
    }
  }
  return next.done();
}

/** Every event at hand, as it came. */
export const stateToRecorded = (state: State): readonly RecordedAny[] =>
  [...state.keptByMonth.values()].flatMap((things) =>
    [...things.values()].flatMap(({ known, unknown }) =>
      [...[...known.values()].flat(), ...unknown].map(({ raw }) => raw),
    ),
  );

/** Lets go of a month's things (its record lies in the store). Open things of it go too: load their months again. */
export function dropMonth(state: State, month: Month): State {
  const kept = state.keptByMonth.get(month);
  if (kept === undefined) return state;
  const next = createDraftState(state);
  for (const [thing, { known }] of kept) for (const key of known.keys()) next.show(key, thing, null);
  next.drop(month);
  return next.done();
}

/**
 * Things that are still open, however old: they are brought back by themselves when the app opens, and their months
 * rest. All of those that I began, and of the other's the newest, so that theirs cannot make my opening slow.
 */
export function openThings(state: State, registry: Registry, nowMs: number): readonly ThingId[] {
  const [mine, theirs]: [ThingId[], ThingId[]] = [[], []];
  // What stands under the key of a practice was made by its own fold.
  for (const practice of registry)
    for (const [thing, folded] of state.thingsByPractice.get(practice.key) ?? []) {
      if (!practice.isOpen(folded as never, nowMs)) continue;
      const first = state.keptByMonth.get(thingToMonth(thing))?.get(thing)?.known.get(practice.key)?.[0];
      (first?.raw.who === 'partner' ? theirs : mine).push(thing);
    }
  return [...new Set([...mine, ...theirs.sort().slice(-coreLimits.openThingsOfOtherMax)])].sort();
}

/** Events at hand that this version cannot read. */
export function unknownCount(state: State): number {
  let count = 0;
  for (const kept of state.keptByMonth.values()) for (const { unknown } of kept.values()) count += unknown.length;
  return count;
}

/** Everything of one month, in one spelling for one state. */
export const stateToMonthRecord = (state: State, month: Month): Json =>
  thingsToRecord(state, [...(state.keptByMonth.get(month)?.keys() ?? [])].sort());

/** All events of these things, in the form of a month. */
export function thingsToRecord(state: State, things: readonly ThingId[]): Json {
  return things.map((thing) => {
    const { known, unknown } = state.keptByMonth.get(thingToMonth(thing))?.get(thing) ?? nothingKept;
    const all = [...[...known.values()].flat(), ...unknown].map(({ raw }) => raw).sort(comparePlaced);
    return { thing, events: all.map(recordedToJson) };
  });
}

/** The inverse, to be added to a state with `addAllRecorded`. Skips what is not whole; our own records are. */
export function monthRecordToRecorded(json: Json): readonly RecordedAny[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((item: Json) => {
    if (!isJsonObject(item) || typeof item.thing !== 'string' || !Array.isArray(item.events)) return [];
    const { thing } = item;
    return item.events.flatMap((event: Json) => jsonToRecorded(thing, event) ?? []);
  });
}

/** Hands a command to its practice. A practice that this version does not have decides nothing. */
export function decideWith(
  state: State,
  registry: Registry,
  command: { readonly practice: string },
  context: Context,
): Result<readonly Draft[], Refusal> {
  const practice = registry.find(({ key }) => key === command.practice);
  if (practice === undefined) return ok([]);
  // A command names the practice whose union it is of, and the things under that key are its own.
  const things = state.thingsByPractice.get(practice.key) ?? new Map();
  return practice.decide(things as never, command as never, context);
}

// ------------------------------------------------------------------------------------------------ one thing

const nothingKept: Kept = { known: new Map(), unknown: [] };

function addToThing(kept: Kept, practices: ReadonlyMap<string, PracticeAny>, arrived: readonly RecordedAny[]): Kept {
  const arrivedByKey = new Map<string | null, KeptEvent[]>();
  for (const raw of arrived) {
    const { kind, body } = raw.event;
    const practice = practices.get(kindToKey(kind));
    const event = practice?.parse(kind, body) ?? null;
    const key = practice === undefined || event === null ? null : practice.key;
    const list = arrivedByKey.get(key);
    if (list === undefined) arrivedByKey.set(key, [{ raw, event }]);
    else list.push({ raw, event });
  }
  let { known, unknown } = kept;
  for (const [key, events] of arrivedByKey) {
    const before = key === null ? unknown : (known.get(key) ?? []);
    const after = mergeEvents(before, events);
    if (after === before) continue;
    if (key === null) unknown = after;
    else known = new Map(known).set(key, after);
  }
  return known === kept.known && unknown === kept.unknown ? kept : { known, unknown };
}

/** The union of both in the total order; `before` itself when nothing is new. */
function mergeEvents(before: readonly KeptEvent[], arrived: readonly KeptEvent[]): readonly KeptEvent[] {
  const byEntry = new Map(before.map((one) => [one.raw.entry, one] as const));
  let isChanged = false;
  for (const one of arrived) {
    const same = byEntry.get(one.raw.entry);
    if (same !== undefined && !(same.raw.seal === 'closed' && one.raw.seal === 'open')) continue;
    byEntry.set(one.raw.entry, one);
    isChanged = true;
  }
  return isChanged ? [...byEntry.values()].sort((a, b) => comparePlaced(a.raw, b.raw)) : before;
}

function foldOne(practice: PracticeAny, events: readonly KeptEvent[]): unknown {
  const recorded = events.map(({ raw, event }) => ({ ...raw, event }));
  return practice.fold(recorded as never); // each event was read by this practice: see addToThing
}

/** The first word of a kind: the key of its practice. */
const kindToKey = (kind: string): string => kind.slice(0, Math.max(0, kind.indexOf('/')));

/** Copies each map once, on its first change. */
function createDraftState(state: State) {
  const thingsByPractice = new Map(state.thingsByPractice);
  const keptByMonth = new Map(state.keptByMonth);
  const thingsCopied = new Map<string, Map<ThingId, unknown>>();
  const monthsCopied = new Map<Month, Map<ThingId, Kept>>();
  const copyOf = <V>(copied: Map<string, Map<ThingId, V>>, all: Map<string, ReadonlyMap<ThingId, V>>, key: string) => {
    const copy = copied.get(key) ?? new Map(all.get(key));
    copied.set(key, copy);
    all.set(key, copy);
    return copy;
  };
  return {
    kept: (month: Month, thing: ThingId): Kept => keptByMonth.get(month)?.get(thing) ?? nothingKept,
    keep: (month: Month, thing: ThingId, kept: Kept): void =>
      void copyOf(monthsCopied, keptByMonth, month).set(thing, kept),
    drop: (month: Month): void => void keptByMonth.delete(month),
    show: (key: string, thing: ThingId, folded: unknown): void => {
      if (folded !== null) copyOf(thingsCopied, thingsByPractice, key).set(thing, folded);
      else if (thingsByPractice.get(key)?.has(thing)) copyOf(thingsCopied, thingsByPractice, key).delete(thing);
    },
    done: (): State => {
      for (const [key, things] of thingsByPractice) if (things.size === 0) thingsByPractice.delete(key);
      return { thingsByPractice, keptByMonth };
    },
  };
}

// ------------------------------------------------------------------------------------------------ one event as JSON

/** One event as a record of its own, without the id of its thing. */
export const recordedToJson = ({ event, entry, space, who, device, seq, atMs, atCount, seal }: RecordedAny): Json => ({
  kind: event.kind,
  body: event.body,
  entry,
  space,
  who,
  device,
  seq,
  atMs,
  atCount,
  seal,
});

export function jsonToRecorded(thing: ThingId, json: Json): RecordedAny | null {
  if (!isJsonObject(json)) return null;
  const { kind, body, entry, space, who, device, seq, atMs, atCount, seal } = json;
  if (typeof kind !== 'string' || body === undefined || typeof entry !== 'string' || typeof device !== 'string')
    return null;
  if (typeof seq !== 'number' || typeof atMs !== 'number' || typeof atCount !== 'number') return null;
  if (space !== 'mine' && space !== 'ours') return null;
  if (who !== 'me' && who !== 'partner') return null;
  if (seal !== 'open' && seal !== 'closed') return null;
  return { event: { kind, body }, thing, entry, space, who, device, seq, atMs, atCount, seal };
}
