/** My copy: what it holds and what it never holds, that it comes back, and that no file can do harm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Json, textToJson } from '#kernel';
import { practices } from './index.ts';
import {
  broughtBackToRecorded,
  myCopyFormat,
  myCopyToText,
  myCopyToThings,
  stateToMyCopy,
  textToMyCopy,
} from './my-copy.ts';
import { anyJson, anyText, noonMs, same, thingId } from './practice.contract.ts';
import { addAllRecorded, noState, type RecordedAny } from './state.ts';

const names = { me: 'Noor', partner: 'Sam' };
const secretDevice = 'd'.repeat(64);
const secretHash = 'e'.repeat(60);
const laterMs = noonMs + 3_600_000;

let count = 0;
const recorded = (
  thing: number,
  kind: string,
  body: Json,
  who: 'me' | 'partner' = 'me',
  space: 'mine' | 'ours' = kind.includes('/own') || kind.startsWith('check-in/written') ? 'mine' : 'ours',
): RecordedAny => {
  count += 1;
  const entry = `${secretHash}${String(count).padStart(4, '0')}`;
  const place = { device: secretDevice, seq: count, atMs: noonMs + count, atCount: 0 };
  return { event: { kind, body }, thing: thingId(noonMs, thing), entry, space, who, seal: 'open', ...place };
};
const copyOf = (...events: readonly RecordedAny[]) =>
  stateToMyCopy(addAllRecorded(noState, practices, events), names, laterMs);
const news = (happened: string) => ({ happened, means: '' });

test('it holds my words whole, those of ours as readable words, and nothing that could be checked', () => {
  const copy = copyOf(
    recorded(1, 'good-news/own-told', news('first')),
    recorded(1, 'good-news/told', news('first')),
    recorded(1, 'good-news/asked', { question: 'How was it?' }, 'partner'),
    recorded(2, 'good-news/told', news('theirs'), 'partner'),
  );
  assert.deepEqual(
    copy.things.map(({ practice, events }) => [practice, ...events.map(({ by, kind, body }) => [by, kind, body])]),
    [
      [
        'good-news',
        ['me', 'good-news/own-told', news('first')],
        ['me', 'good-news/told', news('first')],
        ['partner', 'good-news/asked', { question: 'How was it?' }],
      ],
      ['good-news', ['partner', 'good-news/told', news('theirs')]],
    ],
  );
  const text = myCopyToText(copy);
  assert.ok(!text.includes(secretDevice) && !text.includes(secretHash));
  // Of the other one the day, not the minute: it is no record of when somebody was awake.
  const times = copy.things.flatMap(({ events }) => events.filter(({ by }) => by === 'partner').map(({ at }) => at));
  assert.deepEqual(times, ['2026-11-22', '2026-11-22']);
});

test('of a meeting in which the other one took a note back, none of their words is copied; mine are', () => {
  const text = myCopyToText(
    copyOf(
      recorded(1, 'weekly-meeting/proposed', { atMs: null }),
      recorded(1, 'weekly-meeting/brought', { notes: [{ part: 'good', words: 'mine' }] }),
      recorded(1, 'weekly-meeting/brought', { notes: [{ part: 'good', words: 'theirs' }] }, 'partner'),
      recorded(1, 'weekly-meeting/taken-back', { nth: 0 }, 'partner'),
      recorded(1, 'weekly-meeting/taken-back', { nth: 0 }),
    ),
  );
  assert.deepEqual([text.includes('mine'), text.includes('theirs')], [true, false]);
});

test('what the other one took back, or what nobody here can read, is a blank reference', () => {
  const copy = copyOf(
    recorded(1, 'good-news/told', news('taken back'), 'partner'),
    recorded(1, 'good-news/withdrawn', {}, 'partner'),
    recorded(1, 'good-news/asked', { question: 'And then?' }),
    recorded(2, 'rebuilding-more/told', { words: 'of a later version' }, 'partner'),
    recorded(3, 'open-questions/question-withdrawn', {}, 'partner'),
  );
  const theirs = copy.things.flatMap(({ events }) => events.filter(({ by }) => by === 'partner'));
  assert.equal(theirs.length, 4);
  for (const { kind, body } of theirs) assert.deepEqual([kind, body], ['', null]);
  const text = myCopyToText(copy);
  assert.ok(!text.includes('taken back') && !text.includes('later version'));
  assert.ok(text.includes('And then?'));
});

test('what I asked to be forgotten is not in it, and what I shared of it is', () => {
  const copy = copyOf(
    recorded(1, 'good-news/own-told', news('forgotten')),
    recorded(1, 'good-news/own-forgotten', {}),
    recorded(2, 'good-news/own-told', news('kept back')),
    recorded(2, 'good-news/told', news('shared')),
    recorded(2, 'good-news/withdrawn', {}),
    recorded(2, 'good-news/own-forgotten', {}),
  );
  const text = myCopyToText(copy);
  assert.ok(!text.includes('"forgotten"') && !text.includes('kept back'));
  assert.ok(text.includes('"shared"'));
});

test('anybody can type one: a copy of made-up words is read like a real one', () => {
  const typed = {
    format: myCopyFormat,
    version: 1,
    madeAt: '2026-11-22',
    names: { me: 'Anybody', partner: '' },
    things: [
      {
        id: thingId(noonMs, 9),
        practice: 'good-news',
        events: [{ by: 'partner', in: 'ours', at: '2026-11-22', kind: 'good-news/told', body: news('never said') }],
      },
    ],
  };
  assert.ok(textToMyCopy(JSON.stringify(typed)).ok);
});

// ------------------------------------------------------------------------------------------------ and back

const feltWords = { feelings: ['sad'], strength: 2, needs: [], feltAtMs: noonMs, offsetMinutes: 0, holding: 'mine' };
const ownEvents = fc
  .array(
    fc.record({
      thing: fc.integer({ min: 1, max: 4 }),
      made: fc.oneof(
        fc.string({ maxLength: 20 }).map((note) => ['check-in/written', { ...feltWords, note }] as const),
        fc.string({ maxLength: 20 }).map((words) => ['good-news/own-told', news(`${words}.`)] as const),
        anyJson.map((body) => ['journal-of-later/own-written', body] as const),
      ),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map(({ thing, made: [kind, body] }) => recorded(thing, kind, body, 'me', 'mine')));

test('things of mine come back as they were, moments and all; what no practice reads is left out', () => {
  fc.assert(
    fc.property(ownEvents, (events) => {
      const before = addAllRecorded(noState, practices, events);
      const read = textToMyCopy(myCopyToText(stateToMyCopy(before, names, laterMs)));
      assert.ok(read.ok);
      const things = myCopyToThings(read.value, practices, laterMs + events.length);
      const back = things.flat().map((one) => broughtBackToRecorded(one, `${one.thing} ${one.order}`));
      same(addAllRecorded(noState, practices, back).thingsByPractice, before.thingsByPractice);
    }),
  );
});

test('what was shared does not come back as mine, and neither does a mark beside what is not there', () => {
  const copy = copyOf(
    recorded(1, 'good-news/told', news('shared')),
    recorded(2, 'good-news/own-set-aside', {}),
    recorded(2, 'good-news/told', news('theirs'), 'partner'),
  );
  assert.deepEqual(myCopyToThings(copy, practices, laterMs), []);
  // Somebody changed the file so that it says "mine": it is still a word that only counts in a space of two.
  const bent = myCopyToText(copy).replaceAll('"ours"', '"mine"').replaceAll('"partner",', '"me",');
  const read = textToMyCopy(bent);
  assert.ok(read.ok);
  assert.deepEqual(myCopyToThings(read.value, practices, laterMs), []);
});

test('no moment is later than now', () => {
  const copy = copyOf(recorded(1, 'good-news/own-told', news('from the future')));
  const [thing] = myCopyToThings(copy, practices, noonMs - 5);
  assert.equal(thing?.[0]?.atMs, noonMs - 5);
});

// ------------------------------------------------------------------------------------------------ any file at all

const wholeText = myCopyToText(
  copyOf(
    recorded(1, 'good-news/own-told', news('whole')),
    recorded(2, 'check-in/written', { ...feltWords, note: 'n' }),
  ),
);

test('a file that is cut, changed or made up is read whole or refused by a reason; nothing throws', () => {
  const anyFile = fc.oneof(
    anyText,
    anyJson.map((json) => JSON.stringify(json)),
    fc.nat({ max: wholeText.length - 3 }).map((at) => wholeText.slice(0, at)),
    fc
      .record({ at: fc.nat({ max: wholeText.length }), put: anyText, cut: fc.nat({ max: 12 }) })
      .map(({ at, put, cut }) => wholeText.slice(0, at) + put + wholeText.slice(at + cut)),
    fc
      .record({ things: anyJson, names: anyJson, version: anyJson })
      .map((fields) => JSON.stringify({ format: myCopyFormat, madeAt: '2026-11-22', ...fields })),
  );
  fc.assert(
    fc.property(anyFile, (text) => {
      const read = textToMyCopy(text);
      if (!read.ok) return;
      for (const thing of myCopyToThings(read.value, practices, laterMs))
        for (const one of thing) assert.match(one.thing, /^[0-9a-f]{32}$/);
    }),
    { numRuns: 2_000 },
  );
});

test('each kind of wrong file has its own reason', () => {
  const reason = (text: string) => {
    const read = textToMyCopy(text);
    return read.ok ? 'ok' : read.error;
  };
  assert.equal(reason(wholeText), 'ok');
  assert.equal(reason(`\ufeff${wholeText}`), 'ok');
  assert.equal(reason(wholeText.slice(0, -20)), 'damaged');
  assert.equal(reason('Dear Sam'), 'not-a-copy');
  assert.equal(reason('{"format":"another"}'), 'not-a-copy');
  assert.equal(reason(''), 'not-a-copy');
  assert.equal(reason('['.repeat(100_000)), 'not-a-copy');
  assert.equal(reason(wholeText.replace('"version": 1', '"version": 2')), 'newer-copy');
  assert.equal(reason(wholeText.replace('"in": "mine"', '"in": "theirs"')), 'damaged');
  const many = Array.from({ length: 100_001 }, () => 0);
  assert.equal(reason(JSON.stringify({ format: myCopyFormat, version: 1, things: many })), 'too-big');
  assert.equal(textToJson(wholeText, wholeText.length) === null, false);
});
