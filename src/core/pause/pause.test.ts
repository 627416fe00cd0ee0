/** A pause: its laws, and the examples that explain them. Noor (a) needs a break; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWorld, flipped, noonMs, same, testLaws, thingId, type World, wordsOf } from '../practice.contract.ts';
import type { Context, Draft, ThingId } from '../practice.ts';
import { type Pledge, promises } from '../promises/index.ts';
import { thingsOf } from '../things.ts';
import { decidePause, type PauseCommand } from './decide.ts';
import { type PauseDraft, type PauseEvent, sharePause } from './events.ts';
import type { Pause } from './fold.ts';
import { openPauses, pause, pauseActions, pauseLimits, pausesOfSession, pauseWholeOf, pauseWholes } from './index.ts';

const minute = 60_000;
const hour = 60 * minute;
const session = thingId(noonMs, 77);
const what = 'come back to our talk';

const span = {
  session: fc.constantFrom(null, session),
  fromMs: fc.constantFrom(noonMs - minute, noonMs, noonMs + minute),
  untilMs: fc.constantFrom(noonMs - hour, noonMs + 20 * minute, noonMs + hour, noonMs + 25 * hour),
};
const event: fc.Arbitrary<PauseEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('pause/begun' as const),
    ...span,
    promise: fc.constant(thingId(noonMs, 7)),
    what: wordsOf(20),
  }),
  fc.record({ kind: fc.constant('pause/own-begun' as const), ...span }),
  fc.record({
    kind: fc.constantFrom('pause/extended' as const, 'pause/own-extended' as const),
    untilMs: span.untilMs,
  }),
  fc.record({
    kind: fc.constantFrom(
      'pause/returned' as const,
      'pause/left' as const,
      'pause/own-returned' as const,
      'pause/own-left' as const,
    ),
  }),
);

const practice = fc.constant('pause' as const);
const minutes = fc.constantFrom(4, 5, 20, 20, 60, 1440, 1441, 7.5);
const clockDifferenceMs = fc.constantFrom(null, 0, 10 * minute, -10 * minute, 5 * hour);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constant('begin' as const),
      session: span.session,
      isShared: fc.boolean(),
      what: wordsOf(20),
      minutes,
      clockDifferenceMs,
    }),
    fc.record({ practice, type: fc.constant('extend' as const), minutes, clockDifferenceMs }),
    fc.record({ practice, type: fc.constantFrom('return' as const, 'leave' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): PauseCommand =>
        ({ thing, ...given }) as PauseCommand,
  );

/** What both see, spoken from the side of `a`. */
const shared = (one: Pause, side: 'a' | 'b') => {
  if (!one.isShared) return undefined;
  const who = side === 'a' ? (by: Pause['by']) => by : flipped;
  return {
    ...one,
    by: who(one.by),
    back: one.back.map(who),
    ending: one.ending && { ...one.ending, by: who(one.ending.by) },
    extension: one.extension && { ...one.extension, by: who(one.extension.by) },
  };
};

testLaws({
  practice: pause,
  event,
  spaceByKind: {
    'pause/begun': 'ours',
    'pause/extended': 'ours',
    'pause/returned': 'ours',
    'pause/left': 'ours',
    'pause/own-begun': 'mine',
    'pause/own-extended': 'mine',
    'pause/own-returned': 'mine',
    'pause/own-left': 'mine',
  },
  command,
  shared: (thing, side) => shared(thing as Pause, side),
});

const registry = [pause, promises];
const pausesOf = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, pause);
const pledgesOf = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, promises);
const one = (world: World, side: 'a' | 'b', thing: ThingId): Pause => {
  const found = pauseWholeOf(pausesOf(world, side), thing)?.pause;
  assert(found !== undefined);
  return found;
};
const pledge = (world: World, side: 'a' | 'b', thing: ThingId | null): Pledge => {
  const found = pledgesOf(world, side).get(thing ?? '');
  assert(found !== undefined);
  return found;
};
/** Gives a command without bringing it to the other. */
const say = (world: World, by: 'a' | 'b', given: PauseCommand, isPaired = true): string => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const meet = (world: World): void => {
  world.deliver('a');
  world.deliver('b');
};
const give = (world: World, by: 'a' | 'b', given: PauseCommand, isPaired = true): string => {
  const result = say(world, by, given, isPaired);
  meet(world);
  return result;
};
const begin = (more: Partial<Extract<PauseCommand, { type: 'begin' }>> = {}): PauseCommand => ({
  practice: 'pause',
  type: 'begin',
  session: null,
  isShared: true,
  minutes: 20,
  what,
  ...more,
});
const on = (thing: ThingId) =>
  ({
    extend: { practice: 'pause', type: 'extend', thing, minutes: 10 },
    back: { practice: 'pause', type: 'return', thing },
    leave: { practice: 'pause', type: 'leave', thing },
  }) as const;
const modesOf = (world: World) => world.drafts.map(({ draft }) => [draft.event.kind, draft.space, draft.mode ?? '']);

test('a pause for both leaves at once, with a promise that means the same instant', () => {
  const world = createWorld(registry);
  world.nowMs += 12_345;
  const thing = give(world, 'a', begin());
  same(modesOf(world), [
    ['pause/begun', 'ours', 'at-once'],
    ['promises/made', 'ours', 'at-once'],
  ]);
  for (const [side, by] of [
    ['a', 'me'],
    ['b', 'partner'],
  ] as const) {
    const { untilMs, promise, isShared, by: whose } = one(world, side, thing);
    same([untilMs, isShared, whose], [noonMs + 21 * minute, true, by]);
    const { when, maker, what: words } = pledge(world, side, promise);
    same([when.dueAtMs, when.date, when.time, maker, words], [untilMs, '2026-11-22', '12:21', by, what]);
  }
  same(openPauses(pausesOf(world, 'b'), world.nowMs).length, 1);
});

test('alone, or passed across one phone, it stays mine and promises nothing to anybody', () => {
  const world = createWorld(registry);
  assert.equal(give(world, 'a', begin(), false), 'pause.refusal.alone');
  const thing = give(world, 'a', begin({ session, isShared: false }), false);
  same(modesOf(world), [['pause/own-begun', 'mine', '']]);
  give(world, 'a', on(thing).extend, false);
  give(world, 'a', on(thing).back, false);
  same([one(world, 'a', thing).isExtended, one(world, 'a', thing).ending?.how], [true, 'returned']);
  assert.equal(one(world, 'a', thing).promise, null);
  same([pausesOf(world, 'b').size, pledgesOf(world, 'a').size], [0, 0]);
});

test('between five minutes and a day, up to a whole minute', () => {
  const world = createWorld(registry);
  world.nowMs += 1;
  for (const few of [4, 0, -20, 7.5, Number.NaN])
    assert.equal(give(world, 'a', begin({ minutes: few })), 'pause.refusal.too-short');
  assert.equal(give(world, 'a', begin({ minutes: 1441 })), 'pause.refusal.too-long');
  assert.equal(give(world, 'a', begin({ what: ' ' })), 'promises.refusal.no-what');
  assert.equal(world.drafts.length, 0);
  const thing = give(world, 'a', begin({ minutes: 1440 }));
  assert.equal(one(world, 'b', thing).untilMs % minute, 0);
  assert(one(world, 'b', thing).untilMs <= world.nowMs + 24 * hour);
  assert.equal(give(world, 'b', begin()), 'pause.refusal.goes-on');
});

test('the moment that stood on the screen counts, where it is the same to a minute', () => {
  for (const [shownMs, untilMs] of [
    [noonMs + 20 * minute, noonMs + 20 * minute],
    [noonMs + 21 * minute, noonMs + 21 * minute],
    [noonMs + 20 * minute + 1, noonMs + 21 * minute],
    [noonMs + 90 * minute, noonMs + 21 * minute],
  ] as const) {
    const world = createWorld(registry);
    world.nowMs += 1;
    assert.equal(one(world, 'a', give(world, 'a', begin({ shownMs }))).untilMs, untilMs);
  }
});

test('it is made longer once, by either; told early, so the promise of the one who paused changes with it', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  world.nowMs += 15 * minute;
  give(world, 'a', on(thing).extend);
  same(modesOf(world).slice(-2), [
    ['pause/extended', 'ours', 'at-once'],
    ['promises/changed', 'ours', 'at-once'],
  ]);
  for (const side of ['a', 'b'] as const) {
    const { untilMs, promise } = one(world, side, thing);
    assert.equal(untilMs, noonMs + 30 * minute);
    const { when, changes, what: words } = pledge(world, side, promise);
    same([when.dueAtMs, changes.length, words], [untilMs, 1, what]);
  }
  assert.equal(give(world, 'b', on(thing).extend), 'pause.refusal.longer-once');
});

test('the one who waits may make it longer too, and promises nothing by it', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  give(world, 'b', on(thing).extend);
  same(modesOf(world).at(-1), ['pause/extended', 'ours', 'at-once']);
  const { untilMs, promise, extension } = one(world, 'a', thing);
  same([untilMs, extension?.by], [noonMs + 30 * minute, 'partner']);
  // Back by the new time is back as they said.
  world.nowMs = noonMs + 29 * minute;
  give(world, 'a', on(thing).back);
  assert.equal(pledge(world, 'b', promise).standing, 'kept');
});

test('a bell that has just rung is not too late to say that it takes longer; a long time after is', () => {
  const late = createWorld(registry);
  const thing = give(late, 'a', begin());
  late.nowMs = noonMs + 21 * minute;
  assert(pauseActions(one(late, 'a', thing), late.nowMs).includes('extend'));
  give(late, 'a', on(thing).extend);
  same(
    [one(late, 'b', thing).untilMs, pledge(late, 'b', one(late, 'b', thing).promise).when.dueAtMs],
    [noonMs + 31 * minute, noonMs + 31 * minute],
  );
  const later = createWorld(registry);
  const other = give(later, 'a', begin());
  later.nowMs = noonMs + 26 * minute;
  assert.equal(give(later, 'a', on(other).extend), 'pause.refusal.time-has-come');
  same(pauseActions(one(later, 'a', other), later.nowMs), ['return', 'leave']);
});

test('who is back in time has kept their promise; who comes later says themselves how it went', () => {
  for (const [after, standing] of [
    [10, 'kept'],
    [20, 'kept'],
    [24, 'kept'],
    [26, 'open'],
  ] as const) {
    const world = createWorld(registry);
    const thing = give(world, 'a', begin());
    world.nowMs = noonMs + after * minute;
    give(world, 'a', on(thing).back);
    same([one(world, 'b', thing).ending?.how, one(world, 'b', thing).back], ['returned', ['partner']]);
    assert.equal(pledge(world, 'b', one(world, 'b', thing).promise).standing, standing);
    assert.equal(give(world, 'a', on(thing).back), 'pause.refusal.over');
    assert.equal(give(world, 'a', on(thing).leave), 'pause.refusal.over');
  }
});

test('the one who waited may come back first: it ends for both, and the promise is kept by whoever made it', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  give(world, 'b', on(thing).back);
  const { ending, promise } = one(world, 'a', thing);
  same([ending?.how, ending?.by], ['returned', 'partner']);
  assert.equal(pledge(world, 'b', promise).standing, 'open');
  same(pauseActions(one(world, 'a', thing), world.nowMs), ['return', 'leave']);
  give(world, 'a', on(thing).back);
  same(one(world, 'a', thing).back, ['partner', 'me']);
  same([one(world, 'b', thing).ending?.by, pledge(world, 'b', promise).standing], ['me', 'kept']);
});

test('it may be left for today, also after the other one came back; the promise is offered to be let go', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  give(world, 'b', on(thing).back);
  give(world, 'a', on(thing).leave);
  for (const side of ['a', 'b'] as const) {
    same(
      [one(world, side, thing).ending?.how, pledge(world, side, one(world, side, thing).promise).offer !== null],
      ['left', true],
    );
    same(pauseActions(one(world, side, thing), world.nowMs), []);
  }
  assert.equal(give(world, 'b', on(thing).back), 'pause.refusal.over');
  assert.equal(give(world, 'b', on(thing).extend), 'pause.refusal.over');

  const other = createWorld(registry);
  const theirs = give(other, 'a', begin());
  give(other, 'b', on(theirs).leave);
  same(modesOf(other).at(-1), ['pause/left', 'ours', 'at-once']);
  assert.equal(one(other, 'a', theirs).ending?.by, 'partner');
});

test('both begin the same pause, each offline on their own phone: the first counts, and both promises hang on it', () => {
  const world = createWorld(registry);
  const first = say(world, 'b', begin({ session }));
  const second = say(world, 'a', begin({ session, minutes: 30 }));
  meet(world);
  for (const side of ['a', 'b'] as const) {
    same(
      pausesOfSession(pausesOf(world, side), session).map(({ id }) => id),
      [first],
    );
    assert.equal(one(world, side, second).id, first);
    assert.equal(openPauses(pausesOf(world, side), world.nowMs).length, 1);
  }
  world.nowMs += 10 * minute;
  const [ofNoor, ofSam] = [pausesOf(world, 'a').get(second)?.promise, pausesOf(world, 'a').get(first)?.promise];
  give(world, 'a', on(second).extend);
  assert.equal(one(world, 'b', first).untilMs, noonMs + 30 * minute);
  assert.equal(pledge(world, 'b', ofNoor ?? null).when.dueAtMs, noonMs + 30 * minute);
  give(world, 'a', on(second).back);
  give(world, 'b', on(first).back);
  same([pledge(world, 'b', ofNoor ?? null).standing, pledge(world, 'a', ofSam ?? null).standing], ['kept', 'kept']);
});

test('what was said in a pause that stands behind another is said in the one that counts', () => {
  const world = createWorld(registry);
  const first = say(world, 'b', begin());
  const second = say(world, 'a', begin());
  say(world, 'a', on(second).extend);
  world.nowMs += 25 * minute;
  say(world, 'a', on(second).back);
  meet(world);
  for (const side of ['a', 'b'] as const) {
    const { id, untilMs, isExtended, ending } = one(world, side, second);
    same([id, untilMs, isExtended, ending?.how], [first, noonMs + 31 * minute, true, 'returned']);
    same(openPauses(pausesOf(world, side), world.nowMs), []);
  }
});

test('leaving counts more than coming back when two things become one pause', () => {
  const world = createWorld(registry);
  const first = say(world, 'b', begin());
  const second = say(world, 'a', begin());
  say(world, 'b', on(first).back);
  say(world, 'a', on(second).leave);
  meet(world);
  for (const side of ['a', 'b'] as const) assert.equal(one(world, side, first).ending?.how, 'left');
});

test('a pause after another has ended, or after its time, is one of its own', () => {
  const world = createWorld(registry);
  const first = give(world, 'a', begin());
  give(world, 'a', on(first).back);
  const second = give(world, 'b', begin());
  assert.equal(pauseWholes(pausesOf(world, 'a')).length, 2);
  // Nobody ends it. While its time has only just come there is no other; an hour later it stands in nobody's way.
  world.nowMs = one(world, 'a', second).untilMs + pauseLimits.graceMs;
  assert.equal(say(world, 'a', begin()), 'pause.refusal.goes-on');
  world.nowMs += hour;
  const third = give(world, 'a', begin({ minutes: 10 }));
  for (const side of ['a', 'b'] as const)
    same(
      openPauses(pausesOf(world, side), world.nowMs).map(({ id }) => id),
      [third],
    );
});

test('a pause that nobody ended comes to rest by itself, and nothing was written for it', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  const written = world.drafts.length;
  world.nowMs = noonMs + 20 * minute + pauseLimits.restsAfterMs;
  assert.equal(pause.isOpen(one(world, 'b', thing), world.nowMs), false);
  same(openPauses(pausesOf(world, 'b'), world.nowMs), []);
  assert.equal(world.drafts.length, written);
  assert.equal(typeof give(world, 'b', begin()), 'string');
  assert.equal(pauseWholes(pausesOf(world, 'a')).length, 2);
});

// ------------------------------------------------------------------------------------------------ clocks

test('a phone that is ten minutes off reckons with the server, and both mean the same moment', () => {
  for (const off of [-10 * minute, 10 * minute]) {
    const world = createWorld(registry);
    // Noor's clock is off; the server's minus hers is the difference.
    world.nowMs = noonMs - off;
    const thing = give(world, 'a', begin({ clockDifferenceMs: off }));
    world.nowMs = noonMs;
    meet(world);
    for (const side of ['a', 'b'] as const) {
      const { untilMs, promise } = one(world, side, thing);
      same([untilMs, pledge(world, side, promise).when.dueAtMs], [noonMs + 20 * minute, noonMs + 20 * minute]);
    }
  }
});

test('five minutes on a phone that is ten ahead are a pause still', () => {
  const world = createWorld(registry);
  world.nowMs = noonMs + 10 * minute;
  const thing = give(world, 'a', begin({ minutes: 5, clockDifferenceMs: -10 * minute }));
  assert.equal(one(world, 'b', thing).untilMs, noonMs + 5 * minute);
  assert.equal(pledge(world, 'b', one(world, 'b', thing).promise).when.dueAtMs, noonMs + 5 * minute);
});

test('a difference under a minute, or so large that either clock may be wrong, changes nothing', () => {
  for (const difference of [null, 59_000, -59_000, 3 * hour, -3 * hour, Number.NaN]) {
    const world = createWorld(registry);
    const thing = give(world, 'a', begin({ clockDifferenceMs: difference }));
    assert.equal(one(world, 'a', thing).untilMs, noonMs + 20 * minute);
  }
});

test('in the hour that a clock goes through twice, the promise means the hour of the pause', () => {
  // Lisbon, 25 October 2026: at 01:00 UTC the clock goes from 02:00 back to 01:00.
  for (const begunMs of [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]) {
    const world = createWorld(registry);
    world.nowMs = begunMs;
    const thing = give(world, 'a', begin());
    const { untilMs, promise } = one(world, 'b', thing);
    const { when } = pledge(world, 'b', promise);
    same([untilMs, when.dueAtMs, when.time], [begunMs + 20 * minute, begunMs + 20 * minute, '01:50']);
  }
});

test('a pause or an extension that reaches further than a day is no fact', () => {
  const world = createWorld(registry);
  const body = { session: null, fromMs: noonMs, promise: thingId(noonMs, 7), what };
  const forge = (salt: number, untilMs: number): ThingId => {
    const thing = thingId(noonMs, salt);
    world.forge('b', thing, { kind: 'pause/begun', body: { ...body, untilMs } });
    meet(world);
    return thing;
  };
  assert.equal(pausesOf(world, 'a').has(forge(1, noonMs + 24 * hour + 1)), false);
  assert.equal(pausesOf(world, 'a').has(forge(2, noonMs - 1)), false);
  const thing = forge(3, noonMs + 20 * minute);
  world.forge('b', thing, { kind: 'pause/extended', body: { untilMs: noonMs + 25 * hour } });
  world.forge('b', thing, { kind: 'pause/extended', body: { untilMs: noonMs + 10 * minute } });
  meet(world);
  assert.equal(one(world, 'a', thing).untilMs, noonMs + 20 * minute);
});

// ------------------------------------------------------------------------------------------------ for all

test('two pauses, extensions, returns and leaves, in any order of arrival, end equal on both', () => {
  const by = fc.constantFrom('a' as const, 'b' as const);
  const step = fc.record({
    by,
    act: fc.constantFrom('begin' as const, 'extend' as const, 'back' as const, 'leave' as const),
    minutes: fc.constantFrom(5, 10, 20),
    session: span.session,
    waitMs: fc.constantFrom(0, 1, minute, 7 * minute, 25 * minute),
    deliver: fc.option(by),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 24 }), (steps) => {
      const world = createWorld(registry);
      for (const { by: who, act, minutes: many, session: place, waitMs, deliver } of steps) {
        const mine = pausesOfSession(pausesOf(world, who), place).at(-1)?.id ?? thingId(noonMs, 0);
        const given: PauseCommand = act === 'begin' ? begin({ minutes: many, session: place }) : on(mine)[act];
        world.give(who, act === 'extend' ? { ...on(mine).extend, minutes: many } : given);
        if (deliver !== null) world.deliver(deliver);
        world.nowMs += waitMs;
      }
      meet(world);
      const seen = (side: 'a' | 'b') =>
        pauseWholes(pausesOf(world, side)).map((whole) => [shared(whole.pause, side), whole.parts.map(({ id }) => id)]);
      same(seen('a'), seen('b'));
      const parts = pauseWholes(pausesOf(world, 'a')).flatMap((whole) => whole.parts.map(({ id }) => id));
      same([...parts].sort(), [...pausesOf(world, 'a').keys()].sort());
      for (const { pause: whole } of pauseWholes(pausesOf(world, 'a'))) {
        assert.equal(whole.isExtended, whole.extension !== null);
        assert.equal(whole.ending === null || whole.ending.how === 'left' || whole.back.length > 0, true);
      }
    }),
    { numRuns: 300 },
  );
});

test('of my own pause a partner knows nothing and changes nothing', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, (forged) => {
      const world = createWorld(registry);
      const thing = give(world, 'a', begin({ isShared: false }));
      const before = one(world, 'a', thing);
      for (const [bad, ms] of forged) world.forge('b', thing, { kind: bad.kind, body: pause.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      same(pausesOf(world, 'a').get(thing), before);
    }),
    { numRuns: 200 },
  );
});

test('a decision writes promises only about promises of my own', () => {
  const world = createWorld(registry);
  const thing = give(world, 'a', begin());
  for (const act of [on(thing).extend, on(thing).back, on(thing).leave]) {
    const context: Context = { nowMs: world.nowMs, zone: 'UTC', isPaired: true, newId: () => thingId(noonMs, 9) };
    const decided = decidePause(pausesOf(world, 'b'), act, context);
    assert(decided.ok);
    same(
      decided.value.map(({ event: { kind } }) => kind.split('/')[0]),
      ['pause'],
    );
  }
  assert.equal(give(world, 'b', on('f'.repeat(32)).back), 'pause.refusal.not-there');
  assert.equal(give(world, 'b', on(thing).back, false), 'pause.refusal.alone');
});

test('the compiler keeps a pause of my own out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'pause/own-begun', session: null, fromMs: noonMs, untilMs: noonMs + hour } as const;
  // @ts-expect-error a pause that is mine has no draft into ours
  const leak: PauseDraft = { thing, space: 'ours', mode: 'at-once', event: own };
  const fine: PauseDraft = { thing, space: 'ours', mode: 'at-once', event: sharePause(own, thing, what) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
