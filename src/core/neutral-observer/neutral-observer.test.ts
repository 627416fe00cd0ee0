/** The neutral observer: its laws, and the examples that explain them. Noor (a) writes; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import {
  anyText,
  cleanOf,
  createWorld,
  flipped,
  noonMs,
  same,
  testLaws,
  thingId,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import {
  type NeutralCommand,
  type NeutralDraft,
  type NeutralEvent,
  type NeutralPart,
  type NeutralText,
  type NeutralThing,
  type NeutralWords,
  neutralLimits,
  neutralNewestFirst,
  neutralObserver,
  neutralParts,
  neutralSuggestion,
  shareNeutral,
} from './index.ts';

const words = { about: wordsOf(20), seen: cleanOf(20), hard: cleanOf(20), keep: cleanOf(20) };
const event: fc.Arbitrary<NeutralEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('neutral-observer/own-written' as const, 'neutral-observer/shared' as const),
    ...words,
  }),
  fc.record({
    kind: fc.constantFrom(
      'neutral-observer/own-forgotten' as const,
      'neutral-observer/own-rested' as const,
      'neutral-observer/withdrawn' as const,
    ),
  }),
);

const practice = fc.constant('neutral-observer' as const);
const parts = fc.uniqueArray(fc.constantFrom(...neutralParts));
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('write' as const), isNew: fc.boolean(), ...words, seen: anyText }),
    fc.record({ practice, type: fc.constant('share' as const), parts }),
    fc.record({ practice, type: fc.constantFrom('withdraw' as const, 'forget' as const, 'rest' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): NeutralCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as NeutralCommand,
  );

testLaws({
  practice: neutralObserver,
  event,
  spaceByKind: {
    'neutral-observer/own-written': 'mine',
    'neutral-observer/own-forgotten': 'mine',
    'neutral-observer/own-rested': 'mine',
    'neutral-observer/shared': 'ours',
    'neutral-observer/withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const text = thing as NeutralThing;
    if (text.type === 'rest' || text.standing === 'mine') return undefined;
    const by = side === 'a' ? text.author : flipped(text.author);
    return { by, standing: text.standing, shared: text.shared, sharedAtMs: text.sharedAtMs };
  },
});

const thingsIn = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, neutralObserver);
const one = (world: World, side: 'a' | 'b', thing: ThingId): NeutralText => {
  const found = thingsIn(world, side).get(thing);
  assert(found?.type === 'text');
  return found;
};
const give = (world: World, by: 'a' | 'b', given: NeutralCommand, isPaired = true): string | ThingId => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? '');
};
const whole: NeutralWords = {
  about: 'the keys',
  seen: 'both were tired',
  hard: 'being late',
  keep: 'a note by the door',
};
const write = (world: World, thing: ThingId | null = null, put: NeutralWords = whole): string | ThingId =>
  give(world, 'a', { practice: 'neutral-observer', type: 'write', thing, ...put });
const share = (world: World, thing: ThingId, chosen: readonly NeutralPart[], isPaired = true) =>
  give(world, 'a', { practice: 'neutral-observer', type: 'share', thing, parts: chosen }, isPaired);
const simply = (world: World, type: 'withdraw' | 'forget', thing: ThingId, by: 'a' | 'b' = 'a') =>
  give(world, by, { practice: 'neutral-observer', type, thing });

test('only the parts that were chosen reach the other; what I change afterwards does not', () => {
  fc.assert(
    fc.property(parts, (chosen) => {
      const world = createWorld([neutralObserver]);
      const thing = write(world);
      same(thingsIn(world, 'b').size, 0);
      const result = share(world, thing, chosen);
      if (chosen.length === 0) return same(result, 'neutral-observer.refusal.nothing-chosen');
      write(world, thing, { ...whole, seen: 'put differently', hard: 'new' });
      const { kind: _, ...expected } = shareNeutral(whole, chosen);
      same(one(world, 'b', thing).shared, expected);
      same(one(world, 'b', thing).own, null);
      same([one(world, 'a', thing).shared, one(world, 'a', thing).own?.seen], [expected, 'put differently']);
      return undefined;
    }),
  );
});

test('taken back, a mark stays for both and my own text stays mine; nothing is shared from it again', () => {
  const world = createWorld([neutralObserver]);
  const thing = write(world);
  same(simply(world, 'withdraw', thing), 'neutral-observer.refusal.not-shared');
  share(world, thing, ['seen']);
  same(simply(world, 'forget', thing), 'neutral-observer.refusal.still-shared');
  same(simply(world, 'withdraw', thing), thing);
  const [mine, theirs] = [one(world, 'a', thing), one(world, 'b', thing)];
  same([mine.standing, theirs.standing, theirs.shared, mine.own], ['withdrawn', 'withdrawn', null, whole]);
  same(share(world, thing, ['seen']), 'neutral-observer.refusal.already-shared');
  simply(world, 'forget', thing);
  same(one(world, 'a', thing).own, null);
});

test('the one who reads it can do nothing to it, and nothing they forge touches a text of mine', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), fc.boolean(), (forged, isShared) => {
      const world = createWorld([neutralObserver]);
      const thing = write(world);
      if (isShared) share(world, thing, ['seen', 'keep']);
      for (const type of ['withdraw', 'forget'] as const)
        same(simply(world, type, thing, 'b'), `neutral-observer.refusal.${isShared ? 'not-yours' : 'not-there'}`);
      const before = one(world, 'a', thing);
      for (const bad of forged)
        world.forge('b', thing, { kind: bad.kind, body: neutralObserver.toBody(bad) }, noonMs - 5);
      world.deliver('a');
      same(one(world, 'a', thing), before);
    }),
    { numRuns: 200 },
  );
});

test('"not now" writes one private thing, the same each time, and nothing to ours', () => {
  const world = createWorld([neutralObserver]);
  const rest = () => give(world, 'a', { practice: 'neutral-observer', type: 'rest' });
  same(rest(), rest());
  same([thingsIn(world, 'a').size, thingsIn(world, 'b').size], [1, 0]);
  assert(world.drafts.every(({ draft }) => draft.space === 'mine'));
});

test('alone all of it works but sharing; no words and too many are refused', () => {
  const world = createWorld([neutralObserver]);
  const empty = { about: ' ', seen: '', hard: '\n', keep: '' };
  same(write(world, null, empty), 'neutral-observer.refusal.no-words');
  const long = 'a'.repeat(neutralLimits.answerCharsMax + 1);
  same(write(world, null, { ...whole, hard: long }), 'neutral-observer.refusal.words-too-long');
  const line = 'a'.repeat(limits.lineCharsMax + 1);
  same(write(world, null, { ...whole, about: line }), 'neutral-observer.refusal.words-too-long');
  const thing = write(world);
  same(share(world, thing, ['seen'], false), 'neutral-observer.refusal.alone');
  same(one(world, 'a', thing).standing, 'mine');
});

// ------------------------------------------------------------------------------------------------ when it is suggested

const textAt = (atMs: number, author: 'me' | 'partner' = 'me'): NeutralThing => ({
  ...{ type: 'text', id: thingId(atMs, 1), author, beganAtMs: atMs, standing: 'mine', own: whole },
  ...{ shared: null, sharedAtMs: null },
});
const restAt = (atMs: number): NeutralThing => ({ type: 'rest', id: thingId(atMs, 2), atMs });
const asThings = (...list: readonly NeutralThing[]) => new Map(list.map((thing) => [thing.id, thing]));
const { afterTalkMs, coolMs, everyMs } = neutralLimits;
const waitMs = fc.integer({ min: 0, max: 2 * everyMs });

test('four months after I last wrote or declined it is suggested, and not a moment sooner', () => {
  fc.assert(
    fc.property(fc.constantFrom(textAt, restAt), waitMs, (made, ms) => {
      const suggested = neutralSuggestion(asThings(made(noonMs)), [], noonMs + ms);
      assert.equal(suggested, ms >= everyMs ? 'four-months' : null);
    }),
  );
  same(neutralSuggestion(asThings(), [], noonMs), null);
  same(neutralSuggestion(asThings(textAt(noonMs, 'partner')), [], noonMs + everyMs), null);
});

test('after a hard talk it is suggested for some days, once it has cooled; writing or declining ends that', () => {
  fc.assert(
    fc.property(waitMs, (ms) => {
      const isIn = ms >= coolMs && ms < afterTalkMs;
      assert.equal(neutralSuggestion(asThings(), [noonMs], noonMs + ms), isIn ? 'after-talk' : null);
      for (const made of [textAt, restAt]) {
        const nowMs = noonMs + Math.min(ms, everyMs - 1);
        assert.equal(neutralSuggestion(asThings(made(noonMs)), [noonMs], nowMs), null);
      }
    }),
  );
});

test('a list is latest first, and what I declined is in none', () => {
  const world = createWorld([neutralObserver]);
  const [first, second] = [write(world), write(world)];
  give(world, 'a', { practice: 'neutral-observer', type: 'rest' });
  same(
    neutralNewestFirst(thingsIn(world, 'a')).map(({ id }) => id),
    [second, first],
  );
});

test('the compiler keeps a text of my own out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'neutral-observer/own-written', ...whole } as const;
  // @ts-expect-error a text that is mine has no draft into ours
  const leak: NeutralDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: NeutralDraft = { thing, space: 'ours', mode: 'window', event: shareNeutral(own, ['seen']) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
