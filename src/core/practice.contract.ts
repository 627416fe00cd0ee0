/**
 * The laws that every practice keeps, and the small world of two people in which they are tried: each with a state of
 * their own, random commands, late delivery, and a partner who writes what no honest app would write.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Json, jsonToText, textToJson } from '#kernel';
import type { FeelingNamed } from './feelings.ts';
import type { Context, Draft, PracticeAny, Recorded, ThingId, Who } from './practice.ts';
import { addAllRecorded, decideWith, noState, type RecordedAny, type State } from './state.ts';
import { cleanText } from './text.ts';
import { thingsOf } from './things.ts';

export const noonMs = Date.UTC(2026, 10, 22, 12);

/** Deep equality that does not mind that fast-check makes objects without a prototype. */
export const same = (actual: unknown, expected: unknown): void =>
  assert.deepEqual(structuredClone(actual), structuredClone(expected));

// ------------------------------------------------------------------------------------------------ what may come

export const anyJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => textToJson(JSON.stringify(value), Number.MAX_SAFE_INTEGER))
  .filter((value): value is Json => value !== undefined);

/** Letters that break things: controls, overrides, lone surrogates, right-to-left, many bytes. */
const nastyText = fc
  .array(fc.constantFrom('a', ' ', '\n', '\u0000', '\u202e', '\ud800', 'ش', '🙂', '\\', '"', '\r', '\t', '?'), {
    maxLength: 12,
  })
  .map((letters) => letters.join(''));
export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), nastyText);

/** As a text stands in an event: clean. */
export const cleanOf = (charsMax: number): fc.Arbitrary<string> =>
  anyText.map((text) => cleanText(text).slice(0, charsMax).toWellFormed());
export const wordsOf = (charsMax: number): fc.Arbitrary<string> =>
  cleanOf(charsMax).map((text) => (text.trim() === '' ? 'words' : text));

export const anyFeeling: fc.Arbitrary<FeelingNamed> = fc.oneof(
  fc.constantFrom('sad', 'calm', 'angry', 'no-longer-known').map((id) => ({ type: 'known' as const, id })),
  wordsOf(20).map((words) => ({ type: 'own' as const, words })),
);

export const thingId = (birthMs: number, salt: number): ThingId =>
  birthMs.toString(16).padStart(12, '0') + salt.toString(16).padStart(20, '0');

let entryCount = 0;
const freshEntry = (): string => {
  entryCount += 1;
  return entryCount.toString(16).padStart(64, '0');
};

/** Any event of the practice as it may stand in the log of someone with a hostile partner. Few things, close in time. */
export function anyRecorded<Event>(event: fc.Arbitrary<Event>): fc.Arbitrary<Recorded<Event>> {
  return fc
    .record({
      event,
      thing: fc.integer({ min: 0, max: 2 }).map((salt) => thingId(noonMs, salt)),
      space: fc.constantFrom('mine' as const, 'ours' as const),
      who: fc.constantFrom('me' as const, 'partner' as const),
      device: fc.constantFrom('aa', 'bb', 'cc'),
      seq: fc.integer({ min: 1, max: 9 }),
      atMs: fc.integer({ min: noonMs - 5, max: noonMs + 5 }),
      atCount: fc.integer({ min: 0, max: 2 }),
      seal: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    })
    .map((fields) => ({ ...fields, entry: freshEntry() }));
}

export const toRaw = <Event extends { readonly kind: string }>(
  toBody: (event: Event) => Json,
  recorded: Recorded<Event>,
): RecordedAny => ({ ...recorded, event: { kind: recorded.event.kind, body: toBody(recorded.event) } });

// ------------------------------------------------------------------------------------------------ two people

export interface Person {
  readonly who: 'a' | 'b';
  state: State;
  /** Of the other, not yet here. */
  inbox: RecordedAny[];
}

export interface World {
  readonly a: Person;
  readonly b: Person;
  nowMs: number;
  readonly drafts: { readonly by: 'a' | 'b'; readonly draft: Draft<{ readonly kind: string }> }[];
  /** Gives a command; its drafts are recorded at once, and travel to the other when `deliver` is called. */
  readonly give: (
    by: 'a' | 'b',
    command: { readonly practice: string },
    isPaired?: boolean,
  ) => string | readonly ThingId[];
  /** Writes an event that no decision made. */
  readonly forge: (
    by: 'a' | 'b',
    thing: ThingId,
    event: { readonly kind: string; readonly body: Json },
    atMs?: number,
  ) => void;
  readonly deliver: (to: 'a' | 'b') => void;
  /** Opens what is sealed, for both. */
  readonly open: () => void;
}

export function createWorld(registry: readonly PracticeAny[]): World {
  let count = 0;
  const sealed: { by: 'a' | 'b'; recorded: RecordedAny }[] = [];
  const record = (
    by: 'a' | 'b',
    thing: ThingId,
    space: 'mine' | 'ours',
    kind: string,
    body: Json,
    isSealed: boolean,
    atMs: number,
  ) => {
    count += 1;
    const entry = count.toString(16).padStart(64, '0');
    const place = { thing, entry, space, device: by, seq: count, atMs, atCount: count } as const;
    const mine: RecordedAny = { event: { kind, body }, ...place, who: 'me', seal: isSealed ? 'closed' : 'open' };
    world[by].state = addAllRecorded(world[by].state, registry, [mine]);
    if (isSealed) sealed.push({ by, recorded: mine });
    else if (space === 'ours') world[other(by)].inbox.push({ ...mine, who: 'partner' });
  };
  const world: World = {
    a: { who: 'a', state: noState, inbox: [] },
    b: { who: 'b', state: noState, inbox: [] },
    nowMs: noonMs,
    drafts: [],
    give: (by, command, isPaired = true) => {
      const context: Context = {
        nowMs: world.nowMs,
        zone: by === 'a' ? 'Europe/Lisbon' : 'Asia/Kolkata',
        isPaired,
        newId: () => {
          count += 1;
          return thingId(world.nowMs, count);
        },
      };
      const decided = decideWith(world[by].state, registry, command, context);
      if (!decided.ok) return decided.error.refusal;
      const things: ThingId[] = [];
      for (const draft of decided.value as readonly Draft<{ readonly kind: string }>[]) {
        // What another practice made for this one is held to the laws there.
        const practice = registry.find(({ key }) => draft.event.kind.startsWith(`${key}/`));
        if (practice === undefined) continue;
        world.drafts.push({ by, draft });
        const body = practice.toBody(draft.event as never);
        record(
          by,
          draft.thing,
          draft.space,
          draft.event.kind,
          body,
          draft.mode?.startsWith('sealed') === true,
          world.nowMs,
        );
        if (!things.includes(draft.thing)) things.push(draft.thing);
      }
      return things;
    },
    forge: (by, thing, { kind, body }, atMs = world.nowMs) => record(by, thing, 'ours', kind, body, false, atMs),
    deliver: (to) => {
      world[to].state = addAllRecorded(world[to].state, registry, world[to].inbox);
      world[to].inbox = [];
    },
    open: () => {
      for (const { by, recorded } of sealed.splice(0)) {
        world[by].state = addAllRecorded(world[by].state, registry, [{ ...recorded, seal: 'open' }]);
        world[other(by)].inbox.push({ ...recorded, who: 'partner', seal: 'open' });
      }
    },
  };
  return world;
}

export const other = (who: 'a' | 'b'): 'a' | 'b' => (who === 'a' ? 'b' : 'a');
export const flipped = (who: Who): Who => (who === 'me' ? 'partner' : 'me');

/** What a command is given to, in a random world: the n-th thing that this person sees. */
export type AnyCommand<Command> = (thing: ThingId) => Command;

export interface Laws<Event extends { readonly kind: string }, Command extends { readonly practice: string }> {
  readonly practice: Omit<PracticeAny, 'parse' | 'toBody'> & {
    readonly parse: (kind: string, body: Json) => Event | null;
    readonly toBody: (event: Event) => Json;
  };
  readonly event: fc.Arbitrary<Event>;
  /** Where each kind belongs: also the list of kinds. */
  readonly spaceByKind: Readonly<Record<Event['kind'], 'mine' | 'ours'>>;
  readonly command: fc.Arbitrary<AnyCommand<Command>>;
  /** What both see of a thing, spoken from the side of `a`. undefined: nothing shared. */
  readonly shared: (thing: unknown, side: 'a' | 'b') => unknown;
}

/** Declares the laws as tests. */
export function testLaws<Event extends { readonly kind: string }, Command extends { readonly practice: string }>(
  laws: Laws<Event, Command>,
): void {
  const { practice, event, spaceByKind, command, shared } = laws;
  const { key } = practice;
  const kinds = Object.keys(spaceByKind);
  const fold = (recorded: readonly Recorded<Event>[]): unknown => practice.fold(recorded as never);

  test(`${key}: what is written is what is read`, () => {
    fc.assert(
      fc.property(event, (written) => {
        const text = jsonToText(practice.toBody(written));
        same(practice.parse(written.kind, textToJson(text, text.length)), written);
      }),
      { numRuns: 500 },
    );
  });

  test(`${key}: no body can make reading throw, and what was read is read the same again`, () => {
    const anyKind = fc.oneof(fc.constantFrom(...kinds), fc.string());
    fc.assert(
      fc.property(anyKind, anyJson, (kind, body) => {
        const read = practice.parse(kind, body);
        if (read !== null) same(practice.parse(read.kind, practice.toBody(read)), read);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(event, anyJson, fc.nat(), (written, bad, nth) => {
        const body = practice.toBody(written) as Record<string, Json>;
        const names = Object.keys(body);
        const name = names[nth % Math.max(1, names.length)];
        const broken = name === undefined ? bad : { ...body, [name]: bad };
        const read = practice.parse(written.kind, broken);
        if (read !== null) same(practice.parse(read.kind, practice.toBody(read)), read);
      }),
      { numRuns: 500 },
    );
  });

  test(`${key}: folding is total and lets its events be`, () => {
    fc.assert(
      fc.property(fc.array(anyRecorded(event), { maxLength: 12 }), (recorded) => {
        const before = JSON.stringify(recorded);
        const thing = fold(recorded);
        if (thing !== null) assert.equal(typeof practice.isOpen(thing as never, noonMs), 'boolean');
        assert.equal(JSON.stringify(recorded), before);
      }),
      { numRuns: 500 },
    );
  });

  test(`${key}: any order and any repetition of the same events make the same state`, () => {
    const registry = [practice];
    fc.assert(
      fc.property(
        fc.array(anyRecorded(event), { maxLength: 14 }).chain((recorded) =>
          fc.record({
            recorded: fc.constant(recorded),
            again: fc.shuffledSubarray(recorded),
            shuffled: fc.shuffledSubarray(recorded, { minLength: recorded.length, maxLength: recorded.length }),
          }),
        ),
        ({ recorded, again, shuffled }) => {
          const raw = (list: readonly Recorded<Event>[]) => list.map((one) => toRaw(practice.toBody, one));
          const straight = addAllRecorded(noState, registry, raw(recorded));
          same(addAllRecorded(addAllRecorded(noState, registry, raw(again)), registry, raw(shuffled)), straight);
        },
      ),
      { numRuns: 300 },
    );
  });

  test(`${key}: a fact in the space where it does not belong is no fact`, () => {
    fc.assert(
      fc.property(fc.array(anyRecorded(event), { maxLength: 12 }), (recorded) => {
        const isAtHome = (one: Recorded<Event>): boolean =>
          one.space === spaceByKind[one.event.kind as Event['kind']] && (one.space === 'ours' || one.who === 'me');
        same(fold(recorded), fold(recorded.filter(isAtHome)));
      }),
      { numRuns: 500 },
    );
  });

  test(`${key}: decisions write only what can be read, in its own space, and both come to see the same`, () => {
    const step = fc.record({
      by: fc.constantFrom('a' as const, 'b' as const),
      command,
      nth: fc.nat(20),
      waitMs: fc.constantFrom(1, 1000, 3_600_000, 20 * 3_600_000),
      deliver: fc.constantFrom('a' as const, 'b' as const, null),
      isOpening: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const world = createWorld([practice]);
        for (const { by, command: toCommand, nth, waitMs, deliver, isOpening } of steps) {
          const things = [...thingsOf(world[by].state.thingsByPractice, practice).keys()];
          world.give(by, toCommand(things[nth % Math.max(1, things.length)] ?? thingId(noonMs, 0)));
          if (isOpening) world.open();
          if (deliver !== null) world.deliver(deliver);
          world.nowMs += waitMs;
        }
        for (const { draft } of world.drafts) {
          same(practice.parse(draft.event.kind, practice.toBody(draft.event as never)), draft.event);
          assert.equal(draft.space, spaceByKind[draft.event.kind as Event['kind']]);
        }
        world.open();
        world.deliver('a');
        world.deliver('b');
        const seen = (side: 'a' | 'b') => {
          const things = [...thingsOf(world[side].state.thingsByPractice, practice)];
          return new Map(
            things.map(([id, thing]) => [id, shared(thing, side)] as const).filter(([, all]) => all !== undefined),
          );
        };
        same(seen('a'), seen('b'));
      }),
      { numRuns: 150 },
    );
  });
}
