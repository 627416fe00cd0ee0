/** Cues: its laws, and the examples that explain them. Noor looks at faces; Sam sees nothing of it, and may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '#kernel';
import { anyText, createWorld, noonMs, same, testLaws, thingId, type World } from '../practice.contract.ts';
import { addRecorded } from '../state.ts';
import { thingsOf } from '../things.ts';
import type { CuesCommand } from './decide.ts';
import { type CuesDraft, type CuesEvent, cuesLimits, type Familiarity, familiarities } from './events.ts';
import type { CardLooks } from './fold.ts';
import { cuePractice, lastLookAtMs, looksByCard } from './index.ts';

const grade = fc.constantFrom(...familiarities);
const card = fc.constantFrom('lid-down', 'party', 'long-day');
const event: fc.Arbitrary<CuesEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cues/own-reviewed' as const), card, grade }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'cues/own-forgotten' as const }) },
);
const practice = fc.constant('cues' as const);
const command: fc.Arbitrary<CuesCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ practice, type: fc.constant('review' as const), card: fc.oneof(card, anyText), grade }),
  },
  { weight: 1, arbitrary: fc.record({ practice, type: fc.constant('forget' as const) }) },
);

testLaws({
  practice: cuePractice,
  event,
  spaceByKind: { 'cues/own-reviewed': 'mine', 'cues/own-forgotten': 'mine' },
  command: command.map((given) => () => given),
  shared: () => undefined,
});

const things = (world: World, side: 'a' | 'b' = 'a'): ReadonlyMap<string, CardLooks> =>
  thingsOf(world[side].state.thingsByPractice, cuePractice);

/** Looks at a card and lets a day pass. */
function look(world: World, at: string, how: Familiarity): void {
  world.give('a', { practice: 'cues', type: 'review', card: at, grade: how } as CuesCommand, false);
  world.nowMs += 24 * 3_600_000;
}

test('looks at one card gather in one thing, in their order', () => {
  const world = createWorld([cuePractice]);
  look(world, 'party', 'new');
  look(world, 'long-day', 'familiar');
  look(world, 'party', 'unsure');
  assert.equal(things(world).size, 2);
  same(
    looksByCard(things(world))
      .get('party')
      ?.map((one) => one.grade),
    ['new', 'unsure'],
  );
  assert.equal(lastLookAtMs(things(world)), noonMs + 2 * 24 * 3_600_000);
});

test('whatever I do here, nothing goes to my partner', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 20 }), (commands) => {
      const world = createWorld([cuePractice]);
      for (const given of commands) world.give('a', given);
      assert.equal(world.b.inbox.length, 0);
      assert.ok(world.drafts.every(({ draft }) => draft.space === 'mine'));
    }),
  );
});

test('a partner can neither make me look nor make me forget', () => {
  const world = createWorld([cuePractice]);
  look(world, 'party', 'familiar');
  const before = things(world);
  const thing = [...before.keys()][0]!;
  const forged: readonly (readonly [string, Json])[] = [
    ['cues/own-forgotten', {}],
    ['cues/own-reviewed', { card: 'party', grade: 'new' }],
  ];
  for (const [kind, body] of forged) {
    world.forge('b', thing, { kind, body });
    world.forge('b', thingId(noonMs, 7), { kind, body });
  }
  world.deliver('a');
  same(things(world), before);
});

test('two devices that looked at one card come together', () => {
  const world = createWorld([cuePractice]);
  look(world, 'party', 'new');
  const elsewhere = {
    event: { kind: 'cues/own-reviewed', body: { card: 'party', grade: 'familiar' } },
    thing: thingId(noonMs, 9),
    entry: 'e'.repeat(64),
    space: 'mine',
    who: 'me',
    device: 'a2',
    seq: 1,
    atMs: noonMs - 1,
    atCount: 0,
    seal: 'open',
  } as const;
  world.a.state = addRecorded(world.a.state, [cuePractice], elsewhere);
  same(
    looksByCard(things(world))
      .get('party')
      ?.map((one) => one.grade),
    ['familiar', 'new'],
  );
});

test('a full thing is followed by another, and rests after a year', () => {
  const world = createWorld([cuePractice]);
  for (let count = 0; count <= cuesLimits.looksPerThingMax; count++) look(world, 'party', 'familiar');
  const [full, next] = [...things(world).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.equal(full?.looks.length, cuesLimits.looksPerThingMax);
  assert.equal(next?.looks.length, 1);
  assert.equal(looksByCard(things(world)).get('party')?.length, cuesLimits.looksPerThingMax + 1);
  assert.equal(cuePractice.isOpen(full!, full!.lastAtMs + cuesLimits.fullOpenMsMax), false);
  assert.equal(cuePractice.isOpen(next!, next!.lastAtMs + 10 * cuesLimits.fullOpenMsMax), true);
});

test('forgetting leaves nothing, and looking again begins anew', () => {
  const world = createWorld([cuePractice]);
  look(world, 'party', 'familiar');
  look(world, 'long-day', 'new');
  world.give('a', { practice: 'cues', type: 'forget' } as CuesCommand);
  assert.equal(things(world).size, 0);
  assert.equal(lastLookAtMs(things(world)), null);
  look(world, 'party', 'new');
  assert.equal(looksByCard(things(world)).get('party')?.length, 1);
});

test('a card that is none, and a word that is none, are refused', () => {
  const world = createWorld([cuePractice]);
  const give = (given: object) => world.give('a', { practice: 'cues', type: 'review', ...given } as CuesCommand);
  assert.equal(give({ card: 'No card', grade: 'new' }), 'cues.refusal.no-card');
  assert.equal(give({ card: 'party', grade: 'right' }), 'cues.refusal.no-grade');
});

test('the compiler keeps all of it out of ours', () => {
  const thing = '0'.repeat(32);
  // @ts-expect-error nothing of this practice has a draft into ours
  const leak: CuesDraft = { thing, space: 'ours', event: { kind: 'cues/own-forgotten' } };
  assert.equal(leak.space, 'ours');
});
