/** The keeper of things: its laws over all practices at once, and over events that nobody here can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText, textToJson } from '#kernel';
import { practices } from './index.ts';
import { coreLimits } from './limits.ts';
import { anyJson, noonMs, same, thingId } from './practice.contract.ts';
import {
  addAllRecorded,
  addRecorded,
  decideWith,
  dropMonth,
  monthRecordToRecorded,
  noState,
  openThings,
  type RecordedAny,
  type State,
  stateToMonthRecord,
  thingsToRecord,
  unknownCount,
} from './state.ts';
import { birthOf, thingToMonth } from './things.ts';

const bodies = {
  'check-in/written': {
    feelings: ['sad'],
    strength: 2,
    needs: [],
    note: 'n',
    feltAtMs: noonMs,
    offsetMinutes: 0,
    holding: 'for-now',
  },
  'check-in/shared': { feelings: ['sad'], strength: 2, needs: [], note: 'n', feltAtMs: noonMs },
  'check-in/withdrawn': {},
  'check-in/forgotten': {},
  'noticing/asked': { opener: 'How are you?' },
  'noticing/set-aside': {},
  'promises/made': {
    what: 'w',
    when: { date: '2026-11-30', time: '17:00', dueAtMs: Date.UTC(2026, 10, 30, 17) },
    plan: null,
    certainty: null,
    previous: null,
  },
  'promises/kept': { words: '' },
  'promises/owned': { happened: 'h', cost: '', now: '', next: null },
} as const;

const day = 24 * 3_600_000;
let entries = 0;
const event = fc.oneof(
  fc.constantFrom(...Object.keys(bodies)).map((kind) => ({ kind, body: bodies[kind as keyof typeof bodies] })),
  fc.record({
    kind: fc.constantFrom('check-in/written', 'rebuilding/begun', 'nonsense', '/', '', '__proto__/x'),
    body: anyJson,
  }),
);
const recorded: fc.Arbitrary<RecordedAny> = fc
  .record({
    event,
    thing: fc.constantFrom(
      thingId(noonMs, 1),
      thingId(noonMs, 2),
      thingId(noonMs - 40 * day, 3),
      'not an id',
      '__proto__',
    ),
    space: fc.constantFrom('mine' as const, 'ours' as const),
    who: fc.constantFrom('me' as const, 'partner' as const),
    device: fc.constantFrom('aa', 'bb'),
    seq: fc.integer({ min: 1, max: 3 }),
    atMs: fc.integer({ min: noonMs, max: noonMs + 3 }),
    atCount: fc.integer({ min: 0, max: 1 }),
    seal: fc.constantFrom('open' as const, 'closed' as const),
  })
  .map((fields) => {
    entries += 1;
    return { ...fields, entry: String(entries).padStart(64, '0') };
  });
const list = fc.array(recorded, { maxLength: 25 });
const all = (recordeds: readonly RecordedAny[]): State => addAllRecorded(noState, practices, recordeds);

test('any order, any repetition, any batches: the same state', () => {
  const shuffledWithin = list.chain((events) =>
    fc.record({
      events: fc.constant(events),
      shuffled: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      again: fc.shuffledSubarray(events),
      cut: fc.nat(25),
    }),
  );
  fc.assert(
    fc.property(shuffledWithin, ({ events, shuffled, again, cut }) => {
      const straight = all(events);
      const inBatches = [shuffled.slice(0, cut), again, shuffled.slice(cut), again];
      same(
        inBatches.reduce((state, batch) => addAllRecorded(state, practices, batch), noState),
        straight,
      );
      same(
        shuffled.reduce((state, one) => addRecorded(state, practices, one), noState),
        straight,
      );
    }),
    { numRuns: 300 },
  );
});

test('what was closed and then opened is open, whichever came first', () => {
  fc.assert(
    fc.property(list, list, (events, more) => {
      const opened = events.map((one) => ({ ...one, seal: 'open' as const }));
      const state = all([...opened, ...more]);
      same(all([...events, ...more, ...opened]), state);
      same(all([...opened, ...more, ...events]), state);
    }),
    { numRuns: 200 },
  );
});

test('a month written and read is the same month, and the state of all months is the state', () => {
  fc.assert(
    fc.property(list, list, (events, more) => {
      const state = all(events);
      const texts = [...state.keptByMonth.keys()].map((month) => jsonToText(stateToMonthRecord(state, month)));
      const read = texts.flatMap((text) => monthRecordToRecorded(textToJson(text, text.length)));
      same(all(read), state);
      same(addAllRecorded(all(more), practices, read), all([...events, ...more]));
    }),
    { numRuns: 300 },
  );
});

test('a dropped month is gone, and its record brings it back', () => {
  fc.assert(
    fc.property(list, (events) => {
      const state = all(events);
      for (const month of state.keptByMonth.keys()) {
        const without = dropMonth(state, month);
        same(without, all(events.filter(({ thing }) => thingToMonth(thing) !== month)));
        same(addAllRecorded(without, practices, monthRecordToRecorded(stateToMonthRecord(state, month))), state);
      }
    }),
    { numRuns: 200 },
  );
});

test('an older state stays as it was', () => {
  fc.assert(
    fc.property(list, list, (events, more) => {
      const state = all(events);
      const before = structuredClone(state);
      addAllRecorded(state, practices, more);
      for (const month of state.keptByMonth.keys()) dropMonth(state, month);
      same(state, before);
    }),
    { numRuns: 200 },
  );
});

test('what this version cannot read survives it, and counts once a version can', () => {
  const older = practices.filter(({ key }) => key !== 'promises');
  fc.assert(
    fc.property(list, (events) => {
      const inOlder = addAllRecorded(noState, older, events);
      const records = [...inOlder.keptByMonth.keys()].map((month) => stateToMonthRecord(inOlder, month));
      same(all(records.flatMap(monthRecordToRecorded)), all(events));
      assert.equal(unknownCount(inOlder) >= unknownCount(all(events)), true);
    }),
    { numRuns: 200 },
  );
});

test('a record that is not whole brings what is whole, and never throws', () => {
  fc.assert(
    fc.property(anyJson, list, (bad, events) => {
      assert(Array.isArray(monthRecordToRecorded(bad)));
      assert(Array.isArray(monthRecordToRecorded([{ thing: 'x', events: [bad, ...[bad]] }, bad])));
      all([...monthRecordToRecorded([bad]), ...events]);
    }),
    { numRuns: 200 },
  );
});

test('two practices that were written under one id are two things', () => {
  const place = {
    thing: thingId(noonMs, 1),
    space: 'ours',
    who: 'partner',
    device: 'aa',
    seq: 1,
    atMs: noonMs,
    atCount: 0,
    seal: 'open',
  } as const;
  const state = all(
    (['check-in/shared', 'promises/made', 'promises/kept'] as const).map((kind, n) => ({
      ...place,
      entry: `${n}`.repeat(64),
      event: { kind, body: bodies[kind] },
    })),
  );
  assert.deepEqual([...state.thingsByPractice.keys()].sort(), ['check-in', 'promises']);
});

test('open things are named, however old, and come back without their months', () => {
  const old = thingId(noonMs - 400 * day, 1);
  const place = {
    thing: old,
    entry: '1'.repeat(64),
    space: 'ours',
    who: 'me',
    device: 'aa',
    seq: 1,
    atMs: noonMs,
    atCount: 0,
    seal: 'open',
  } as const;
  const made = { ...place, event: { kind: 'promises/made', body: bodies['promises/made'] } };
  const kept = { ...place, entry: '2'.repeat(64), seq: 2, event: { kind: 'promises/kept', body: { words: '' } } };
  const still = all([made]);
  assert.deepEqual(openThings(still, practices, noonMs), [old]);
  assert.deepEqual(openThings(all([made, kept]), practices, noonMs), []);
  same(all([...monthRecordToRecorded(thingsToRecord(still, [old]))]), still);
});

test('whatever the other leaves open, what I left open is at hand', () => {
  const made = (n: number, who: 'me' | 'partner') =>
    ({
      thing: thingId(noonMs - 400 * day + n, 1),
      entry: `${n}`.padStart(64, '0'),
      space: 'ours',
      who,
      device: who,
      seq: n + 1,
      atMs: noonMs,
      atCount: 0,
      seal: 'open',
      event: { kind: 'promises/made', body: bodies['promises/made'] },
    }) as const;
  const theirs = Array.from({ length: coreLimits.openThingsOfOtherMax + 20 }, (_, n) => made(n + 1, 'partner'));
  const open = openThings(all([made(0, 'me'), ...theirs]), practices, noonMs);
  assert.equal(open.length, coreLimits.openThingsOfOtherMax + 1);
  assert.equal(open[0], made(0, 'me').thing);
});

test('every id has a month, also one that nobody could have made', () => {
  assert.equal(thingToMonth(thingId(Date.UTC(2026, 0, 31, 23, 59), 1)), '2026-01');
  assert.equal(thingToMonth('nonsense'), '1970-01');
  assert.equal(thingToMonth('f'.repeat(32)), '9999-12');
  fc.assert(fc.property(fc.string(), (thing) => /^\d{4}-\d{2}$/.test(thingToMonth(thing)) && birthOf(thing) >= 0));
});

test('a command of a practice that is not there decides nothing', () => {
  const context = { nowMs: noonMs, zone: 'UTC', isPaired: false, newId: () => thingId(noonMs, 1) };
  assert.deepEqual(decideWith(noState, practices, { practice: 'of-a-later-version' }, context), {
    ok: true,
    value: [],
  });
});

test('ten thousand things come in at once, and one more copies no event', () => {
  const many = Array.from(
    { length: 10_000 },
    (_, n): RecordedAny => ({
      event: { kind: 'check-in/written', body: bodies['check-in/written'] },
      thing: thingId(noonMs + n, n),
      entry: n.toString(16).padStart(64, '0'),
      space: 'mine',
      who: 'me',
      device: 'aa',
      seq: n + 1,
      atMs: noonMs + n,
      atCount: 0,
      seal: 'open',
    }),
  );
  const state = all(many);
  assert.equal(state.thingsByPractice.get('check-in')?.size, 10_000);
  const [first] = many;
  assert(first !== undefined);
  const more = addRecorded(state, practices, { ...first, thing: thingId(noonMs, 77_777), entry: 'f'.repeat(64) });
  const month = thingToMonth(first.thing);
  assert.equal(more.keptByMonth.get(month)?.get(first.thing), state.keptByMonth.get(month)?.get(first.thing));
  assert.equal(addAllRecorded(more, practices, many).keptByMonth.get(month), more.keptByMonth.get(month));
});
