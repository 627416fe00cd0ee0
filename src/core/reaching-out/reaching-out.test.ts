/** Reaching out: its laws, and the examples that explain them. Noor (a) would like something; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { promises } from '../promises/index.ts';
import { thingsOf } from '../things.ts';
import type { ReachingOutCommand } from './decide.ts';
import { type ReachingOutDraft, type ReachingOutEvent, shareWish, type WishAnswer, wishKeys } from './events.ts';
import type { Wish } from './fold.ts';
import { answersToMe, isWishResting, isWishWaiting, reachingOut, wishesNewestFirst, wishToMe } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;

const wish = fc.constantFrom(...wishKeys);
const said: fc.Arbitrary<WishAnswer> = fc.oneof(
  fc.record({ choice: fc.constant('here' as const) }),
  fc.record({
    choice: fc.constant('at' as const),
    atMs: fc.integer({ min: 0, max: noonMs }),
    promise: fc.constant(thingId(noonMs, 7)),
  }),
  fc.record({ choice: fc.constant('not-now' as const), because: cleanOf(20), but: cleanOf(20) }),
);
const event: fc.Arbitrary<ReachingOutEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('reaching-out/asked' as const, 'reaching-out/own-wish' as const),
    wish,
    words: cleanOf(20),
  }),
  fc.record({ kind: fc.constant('reaching-out/answered' as const), said }),
  fc.record({ kind: fc.constant('reaching-out/thanked' as const), words: cleanOf(20) }),
  fc.record({
    kind: fc.constantFrom(
      'reaching-out/withdrawn' as const,
      'reaching-out/own-forgotten' as const,
      'reaching-out/own-set-aside' as const,
    ),
  }),
);

const practice = fc.constant('reaching-out' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constantFrom('ask' as const, 'ask' as const, 'keep' as const),
      wish,
      words: anyText,
    }),
    fc.record({ practice, type: fc.constant('thank' as const), words: anyText }),
    fc.record({
      practice,
      type: fc.constant('answer-at' as const),
      date: fc.constantFrom('2026-11-22', '2026-11-23', 'nonsense'),
      time: fc.constantFrom('20:30', '23:59', 'noon'),
      what: anyText,
    }),
    fc.record({ practice, type: fc.constant('answer-not-now' as const), because: anyText, but: anyText }),
    fc.record({
      practice,
      type: fc.constantFrom(
        'send' as const,
        'withdraw' as const,
        'forget' as const,
        'answer-here' as const,
        'set-aside' as const,
      ),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): ReachingOutCommand =>
        ({ thing, ...given }) as ReachingOutCommand,
  );

testLaws({
  practice: reachingOut,
  event,
  spaceByKind: {
    'reaching-out/asked': 'ours',
    'reaching-out/answered': 'ours',
    'reaching-out/thanked': 'ours',
    'reaching-out/withdrawn': 'ours',
    'reaching-out/own-wish': 'mine',
    'reaching-out/own-forgotten': 'mine',
    'reaching-out/own-set-aside': 'mine',
  },
  command,
  shared: (thing, side) => {
    const { asker, standing, said: words, askedAtMs, answer, thanks } = thing as Wish;
    if (standing === 'mine') return undefined;
    const by = side === 'a' ? asker : flipped(asker);
    return { by, standing, words: standing === 'ours' ? words : null, askedAtMs, answer, thanks };
  },
});

const one = (world: World, side: 'a' | 'b', thing: ThingId): Wish => {
  const found = thingsOf(world[side].state.thingsByPractice, reachingOut).get(thing);
  assert(found !== undefined);
  return found;
};
const wishesOf = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, reachingOut);
/** Gives a command, lets a little time pass, and brings it to the other. */
const give = (world: World, by: 'a' | 'b', given: ReachingOutCommand, isPaired = true): string | ThingId => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const ask = (world: World, words = ''): ThingId =>
  give(world, 'a', { practice: 'reaching-out', type: 'ask', wish: 'hug', words });
const on = (thing: ThingId) =>
  ({
    send: { practice: 'reaching-out', type: 'send', thing },
    withdraw: { practice: 'reaching-out', type: 'withdraw', thing },
    thank: { practice: 'reaching-out', type: 'thank', thing, words: 'Thank you.' },
    forget: { practice: 'reaching-out', type: 'forget', thing },
    here: { practice: 'reaching-out', type: 'answer-here', thing },
    // Sam's clock in Kolkata shows 17:30 at Noor's noon.
    at: {
      practice: 'reaching-out',
      type: 'answer-at',
      thing,
      date: '2026-11-22',
      time: '20:30',
      what: 'come for a hug',
    },
    notNow: {
      practice: 'reaching-out',
      type: 'answer-not-now',
      thing,
      because: 'I am worn out',
      but: 'tomorrow at breakfast',
    },
    setAside: { practice: 'reaching-out', type: 'set-aside', thing },
  }) as const;
const modesOf = (world: World) => world.drafts.map(({ draft }) => [draft.event.kind, draft.space, draft.mode ?? '']);

test('a wish is mine at once and leaves after the window, so that one held back is still mine', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world, 'It was a long day.');
  same(modesOf(world), [
    ['reaching-out/own-wish', 'mine', ''],
    ['reaching-out/asked', 'ours', 'window'],
  ]);
  same(one(world, 'b', thing).said, { wish: 'hug', words: 'It was a long day.' });
  same([one(world, 'a', thing).asker, one(world, 'b', thing).asker], ['me', 'partner']);
});

test('"I’m here" leaves at once, and the one who asked may thank for it', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world);
  assert.equal(give(world, 'a', on(thing).here), 'reaching-out.refusal.not-yours');
  assert.equal(give(world, 'a', on(thing).thank), 'reaching-out.refusal.no-answer-yet');
  give(world, 'b', on(thing).here);
  same(modesOf(world).at(-1), ['reaching-out/answered', 'ours', 'at-once']);
  same(one(world, 'a', thing).answer?.said, { choice: 'here' });
  same(
    answersToMe(wishesOf(world, 'a'), world.nowMs, day).map(({ id }) => id),
    [thing],
  );
  assert.equal(give(world, 'b', on(thing).thank), 'reaching-out.refusal.not-yours');
  give(world, 'a', on(thing).thank);
  assert.equal(one(world, 'b', thing).thanks?.words, 'Thank you.');
  assert.equal(give(world, 'a', on(thing).thank), 'reaching-out.refusal.already-thanked');
  assert.equal(give(world, 'b', on(thing).notNow), 'reaching-out.refusal.already-thanked');
  same(answersToMe(wishesOf(world, 'a'), world.nowMs, day), []);
});

test('"at 20:30" is an answer and a promise of the one who answers, from one decision', () => {
  const world = createWorld([reachingOut, promises]);
  const thing = ask(world);
  give(world, 'b', on(thing).at);
  same(modesOf(world).slice(-2), [
    ['reaching-out/answered', 'ours', 'window'],
    ['promises/made', 'ours', 'window'],
  ]);
  const answer = one(world, 'a', thing).answer?.said;
  assert(answer?.choice === 'at');
  assert.equal(answer.atMs, Date.UTC(2026, 10, 22, 15));
  for (const [side, maker] of [
    ['a', 'partner'],
    ['b', 'me'],
  ] as const) {
    const pledge = thingsOf(world[side].state.thingsByPractice, promises).get(answer.promise);
    same([pledge?.maker, pledge?.what, pledge?.when.dueAtMs], [maker, 'come for a hug', answer.atMs]);
  }
  assert.equal(give(world, 'b', on(thing).here), 'reaching-out.refusal.is-promised');
  assert.equal(give(world, 'a', on(thing).withdraw), 'reaching-out.refusal.already-answered');
});

test('a time is today or tomorrow, and still to come', () => {
  const world = createWorld([reachingOut, promises]);
  const thing = ask(world);
  const at = (more: object): string => give(world, 'b', { ...on(thing).at, ...more });
  assert.equal(at({ time: '' }), 'reaching-out.refusal.no-time');
  assert.equal(at({ date: '2026-11-24' }), 'reaching-out.refusal.not-near');
  assert.equal(at({ date: '2026-11-21' }), 'reaching-out.refusal.not-near');
  assert.equal(at({ time: '17:30' }), 'reaching-out.refusal.already-past');
  assert.equal(at({ what: ' ' }), 'promises.refusal.no-what');
  assert.equal(thingsOf(world.b.state.thingsByPractice, promises).size, 0);
  assert.equal(at({ date: '2026-11-23', time: '07:00' }), thing);
});

test('"not tonight" may stand alone, say why, or offer something; and may become "I’m here"', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world);
  give(world, 'b', { ...on(thing).notNow, because: '', but: '' });
  same(one(world, 'a', thing).answer?.said, { choice: 'not-now', because: '', but: '' });
  give(world, 'b', on(thing).notNow);
  same(one(world, 'a', thing).answer?.said, {
    choice: 'not-now',
    because: 'I am worn out',
    but: 'tomorrow at breakfast',
  });
  give(world, 'b', on(thing).here);
  const { answer } = one(world, 'a', thing);
  same(answer?.said, { choice: 'here' });
  assert(answer !== null && answer.changedAtMs !== null && answer.changedAtMs > answer.atMs);
});

test('a wish is taken back before it is answered, and leaves a mark', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world, 'if you can');
  give(world, 'a', on(thing).withdraw);
  same([one(world, 'b', thing).standing, one(world, 'b', thing).said], ['withdrawn', null]);
  assert.equal(wishToMe(wishesOf(world, 'b'), world.nowMs), null);
  assert.equal(give(world, 'b', on(thing).here), 'reaching-out.refusal.withdrawn');
  same(one(world, 'a', thing).said, { wish: 'hug', words: 'if you can' });
  give(world, 'a', on(thing).forget);
  same([one(world, 'a', thing).standing, one(world, 'a', thing).said], ['withdrawn', null]);
});

test('after a day a wish rests on both sides, and nothing was written for it', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world);
  const written = world.drafts.length;
  for (const side of ['a', 'b'] as const) assert(isWishWaiting(one(world, side, thing), noonMs + day - 1));
  world.nowMs = noonMs + day;
  for (const side of ['a', 'b'] as const) {
    assert(isWishResting(one(world, side, thing), world.nowMs));
    assert.equal(reachingOut.isOpen(one(world, side, thing), world.nowMs), false);
  }
  assert.equal(wishToMe(wishesOf(world, 'b'), world.nowMs), null);
  assert.equal(give(world, 'b', on(thing).here), 'reaching-out.refusal.at-rest');
  assert.equal(world.drafts.length, written);
  give(world, 'a', on(thing).withdraw);
  assert.equal(one(world, 'b', thing).standing, 'withdrawn');
});

test('leaving it for now is known to the one who left it, and to nobody else', () => {
  const [quiet, silent] = [createWorld([reachingOut]), createWorld([reachingOut])];
  const things = [quiet, silent].map((world) => ask(world));
  give(quiet, 'b', on(things[0]!).setAside);
  assert.equal(one(quiet, 'b', things[0]!).isSetAside, true);
  assert.equal(wishToMe(wishesOf(quiet, 'b'), quiet.nowMs), null);
  same(quiet.a.state, silent.a.state);
  give(quiet, 'b', on(things[0]!).here); // and may still answer
  same(one(quiet, 'a', things[0]!).answer?.said, { choice: 'here' });
});

test('of several wishes the newest waits, and the others rest behind it', () => {
  const world = createWorld([reachingOut]);
  ask(world);
  const later = ask(world);
  assert.equal(wishToMe(wishesOf(world, 'b'), world.nowMs)?.id, later);
  assert.equal(wishToMe(wishesOf(world, 'a'), world.nowMs), null);
  assert.equal(wishesNewestFirst(wishesOf(world, 'b')).length, 2);
});

test('alone, a wish is kept for oneself; it may be sent later by one act, or deleted', () => {
  const world = createWorld([reachingOut]);
  assert.equal(
    give(world, 'a', { practice: 'reaching-out', type: 'ask', wish: 'fun', words: '' }, false),
    'reaching-out.refusal.alone',
  );
  const thing = give(world, 'a', { practice: 'reaching-out', type: 'keep', wish: 'fun', words: 'a walk' }, false);
  assert.equal(wishesOf(world, 'b').size, 0);
  assert.equal(give(world, 'a', on(thing).send, false), 'reaching-out.refusal.alone');
  give(world, 'a', on(thing).send);
  same(one(world, 'b', thing).said, { wish: 'fun', words: 'a walk' });
  assert.equal(give(world, 'a', on(thing).send), 'reaching-out.refusal.already-shared');
  assert.equal(give(world, 'a', on(thing).forget), 'reaching-out.refusal.still-shared');
  const other = give(world, 'a', { practice: 'reaching-out', type: 'keep', wish: 'help', words: '' }, false);
  give(world, 'a', on(other).forget, false);
  assert.equal(wishesOf(world, 'a').has(other), false);
});

test('what is too long or not there is refused with a reason', () => {
  const world = createWorld([reachingOut]);
  const long = 'x'.repeat(281);
  const thing = ask(world);
  const refusals: readonly (readonly [string, string])[] = [
    ['words-too-long', give(world, 'a', { practice: 'reaching-out', type: 'keep', wish: 'fun', words: long })],
    ['words-too-long', give(world, 'b', { ...on(thing).notNow, but: long })],
    ['no-wish', give(world, 'a', { practice: 'reaching-out', type: 'ask', wish: 'money' as 'fun', words: '' })],
    ['not-there', give(world, 'a', on('f'.repeat(32)).withdraw)],
    ['not-yours', give(world, 'b', on(thing).withdraw)],
    ['not-yours', give(world, 'a', on(thing).setAside)],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `reaching-out.refusal.${reason}`);
});

test('a partner can answer what I asked, and nothing else', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.boolean(), (forged, isAsked) => {
      const world = createWorld([reachingOut]);
      const thing = isAsked
        ? ask(world)
        : give(world, 'a', { practice: 'reaching-out', type: 'keep', wish: 'hug', words: '' });
      const { answer: _, ...before } = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: reachingOut.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { answer, ...after } = one(world, 'a', thing);
      same(after, before);
      if (!isAsked) assert.equal(answer, null);
    }),
    { numRuns: 200 },
  );
});

test('thanks close the exchange: no later answer, from whatever phone, changes what was thanked for', () => {
  const world = createWorld([reachingOut]);
  const thing = ask(world);
  give(world, 'b', on(thing).here);
  give(world, 'a', on(thing).thank);
  const late = { kind: 'reaching-out/answered', body: { choice: 'not-now', because: '', but: '' } };
  world.forge('b', thing, late);
  world.forge('a', thing, { kind: 'reaching-out/thanked', body: { words: 'again' } }, world.nowMs + 1);
  for (const side of ['a', 'b'] as const) {
    world.deliver(side);
    const { answer, thanks } = one(world, side, thing);
    same([answer?.said, thanks?.words], [{ choice: 'here' }, 'Thank you.']);
  }
});

test('the compiler keeps a wish of my own out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'reaching-out/own-wish', wish: 'hug', words: '' } as const;
  // @ts-expect-error a wish that is mine has no draft into ours
  const leak: ReachingOutDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: ReachingOutDraft = { thing, space: 'ours', mode: 'window', event: shareWish(own) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
