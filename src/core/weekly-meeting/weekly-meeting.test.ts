/** The weekly meeting: its laws, and the examples that explain them. Noor (a) proposes; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText } from '#kernel';
import { anyText, createWorld, noonMs, same, testLaws, thingId, type World, wordsOf } from '../practice.contract.ts';
import type { ThingId } from '../practice.ts';
import { promises } from '../promises/index.ts';
import { thingsOf } from '../things.ts';
import type { WeeklyMeetingCommand } from './decide.ts';
import { type MeetingDraft, type MeetingEvent, meetingParts, ownWays } from './events.ts';
import type { Meeting, MeetingThing } from './fold.ts';
import {
  agendaPart,
  currentMeeting,
  notesAtHand,
  ownMeeting,
  pastMeetings,
  usedNotes,
  weeklyMeeting,
} from './index.ts';

const hourMs = 3_600_000;
const part = fc.constantFrom(...meetingParts);
const nth = fc.nat(3);
const id = fc.integer({ min: 0, max: 2 }).map((salt) => thingId(noonMs, salt));
const said = { part, words: wordsOf(20) };
const atMs = fc.option(fc.integer({ min: noonMs, max: noonMs + 40 * 24 * hourMs }));
const event: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('weekly-meeting/proposed' as const, 'weekly-meeting/moved' as const), atMs }),
  fc.record({
    kind: fc.constantFrom(
      'weekly-meeting/not-this-week' as const,
      'weekly-meeting/thanked' as const,
      'weekly-meeting/own-forgotten' as const,
      'weekly-meeting/own-closed' as const,
    ),
  }),
  fc.record({ kind: fc.constant('weekly-meeting/agreed' as const), atMs, promise: fc.option(id) }),
  fc.record({
    kind: fc.constant('weekly-meeting/brought' as const),
    notes: fc.array(fc.record(said), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('weekly-meeting/own-brought' as const), notes: fc.array(id, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('weekly-meeting/own-began' as const),
    way: fc.constantFrom(...ownWays),
    notes: fc.array(fc.record({ note: id, ...said }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('weekly-meeting/own-noted' as const), ...said }),
  fc.record({
    kind: fc.constantFrom(
      'weekly-meeting/taken-back' as const,
      'weekly-meeting/withdrawn' as const,
      'weekly-meeting/own-topic' as const,
    ),
    nth,
  }),
  fc.record({
    kind: fc.constant('weekly-meeting/topic' as const),
    whose: fc.constantFrom('mine' as const, 'yours' as const),
    nth,
  }),
);
const practice = fc.constant('weekly-meeting' as const);
const who = fc.constantFrom('me' as const, 'partner' as const);
const chosen = fc.array(fc.record({ note: id, part, words: anyText }), { maxLength: 3 });
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('note' as const), isNew: fc.boolean(), part, words: anyText }),
    fc.record({ practice, type: fc.constantFrom('propose' as const, 'move' as const), atMs, what: anyText }),
    fc.record({ practice, type: fc.constant('agree' as const), what: wordsOf(20) }),
    fc.record({ practice, type: fc.constant('bring' as const), notes: chosen }),
    fc.record({ practice, type: fc.constant('take-back' as const), nth }),
    fc.record({ practice, type: fc.constant('topic' as const), who, nth }),
    fc.record({ practice, type: fc.constant('begin-own' as const), way: fc.constantFrom(...ownWays), notes: chosen }),
    fc.record({
      practice,
      type: fc.constantFrom('forget' as const, 'not-this-week' as const, 'close' as const),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): WeeklyMeetingCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as WeeklyMeetingCommand,
  );

testLaws({
  practice: weeklyMeeting,
  event,
  spaceByKind: {
    'weekly-meeting/proposed': 'ours',
    'weekly-meeting/moved': 'ours',
    'weekly-meeting/agreed': 'ours',
    'weekly-meeting/not-this-week': 'ours',
    'weekly-meeting/thanked': 'ours',
    'weekly-meeting/brought': 'ours',
    'weekly-meeting/taken-back': 'ours',
    'weekly-meeting/withdrawn': 'ours',
    'weekly-meeting/topic': 'ours',
    'weekly-meeting/own-noted': 'mine',
    'weekly-meeting/own-forgotten': 'mine',
    'weekly-meeting/own-brought': 'mine',
    'weekly-meeting/own-began': 'mine',
    'weekly-meeting/own-topic': 'mine',
    'weekly-meeting/own-closed': 'mine',
  },
  command,
  shared: (thing, side) => {
    const one = thing as MeetingThing;
    if (one.type === 'note' || one.way !== 'two-phones') return undefined;
    const { standing, time, isAgreed, promise, topic, endedAtMs } = one;
    const isA = (by: 'me' | 'partner') => (by === 'me') === (side === 'a');
    const items = standing === 'waiting' ? null : isA('me') ? [one.mine, one.theirs] : [one.theirs, one.mine];
    const place = topic === null ? null : [isA(topic.who), topic.nth];
    return {
      standing,
      atMs: time.atMs,
      byA: isA(time.by),
      isAgreed,
      promised: promise === null ? null : [promise.thing, isA(promise.by), promise.atMs],
      items,
      place,
      endedAtMs,
    };
  },
});

const all = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, weeklyMeeting);
const one = (world: World, side: 'a' | 'b', thing: ThingId): Meeting => {
  const found = all(world, side).get(thing);
  assert(found?.type === 'meeting');
  return found;
};
const sync = (world: World): void => {
  world.deliver('a');
  world.deliver('b');
};
const give = (world: World, by: 'a' | 'b', given: WeeklyMeetingCommand, isPaired = true): string => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const key = { practice: 'weekly-meeting' } as const;
const note = (as: 'appreciation' | 'good' | 'topic' | 'next', words: string) =>
  ({ ...key, type: 'note', thing: null, part: as, words }) as const;
const propose = { ...key, type: 'propose', atMs: null } as const;
const on = <Type extends 'not-this-week' | 'close' | 'forget'>(type: Type, thing: ThingId) => ({
  ...{ ...key, type, thing },
});
/** All that this one has at hand, or those of some words. */
const bring = (world: World, by: 'a' | 'b', thing: ThingId, only?: string): string => {
  const notes = notesAtHand(all(world, by))
    .filter(({ words }) => only === undefined || words.includes(only))
    .map(({ id: from, part: as, words }) => ({ note: from, part: as, words }));
  return give(world, by, { ...key, type: 'bring', thing, notes });
};
const topicOf = (thing: ThingId, whose: 'me' | 'partner', at: number) =>
  ({ ...key, type: 'topic', thing, who: whose, nth: at }) as const;
const handOf = (world: World, by: 'a' | 'b') => notesAtHand(all(world, by)).map(({ words }) => words);

/** Both have written, brought and opened. */
function begun(): { readonly world: World; readonly thing: ThingId } {
  const world = createWorld([weeklyMeeting]);
  give(world, 'a', note('topic', 'Holidays'));
  give(world, 'a', note('appreciation', 'You cooked'));
  give(world, 'b', note('topic', 'Mornings'));
  give(world, 'b', note('next', 'A day off'));
  const thing = give(world, 'a', propose);
  sync(world);
  bring(world, 'a', thing);
  sync(world);
  assert.equal(one(world, 'b', thing).theirs, null);
  assert.equal(one(world, 'b', thing).standing, 'waiting');
  bring(world, 'b', thing);
  world.open();
  sync(world);
  return { world, thing };
}

test('notes of both make one agenda, appreciations first; one topic; what had no turn goes back to its writer', () => {
  const { world, thing } = begun();
  same(
    meetingParts.flatMap((as) => agendaPart(one(world, 'a', thing), as).map(({ words }) => words)),
    ['You cooked', 'Mornings', 'Holidays', 'A day off'],
  );
  give(world, 'a', topicOf(thing, 'me', 1));
  sync(world);
  assert.equal(one(world, 'b', thing).topic, null);
  give(world, 'b', topicOf(thing, 'partner', 1));
  sync(world);
  for (const side of ['a', 'b'] as const) {
    const { topic } = one(world, side, thing);
    same(topic, { who: side === 'a' ? 'me' : 'partner', nth: 1 });
  }
  same(handOf(world, 'a').length, 2);
  give(world, 'a', on('close', thing));
  give(world, 'b', on('close', thing));
  sync(world);
  same([handOf(world, 'a'), handOf(world, 'b')], [[], ['Mornings']]);
  for (const side of ['a', 'b'] as const) {
    assert.equal(one(world, side, thing).standing, 'closed');
    assert.equal(currentMeeting(all(world, side), world.nowMs), null);
    same(pastMeetings(all(world, side)).length, 1);
  }
});

test('what is brought is sealed under the name of this meeting, and says nothing of where it comes from', () => {
  const { world, thing } = begun();
  const brought = world.drafts.filter(({ draft }) => draft.event.kind === 'weekly-meeting/brought');
  same(
    brought.map(({ draft }) => [draft.mode, draft.exchange]),
    [
      ['sealed', `weekly-meeting/${thing}`],
      ['sealed', `weekly-meeting/${thing}`],
    ],
  );
  const notes = [...all(world, 'a').values(), ...all(world, 'b').values()].filter(({ type }) => type === 'note');
  for (const { draft } of world.drafts)
    if (draft.space === 'ours')
      for (const { id: from } of notes)
        assert.equal(jsonToText(weeklyMeeting.toBody(draft.event as MeetingEvent)).includes(from), false);
});

test('a note that is not brought is in no event that leaves', () => {
  const step = fc.record({ by: fc.constantFrom('a' as const, 'b' as const), command, at: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const world = createWorld([weeklyMeeting]);
      for (const { by, command: toCommand, at } of steps) {
        const things = [...all(world, by).keys()];
        const given = toCommand(things[at % Math.max(1, things.length)] ?? '');
        if (given.type === 'bring') continue; // the one act that shares what was mine
        give(world, by, given.type === 'note' ? { ...given, words: 'canary' } : given);
        sync(world);
      }
      for (const { draft } of world.drafts)
        if (draft.space === 'ours')
          assert.equal(jsonToText(weeklyMeeting.toBody(draft.event as MeetingEvent)).includes('canary'), false);
    }),
    { numRuns: 150 },
  );
});

test('a brought note is taken back while it is sealed: the rest is sealed anew, and what was sealed before stays closed', () => {
  const world = createWorld([weeklyMeeting]);
  give(world, 'a', note('good', 'We laughed'));
  give(world, 'a', note('next', 'Sleep'));
  const thing = give(world, 'a', propose);
  sync(world);
  bring(world, 'a', thing);
  assert.equal(bring(world, 'a', thing), 'weekly-meeting.refusal.already-brought');
  give(world, 'a', { ...key, type: 'take-back', thing, nth: 0 });
  same(
    one(world, 'a', thing).mine?.map(({ words }) => words),
    ['Sleep'],
  );
  const [old, anew] = world.drafts.filter(({ draft }) => draft.event.kind === 'weekly-meeting/brought');
  assert(old !== undefined && anew !== undefined && old.draft.exchange === anew.draft.exchange);
  bring(world, 'b', thing);
  world.open();
  sync(world);
  same(agendaPart(one(world, 'b', thing), 'good'), []);
  assert.equal(agendaPart(one(world, 'b', thing), 'next').length, 1);
  give(world, 'b', on('close', thing));
  sync(world);
  same(handOf(world, 'a'), ['We laughed']);
});

test('taken back after it opened: a mark in its place, for both', () => {
  const { world, thing } = begun();
  give(world, 'a', { ...key, type: 'take-back', thing, nth: 0 });
  sync(world);
  const mine = one(world, 'a', thing).mine?.map(({ words }) => words);
  same(mine?.length, 2);
  same(mine?.[0], null);
  same(
    one(world, 'b', thing).theirs?.map(({ words }) => words),
    mine,
  );
});

test('"not this week" and bringing in the same moment: in either order of arrival it rests, and nobody is named', () => {
  for (const order of [['a', 'b'] as const, ['b', 'a'] as const]) {
    const world = createWorld([weeklyMeeting]);
    give(world, 'a', note('good', 'We laughed'));
    const thing = give(world, 'a', propose);
    sync(world);
    bring(world, 'a', thing);
    give(world, 'b', on('not-this-week', thing));
    for (const side of order) world.deliver(side);
    world.open();
    sync(world);
    for (const side of ['a', 'b'] as const) {
      const { standing, mine, theirs } = one(world, side, thing);
      same([standing, mine, theirs], ['rest', null, null]);
      assert.equal(currentMeeting(all(world, side), world.nowMs), null);
    }
    same({ ...one(world, 'a', thing), time: null }, { ...one(world, 'b', thing), time: null });
    same(handOf(world, 'a'), ['We laughed']);
    assert.equal(give(world, 'b', propose).length, 32);
  }
});

test('both propose in the same moment: both come to the same one, and the other is let go with it', () => {
  const world = createWorld([weeklyMeeting]);
  const things = [give(world, 'a', propose), give(world, 'b', propose)];
  sync(world);
  const [first, ...rest] = (['a', 'b'] as const).map((side) => currentMeeting(all(world, side), world.nowMs)?.id);
  assert(first !== undefined && things.includes(first));
  same(rest, [first]);
  assert.equal(give(world, 'b', propose), 'weekly-meeting.refusal.already-proposed');
  give(world, 'b', on('not-this-week', first));
  sync(world);
  for (const side of ['a', 'b'] as const) assert.equal(currentMeeting(all(world, side), world.nowMs), null);
});

const what = 'come to our weekly meeting';
const agree = (thing: ThingId) => ({ ...key, type: 'agree', thing, what }) as const;
const move = (thing: ThingId, to: number) => ({ ...key, type: 'move', thing, atMs: to, what }) as const;
const pledges = (world: World, side: 'a' | 'b') =>
  [...thingsOf(world[side].state.thingsByPractice, promises).values()].map(({ maker, when, standing, changes }) => ({
    ...{ maker, dueAtMs: when.dueAtMs, standing, changes: changes.length },
  }));

test('a time is agreed by the other one; a new time asks again; who never comes is let go without a word', () => {
  const world = createWorld([weeklyMeeting, promises]);
  const thing = give(world, 'a', { ...propose, atMs: noonMs + 24 * hourMs });
  sync(world);
  assert.equal(give(world, 'a', agree(thing)), 'weekly-meeting.refusal.not-waiting');
  give(world, 'b', agree(thing));
  sync(world);
  assert.equal(one(world, 'a', thing).isAgreed, true);
  give(world, 'b', move(thing, noonMs + 48 * hourMs));
  sync(world);
  same(
    [one(world, 'a', thing).isAgreed, one(world, 'a', thing).time],
    [false, { atMs: noonMs + 48 * hourMs, by: 'partner' }],
  );
  assert.equal(give(world, 'a', move(thing, noonMs - 1)), 'weekly-meeting.refusal.not-near');
  assert(currentMeeting(all(world, 'a'), noonMs + 10 * 24 * hourMs) !== null);
  assert.equal(currentMeeting(all(world, 'a'), noonMs + 17 * 24 * hourMs), null);
});

test('a yes is a promise of the one who says it, for that very moment; it goes along when they move the time', () => {
  const world = createWorld([weeklyMeeting, promises]);
  const [first, second] = [noonMs + 24 * hourMs, noonMs + 48 * hourMs];
  const thing = give(world, 'a', { ...propose, atMs: first });
  sync(world);
  give(world, 'b', agree(thing));
  sync(world);
  same(pledges(world, 'b'), [{ maker: 'me', dueAtMs: first, standing: 'open', changes: 0 }]);
  same(one(world, 'a', thing).promise?.by, 'partner');
  give(world, 'b', move(thing, second));
  sync(world);
  same(pledges(world, 'a'), [{ maker: 'partner', dueAtMs: second, standing: 'open', changes: 1 }]);
  give(world, 'a', move(thing, first));
  sync(world);
  give(world, 'b', agree(thing));
  sync(world);
  same(pledges(world, 'a'), [{ maker: 'partner', dueAtMs: first, standing: 'open', changes: 2 }]);
  give(world, 'b', on('not-this-week', thing));
  sync(world);
  const [pledge] = thingsOf(world.a.state.thingsByPractice, promises).values();
  same([pledge?.standing, pledge?.offer?.by], ['open', 'partner']);
});

test('a yes to a time that was moved meanwhile is no yes to the new one', () => {
  const world = createWorld([weeklyMeeting, promises]);
  const thing = give(world, 'a', { ...propose, atMs: noonMs + 24 * hourMs });
  sync(world);
  give(world, 'a', move(thing, noonMs + 48 * hourMs));
  give(world, 'b', agree(thing));
  sync(world);
  for (const side of ['a', 'b'] as const) {
    same([one(world, side, thing).isAgreed, one(world, side, thing).promise], [false, null]);
    same(one(world, side, thing).time.atMs, noonMs + 48 * hourMs);
  }
});

test('a yes of an earlier version, which names no time and no promise, is still one', () => {
  const world = createWorld([weeklyMeeting]);
  const thing = give(world, 'a', { ...propose, atMs: noonMs + 24 * hourMs });
  sync(world);
  world.forge('b', thing, { kind: 'weekly-meeting/agreed', body: {} });
  sync(world);
  same([one(world, 'a', thing).isAgreed, one(world, 'a', thing).promise], [true, null]);
});

test('alone: a look at the week uses my notes and kept appreciations, and nothing of it leaves', () => {
  const world = createWorld([weeklyMeeting]);
  const topic = give(world, 'a', note('topic', 'Money'), false);
  give(world, 'a', note('topic', 'Mornings'), false);
  assert.equal(give(world, 'a', propose, false), 'weekly-meeting.refusal.alone');
  const kept = { note: 'e'.repeat(32), part: 'appreciation', words: 'You waited' } as const;
  const chosenNow = notesAtHand(all(world, 'a')).map(({ id: from, part: as, words }) => ({
    note: from,
    part: as,
    words,
  }));
  const own = { ...key, type: 'begin-own', way: 'alone', notes: [...chosenNow, kept] } as const;
  const thing = give(world, 'a', own, false);
  assert.equal(ownMeeting(all(world, 'a'))?.id, thing);
  give(world, 'a', topicOf(thing, 'me', 0), false);
  give(world, 'a', on('close', thing), false);
  same(handOf(world, 'a'), ['Mornings']);
  same([...usedNotes(all(world, 'a'))], [topic, kept.note]);
  sync(world);
  assert.equal(all(world, 'b').size, 0);
  give(world, 'a', on('forget', thing), false);
  assert.equal(pastMeetings(all(world, 'a')).length, 0);
});

test('what is empty, too long, too much, foreign or not there is refused with a reason', () => {
  const { world, thing } = begun();
  const many = Array.from({ length: 13 }, (_, salt) => ({
    ...{ note: thingId(1, salt), part: 'appreciation' as const, words: 'x' },
  }));
  const foreign = [{ note: 'f'.repeat(32), part: 'topic' as const, words: 'x' }];
  const own = { ...key, type: 'begin-own', way: 'alone' } as const;
  const refusals: readonly (readonly [string, string])[] = [
    ['no-words', give(world, 'a', note('good', ' '))],
    ['words-too-long', give(world, 'a', note('good', 'x'.repeat(1001)))],
    ['too-many', give(world, 'a', { ...own, notes: many })],
    ['not-there', give(world, 'a', { ...own, notes: foreign })],
    ['not-there', give(world, 'a', topicOf(thing, 'me', 0))],
    ['not-there', give(world, 'a', on('close', 'f'.repeat(32)))],
    ['not-waiting', give(world, 'a', on('not-this-week', thing))],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `weekly-meeting.refusal.${reason}`);
});

test('a partner cannot open a meeting that I brought nothing to, nor change a note or a look of mine', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, (forged) => {
      const world = createWorld([weeklyMeeting]);
      const mine = give(world, 'a', note('topic', 'Mine'));
      const own = give(world, 'a', { ...key, type: 'begin-own', way: 'one-phone', notes: [] });
      const shared = give(world, 'a', propose);
      const before = [all(world, 'a').get(mine), all(world, 'a').get(own)];
      for (const [bad, ms] of forged)
        for (const thing of [mine, own, shared])
          world.forge('b', thing, { kind: bad.kind, body: weeklyMeeting.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      same([all(world, 'a').get(mine), all(world, 'a').get(own)], before);
      const { standing, theirs, used } = one(world, 'a', shared);
      assert(standing === 'waiting' || standing === 'rest');
      same([theirs, used], [null, []]);
    }),
    { numRuns: 200 },
  );
});

test('the compiler keeps what is mine out of ours', () => {
  const noted = { kind: 'weekly-meeting/own-noted', part: 'good', words: 'Rain' } as const;
  // @ts-expect-error a private event has no place in ours
  const wrong: MeetingDraft = { thing: 'x', space: 'ours', mode: 'window', event: noted };
  assert.equal(wrong.space, 'ours');
});
