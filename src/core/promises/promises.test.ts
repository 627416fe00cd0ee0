/** Promises: their laws, and the examples that explain them. Noor (a) promises; Sam (b) may be anyone. */
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
  thingId,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { PromisesCommand, PromiseTyped } from './decide.ts';
import { answerChoices, type PromisesDraft, type PromisesEvent, parsePromises, sharePromise } from './events.ts';
import type { Pledge } from './fold.ts';
import { myClosedPledges, openPledges, pledgeActions, pledgeState, promises, theirClosedPledges } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;

const when = fc.constantFrom(
  { date: '2026-11-22', time: '17:00', dueAtMs: noonMs + 5 * hour },
  { date: '2026-11-22', time: null, dueAtMs: noonMs + 12 * hour },
  { date: '2026-11-21', time: '11:00', dueAtMs: noonMs - day },
);
const plan = fc.option(fc.record({ trigger: wordsOf(20), action: wordsOf(20) }));
const certainty = fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const));
const link = fc.option(fc.constant(thingId(noonMs, 7)));
const said = { what: wordsOf(20), when, plan, certainty, previous: link };
const zone = fc.constantFrom('UTC', 'Europe/Lisbon', 'Etc/GMT+3');
const event: fc.Arbitrary<PromisesEvent> = fc.oneof(
  fc.record({ kind: fc.constant('promises/made' as const), ...said }),
  fc.record({ kind: fc.constant('promises/own-made' as const), ...said, zone }),
  fc.record({ kind: fc.constant('promises/own-planned' as const), plan, certainty }),
  fc.record({ kind: fc.constant('promises/changed' as const), what: wordsOf(20), when, because: cleanOf(20) }),
  fc.record({
    kind: fc.constant('promises/own-changed' as const),
    what: wordsOf(20),
    when,
    because: cleanOf(20),
    zone,
  }),
  fc.record({
    kind: fc.constantFrom(
      'promises/kept' as const,
      'promises/seen' as const,
      'promises/letting-go-offered' as const,
      'promises/own-kept' as const,
    ),
    words: cleanOf(20),
  }),
  fc.record({
    kind: fc.constantFrom('promises/owned' as const, 'promises/own-owned' as const),
    happened: wordsOf(20),
    cost: cleanOf(20),
    now: cleanOf(20),
    next: link,
  }),
  fc.record({
    kind: fc.constant('promises/answered' as const),
    choice: fc.constantFrom(...answerChoices),
    words: cleanOf(20),
  }),
  fc.record({
    kind: fc.constantFrom(
      'promises/letting-go-agreed' as const,
      'promises/letting-go-taken-back' as const,
      'promises/reopened' as const,
      'promises/own-reopened' as const,
      'promises/own-let-go' as const,
      'promises/own-forgotten' as const,
    ),
  }),
);

const practice = fc.constant('promises' as const);
const by = fc.record({
  date: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-30', 'nonsense'),
  time: fc.constantFrom('17:00', '23:59', null),
});
const typed = { what: anyText, by, plan, certainty, isPlanShared: fc.boolean() };
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constant('make' as const),
      to: fc.constantFrom('partner' as const, 'myself' as const),
      ...typed,
    }),
    fc.record({ practice, type: fc.constant('change' as const), what: wordsOf(20), by, because: anyText }),
    fc.record({
      practice,
      type: fc.constantFrom('keep' as const, 'see' as const, 'offer-letting-go' as const),
      words: anyText,
    }),
    fc.record({
      practice,
      type: fc.constant('own' as const),
      happened: wordsOf(20),
      cost: anyText,
      now: anyText,
      next: fc.option(fc.record(typed)),
    }),
    fc.record({
      practice,
      type: fc.constant('answer' as const),
      choice: fc.constantFrom(...answerChoices),
      words: anyText,
    }),
    fc.record({
      practice,
      type: fc.constantFrom(
        'agree-letting-go' as const,
        'take-back-letting-go' as const,
        'let-go' as const,
        'reopen' as const,
        'forget' as const,
      ),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): PromisesCommand =>
        ({ thing, ...given }) as PromisesCommand,
  );

testLaws({
  practice: promises,
  event,
  spaceByKind: {
    'promises/made': 'ours',
    'promises/changed': 'ours',
    'promises/kept': 'ours',
    'promises/seen': 'ours',
    'promises/owned': 'ours',
    'promises/answered': 'ours',
    'promises/letting-go-offered': 'ours',
    'promises/letting-go-agreed': 'ours',
    'promises/letting-go-taken-back': 'ours',
    'promises/reopened': 'ours',
    'promises/own-made': 'mine',
    'promises/own-planned': 'mine',
    'promises/own-changed': 'mine',
    'promises/own-kept': 'mine',
    'promises/own-owned': 'mine',
    'promises/own-reopened': 'mine',
    'promises/own-let-go': 'mine',
    'promises/own-forgotten': 'mine',
  },
  command,
  shared: (thing, side) => {
    const pledge = thing as Pledge;
    if (pledge.to === 'myself') return undefined;
    const isPlanShared = !pledge.isPlanMine;
    const sided =
      side === 'a'
        ? pledge
        : {
            ...pledge,
            maker: flipped(pledge.maker),
            offer: pledge.offer && { ...pledge.offer, by: flipped(pledge.offer.by) },
          };
    return isPlanShared
      ? { ...sided, isPlanMine: false }
      : { ...sided, plan: null, certainty: null, isPlanMine: false };
  },
});

const small: PromiseTyped = {
  what: 'I ring at lunch',
  by: { date: '2026-11-23', time: '13:00' },
  plan: { trigger: 'the meeting runs late', action: 'I send a line' },
  certainty: 3,
  isPlanShared: true,
};
const make = (to: 'partner' | 'myself', more: Partial<PromiseTyped> = {}): PromisesCommand => ({
  practice: 'promises',
  type: 'make',
  to,
  ...small,
  ...more,
});
const one = (world: World, side: 'a' | 'b', thing: ThingId): Pledge => {
  const pledge = thingsOf(world[side].state.thingsByPractice, promises).get(thing);
  assert(pledge !== undefined);
  return pledge;
};
const give = (world: World, who: 'a' | 'b', given: PromisesCommand, isPaired = true): string | ThingId => {
  const result = world.give(who, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const on = (thing: ThingId) =>
  ({
    keep: { practice: 'promises', type: 'keep', thing, words: '' },
    see: { practice: 'promises', type: 'see', thing, words: 'I saw that' },
    change: {
      practice: 'promises',
      type: 'change',
      thing,
      what: 'I ring in the evening',
      by: { date: '2026-11-23', time: '19:00' },
      because: 'a meeting',
    },
    own: {
      practice: 'promises',
      type: 'own',
      thing,
      happened: 'I forgot',
      cost: 'you waited',
      now: 'I ring now',
      next: null,
    },
    answer: { practice: 'promises', type: 'answer', thing, choice: 'thank-you', words: '' },
    offer: { practice: 'promises', type: 'offer-letting-go', thing, words: '' },
    agree: { practice: 'promises', type: 'agree-letting-go', thing },
    takeBack: { practice: 'promises', type: 'take-back-letting-go', thing },
    letGo: { practice: 'promises', type: 'let-go', thing },
    reopen: { practice: 'promises', type: 'reopen', thing },
    forget: { practice: 'promises', type: 'forget', thing },
  }) as const;

test('a promise to the partner leaves after the window, and without the name of a zone', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  assert.deepEqual(
    world.drafts.map(({ draft }) => [draft.space, draft.mode]),
    [['ours', 'window']],
  );
  assert.equal(jsonToText(promises.toBody(world.drafts[0]!.draft.event as PromisesEvent)).includes('Lisbon'), false);
  const seen = one(world, 'b', thing);
  assert.equal(seen.maker, 'partner');
  assert.equal(seen.when.dueAtMs, Date.UTC(2026, 10, 23, 13)); // Lisbon keeps UTC in winter; Sam sees it in Kolkata
  same(seen.plan, small.plan);
});

test('a plan may stay with me', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner', { isPlanShared: false }));
  same(
    [one(world, 'a', thing).plan, one(world, 'a', thing).certainty, one(world, 'a', thing).isPlanMine],
    [small.plan, 3, true],
  );
  same(
    [one(world, 'b', thing).plan, one(world, 'b', thing).certainty, one(world, 'b', thing).isPlanMine],
    [null, null, false],
  );
});

test('a promise to myself is mine, from making to forgetting', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('myself'), false);
  const { change, keep, reopen, letGo, forget } = on(thing);
  for (const given of [change, keep, reopen, letGo]) assert.equal(give(world, 'a', given, false), thing);
  assert.equal(one(world, 'a', thing).standing, 'let-go');
  assert.equal(one(world, 'a', thing).zone, 'Europe/Lisbon');
  give(world, 'a', forget, false);
  assert.equal(thingsOf(world.a.state.thingsByPractice, promises).has(thing), false);
  assert.deepEqual([...new Set(world.drafts.map(({ draft }) => draft.space))], ['mine']);
});

test('kept, and the other one saw it', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  const { keep, see } = on(thing);
  assert.equal(give(world, 'b', see), 'promises.refusal.not-kept');
  assert.equal(give(world, 'b', keep), 'promises.refusal.not-yours');
  give(world, 'a', keep);
  assert.equal(give(world, 'a', see), 'promises.refusal.not-yours');
  give(world, 'b', see);
  assert.equal(one(world, 'a', thing).seen?.words, 'I saw that');
  assert.equal(pledgeState(one(world, 'a', thing), world.nowMs), 'kept');
});

test('telling early can be thanked for, once a change, and the next change asks anew', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  const { change, see, keep } = on(thing);
  give(world, 'a', change);
  assert.ok(pledgeActions(one(world, 'b', thing), world.nowMs).includes('see'));
  assert.equal(pledgeActions(one(world, 'a', thing), world.nowMs).includes('see'), false);
  give(world, 'b', { ...see, words: 'Thank you for telling me.' });
  assert.equal(one(world, 'a', thing).seen?.words, 'Thank you for telling me.');
  assert.equal(one(world, 'a', thing).standing, 'open');
  give(world, 'a', { ...change, by: { date: '2026-11-23', time: '20:00' } });
  assert.equal(one(world, 'b', thing).seen, null);
  give(world, 'b', see);
  give(world, 'a', keep);
  assert.equal(one(world, 'b', thing).seen, null);
});

test('telling early that it will be different is a change in time, with its history', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  give(world, 'a', on(thing).change);
  const pledge = one(world, 'b', thing);
  assert.equal(pledgeState(pledge, world.nowMs), 'changed');
  assert.equal(pledge.what, 'I ring in the evening');
  same(
    pledge.changes.map(({ what, because }) => [what, because]),
    [['I ring at lunch', 'a meeting']],
  );
  assert.equal(give(world, 'a', on(thing).change), 'promises.refusal.nothing-changed');
});

test('when it was due and nobody said anything, it is open still, with its ways on', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  world.nowMs += 2 * day;
  assert.equal(one(world, 'a', thing).standing, 'open');
  assert.equal(pledgeState(one(world, 'a', thing), world.nowMs), 'was-due');
  same(pledgeActions(one(world, 'a', thing), world.nowMs), ['keep', 'own', 'offer-letting-go']);
  same(pledgeActions(one(world, 'b', thing), world.nowMs), ['offer-letting-go']);
  assert.equal(give(world, 'a', on(thing).change), 'promises.refusal.already-due');
  assert.equal(give(world, 'a', on(thing).keep), thing); // late is for the two of them to talk about
});

test('owning it, with a smaller next one, and the answer to that', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  assert.equal(give(world, 'a', on(thing).own), 'promises.refusal.not-due-yet');
  world.nowMs += 2 * day;
  const next: PromiseTyped = { ...small, what: 'I ring on Friday', by: { date: '2026-11-27', time: null } };
  give(world, 'a', { ...on(thing).own, next });
  const owned = one(world, 'b', thing);
  assert.equal(owned.standing, 'owned');
  assert(owned.owning?.next);
  assert.equal(one(world, 'b', owned.owning.next).previous, thing);
  same(pledgeActions(owned, world.nowMs), ['answer']);
  give(world, 'b', on(thing).answer);
  assert.equal(one(world, 'a', thing).answer?.choice, 'thank-you');
  assert.equal(give(world, 'b', { ...on(thing).answer, choice: 'own-words' }), 'promises.refusal.no-answer');
  assert.equal(give(world, 'a', { ...on(thing).own, next: { ...next, what: '' } }), 'promises.refusal.closed');
});

test('letting go takes both', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  const { offer, agree, takeBack, reopen, letGo } = on(thing);
  assert.equal(give(world, 'a', letGo), 'promises.refusal.not-yours');
  assert.equal(give(world, 'b', agree), 'promises.refusal.no-offer');
  give(world, 'b', offer);
  assert.equal(give(world, 'b', agree), 'promises.refusal.no-offer');
  assert.equal(give(world, 'a', offer), 'promises.refusal.offer-stands');
  give(world, 'b', takeBack);
  assert.equal(one(world, 'a', thing).offer, null);
  give(world, 'a', offer);
  assert.equal(pledgeActions(one(world, 'b', thing), world.nowMs).includes('agree-letting-go'), true);
  give(world, 'b', agree);
  assert.equal(one(world, 'a', thing).standing, 'let-go');
  assert.equal(give(world, 'a', reopen), 'promises.refusal.not-reopenable');
});

test('two phones at once: the first closing word stands, on both sides, until its maker opens it again', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  give(world, 'b', on(thing).offer);
  world.forge('a', thing, { kind: 'promises/kept', body: { words: '' } }, world.nowMs + 1);
  world.give('b', { practice: 'promises', type: 'take-back-letting-go', thing } as PromisesCommand);
  world.forge('b', thing, { kind: 'promises/letting-go-offered', body: { words: '' } }, world.nowMs + 2);
  world.forge('a', thing, { kind: 'promises/letting-go-agreed', body: {} }, world.nowMs + 3);
  world.deliver('a');
  world.deliver('b');
  for (const side of ['a', 'b'] as const) assert.equal(one(world, side, thing).standing, 'kept');
  world.nowMs += 10;
  give(world, 'a', on(thing).reopen);
  for (const side of ['a', 'b'] as const) assert.equal(one(world, side, thing).standing, 'open');
  assert.equal(one(world, 'b', thing).reopenedAtMs, world.nowMs - 1000);
});

test('of any two closing words the first stands', () => {
  const words = {
    kept: { by: 'a', kind: 'promises/kept', body: { words: '' } },
    owned: { by: 'a', kind: 'promises/owned', body: { happened: 'h', cost: '', now: '', next: null } },
    'let-go': { by: 'b', kind: 'promises/letting-go-agreed', body: {} },
  } as const;
  const standings = ['kept', 'owned', 'let-go'] as const;
  for (const first of standings)
    for (const second of standings) {
      const world = createWorld([promises]);
      const thing = give(world, 'a', make('partner'));
      give(world, 'a', on(thing).offer);
      for (const [place, word] of [words[first], words[second]].entries())
        world.forge(word.by, thing, { kind: word.kind, body: word.body }, world.nowMs + place);
      for (const side of ['a', 'b'] as const) {
        world.deliver(side);
        assert.equal(one(world, side, thing).standing, first);
        assert.equal(one(world, side, thing).closedAtMs, world.nowMs);
      }
    }
});

test('a change that is dated after the time it was due does not count', () => {
  const world = createWorld([promises]);
  const thing = give(world, 'a', make('partner'));
  const before = one(world, 'b', thing);
  const { what, when: whenOf } = {
    what: 'never',
    when: { date: '2026-12-24', time: null, dueAtMs: Date.UTC(2026, 11, 25) },
  };
  const late = { kind: 'promises/changed', body: { what, when: whenOf, because: '' } };
  world.forge('a', thing, late, before.when.dueAtMs + 11 * 60_000);
  world.deliver('b');
  same(one(world, 'b', thing), before);
  world.forge('a', thing, late, before.when.dueAtMs + 9_000); // said in time, held by the cancel window
  world.deliver('b');
  assert.equal(one(world, 'b', thing).what, 'never');
});

test('of my promise the partner changes only their own part: seeing, answering, offering, agreeing', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 2 * day })), {
    minLength: 1,
    maxLength: 8,
  });
  const steps = fc.constantFrom<readonly ('keep' | 'own')[]>([], ['keep'], ['own']);
  fc.assert(
    fc.property(hostile, steps, fc.boolean(), (forged, said, isToMyself) => {
      const world = createWorld([promises]);
      const thing = give(world, 'a', make(isToMyself ? 'myself' : 'partner'));
      world.nowMs += 2 * day;
      for (const step of said) give(world, 'a', on(thing)[step]);
      const { seen: _s, answer: _a, offer: _o, ...before } = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: promises.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { seen, answer, offer, ...after } = one(world, 'a', thing);
      same(after, before);
      if (isToMyself) same([seen, answer, offer], [null, null, null]);
    }),
    { numRuns: 200 },
  );
});

test('nobody shows one time and means another', () => {
  const body = { what: 'x', plan: null, certainty: null, previous: null };
  const read = (dueAtMs: number) =>
    parsePromises('promises/made', { ...body, when: { date: '2026-11-22', time: '12:00', dueAtMs } });
  assert.notEqual(read(noonMs), null);
  assert.notEqual(read(noonMs - 14 * hour), null);
  assert.equal(read(noonMs + 3 * day), null);
  assert.equal(read(noonMs - 3 * day), null);
});

test('what cannot be promised is refused with a reason', () => {
  const world = createWorld([promises]);
  const refusals: readonly (readonly [string, string, boolean?])[] = [
    ['no-what', give(world, 'a', make('partner', { what: ' ' }))],
    ['what-too-long', give(world, 'a', make('partner', { what: 'x'.repeat(281) }))],
    ['no-date', give(world, 'a', make('partner', { by: { date: '2026-02-30', time: null } }))],
    ['no-date', give(world, 'a', make('partner', { by: { date: '2026-12-01', time: '24:00' } }))],
    ['already-past', give(world, 'a', make('partner', { by: { date: '2026-11-22', time: '11:59' } }))],
    ['too-far', give(world, 'a', make('partner', { by: { date: '2028-11-22', time: null } }))],
    ['plan-needs-both', give(world, 'a', make('partner', { plan: { trigger: 'x', action: '' } }))],
    ['alone', give(world, 'a', make('partner'), false)],
    ['not-there', give(world, 'a', on('f'.repeat(32)).keep)],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `promises.refusal.${reason}`);
  assert.equal(world.drafts.length, 0);
});

test('lists: open ones by what is due, my closed ones, and theirs for thirty days; no list of what was not kept', () => {
  const world = createWorld([promises]);
  const later = give(world, 'a', make('partner', { by: { date: '2026-11-30', time: null } }));
  const sooner = give(world, 'a', make('myself'));
  const theirs = give(world, 'b', make('partner'));
  const view = () => thingsOf(world.a.state.thingsByPractice, promises);
  same(
    openPledges(view()).mine.map(({ id }) => id),
    [sooner, later],
  );
  same(
    openPledges(view()).theirs.map(({ id }) => id),
    [theirs],
  );
  world.nowMs += 2 * day;
  give(world, 'b', on(theirs).own);
  give(world, 'a', on(sooner).keep);
  same(
    myClosedPledges(view()).map(({ id }) => id),
    [sooner],
  );
  same(
    theirClosedPledges(view(), world.nowMs).map(({ id }) => id),
    [theirs],
  );
  same(theirClosedPledges(view(), world.nowMs + 30 * day), []);
  same(myClosedPledges(view()).length, 1);
});

test('the compiler keeps a promise to myself out of ours', () => {
  const words = {
    what: 'x',
    when: { date: '2026-11-22', time: null, dueAtMs: noonMs },
    plan: null,
    certainty: null,
    previous: null,
  };
  const own = { kind: 'promises/own-made', ...words, zone: 'UTC' } as const;
  const thing = '0'.repeat(32);
  // @ts-expect-error a promise to myself has no draft into ours
  const leak: PromisesDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: PromisesDraft = { thing, space: 'ours', mode: 'window', event: sharePromise(own, true) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
  assert.equal('zone' in fine.event, false);
});
