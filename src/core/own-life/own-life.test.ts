/** Own life: its laws, and the examples that explain them. Noor (a) has a life of her own; Sam (b) may be anyone. */
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
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import {
  balances,
  isTimeChanged,
  type OwnLifeCommand,
  type OwnLifeDraft,
  type OwnLifeEvent,
  type OwnLifeThing,
  ownLife,
  ownLifeSubjects,
  ownLooks,
  ownNotes,
  ownTimes,
  type ProtectedTime,
  partsOfDay,
  shareTime,
  type TimeWords,
  timesOfOther,
} from './index.ts';

const days = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  .map((some) => some.sort((a, b) => a - b));
const part = fc.constantFrom(...partsOfDay);
const balance = fc.constantFrom(...balances);
const look = { people: balance, interests: balance, alone: balance, together: balance };
const about = fc.constantFrom(...ownLifeSubjects);
const word = fc.constantFrom('enjoy-it', 'glad-for-you', 'tell-me-after');

const event: fc.Arbitrary<OwnLifeEvent> = fc.oneof(
  fc.record({ kind: fc.constant('own-life/own-noted' as const), about, words: wordsOf(20) }),
  fc.record({
    kind: fc.constantFrom('own-life/own-time' as const, 'own-life/time-shared' as const),
    days,
    part,
    words: cleanOf(20),
  }),
  fc.record({ kind: fc.constant('own-life/own-looked' as const), ...look, wish: cleanOf(20) }),
  fc.record({ kind: fc.constant('own-life/cheered' as const), word }),
  fc.record({ kind: fc.constantFrom('own-life/own-forgotten' as const, 'own-life/withdrawn' as const) }),
);

const practice = fc.constant('own-life' as const);
const isNew = fc.boolean();
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('note' as const), isNew, about, words: anyText }),
    fc.record({ practice, type: fc.constant('keep-time' as const), isNew, days, part, words: anyText }),
    fc.record({ practice, type: fc.constant('look' as const), ...look, wish: anyText }),
    fc.record({ practice, type: fc.constant('cheer' as const), word }),
    fc.record({ practice, type: fc.constantFrom('share' as const, 'withdraw' as const, 'forget' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): OwnLifeCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as OwnLifeCommand,
  );

testLaws({
  practice: ownLife,
  event,
  spaceByKind: {
    'own-life/own-noted': 'mine',
    'own-life/own-time': 'mine',
    'own-life/own-looked': 'mine',
    'own-life/own-forgotten': 'mine',
    'own-life/time-shared': 'ours',
    'own-life/withdrawn': 'ours',
    'own-life/cheered': 'ours',
  },
  command,
  shared: (thing, side) => {
    const time = thing as OwnLifeThing;
    if (time.type !== 'time' || time.standing === 'mine') return undefined;
    const by = side === 'a' ? time.owner : flipped(time.owner);
    return { by, standing: time.standing, shared: time.shared, sharedAtMs: time.sharedAtMs, cheer: time.cheer };
  },
});

const thingsIn = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, ownLife);
const timeOn = (world: World, side: 'a' | 'b', thing: ThingId): ProtectedTime => {
  const found = thingsIn(world, side).get(thing);
  assert(found?.type === 'time');
  return found;
};
const give = (world: World, by: 'a' | 'b', given: OwnLifeCommand, isPaired = true): string | ThingId => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? '');
};
const choir: TimeWords = { days: [4], part: 'evening', words: 'choir' };
const keep = (world: World, time: TimeWords = choir, thing: ThingId | null = null) =>
  give(world, 'a', { practice: 'own-life', type: 'keep-time', thing, ...time });
const simply = (world: World, by: 'a' | 'b', type: 'share' | 'withdraw' | 'forget', thing: ThingId, isPaired = true) =>
  give(world, by, { practice: 'own-life', type, thing }, isPaired);
const cheer = (world: World, by: 'a' | 'b', thing: ThingId, id = 'enjoy-it') =>
  give(world, by, { practice: 'own-life', type: 'cheer', thing, word: id });

test('a time that is shared can be cheered and nothing else: no command and no forged fact of the other ends or moves it', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 10 }), fc.array(event, { maxLength: 5 }), (commands, forged) => {
      const world = createWorld([ownLife]);
      const thing = keep(world);
      simply(world, 'a', 'share', thing);
      const { cheer: _, ...before } = timeOn(world, 'a', thing);
      for (const toCommand of commands) world.give('b', toCommand(thing));
      for (const bad of forged) world.forge('b', thing, { kind: bad.kind, body: ownLife.toBody(bad) });
      world.deliver('a');
      const { cheer: __, ...after } = timeOn(world, 'a', thing);
      same(after, before);
    }),
    { numRuns: 200 },
  );
});

test('a cheer is one word by its id, and the last one stands; words of one’s own do not fit into it', () => {
  const world = createWorld([ownLife]);
  const thing = keep(world);
  same(cheer(world, 'b', thing), 'own-life.refusal.not-there');
  simply(world, 'a', 'share', thing);
  same(cheer(world, 'b', thing, 'Do you have to go?'), 'own-life.refusal.no-words');
  same(cheer(world, 'a', thing), 'own-life.refusal.not-yours');
  cheer(world, 'b', thing);
  cheer(world, 'b', thing, 'glad-for-you');
  same(timeOn(world, 'a', thing).cheer?.word, 'glad-for-you');
  same(ownLife.parse('own-life/cheered', { word: 'Do you have to go?' }), null);
});

test('what I change stays mine until I share it anew; taken back, a mark stays and it can be shared again', () => {
  const world = createWorld([ownLife]);
  const thing = keep(world);
  same(simply(world, 'a', 'share', thing, false), 'own-life.refusal.alone');
  simply(world, 'a', 'share', thing);
  same(simply(world, 'a', 'share', thing), 'own-life.refusal.already-shared');
  keep(world, { ...choir, days: [3] }, thing);
  same([timeOn(world, 'b', thing).shared?.days, isTimeChanged(timeOn(world, 'a', thing))], [[4], true]);
  simply(world, 'a', 'share', thing);
  same([timeOn(world, 'b', thing).shared?.days, isTimeChanged(timeOn(world, 'a', thing))], [[3], false]);
  same(simply(world, 'a', 'forget', thing), 'own-life.refusal.still-shared');
  simply(world, 'a', 'withdraw', thing);
  same([timeOn(world, 'b', thing).standing, timeOn(world, 'b', thing).shared], ['withdrawn', null]);
  same(cheer(world, 'b', thing), 'own-life.refusal.withdrawn');
  simply(world, 'a', 'share', thing);
  same(timeOn(world, 'b', thing).standing, 'ours');
});

test('people, interests, plans and looks at the balance are mine whatever one does with them', () => {
  fc.assert(
    fc.property(about, wordsOf(20), fc.record({ ...look, wish: cleanOf(20) }), (subject, words, looked) => {
      const world = createWorld([ownLife]);
      const note = give(world, 'a', { practice: 'own-life', type: 'note', thing: null, about: subject, words });
      const seen = give(world, 'a', { practice: 'own-life', type: 'look', ...looked });
      for (const thing of [note, seen])
        for (const type of ['share', 'withdraw'] as const)
          same(simply(world, 'a', type, thing), 'own-life.refusal.not-there');
      same(thingsIn(world, 'b').size, 0);
      same([ownNotes(thingsIn(world, 'a'), subject).length, ownLooks(thingsIn(world, 'a')).length], [1, 1]);
      simply(world, 'a', 'forget', note);
      simply(world, 'a', 'forget', seen);
      same(thingsIn(world, 'a').size, 0);
      assert(world.drafts.every(({ draft }) => draft.space === 'mine'));
    }),
    { numRuns: 100 },
  );
});

test('a time has at least one day, each once and in order; nothing holds more than a line', () => {
  const world = createWorld([ownLife]);
  same(keep(world, { ...choir, days: [] }), 'own-life.refusal.no-day');
  same(keep(world, { ...choir, days: [0, 8, 1.5] }), 'own-life.refusal.no-day');
  const long = 'a'.repeat(limits.lineCharsMax + 1);
  same(keep(world, { ...choir, words: long }), 'own-life.refusal.words-too-long');
  const note = { practice: 'own-life', type: 'note', thing: null, about: 'people' } as const;
  same(give(world, 'a', { ...note, words: ' ' }), 'own-life.refusal.no-words');
  same(give(world, 'a', { ...note, words: long }), 'own-life.refusal.words-too-long');
  const thing = keep(world, { ...choir, days: [7, 1, 7] });
  same(timeOn(world, 'a', thing).own?.days, [1, 7]);
  for (const bad of [[], [2, 1], [1, 1], [0], [8], 'Monday'])
    same(ownLife.parse('own-life/time-shared', { days: bad, part: 'day', words: '' }), null);
});

test('lists: my times by their day, those of the other apart, and nothing of a time that was let go', () => {
  const world = createWorld([ownLife]);
  const sunday = keep(world, { ...choir, days: [7] });
  const monday = keep(world, { ...choir, days: [1] });
  const gone = keep(world);
  simply(world, 'a', 'forget', gone);
  simply(world, 'a', 'share', sunday);
  same(
    ownTimes(thingsIn(world, 'a')).map(({ id }) => id),
    [monday, sunday],
  );
  same([ownTimes(thingsIn(world, 'b')).length, timesOfOther(thingsIn(world, 'b')).map(({ id }) => id)], [0, [sunday]]);
  assert(ownLife.isOpen(timeOn(world, 'b', sunday), noonMs * 2));
});

test('no fact has a field that could hold a place', () => {
  const sayings = fc.sample(event, 200).map((one) => Object.keys(ownLife.toBody(one) as object));
  same([...new Set(sayings.flat())].sort(), [
    'about',
    'alone',
    'days',
    'interests',
    'part',
    'people',
    'together',
    'wish',
    'word',
    'words',
  ]);
});

test('the compiler keeps a time of my own out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'own-life/own-time', ...choir } as const;
  // @ts-expect-error a time that is mine has no draft into ours
  const leak: OwnLifeDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: OwnLifeDraft = { thing, space: 'ours', mode: 'window', event: shareTime(own) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
