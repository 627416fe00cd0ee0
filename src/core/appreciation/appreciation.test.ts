/** Appreciation: its laws, and the examples that explain them. Noor (a) gives; Sam (b) gets it, and may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText } from '#kernel';
import {
  anyText,
  cleanOf,
  createWorld,
  flipped,
  noonMs,
  same,
  testLaws,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { AppreciationCommand } from './decide.ts';
import { type AppreciationDraft, type AppreciationEvent, warmTaps } from './events.ts';
import type { Appreciation } from './fold.ts';
import { appreciation, appreciationsNewestFirst } from './index.ts';

const event: fc.Arbitrary<AppreciationEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('appreciation/given' as const, 'appreciation/kept' as const),
    did: wordsOf(20),
    meant: cleanOf(20),
  }),
  fc.record({ kind: fc.constant('appreciation/warmed' as const), tap: fc.constantFrom(...warmTaps) }),
  fc.record({ kind: fc.constantFrom('appreciation/withdrawn' as const, 'appreciation/own-forgotten' as const) }),
);
const practice = fc.constant('appreciation' as const);
const typed = { did: fc.oneof(anyText, wordsOf(20)), meant: anyText };
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('say' as const), ...typed }),
    fc.record({ practice, type: fc.constant('keep' as const), isNew: fc.boolean(), ...typed }),
    fc.record({ practice, type: fc.constant('warm' as const), tap: fc.constantFrom(...warmTaps) }),
    fc.record({ practice, type: fc.constantFrom('give' as const, 'withdraw' as const, 'forget' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): AppreciationCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as AppreciationCommand,
  );

testLaws({
  practice: appreciation,
  event,
  spaceByKind: {
    'appreciation/given': 'ours',
    'appreciation/warmed': 'ours',
    'appreciation/withdrawn': 'ours',
    'appreciation/kept': 'mine',
    'appreciation/own-forgotten': 'mine',
  },
  command,
  shared: (thing, side) => {
    const { author, standing, words, givenAtMs, warm } = thing as Appreciation;
    if (standing === 'mine') return undefined;
    const by = side === 'a' ? author : flipped(author);
    return { by, standing, words: standing === 'ours' ? words : null, givenAtMs, warm };
  },
});

const all = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, appreciation);
const one = (world: World, side: 'a' | 'b', thing: ThingId): Appreciation => {
  const found = all(world, side).get(thing);
  assert(found !== undefined);
  return found;
};
const give = (world: World, by: 'a' | 'b', given: AppreciationCommand, isPaired = true): string => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const words = { did: 'You made tea before I woke.', meant: 'I could begin slowly.' };
const say = { practice: 'appreciation', type: 'say', ...words } as const;
const keep = { practice: 'appreciation', type: 'keep', thing: null, ...words } as const;
const on = (thing: ThingId) =>
  ({
    give: { practice: 'appreciation', type: 'give', thing },
    withdraw: { practice: 'appreciation', type: 'withdraw', thing },
    forget: { practice: 'appreciation', type: 'forget', thing },
    warm: { practice: 'appreciation', type: 'warm', thing, tap: 'touched' },
  }) as const;

test('said now it goes through the window, with a copy of my own; one warm tap comes back', () => {
  const world = createWorld([appreciation]);
  assert.equal(give(world, 'a', say, false), 'appreciation.refusal.alone');
  const thing = give(world, 'a', say);
  same(
    world.drafts.map(({ draft }) => [draft.event.kind, draft.space, draft.mode]),
    [
      ['appreciation/kept', 'mine', undefined],
      ['appreciation/given', 'ours', 'window'],
    ],
  );
  same(one(world, 'b', thing).words, words);
  assert.equal(give(world, 'a', on(thing).warm), 'appreciation.refusal.not-yours');
  give(world, 'b', on(thing).warm);
  assert.equal(one(world, 'a', thing).warm?.tap, 'touched');
  assert.equal(give(world, 'b', on(thing).warm), 'appreciation.refusal.already-warmed');
});

test('kept, it is mine until one act gives it', () => {
  const world = createWorld([appreciation]);
  const thing = give(world, 'a', keep, false);
  give(world, 'a', { ...keep, thing, did: 'You made tea and toast.' }, false);
  assert.equal(all(world, 'b').size, 0);
  assert(appreciation.isOpen(one(world, 'a', thing), noonMs + 60 * 24 * 3_600_000));
  assert.equal(give(world, 'a', on(thing).give, false), 'appreciation.refusal.alone');
  give(world, 'a', on(thing).give);
  assert.equal(one(world, 'b', thing).words?.did, 'You made tea and toast.');
  for (const again of [on(thing).give, { ...keep, thing }])
    assert.equal(give(world, 'a', again), 'appreciation.refusal.already-given');
  assert.equal(give(world, 'a', on(thing).forget), 'appreciation.refusal.still-given');
});

test('what is taken back leaves a mark for both, and my copy for me until I delete it', () => {
  const world = createWorld([appreciation]);
  const thing = give(world, 'a', say);
  give(world, 'b', on(thing).warm);
  give(world, 'a', on(thing).withdraw);
  same([one(world, 'b', thing).standing, one(world, 'b', thing).words], ['withdrawn', null]);
  same([one(world, 'a', thing).words, one(world, 'a', thing).warm], [words, null]);
  assert.equal(give(world, 'b', on(thing).warm), 'appreciation.refusal.not-given');
  give(world, 'a', on(thing).forget);
  assert.equal(one(world, 'a', thing).words, null);
});

test('what is empty, too long or not there is refused with a reason', () => {
  const world = createWorld([appreciation]);
  const refusals: readonly (readonly [string, string])[] = [
    ['nothing-named', give(world, 'a', { ...say, did: ' ' })],
    ['words-too-long', give(world, 'a', { ...say, meant: 'x'.repeat(1001) })],
    ['not-there', give(world, 'a', on('f'.repeat(32)).give)],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `appreciation.refusal.${reason}`);
});

test('nothing that is only kept is ever drafted into ours', () => {
  const secret = 'canary';
  const step = fc.record({ by: fc.constantFrom('a' as const, 'b' as const), command, nth: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const world = createWorld([appreciation]);
      for (const { by, command: toCommand, nth } of steps) {
        const things = [...all(world, by).keys()];
        const given = toCommand(things[nth % Math.max(1, things.length)] ?? '');
        if (given.type === 'give') continue; // the one act that shares what was mine
        const marked: AppreciationCommand = given.type === 'keep' ? { ...given, did: secret, meant: secret } : given;
        world.give(by, marked);
        world.deliver(by === 'a' ? 'b' : 'a');
        world.nowMs += 1000;
      }
      for (const { draft } of world.drafts)
        if (draft.space === 'ours')
          assert.equal(jsonToText(appreciation.toBody(draft.event as AppreciationEvent)).includes(secret), false);
    }),
    { numRuns: 150 },
  );
});

test('a partner can answer with a tap, and change nothing else of mine', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.boolean(), (forged, isGiven) => {
      const world = createWorld([appreciation]);
      const thing = give(world, 'a', isGiven ? say : keep);
      const { warm: _, ...before } = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: appreciation.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { warm, ...after } = one(world, 'a', thing);
      same(after, before);
      if (!isGiven) assert.equal(warm, null);
    }),
    { numRuns: 200 },
  );
});

test('lists are latest first, of both side by side', () => {
  const world = createWorld([appreciation]);
  const things = [give(world, 'a', say), give(world, 'b', say)];
  same(
    appreciationsNewestFirst(all(world, 'a')).map(({ id }) => id),
    things.reverse(),
  );
});

test('the compiler keeps what is kept out of ours', () => {
  const event = { kind: 'appreciation/kept', ...words } as const;
  // @ts-expect-error a private event has no place in ours
  const wrong: AppreciationDraft = { thing: 'x', space: 'ours', mode: 'window', event };
  assert.equal(wrong.space, 'ours');
});
