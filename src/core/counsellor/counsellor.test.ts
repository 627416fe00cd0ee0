/** A page for a counsellor: its laws, and the examples that explain them. Noor (a) begins; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText } from '#kernel';
import { appreciation } from '../appreciation/index.ts';
import {
  anyText,
  createWorld,
  flipped,
  noonMs,
  same,
  testLaws,
  thingId,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { ThingId } from '../practice.ts';
import { stateToShared } from '../shared-things.ts';
import { addAllRecorded, noState } from '../state.ts';
import { thingsOf } from '../things.ts';
import type { CounsellorCommand } from './decide.ts';
import { type CounsellorDraft, type CounsellorEvent, consentTo, counsellorLimits } from './events.ts';
import type { CounsellorThing } from './fold.ts';
import {
  type ConsentSpan,
  consentSpans,
  consentsTo,
  counsellor,
  counsellorCopies,
  counsellorPages,
  onThePage,
  type PageStanding,
  pageStanding,
} from './index.ts';

const dayMs = 24 * 3_600_000;
const session = '2026-11-26';

const id = fc.integer({ min: 0, max: 4 }).map((salt) => thingId(noonMs, salt + 1));
const items = fc.uniqueArray(id, { maxLength: 4 }).map((all) => all.sort());
const moment = fc.integer({ min: noonMs - 5, max: noonMs + 40 * dayMs });
const event: fc.Arbitrary<CounsellorEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('counsellor/begun' as const, 'counsellor/own-begun' as const, 'counsellor/own-kept' as const),
    day: fc.constantFrom(session, '2026-12-01'),
  }),
  fc.record({
    kind: fc.constant('counsellor/consented' as const),
    page: id,
    items,
    seenUntilMs: moment,
    untilMs: moment,
  }),
  fc.record({ kind: fc.constant('counsellor/own-chosen' as const), items }),
  fc.record({ kind: fc.constant('counsellor/own-copied' as const), page: id, words: wordsOf(20) }),
  fc.record({ kind: fc.constant('counsellor/own-shown' as const), isShown: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('counsellor/withdrawn' as const, 'counsellor/own-forgotten' as const) }),
) as fc.Arbitrary<CounsellorEvent>;

const practice = fc.constant('counsellor' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constant('begin' as const),
      day: fc.constantFrom(session, '2026-12-01', '2030-01-01', 'soon'),
      isShared: fc.boolean(),
    }),
    fc.record({ practice, type: fc.constant('choose' as const), items }),
    fc.record({
      practice,
      type: fc.constant('consent' as const),
      items,
      seenUntilMs: moment,
      span: fc.constantFrom(...consentSpans),
    }),
    fc.record({ practice, type: fc.constant('copy' as const), words: anyText }),
    fc.record({ practice, type: fc.constant('show' as const), isShown: fc.boolean() }),
    fc.record({ practice, type: fc.constantFrom('withdraw' as const, 'forget' as const) }),
  )
  .map(
    (given) =>
      (thing: ThingId): CounsellorCommand =>
        ({ ...given, thing }) as CounsellorCommand,
  );

testLaws({
  practice: counsellor,
  event,
  spaceByKind: {
    'counsellor/begun': 'ours',
    'counsellor/consented': 'ours',
    'counsellor/withdrawn': 'ours',
    'counsellor/own-begun': 'mine',
    'counsellor/own-kept': 'mine',
    'counsellor/own-chosen': 'mine',
    'counsellor/own-copied': 'mine',
    'counsellor/own-shown': 'mine',
    'counsellor/own-forgotten': 'mine',
  },
  command,
  shared: (thing, side) => {
    const one = thing as CounsellorThing;
    if (one.type === 'copy' || (one.type === 'page' && !one.isShared)) return undefined;
    const by = side === 'a' ? one.author : flipped(one.author);
    if (one.type === 'page') return { by, day: one.day };
    return { by, page: one.page, items: one.items, seenUntilMs: one.seenUntilMs, untilMs: one.untilMs };
  },
});

// ------------------------------------------------------------------------------------------------ two people, one page

const registry = [counsellor, appreciation];
const all = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, counsellor);
const deliver = (world: World): void => {
  world.deliver('a');
  world.deliver('b');
};
const openBoth = (world: World): void => {
  world.open();
  deliver(world);
};
interface AnyGiven {
  readonly practice: string;
  readonly [field: string]: unknown;
}
const give = (world: World, by: 'a' | 'b', given: AnyGiven, isPaired = true): string => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  deliver(world);
  return typeof result === 'string' ? result : (result.at(-1) ?? 'nothing');
};
const begin = (isShared = true, day = session) => ({ practice: 'counsellor', type: 'begin', day, isShared }) as const;
const say = (did: string) => ({ practice: 'appreciation', type: 'say', did, meant: '' }) as const;
const consent = (world: World, thing: ThingId, chosen: readonly ThingId[], span: ConsentSpan = 'week') =>
  ({ practice: 'counsellor', type: 'consent', thing, items: chosen, seenUntilMs: world.nowMs, span }) as const;
const on = <Type extends 'withdraw' | 'forget'>(type: Type, thing: ThingId) =>
  ({ practice: 'counsellor', type, thing }) as const;
const standing = (world: World, side: 'a' | 'b', page: ThingId): PageStanding =>
  pageStanding(all(world, side), page, world.nowMs);
const wordsOn = (world: World, side: 'a' | 'b', page: ThingId): readonly string[] =>
  onThePage(all(world, side), page, stateToShared(world[side].state, world.nowMs, ['counsellor']), world.nowMs).flatMap(
    ({ events }) => events.map(({ body }) => (body as { did: string }).did),
  );

/** A page that Noor began, and three things of both. */
function begun() {
  const world = createWorld(registry);
  const said = ['one', 'two', 'three'].map((did, at) => give(world, at === 1 ? 'b' : 'a', say(did)));
  const page = give(world, 'a', begin());
  return { world, page, said };
}

test('only what both chose is on the page; each learns the other’s choice with their own, and not before', () => {
  const { world, page, said } = begun();
  const [one = '', two = '', three = ''] = said;
  give(world, 'a', { practice: 'counsellor', type: 'choose', thing: page, items: [one, two] });
  const before = all(world, 'b');
  give(world, 'a', consent(world, page, [one, two]));
  same(all(world, 'b'), before);
  assert.deepEqual([standing(world, 'a', page), standing(world, 'b', page)], ['sealed', 'choosing']);
  assert.deepEqual(wordsOn(world, 'a', page), []);
  assert.equal(give(world, 'a', consent(world, page, [one])), 'counsellor.refusal.already-said');
  give(world, 'b', consent(world, page, [two, three]));
  openBoth(world);
  for (const side of ['a', 'b'] as const) {
    assert.equal(standing(world, side, page), 'open');
    assert.deepEqual(wordsOn(world, side, page), ['two']);
  }
  same(
    world.drafts
      .filter(({ draft }) => draft.event.kind.startsWith('counsellor/'))
      .map(({ by, draft }) => [by, draft.event.kind, draft.space, draft.mode]),
    [
      ['a', 'counsellor/begun', 'ours', 'window'],
      ['a', 'counsellor/own-chosen', 'mine', undefined],
      ['a', 'counsellor/own-chosen', 'mine', undefined],
      ['a', 'counsellor/consented', 'ours', 'sealed'],
      ['b', 'counsellor/own-chosen', 'mine', undefined],
      ['b', 'counsellor/consented', 'ours', 'sealed'],
    ],
  );
});

test('only the intersection is ever on a page, whatever the order, whatever a partner forges, and only while both hold', () => {
  const step = fc.record({
    by: fc.constantFrom('a' as const, 'b' as const),
    act: fc.constantFrom('consent', 'consent', 'withdraw', 'say', 'forge', 'open', 'wait', 'begin'),
    nth: fc.nat(9),
    picks: fc.subarray([0, 1, 2, 3]),
    span: fc.constantFrom(...consentSpans),
    forged: event,
  });
  let openPages = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), fc.boolean(), (steps, isForging) => {
      const { world, page: firstPage, said } = begun();
      const pages = [firstPage];
      const things = [...said];
      /** Noor's own yes, as she gave it: kept by this test, not by the practice. */
      const given: { page: string; items: readonly string[]; untilMs: number; atMs: number; thing: string }[] = [];
      for (const { by, act, nth, picks, span, forged } of steps) {
        const page = pages[nth % pages.length] ?? '';
        const chosen = picks.flatMap((at) => things[at] ?? []);
        if (act === 'begin') {
          const result = give(world, by, begin());
          if (/^[0-9a-f]{32}$/.test(result)) pages.push(result);
        } else if (act === 'consent') {
          const atMs = world.nowMs;
          const result = give(world, by, consent(world, page, chosen, span));
          const own = by === 'a' ? all(world, 'a').get(result) : undefined;
          if (own?.type === 'consent') given.push({ page, items: chosen, untilMs: own.untilMs, atMs, thing: result });
        } else if (act === 'withdraw') {
          give(world, by, on('withdraw', page));
          if (by === 'a')
            for (const [at, one] of given.entries()) if (one.page === page) given[at] = { ...one, untilMs: 0 };
        } else if (act === 'say') things.push(give(world, by, say(`more ${nth}`)));
        else if (act === 'open') openBoth(world);
        else if (act === 'wait') world.nowMs += nth * dayMs;
        else if (isForging) {
          // Sam writes any event of this practice under any id that he knows: pages, Noor's consents, or a new one.
          const targets = [...pages, ...given.map(({ thing }) => thing), thingId(noonMs, 900 + nth)];
          const aimed =
            forged.kind === 'counsellor/consented'
              ? { ...forged, page, items: things.slice(0, counsellorLimits.itemsMax).sort(), untilMs: noonMs * 2 }
              : forged;
          world.forge('b', targets[nth % targets.length] ?? '', { kind: aimed.kind, body: counsellor.toBody(aimed) });
          deliver(world);
        }
        for (const each of pages) {
          const shared = stateToShared(world.a.state, world.nowMs, ['counsellor']);
          const shown = onThePage(all(world, 'a'), each, shared, world.nowMs);
          if (shown.length > 0) openPages += 1;
          const mine = given.filter((one) => one.page === each && world.nowMs < one.untilMs);
          const theirs = consentsTo(all(world, 'a'), each, 'partner').filter(({ untilMs }) => world.nowMs < untilMs);
          for (const { id: shownId, events } of shown) {
            assert(
              mine.some(({ items: yes, atMs }) => yes.includes(shownId) && events.every((one) => one.atMs <= atMs)),
              'on the page without a yes of mine that holds',
            );
            assert(theirs.some(({ items: yes }) => yes.includes(shownId)));
          }
        }
      }
      if (isForging) return;
      openBoth(world);
      for (const each of pages) assert.deepEqual(wordsOn(world, 'a', each), wordsOn(world, 'b', each));
    }),
    { numRuns: 300 },
  );
  assert(openPages > 50, `only ${openPages} pages had something on them`);
});

test('withdrawn or over by its date: on the other’s side every later moment is the same', () => {
  const chance = fc.record({
    span: fc.constantFrom(...consentSpans),
    picks: fc.subarray([0, 1, 2]),
    theirs: fc.subarray([0, 1, 2]),
    waitMs: fc.integer({ min: 0, max: 12 * dayMs }),
    later: fc.array(fc.integer({ min: 0, max: 40 * dayMs }), { minLength: 1, maxLength: 4 }),
    isBefore: fc.boolean(),
  });
  fc.assert(
    fc.property(chance, ({ span, picks, theirs, waitMs, later, isBefore }) => {
      const course = (isByHand: boolean): readonly unknown[] => {
        const { world, page, said } = begun();
        give(
          world,
          'b',
          consent(
            world,
            page,
            theirs.flatMap((at) => said[at] ?? []),
          ),
        );
        const own = give(
          world,
          'a',
          consent(
            world,
            page,
            picks.flatMap((at) => said[at] ?? []),
            span,
          ),
        );
        const given = all(world, 'a').get(own);
        assert(given?.type === 'consent');
        if (!isBefore) openBoth(world);
        const endMs = Math.min(given.untilMs, world.nowMs + waitMs);
        if (isByHand) {
          world.nowMs = endMs - 1;
          give(world, 'a', on('withdraw', page));
        }
        if (isBefore) openBoth(world);
        return later.map((ms) => {
          // By hand it ended at `endMs`; by its date at its date. From the later of the two on nothing may differ.
          world.nowMs = given.untilMs + 1000 + ms;
          return [standing(world, 'b', page), wordsOn(world, 'b', page), counsellorPages(all(world, 'b'))];
        });
      };
      same(course(true), course(false));
    }),
    { numRuns: 200 },
  );
  // And at once: the state of a withdrawn consent is that of one whose date lies behind.
  const world = createWorld([counsellor]);
  const page = give(world, 'a', begin());
  give(world, 'b', consent(world, page, []));
  give(world, 'a', consent(world, page, [thingId(noonMs, 7)]));
  openBoth(world);
  give(world, 'a', on('withdraw', page));
  assert.equal(standing(world, 'b', page), 'ended');
  const [ended] = consentsTo(all(world, 'b'), page, 'partner');
  const asIfDated = createWorld([counsellor]);
  asIfDated.forge(
    'a',
    ended?.id ?? '',
    {
      kind: 'counsellor/consented',
      body: counsellor.toBody(consentTo(page, [], ended?.seenUntilMs ?? 0, 0)),
    },
    ended?.beganAtMs,
  );
  deliver(asIfDated);
  same(consentsTo(all(asIfDated, 'b'), page, 'partner'), [ended]);
});

test('a yes ends by itself: today, on the day, or a week after it, and never later than thirty days', () => {
  for (const [span, lastMs] of [
    ['today', Date.UTC(2026, 10, 23)],
    ['session', Date.UTC(2026, 10, 27)],
    // Sam lives further east, where that week is over first.
    ['week', Date.UTC(2026, 11, 3, 18, 30)],
  ] as const) {
    const { world, page, said } = begun();
    give(world, 'a', consent(world, page, said, span));
    give(world, 'b', consent(world, page, said));
    openBoth(world);
    world.nowMs = lastMs - 1;
    for (const side of ['a', 'b'] as const) assert.equal(standing(world, side, page), 'open', span);
    world.nowMs = lastMs;
    for (const side of ['a', 'b'] as const) {
      assert.equal(standing(world, side, page), 'ended', span);
      assert.deepEqual(wordsOn(world, side, page), []);
    }
    assert.equal(give(world, 'b', consent(world, page, said)), 'counsellor.refusal.over', 'a yes is used once');
  }
  const { world, page, said } = begun();
  give(world, 'a', consent(world, page, said));
  const forged = consentTo(page, said, noonMs * 2, noonMs * 2);
  world.forge('b', thingId(noonMs, 99), { kind: forged.kind, body: counsellor.toBody(forged) });
  openBoth(world);
  const [theirs] = consentsTo(all(world, 'a'), page, 'partner');
  assert.equal(theirs?.untilMs, (theirs?.beganAtMs ?? 0) + 30 * dayMs);
});

test('a yes taken back before both have opened leaves the other as if nothing had been said, and one may choose anew', () => {
  const { world, page, said } = begun();
  const before = all(world, 'b');
  give(world, 'a', consent(world, page, said));
  give(world, 'a', on('withdraw', page));
  same(all(world, 'b'), before);
  assert.equal(standing(world, 'a', page), 'choosing');
  assert.equal(give(world, 'a', on('withdraw', page)), 'counsellor.refusal.nothing-given');
  give(world, 'a', consent(world, page, said.slice(0, 1)));
  assert.equal(standing(world, 'a', page), 'sealed');
});

test('what was added after I chose is not on the page, and what its author took back is not either', () => {
  const { world, page, said } = begun();
  const [one = '', two = ''] = said;
  for (const by of ['a', 'b'] as const) give(world, by, consent(world, page, said));
  openBoth(world);
  assert.deepEqual(wordsOn(world, 'a', page), ['three', 'two', 'one']);
  give(world, 'b', { practice: 'appreciation', type: 'warm', thing: one, warm: 'thank-you' });
  assert.equal(
    onThePage(all(world, 'a'), page, stateToShared(world.a.state, world.nowMs, []), world.nowMs).flatMap(
      ({ events }) => events,
    ).length,
    3,
  );
  give(world, 'b', { practice: 'appreciation', type: 'withdraw', thing: two });
  for (const side of ['a', 'b'] as const) assert.deepEqual(wordsOn(world, side, page), ['three', 'one']);
});

test('alone: a page of my own words, each put on it by one act, and none of it for anyone else', () => {
  const world = createWorld([counsellor]);
  assert.equal(give(world, 'a', begin(), false), 'counsellor.refusal.alone');
  const page = give(world, 'a', begin(false), false);
  const copy = give(
    world,
    'a',
    { practice: 'counsellor', type: 'copy', thing: page, words: ' I sleep badly. ' },
    false,
  );
  same(
    counsellorCopies(all(world, 'a'), page).map(({ words, isShown }) => [words, isShown]),
    [['I sleep badly.', false]],
  );
  give(world, 'a', { practice: 'counsellor', type: 'show', thing: copy, isShown: true }, false);
  assert.equal(counsellorCopies(all(world, 'a'), page)[0]?.isShown, true);
  assert.equal(give(world, 'a', consent(world, page, [])), 'counsellor.refusal.own-only');
  give(world, 'a', on('forget', copy), false);
  assert.deepEqual(counsellorCopies(all(world, 'a'), page), []);
  give(world, 'a', on('forget', page), false);
  assert.deepEqual(counsellorPages(all(world, 'a')), []);
  assert.equal(all(world, 'b').size, 0);
  assert(world.drafts.every(({ draft }) => draft.space === 'mine'));
});

test('my own words for a page of both keep their page when nothing is shared any more', () => {
  const { world, page } = begun();
  world.give('b', { practice: 'counsellor', type: 'copy', thing: page, words: 'I sleep badly.' } as CounsellorCommand);
  const seen = counsellorPages(all(world, 'b'))[0];
  same([seen?.author, seen?.isShared], ['partner', true]);
  const mine = [...world.b.state.keptByMonth.values()].flatMap((things) =>
    [...things.values()].flatMap(({ known }) => [...known.values()].flat().map(({ raw }) => raw)),
  );
  const left = addAllRecorded(
    noState,
    registry,
    mine.filter(({ space }) => space === 'mine'),
  );
  const things = thingsOf(left.thingsByPractice, counsellor);
  same(
    counsellorPages(things).map(({ id: kept, isShared, day }) => [kept, isShared, day]),
    [[page, false, session]],
  );
  same(
    counsellorCopies(things, page).map(({ words }) => words),
    ['I sleep badly.'],
  );
});

test('whatever a partner writes under the ids of my own page, words and consent, they stay as they are', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), fc.nat(2), (forged, nth) => {
      const world = createWorld([counsellor]);
      const own = give(world, 'a', begin(false));
      const copy = give(world, 'a', { practice: 'counsellor', type: 'copy', thing: own, words: 'Mine.' });
      const page = give(world, 'a', begin());
      const given = give(world, 'a', consent(world, page, [thingId(noonMs, 7)]));
      const target = [own, copy, given][nth] ?? own;
      const before = all(world, 'a').get(target);
      for (const bad of forged) world.forge('b', target, { kind: bad.kind, body: counsellor.toBody(bad) }, noonMs - 9);
      deliver(world);
      same(all(world, 'a').get(target), before);
    }),
    { numRuns: 200 },
  );
});

test('what cannot be is refused: too far ahead, past, too many, no words, not there, still given', () => {
  const { world, page, said } = begun();
  const refusals: readonly (readonly [string, string])[] = [
    ['day', give(world, 'a', begin(true, '2026-11-21'))],
    ['day', give(world, 'a', begin(true, '2026-12-16'))],
    ['day', give(world, 'a', begin(true, 'soon'))],
    ['not-there', give(world, 'a', on('withdraw', 'f'.repeat(32)))],
    ['no-words', give(world, 'a', { practice: 'counsellor', type: 'copy', thing: page, words: ' ' })],
    [
      'too-many',
      give(
        world,
        'a',
        consent(
          world,
          page,
          Array.from({ length: 49 }, (_, at) => thingId(noonMs, at + 1)),
        ),
      ),
    ],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `counsellor.refusal.${reason}`);
  give(world, 'a', consent(world, page, said));
  assert.equal(give(world, 'a', on('forget', page)), 'counsellor.refusal.still-given');
});

test('a choice has one length, however much was chosen', () => {
  const lengthOf = (count: number): number => {
    const chosen = Array.from({ length: count }, (_, at) => thingId(noonMs, at + 1));
    return jsonToText(counsellor.toBody(consentTo(thingId(noonMs, 0), chosen, noonMs, noonMs))).length;
  };
  assert.equal(lengthOf(0), lengthOf(1));
  assert.equal(lengthOf(0), lengthOf(counsellorLimits.itemsMax));
});

test('the compiler keeps words out of ours', () => {
  const copied = { kind: 'counsellor/own-copied', page: 'x', words: 'mine' } as const;
  // @ts-expect-error a private event has no place in ours
  const wrong: CounsellorDraft = { thing: 'x', space: 'ours', mode: 'window', event: copied };
  assert.equal(wrong.space, 'ours');
});
