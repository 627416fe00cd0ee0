/** Check-in: its laws, and the examples that explain them. Noor writes; Sam may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import { anyFeeling, anyText, cleanOf, createWorld, noonMs, same, testLaws, type World } from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { CheckInCommand } from './decide.ts';
import { type CheckInDraft, type CheckInEvent, type CheckInWritten, needs, shareCheckIn } from './events.ts';
import type { CheckIn } from './fold.ts';
import { checkIn, checkInDays, ownWeek, todayCheckIns } from './index.ts';

const strength = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const words = {
  feelings: fc.array(anyFeeling, { minLength: 1, maxLength: 4 }),
  strength,
  needs: fc.uniqueArray(fc.constantFrom(...needs), { maxLength: 6 }),
  note: cleanOf(40),
};
const feltAtMs = fc.integer({ min: noonMs - 10, max: noonMs + 10 });
const event: fc.Arbitrary<CheckInEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('check-in/written' as const),
    ...words,
    feltAtMs,
    offsetMinutes: fc.integer({ min: -840, max: 840 }),
    holding: fc.constantFrom('mine' as const, 'for-now' as const),
  }),
  fc.record({ kind: fc.constant('check-in/shared' as const), ...words, feltAtMs }),
  fc.record({ kind: fc.constantFrom('check-in/rewritten' as const, 'check-in/changed' as const), ...words }),
  fc.constantFrom<CheckInEvent>({ kind: 'check-in/forgotten' }, { kind: 'check-in/withdrawn' }),
);
const typed = { feelings: fc.array(anyFeeling, { maxLength: 3 }), strength, needs: words.needs, note: anyText };
const practice = fc.constant('check-in' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constant('write' as const),
      visibility: fc.constantFrom('mine' as const, 'for-now' as const, 'sealed' as const, 'ours' as const),
      feltAtMs: fc.constant(null),
      ...typed,
    }),
    fc.record({ practice, type: fc.constant('rewrite' as const), ...typed }),
    fc.record({ practice, type: fc.constantFrom('share' as const, 'withdraw' as const, 'forget' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): CheckInCommand =>
        ({ thing, ...given }) as CheckInCommand,
  );

testLaws({
  practice: checkIn,
  event,
  spaceByKind: {
    'check-in/written': 'mine',
    'check-in/rewritten': 'mine',
    'check-in/forgotten': 'mine',
    'check-in/shared': 'ours',
    'check-in/changed': 'ours',
    'check-in/withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const { author, standing, sharedWords, sharedAtMs, changedAtMs, withdrawnAtMs } = thing as CheckIn;
    if (sharedAtMs === null) return undefined;
    const by = (author === 'me') === (side === 'a') ? 'a' : 'b';
    return { by, standing, sharedWords, sharedAtMs, changedAtMs, withdrawnAtMs };
  },
});

const sad = { feelings: [{ type: 'known', id: 'sad' }], strength: 3, needs: ['heard'], note: 'a long day' } as const;
const write = (visibility: 'mine' | 'for-now' | 'sealed' | 'ours', more: object = {}): CheckInCommand => ({
  practice: 'check-in',
  type: 'write',
  visibility,
  feltAtMs: null,
  ...sad,
  ...more,
});
const give = (world: World, by: 'a' | 'b', command: CheckInCommand, isPaired = true): string | readonly ThingId[] =>
  world.give(by, command, isPaired);
const to = (type: 'share' | 'withdraw' | 'forget', thing: ThingId): CheckInCommand => ({
  practice: 'check-in',
  type,
  thing,
});
const one = (world: World, side: 'a' | 'b', thing: ThingId): CheckIn | undefined =>
  thingsOf(world[side].state.thingsByPractice, checkIn).get(thing);
const born = (given: string | readonly ThingId[]): ThingId => {
  assert(typeof given !== 'string', `refused: ${given}`);
  return given[0]!;
};

test('a private check-in writes nothing into ours', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('mine')));
  assert.deepEqual(
    world.drafts.map(({ draft }) => draft.space),
    ['mine'],
  );
  assert.equal(one(world, 'a', thing)?.standing, 'mine');
});

test('one that is ours is mine at once, and leaves after the window without the offset of my clock', () => {
  const world = createWorld([checkIn]);
  born(give(world, 'a', write('ours')));
  assert.deepEqual(
    world.drafts.map(({ draft }) => [draft.space, draft.mode]),
    [
      ['mine', undefined],
      ['ours', 'window'],
    ],
  );
  const left = checkIn.toBody(world.drafts[1]!.draft.event as CheckInEvent);
  assert.deepEqual(Object.keys(left as object).sort(), ['feelings', 'feltAtMs', 'needs', 'note', 'strength']);
});

test('a sealed one keeps no copy in mine, stays readable to me, and opens for both', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('sealed')));
  assert.deepEqual(
    world.drafts.map(({ draft }) => [draft.space, draft.mode]),
    [['ours', 'sealed']],
  );
  assert.equal(one(world, 'a', thing)?.standing, 'sealed');
  assert.equal(one(world, 'a', thing)?.words?.note, 'a long day');
  world.deliver('b');
  assert.equal(one(world, 'b', thing), undefined);
  world.open();
  world.deliver('b');
  assert.equal(one(world, 'a', thing)?.standing, 'ours');
  assert.equal(one(world, 'b', thing)?.words?.note, 'a long day');
});

test('a sealed one that was withdrawn before it opened shows a mark and no words', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('sealed')));
  born(give(world, 'a', to('withdraw', thing)));
  world.open();
  world.deliver('b');
  same(one(world, 'b', thing)?.words, null);
  assert.equal(one(world, 'b', thing)?.standing, 'withdrawn');
});

test('withdrawn is not vanished: the mark stays for both, the words only with their author', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('ours')));
  world.nowMs += 1000;
  born(give(world, 'a', to('withdraw', thing)));
  world.deliver('b');
  assert.equal(one(world, 'b', thing)?.standing, 'withdrawn');
  assert.equal(one(world, 'b', thing)?.words, null);
  assert.equal(one(world, 'b', thing)?.withdrawnAtMs, noonMs + 1000);
  assert.equal(one(world, 'a', thing)?.words?.note, 'a long day');
});

test('a change of something shared shows when it was changed', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('ours')));
  world.nowMs += 5000;
  born(give(world, 'a', { practice: 'check-in', type: 'rewrite', thing, ...sad, note: 'a short day' }));
  world.deliver('b');
  assert.equal(one(world, 'b', thing)?.words?.note, 'a short day');
  assert.equal(one(world, 'b', thing)?.changedAtMs, noonMs + 5000);
});

test('a private one is forgotten for good; a shared one must be withdrawn first', () => {
  const world = createWorld([checkIn]);
  const mine = born(give(world, 'a', write('mine')));
  born(give(world, 'a', to('forget', mine)));
  assert.equal(one(world, 'a', mine), undefined);
  const ours = born(give(world, 'a', write('ours')));
  assert.equal(give(world, 'a', to('forget', ours)), 'check-in.refusal.still-shared');
  born(give(world, 'a', to('withdraw', ours)));
  born(give(world, 'a', to('forget', ours)));
  assert.equal(one(world, 'a', ours)?.words, null);
  assert.equal(one(world, 'a', ours)?.standing, 'withdrawn');
});

test('a partner who writes under the id of my check-in changes nothing of mine, however early they claim to have been', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.constantFrom('mine' as const, 'ours' as const), (forged, visibility) => {
      const world = createWorld([checkIn]);
      const thing = born(give(world, 'a', write(visibility)));
      const before = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: checkIn.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      same(one(world, 'a', thing), before);
    }),
    { numRuns: 200 },
  );
});

test('nobody feels something after having written it', () => {
  const world = createWorld([checkIn]);
  const event = shareCheckIn({ ...sad, feltAtMs: noonMs + 9e9 });
  world.forge('b', '0'.repeat(32), { kind: event.kind, body: checkIn.toBody(event) });
  world.deliver('a');
  assert.equal(one(world, 'a', '0'.repeat(32))?.feltAtMs, noonMs);
});

test('what cannot be is refused with a reason', () => {
  const world = createWorld([checkIn]);
  const refusals: readonly (readonly [string, string | readonly ThingId[]])[] = [
    ['no-feeling', give(world, 'a', write('mine', { feelings: [{ type: 'own', words: ' \u202e ' }] }))],
    ['feeling-too-long', give(world, 'a', write('mine', { feelings: [{ type: 'own', words: 'x'.repeat(61) }] }))],
    [
      'too-many-feelings',
      world.give(
        'a',
        write('mine', { feelings: Array.from({ length: 13 }, (_, n) => ({ type: 'known', id: `f${n}` })) }),
      ),
    ],
    ['note-too-long', give(world, 'a', write('mine', { note: 'x'.repeat(limits.noteCharsMax + 1) }))],
    ['no-strength', give(world, 'a', write('mine', { strength: 6 }))],
    ['felt-later', give(world, 'a', write('mine', { feltAtMs: noonMs + 1 }))],
    ['felt-too-long-ago', give(world, 'a', write('mine', { feltAtMs: noonMs - 25 * 3_600_000 }))],
    ['alone', give(world, 'a', write('ours'), false)],
    ['alone', give(world, 'a', write('sealed'), false)],
    ['not-there', give(world, 'a', to('share', 'f'.repeat(32)))],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `check-in.refusal.${reason}`);
  const sealed = born(give(world, 'a', write('sealed')));
  assert.equal(
    give(world, 'a', { practice: 'check-in', type: 'rewrite', thing: sealed, ...sad }),
    'check-in.refusal.sealed',
  );
  const ours = born(give(world, 'a', write('ours')));
  assert.equal(give(world, 'a', to('share', ours)), 'check-in.refusal.already-shared');
  world.deliver('b');
  assert.equal(give(world, 'b', to('withdraw', ours)), 'check-in.refusal.not-yours');
});

test('while a share waits for its window, nothing else is said on that thing', () => {
  const world = createWorld([checkIn]);
  const thing = born(give(world, 'a', write('mine')));
  const things = thingsOf(world.a.state.thingsByPractice, checkIn);
  const context = { nowMs: noonMs, zone: 'UTC', isPaired: true, newId: () => '', isLeaving: () => true };
  for (const type of ['share', 'withdraw', 'forget'] as const) {
    const decided = checkIn.decide(things, to(type, thing), context);
    same(decided, { ok: false, error: { refusal: 'check-in.refusal.still-leaving' } });
  }
});

test('days are the days on my own wall; what the partner shared stands in the day where I am', () => {
  const world = createWorld([checkIn]); // a: Lisbon, b: Kolkata
  world.nowMs = Date.UTC(2026, 10, 21, 23, 30); // Lisbon 21st, Kolkata 22nd
  const own = born(give(world, 'b', write('mine')));
  const theirs = born(give(world, 'a', write('ours')));
  world.deliver('b');
  world.nowMs += 3_600_000;
  const things = thingsOf(world.b.state.thingsByPractice, checkIn);
  const days = (zone: string) =>
    checkInDays(things, zone).map(({ date, rows }) => [date, rows.map((row) => row.checkIn.id)]);
  same(days('Asia/Kolkata'), [['2026-11-22', [theirs, own].sort().reverse()]]);
  same(days('Europe/Lisbon'), [
    ['2026-11-22', [own]],
    ['2026-11-21', [theirs]],
  ]);
  same(
    todayCheckIns(things, world.nowMs, 'Asia/Kolkata').map((row) => row.checkIn.id),
    [own],
  );
  assert.equal(checkInDays(things, 'UTC', 1).flatMap(({ rows }) => rows).length, 1);
  const week = ownWeek(things, world.nowMs, 'Asia/Kolkata');
  same(
    week.map(({ rows }) => rows.length),
    [0, 0, 0, 0, 0, 0, 1],
  );
});

test('the compiler keeps a private event out of ours', () => {
  const written: CheckInWritten = { kind: 'check-in/written', ...sad, feltAtMs: 0, offsetMinutes: 60, holding: 'mine' };
  const thing = '0'.repeat(32);
  // @ts-expect-error a private event has no draft into ours
  const leak: CheckInDraft = { thing, space: 'ours', mode: 'window', event: written };
  // @ts-expect-error what is shared has no draft into mine either: one fact, one place
  const stray: CheckInDraft = { thing, space: 'mine', event: shareCheckIn(written) };
  const fine: CheckInDraft = { thing, space: 'ours', mode: 'window', event: shareCheckIn(written) };
  const drafts: readonly Draft[] = [leak, stray, fine];
  assert.equal('offsetMinutes' in fine.event, false);
  assert.equal(drafts.length, 3);
});
