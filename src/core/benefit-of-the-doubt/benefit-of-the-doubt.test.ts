/** Benefit of the doubt: its laws, and when help comes first. All of it is mine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, createWorld, noonMs, same, testLaws, thingId, type World, wordsOf } from '../practice.contract.ts';
import type { Draft, Recorded, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import { type DoubtEvent, type TurnedOut, turnedOuts } from './events.ts';
import { cameTrueMin, cameTrueOften, closedLooked, type DoubtsById, isLeft } from './help-first.ts';
import {
  benefitOfTheDoubt,
  type Doubt,
  type DoubtCommand,
  type DoubtDraft,
  type DoubtThing,
  doubtsShown,
  isHelpFirst,
} from './index.ts';

const anyTurn = fc.constantFrom(...turnedOuts);
const event: fc.Arbitrary<DoubtEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('benefit-of-the-doubt/own-written' as const),
    saw: wordsOf(20),
    story: wordsOf(20),
    others: fc.array(wordsOf(20), { minLength: 2, maxLength: 12 }),
    question: wordsOf(20),
  }),
  fc.record({ kind: fc.constant('benefit-of-the-doubt/own-seen' as const), saw: wordsOf(20) }),
  fc.record({ kind: fc.constant('benefit-of-the-doubt/own-turned-out' as const), turnedOut: anyTurn }),
  fc.record({
    kind: fc.constantFrom(
      'benefit-of-the-doubt/own-forgotten' as const,
      'benefit-of-the-doubt/own-left' as const,
      'benefit-of-the-doubt/own-begun-again' as const,
    ),
  }),
);
const practice = fc.constant('benefit-of-the-doubt' as const);
const anyWrite = fc.record({
  practice,
  type: fc.constant('write' as const),
  saw: anyText,
  story: anyText,
  others: fc.array(anyText, { maxLength: 14 }),
  question: anyText.map((words) => `${words}?`),
});
const command = fc
  .oneof(
    anyWrite,
    fc.record({ practice, type: fc.constant('note' as const), saw: anyText }),
    fc.record({ practice, type: fc.constant('say-how-it-turned-out' as const), turnedOut: anyTurn }),
    fc.record({ practice, type: fc.constantFrom('forget' as const, 'leave' as const, 'begin-again' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): DoubtCommand =>
        ({ ...given, thing }) as DoubtCommand,
  );

testLaws({
  practice: benefitOfTheDoubt,
  event,
  spaceByKind: {
    'benefit-of-the-doubt/own-written': 'mine',
    'benefit-of-the-doubt/own-seen': 'mine',
    'benefit-of-the-doubt/own-turned-out': 'mine',
    'benefit-of-the-doubt/own-forgotten': 'mine',
    'benefit-of-the-doubt/own-left': 'mine',
    'benefit-of-the-doubt/own-begun-again': 'mine',
  },
  command,
  shared: () => undefined,
});

const all = (world: World, side: 'a' | 'b' = 'a'): DoubtsById =>
  thingsOf(world[side].state.thingsByPractice, benefitOfTheDoubt);
const give = (world: World, given: DoubtCommand, isPaired = false): string => {
  const result = world.give('a', given, isPaired);
  world.nowMs += 1000;
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const of = 'benefit-of-the-doubt' as const;
const refusal = `${of}.refusal`;
const write: Extract<DoubtCommand, { readonly type: 'write' }> = {
  ...{ practice: of, type: 'write', saw: 'The call ended early.', story: 'I do not matter.' },
  ...{ others: ['A bad line.', 'The bus came.'], question: 'What was going on for you?' },
};
const turn = (thing: ThingId, turnedOut: TurnedOut): DoubtCommand => ({
  ...{ practice: of, type: 'say-how-it-turned-out', thing, turnedOut },
});
const simply = (type: 'leave' | 'begin-again'): DoubtCommand => ({ practice: of, type });

test('two other explanations and a question are needed; the last word on how it turned out stands', () => {
  const world = createWorld([benefitOfTheDoubt]);
  assert.equal(give(world, { ...write, saw: ' ' }), `${refusal}.no-words`);
  assert.equal(give(world, { ...write, story: '' }), `${refusal}.no-words`);
  assert.equal(give(world, { ...write, others: ['A bad line.', 'A bad line. ', ' '] }), `${refusal}.two-others`);
  assert.equal(give(world, { ...write, question: 'You never call.' }), `${refusal}.not-a-question`);
  assert.equal(give(world, { ...write, story: 'x'.repeat(1001) }), `${refusal}.words-too-long`);
  assert.equal(give(world, { ...write, others: ['x'.repeat(201), 'y'] }), `${refusal}.words-too-long`);
  const many = Array.from({ length: 13 }, (_, index) => `Other ${index}.`);
  assert.equal(give(world, { ...write, others: many }), `${refusal}.words-too-long`);
  const thing = give(world, write);
  give(world, turn(thing, 'not-talked'));
  give(world, turn(thing, 'something-else'));
  const count = world.drafts.length;
  give(world, turn(thing, 'something-else'));
  assert.equal(world.drafts.length, count, 'the same word again writes nothing');
  same(
    doubtsShown(all(world)).list.map(({ explained, turnedOut }) => [explained?.others, turnedOut?.how]),
    [[write.others, 'something-else']],
  );
  give(world, { practice: of, type: 'forget', thing });
  same([...all(world)], []);
  assert.equal(give(world, turn(thing, 'as-feared')), `${refusal}.not-there`);
});

test('what I saw can be noted at any time, with nothing made of it, and has no end to tell of', () => {
  const world = createWorld([benefitOfTheDoubt]);
  assert.equal(give(world, { practice: of, type: 'note', saw: ' \n' }), `${refusal}.no-words`);
  assert.equal(give(world, { practice: of, type: 'note', saw: 'x'.repeat(1001) }), `${refusal}.words-too-long`);
  const thing = give(world, { practice: of, type: 'note', saw: ' The door was locked. ' });
  assert.equal(give(world, turn(thing, 'as-feared')), `${refusal}.not-there`);
  same(
    doubtsShown(all(world)).list.map(({ saw, explained, turnedOut }) => [saw, explained, turnedOut]),
    [['The door was locked.', null, undefined]],
  );
});

// --------------------------------------------------------------------------------------------------- help first

/** Things as any course may leave them, in any order of the map. */
const anyDoubt: fc.Arbitrary<DoubtThing> = fc
  .record({
    id: fc.nat({ max: 1_000_000 }).map((salt) => thingId(noonMs, salt)),
    turnedOut: fc.option(fc.record({ how: anyTurn, atMs: fc.integer({ min: noonMs, max: noonMs + 20 }) })),
  })
  .map(
    ({ id, turnedOut }): Doubt => ({
      ...{ type: 'doubt', id, beganAtMs: noonMs, saw: 'saw', story: 'story', others: ['one', 'two'] },
      ...{ question: 'q?', turnedOut },
    }),
  );
const anyThings = fc
  .uniqueArray(anyDoubt, { maxLength: 12, selector: ({ id }) => id })
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }));
const byId = (list: readonly DoubtThing[]): DoubtsById => new Map(list.map((one) => [one.id, one]));

test('fears came true often exactly when three of the last five closed did, whatever is still open', () => {
  const anyCourse = fc.array(fc.record({ at: fc.nat({ max: 7 }), how: anyTurn }), { maxLength: 20 });
  fc.assert(
    fc.property(anyCourse, (course) => {
      const world = createWorld([benefitOfTheDoubt]);
      const ids = Array.from({ length: 8 }, () => give(world, write));
      /** In the order in which their last word was said; the same word again says nothing. */
      let said: readonly { readonly at: number; readonly how: TurnedOut }[] = [];
      for (const word of course) {
        give(world, turn(ids[word.at] ?? '', word.how));
        if (!said.some(({ at, how }) => at === word.at && how === word.how))
          said = [...said.filter(({ at }) => at !== word.at), word];
        const lastFive = said.filter(({ how }) => how !== 'not-talked').slice(-closedLooked);
        const isExpected = lastFive.filter(({ how }) => how === 'as-feared').length >= cameTrueMin;
        assert.equal(cameTrueOften(all(world)), isExpected);
      }
    }),
    { numRuns: 150 },
  );
});

test('the rule does not depend on the order of what it is given, and open doubts and notes change nothing', () => {
  const opened = thingId(noonMs, 2_000_000);
  fc.assert(
    fc.property(anyThings, (list) => {
      const isOften = cameTrueOften(byId(list));
      assert.equal(cameTrueOften(byId([...list].reverse())), isOften);
      const note: DoubtThing = { type: 'seen', id: opened, beganAtMs: noonMs, saw: 'saw' };
      assert.equal(cameTrueOften(byId([...list, note])), isOften);
      const [first] = list;
      if (first?.type !== 'doubt') return;
      const notTalked = { how: 'not-talked', atMs: noonMs + 99 } as const;
      for (const turnedOut of [null, notTalked])
        assert.equal(cameTrueOften(byId([...list, { ...first, id: opened, turnedOut }])), isOften);
    }),
    { numRuns: 400 },
  );
});

test('one more fear that came true never brings the other explanations back', () => {
  fc.assert(
    fc.property(anyThings, fc.nat(), (list, nth) => {
      if (!cameTrueOften(byId(list))) return;
      const turned = list.map((one, index) =>
        one.type === 'doubt' && one.turnedOut !== null && index === nth % list.length
          ? { ...one, turnedOut: { ...one.turnedOut, how: 'as-feared' as const } }
          : one,
      );
      assert(cameTrueOften(byId(turned)));
    }),
    { numRuns: 600 },
  );
});

test('once the way out is taken help comes first, whatever else is done, until it is taken back by hand', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), fc.nat(), (commands, nth) => {
      const world = createWorld([benefitOfTheDoubt]);
      give(world, write);
      give(world, simply('leave'));
      const count = world.drafts.length;
      give(world, simply('leave'));
      assert.equal(world.drafts.length, count, 'going out twice is going out once');
      for (const toCommand of commands) {
        const things = [...all(world).keys()];
        const given = toCommand(things[nth % things.length] ?? '');
        if (given.type !== 'begin-again') give(world, given);
        assert(isLeft(all(world)) && isHelpFirst(all(world)));
      }
      give(world, simply('begin-again'));
      assert.equal(isLeft(all(world)), false);
      assert.equal(isHelpFirst(all(world)), cameTrueOften(all(world)));
    }),
    { numRuns: 150 },
  );
});

test('two devices that went out before they knew of each other are brought back by one word', () => {
  const left = (device: string, salt: number): Recorded<DoubtEvent> => ({
    ...{ thing: thingId(noonMs, salt), space: 'mine', who: 'me', device, seq: 1, atMs: noonMs, atCount: 0 },
    ...{ entry: `${salt}`, seal: 'open' },
    event: { kind: 'benefit-of-the-doubt/own-left' },
  });
  const things = byId([left('aa', 1), left('bb', 2)].flatMap((one) => benefitOfTheDoubt.fold([one]) ?? []));
  const context = { nowMs: noonMs, zone: 'UTC', isPaired: false, newId: () => thingId(noonMs, 9) };
  const decided = benefitOfTheDoubt.decide(things, { practice: of, type: 'begin-again' }, context);
  assert(decided.ok);
  same(
    decided.value.map(({ thing }) => thing),
    [thingId(noonMs, 1), thingId(noonMs, 2)],
  );
});

test('where help comes first no doubt is taken and no explanation is shown; what I saw is taken and shown', () => {
  const anyWay = fc.constantFrom('left', 'came-true');
  fc.assert(
    fc.property(anyWay, anyWrite, wordsOf(20), (way, anyone, saw) => {
      const world = createWorld([benefitOfTheDoubt]);
      for (let time = 0; time < cameTrueMin; time++) {
        assert.equal(doubtsShown(all(world)).isHelpFirst, false);
        const thing = give(world, write);
        if (way === 'came-true') give(world, turn(thing, 'as-feared'));
      }
      if (way === 'left') give(world, simply('leave'));
      const count = all(world).size;
      for (const one of [write, anyone]) assert.equal(give(world, one), `${refusal}.help-first`);
      assert.equal(all(world).size, count);
      give(world, { practice: of, type: 'note', saw });
      const shown = doubtsShown(all(world));
      assert(shown.isHelpFirst);
      assert.equal(shown.canBeginAgain, way === 'left');
      same([...new Set(shown.list.map(({ explained }) => explained))], [null]);
      same(
        shown.list.map((one) => one.saw),
        [saw.trim(), write.saw, write.saw, write.saw],
      );
      for (const hidden of [write.story, write.question, ...write.others])
        assert.equal(JSON.stringify(shown.list).includes(hidden), saw.includes(hidden));
    }),
    { numRuns: 100 },
  );
});

test('what was said by mistake can be put right, and what was deleted tells nothing', () => {
  for (const mend of ['something-else', 'forget'] as const) {
    const world = createWorld([benefitOfTheDoubt]);
    const ids = Array.from({ length: cameTrueMin }, () => give(world, write));
    for (const thing of ids) give(world, turn(thing, 'as-feared'));
    assert(isHelpFirst(all(world)));
    const thing = ids[0] ?? '';
    give(world, mend === 'forget' ? { practice: of, type: 'forget', thing } : turn(thing, mend));
    assert.equal(isHelpFirst(all(world)), false);
  }
});

// --------------------------------------------------------------------------------------------------- mine alone

test('nothing that the partner or the relay could write touches a doubt, takes the way out, or takes it back', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), fc.boolean(), (forged, isOut) => {
      const world = createWorld([benefitOfTheDoubt]);
      give(world, write);
      if (isOut) give(world, simply('leave'));
      const before = [...all(world)];
      for (const bad of forged)
        for (const at of [...all(world).keys(), thingId(noonMs, 7)])
          world.forge('b', at, { kind: bad.kind, body: benefitOfTheDoubt.toBody(bad) });
      world.deliver('a');
      same([...all(world)], before);
    }),
    { numRuns: 200 },
  );
});

test('every draft is mine, with a partner and without, and nothing of it is ever with the other', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), fc.boolean(), (commands, isPaired) => {
      const world = createWorld([benefitOfTheDoubt]);
      give(world, write, isPaired);
      for (const toCommand of commands) give(world, toCommand([...all(world).keys()][0] ?? ''), isPaired);
      assert(world.drafts.every(({ draft }) => draft.space === 'mine' && draft.mode === undefined));
      same(world.b.inbox, []);
    }),
    { numRuns: 100 },
  );
});

test('the compiler keeps a doubt out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'benefit-of-the-doubt/own-seen', saw: 'w' } as const;
  // @ts-expect-error a doubt has no draft into ours
  const leak: DoubtDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: DoubtDraft = { thing, space: 'mine', event: own };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
