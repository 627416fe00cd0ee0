/** Openings: its laws, and the examples that explain them. Noor (a) opens up; Sam (b) receives, and may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coreLimits } from '../limits.ts';
import { anyText, createWorld, flipped, noonMs, same, testLaws, type World, wordsOf } from '../practice.contract.ts';
import type { ThingId, Who } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { OpeningsCommand } from './decide.ts';
import { type OpeningsDraft, type OpeningsEvent, openingDepths, openingLevel, openingWarms } from './events.ts';
import type { Opening, OpeningThing } from './fold.ts';
import { agreedDepth, canShareDepth, chosenDepth, openings, openingsNewestFirst, whoseTurn } from './index.ts';

const question = fc.constantFrom('light-smell', 'middle-proud', 'deep-afraid');
const depth = fc.constantFrom(...openingDepths);
const warm = fc.constantFrom(...openingWarms);
const event: fc.Arbitrary<OpeningsEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('openings/shared' as const, 'openings/own-written' as const),
    question,
    words: wordsOf(20),
  }),
  fc.record({ kind: fc.constantFrom('openings/agreed' as const, 'openings/own-depth' as const), depth }),
  fc.record({ kind: fc.constant('openings/warmed' as const), warm }),
  fc.record({
    kind: fc.constantFrom(
      'openings/withdrawn' as const,
      'openings/lighter' as const,
      'openings/own-forgotten' as const,
      'openings/own-opened' as const,
    ),
  }),
);
const practice = fc.constant('openings' as const);
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constantFrom('choose' as const, 'agree' as const), depth }),
    fc.record({ practice, type: fc.constant('lighter' as const) }),
    fc.record({ practice, type: fc.constant('write' as const), isNew: fc.boolean(), question, words: anyText }),
    fc.record({ practice, type: fc.constant('warm' as const), warm }),
    fc.record({
      practice,
      type: fc.constantFrom('share' as const, 'withdraw' as const, 'forget' as const, 'open' as const),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): OpeningsCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as OpeningsCommand,
  );

testLaws({
  practice: openings,
  event,
  spaceByKind: {
    'openings/shared': 'ours',
    'openings/warmed': 'ours',
    'openings/agreed': 'ours',
    'openings/withdrawn': 'ours',
    'openings/lighter': 'ours',
    'openings/own-written': 'mine',
    'openings/own-forgotten': 'mine',
    'openings/own-opened': 'mine',
    'openings/own-depth': 'mine',
  },
  command,
  shared: (thing, side) => {
    const one = thing as OpeningThing;
    if (one.type === 'depth' || (one.type === 'opening' && one.standing === 'mine')) return undefined;
    const by = side === 'a' ? one.author : flipped(one.author);
    if (one.type === 'reach') return { by, depth: one.depth, standing: one.standing };
    const { standing, question: asked, words, sharedAtMs, warm: said } = one;
    return { by, standing, words: standing === 'ours' ? [asked, words] : null, sharedAtMs, said };
  },
});

const all = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, openings);
const one = (world: World, side: 'a' | 'b', thing: ThingId): Opening => {
  const found = all(world, side).get(thing);
  assert(found?.type === 'opening');
  return found;
};
const give = (world: World, by: 'a' | 'b', given: OpeningsCommand, isPaired = true): string => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const openBoth = (world: World): void => {
  world.open();
  world.deliver('a');
  world.deliver('b');
};
const write = (asked = 'light-smell') =>
  ({ practice: 'openings', type: 'write', thing: null, question: asked, words: 'Rain on warm stones.' }) as const;
const on = <Type extends 'share' | 'withdraw' | 'forget' | 'open'>(type: Type, thing: ThingId) =>
  ({ practice: 'openings', type, thing }) as const;
const agree = (as: 'light' | 'middle' | 'deep') => ({ practice: 'openings', type: 'agree', depth: as }) as const;
const thank = (thing: ThingId) => ({ practice: 'openings', type: 'warm', thing, warm: 'thank-you' }) as const;

test('written it is mine; one act shares it through the window; opening tells nobody; one warm word comes back', () => {
  const world = createWorld([openings]);
  const thing = give(world, 'a', write(), false);
  assert.equal(all(world, 'b').size, 0);
  assert.equal(give(world, 'a', on('share', thing), false), 'openings.refusal.alone');
  give(world, 'a', on('share', thing));
  assert.equal(give(world, 'b', thank(thing)), 'openings.refusal.not-opened');
  const before = one(world, 'a', thing);
  give(world, 'b', on('open', thing));
  assert.equal(one(world, 'b', thing).isOpened, true);
  same(one(world, 'a', thing), before);
  give(world, 'b', thank(thing));
  assert.equal(one(world, 'a', thing).warm?.warm, 'thank-you');
  assert.equal(give(world, 'b', thank(thing)), 'openings.refusal.already-warmed');
  same(
    world.drafts.map(({ draft }) => [draft.event.kind, draft.space, draft.mode]),
    [
      ['openings/own-written', 'mine', undefined],
      ['openings/shared', 'ours', 'window'],
      ['openings/own-opened', 'mine', undefined],
      ['openings/warmed', 'ours', 'window'],
    ],
  );
});

test('until both have said how far, only light ones are shared; then the lesser holds; either goes back at once', () => {
  const world = createWorld([openings]);
  const [middle, deep] = [give(world, 'a', write('middle-proud')), give(world, 'a', write('deep-afraid'))];
  assert.equal(give(world, 'a', on('share', middle)), 'openings.refusal.too-deep');
  give(world, 'a', agree('deep'));
  assert.equal(give(world, 'a', agree('light')), 'openings.refusal.already-said');
  assert.equal(give(world, 'a', on('share', middle)), 'openings.refusal.too-deep');
  assert.equal(all(world, 'b').size, 0);
  give(world, 'b', agree('middle'));
  openBoth(world);
  for (const side of ['a', 'b'] as const) assert.equal(agreedDepth(all(world, side)), 'middle');
  assert.equal(give(world, 'a', on('share', deep)), 'openings.refusal.too-deep');
  assert.equal(give(world, 'a', on('share', middle)), middle);
  give(world, 'b', { practice: 'openings', type: 'lighter' });
  for (const side of ['a', 'b'] as const) assert.equal(agreedDepth(all(world, side)), null);
  const reach = [...all(world, 'b').values()].find(({ type }) => type === 'reach');
  assert(reach !== undefined && openings.isOpen(reach, noonMs * 2), 'a word that goes back never rests');
  give(world, 'b', agree('deep'));
  give(world, 'a', agree('deep'));
  openBoth(world);
  assert.equal(give(world, 'a', on('share', deep)), deep);
});

test('no course and no forged word shares deeper than my own last word that both could read', () => {
  const step = fc.record({ by: fc.constantFrom('a' as const, 'b' as const), command, nth: fc.nat(6), forged: event });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), fc.boolean(), (steps, isForging) => {
      const world = createWorld([openings]);
      for (const { by, command: toCommand, nth, forged } of steps) {
        const things = [...all(world, by).keys()];
        const thing = things[nth % Math.max(1, things.length)] ?? '0'.repeat(32);
        const before = all(world, by);
        const count = world.drafts.length;
        give(world, by, toCommand(thing));
        const own = [...before.values()]
          .filter((each) => each.type === 'reach')
          .filter(({ author, standing }) => author === 'me' && standing !== 'sealed')
          .sort((x, y) => y.beganAtMs - x.beganAtMs)[0];
        const level = own?.standing === 'open' ? openingLevel(own.depth) : 0;
        for (const { draft } of world.drafts.slice(count))
          if (draft.event.kind === 'openings/shared')
            assert(openingLevel((draft.event as unknown as { question: string }).question) <= level);
        if (isForging) world.forge('b', thing, { kind: forged.kind, body: openings.toBody(forged) });
        if (nth === 0) openBoth(world);
      }
    }),
    { numRuns: 200 },
  );
});

test('what is taken back is gone for the other but for a mark, opened or not; my copy stays until I delete it', () => {
  const world = createWorld([openings]);
  const thing = give(world, 'a', write());
  give(world, 'a', on('share', thing));
  assert.equal(give(world, 'a', on('forget', thing)), 'openings.refusal.still-shared');
  give(world, 'a', on('withdraw', thing));
  same([one(world, 'b', thing).standing, one(world, 'b', thing).words], ['withdrawn', null]);
  assert.equal(give(world, 'b', on('open', thing)), 'openings.refusal.not-shared');
  assert.equal(one(world, 'a', thing).words, 'Rain on warm stones.');
  give(world, 'a', on('forget', thing));
  assert.equal(one(world, 'a', thing).words, null);
});

test('a depth for myself is mine; what is empty, too long or not there is refused; lists are latest first', () => {
  const world = createWorld([openings]);
  assert.equal(chosenDepth(all(world, 'a')), 'light');
  for (const chosen of ['deep', 'middle'] as const)
    give(world, 'a', { practice: 'openings', type: 'choose', depth: chosen });
  assert.equal(chosenDepth(all(world, 'a')), 'middle');
  assert.equal(all(world, 'b').size, 0);
  const refusals: readonly (readonly [string, string])[] = [
    ['no-words', give(world, 'a', { ...write(), words: ' ' })],
    ['words-too-long', give(world, 'a', { ...write(), words: 'x'.repeat(1001) })],
    ['not-there', give(world, 'a', write('unheard-of'))],
    ['not-there', give(world, 'a', on('share', 'f'.repeat(32)))],
    ['nothing-agreed', give(world, 'a', { practice: 'openings', type: 'lighter' })],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `openings.refusal.${reason}`);
  const things = [give(world, 'a', write()), give(world, 'a', write())];
  same(
    openingsNewestFirst(all(world, 'a')).map(({ id }) => id),
    things.reverse(),
  );
});

test('a partner can answer with a warm word, and change nothing else of mine', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.boolean(), (forged, isShared) => {
      const world = createWorld([openings]);
      const thing = give(world, 'a', write());
      if (isShared) give(world, 'a', on('share', thing));
      const { warm: _, ...before } = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: openings.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { warm: said, ...after } = one(world, 'a', thing);
      same(after, before);
      if (!isShared) assert.equal(said, null);
      assert.equal(canShareDepth(all(world, 'a'), 'middle-proud'), false);
    }),
    { numRuns: 200 },
  );
});

const turns = (world: World): readonly [Who | null, Who | null] => [
  whoseTurn(all(world, 'a'), world.nowMs),
  whoseTurn(all(world, 'b'), world.nowMs),
];

test('whose turn: the other of who shared last, while it stands; the same for both; all else changes nothing', () => {
  // Most of what comes by chance is refused: these get through.
  const telling = fc.constantFrom(
    () => write(),
    (thing: ThingId) => on('share', thing),
    (thing: ThingId) => on('share', thing),
    (thing: ThingId) => on('withdraw', thing),
  );
  const step = fc.record({
    by: fc.constantFrom('a' as const, 'b' as const),
    command: fc.oneof(command, telling, telling),
    nth: fc.nat(6),
    dayCount: fc.nat(9),
  });
  let [otherCount, nobodyCount] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const world = createWorld([openings]);
      const shared: { by: 'a' | 'b'; thing: ThingId; atMs: number; stands: boolean }[] = [];
      for (const { by, command: toCommand, nth, dayCount } of steps) {
        const things = [...all(world, by).keys()];
        const count = world.drafts.length;
        const atMs = world.nowMs;
        give(world, by, toCommand(things[nth % Math.max(1, things.length)] ?? '0'.repeat(32)));
        if (nth === 0) openBoth(world);
        for (const { draft } of world.drafts.slice(count)) {
          const { thing } = draft;
          if (draft.event.kind === 'openings/shared') shared.push({ by, thing, atMs, stands: true });
          for (const one of shared)
            if (one.thing === thing && draft.event.kind === 'openings/withdrawn') one.stands = false;
        }
        const last = shared.at(-1);
        const isSomeones = last?.stands === true && world.nowMs - last.atMs < coreLimits.openingTurnMsMax;
        const [forA, forB] = turns(world);
        assert.equal(forA, isSomeones ? (last.by === 'a' ? 'partner' : 'me') : null);
        assert.equal(forB, forA === null ? null : flipped(forA));
        if (isSomeones) otherCount += 1;
        else if (last !== undefined) nobodyCount += 1;
        world.nowMs += dayCount * 86_400_000;
      }
    }),
    { numRuns: 300 },
  );
  assert(otherCount > 100 && nobodyCount > 100, 'both were met often');
});

test('taking back the last leaves the turn with nobody, an earlier one changes nothing; a second in a row is no wrong', () => {
  const world = createWorld([openings]);
  const [early, first, second] = [0, 1, 2].map(() => give(world, 'a', write()));
  const theirs = give(world, 'b', write());
  give(world, 'a', on('share', early ?? ''));
  give(world, 'b', on('share', theirs));
  same(turns(world), ['me', 'partner']);
  assert.equal(give(world, 'a', on('share', first ?? '')), first);
  assert.equal(give(world, 'a', on('share', second ?? '')), second);
  give(world, 'a', on('withdraw', first ?? ''));
  same(turns(world), ['partner', 'me']);
  give(world, 'a', on('withdraw', second ?? ''));
  same(turns(world), [null, null]);
  const before = turns(world);
  give(world, 'b', on('open', early ?? ''));
  give(world, 'b', thank(early ?? ''));
  same(turns(world), before);
});

test('what was shared, and the mark of what was taken back, stay at hand for as long as a turn may follow from them', () => {
  const world = createWorld([openings]);
  const thing = give(world, 'a', write());
  world.nowMs += coreLimits.openingOpenMsMax;
  assert.equal(openings.isOpen(one(world, 'a', thing), world.nowMs), false);
  give(world, 'a', on('share', thing));
  const lastMs = world.nowMs + coreLimits.openingTurnMsMax;
  for (const side of ['a', 'b'] as const) assert(openings.isOpen(one(world, side, thing), lastMs));
  same(turns(world), ['partner', 'me']);
  give(world, 'a', on('withdraw', thing));
  for (const side of ['a', 'b'] as const) assert(openings.isOpen(one(world, side, thing), lastMs));
  world.nowMs += coreLimits.openingOpenMsMax;
  for (const side of ['a', 'b'] as const) assert(!openings.isOpen(one(world, side, thing), world.nowMs));
});

test('the compiler keeps what is mine out of ours', () => {
  const opened = { kind: 'openings/own-opened' } as const;
  // @ts-expect-error a private event has no place in ours
  const wrong: OpeningsDraft = { thing: 'x', space: 'ours', mode: 'window', event: opened };
  assert.equal(wrong.space, 'ours');
});
