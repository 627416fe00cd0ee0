/** Respect: its laws, and the examples that explain them. All of it is mine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, cleanOf, createWorld, same, testLaws, type World, wordsOf } from '../practice.contract.ts';
import type { ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { RespectCommand } from './decide.ts';
import type { RespectEvent } from './events.ts';
import { isOffered, reflectionsNewestFirst, respect } from './index.ts';

const event: fc.Arbitrary<RespectEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('respect/own-reflected' as const),
    answers: fc.array(fc.record({ question: wordsOf(20), words: wordsOf(20) }), { maxLength: 4 }),
    otherwise: cleanOf(20),
  }),
  fc.record({ kind: fc.constant('respect/own-forgotten' as const) }),
  fc.record({
    kind: fc.constant('respect/own-declined' as const),
    quiet: fc.constantFrom('this-week' as const, 'until-i-begin' as const),
  }),
);
const practice = fc.constant('respect' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constant('reflect' as const),
      isNew: fc.boolean(),
      answers: fc.array(fc.record({ question: fc.constant('kind'), words: anyText }), { maxLength: 4 }),
      otherwise: anyText,
    }),
    fc.record({
      practice,
      type: fc.constant('decline' as const),
      quiet: fc.constantFrom('this-week' as const, 'until-i-begin' as const),
    }),
    fc.record({ practice, type: fc.constant('forget' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): RespectCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as RespectCommand,
  );

testLaws({
  practice: respect,
  event,
  spaceByKind: { 'respect/own-reflected': 'mine', 'respect/own-forgotten': 'mine', 'respect/own-declined': 'mine' },
  command,
  shared: () => undefined,
});

const weekMs = 7 * 24 * 3_600_000;
const all = (world: World) => thingsOf(world.a.state.thingsByPractice, respect);
const give = (world: World, given: RespectCommand): string => {
  const result = world.give('a', given, false);
  world.nowMs += 1000;
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const answers = [{ question: 'kind', words: 'That they sing well.' }];
const reflect = { practice: 'respect', type: 'reflect', thing: null, answers, otherwise: '' } as const;
const decline = (quiet: 'this-week' | 'until-i-begin'): RespectCommand => ({
  practice: 'respect',
  type: 'decline',
  quiet,
});

test('a reflection can be put differently and deleted; one answer is enough, none is not', () => {
  const world = createWorld([respect]);
  const blank = [{ question: 'kind', words: ' ' }];
  assert.equal(give(world, { ...reflect, answers: blank }), 'respect.refusal.no-words');
  assert.equal(give(world, { ...reflect, otherwise: 'x'.repeat(1001) }), 'respect.refusal.words-too-long');
  const thing = give(world, reflect);
  give(world, { ...reflect, thing, otherwise: 'Say it at home.' });
  same(
    reflectionsNewestFirst(all(world)).map(({ answers: said, otherwise }) => [said, otherwise]),
    [[answers, 'Say it at home.']],
  );
  give(world, { practice: 'respect', type: 'forget', thing });
  same(reflectionsNewestFirst(all(world)), []);
  assert.equal(give(world, { ...reflect, thing }), 'respect.refusal.not-there');
});

test('it is offered a week later, to whoever has done it; declining is quiet for a week, or until one begins again', () => {
  const world = createWorld([respect]);
  const offered = (): boolean => isOffered(all(world), world.nowMs);
  give(world, decline('this-week'));
  world.nowMs += 2 * weekMs;
  assert.equal(offered(), false);
  give(world, reflect);
  assert.equal(offered(), false);
  world.nowMs += weekMs;
  assert.equal(offered(), true);
  give(world, decline('this-week'));
  assert.equal(offered(), false);
  world.nowMs += weekMs;
  assert.equal(offered(), true);
  give(world, decline('until-i-begin'));
  world.nowMs += weekMs;
  assert.equal(offered(), false);
  give(world, reflect);
  world.nowMs += weekMs;
  assert.equal(offered(), true);
  world.nowMs += 5 * weekMs;
  assert.equal(offered(), false);
});

test('nothing of it ever leaves for the other', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      const world = createWorld([respect]);
      for (const toCommand of commands) give(world, toCommand([...all(world).keys()][0] ?? ''));
      same(world.b.inbox, []);
    }),
    { numRuns: 50 },
  );
});
