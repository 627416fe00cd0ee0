/** The programme: its laws, and the examples that explain them. Noor (a) walks a path; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createWorld, flipped, noonMs, same, testLaws, type World } from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import { wallToUtcMs } from '../time.ts';
import type { ProgrammeCommand } from './decide.ts';
import { drawLimits, drawOne } from './draw.ts';
import { type ProgrammeDraft, type ProgrammeEvent, pathStages, shareStep } from './events.ts';
import type { Path, Programme, Suggestion } from './fold.ts';
import {
  currentPath,
  dayKind,
  idsToDrawAmong,
  isWelcome,
  pathStanding,
  programme,
  sharedStepOf,
  suggestionsByDate,
  suggestionToday,
  wantsDraw,
} from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;

const stage = fc.constantFrom(...pathStages);
const seed = fc.integer({ min: 0, max: drawLimits.seedCount - 1 });
const ids = fc.uniqueArray(fc.constantFrom('check-in', 'noticing', 'presence', 'two-views'), { minLength: 1 });
const choices = ids.map((all) => all.map((practice, at) => ({ practice, weight: at + 1 })));
const offered: fc.Arbitrary<ProgrammeEvent> = fc
  .record({ date: fc.constantFrom('2026-11-22', '2026-11-23'), stage, choices, seed })
  .map((drawn) => ({ kind: 'programme/own-offered', ...drawn, ...drawOne(drawn.choices, drawn.seed)! }));
const event: fc.Arbitrary<ProgrammeEvent> = fc.oneof(
  fc.record({ kind: fc.constant('programme/own-began' as const), isTogether: fc.boolean(), stage }),
  fc.record({ kind: fc.constant('programme/own-chose-company' as const), isTogether: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'programme/own-went-on' as const,
      'programme/own-went-back' as const,
      'programme/own-joined' as const,
    ),
    to: stage,
  }),
  fc.record({
    kind: fc.constantFrom('programme/own-rests' as const, 'programme/own-away' as const),
    untilMs: fc.option(fc.integer({ min: 0, max: noonMs + day })),
  }),
  offered,
  fc.record({ kind: fc.constant('programme/shared-step' as const), stage }),
  fc.constantFrom<ProgrammeEvent>(
    { kind: 'programme/own-resumed' },
    { kind: 'programme/own-ended' },
    { kind: 'programme/own-put-by' },
    { kind: 'programme/step-withdrawn' },
  ),
);

const practice = fc.constant('programme' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constantFrom('begin' as const, 'choose-company' as const),
      isTogether: fc.boolean(),
    }),
    fc.record({
      practice,
      type: fc.constantFrom('rest' as const, 'be-away' as const),
      until: fc.constantFrom(null, '2026-11-22', '2026-11-25', '2028-01-01', 'nonsense'),
    }),
    fc.record({ practice, type: fc.constant('draw' as const), choices, seed }),
    fc.record({
      practice,
      type: fc.constantFrom(
        'go-on' as const,
        'go-on' as const,
        'go-back' as const,
        'join' as const,
        'resume' as const,
        'end' as const,
        'put-by' as const,
        'share-step' as const,
        'share-step' as const,
        'withdraw-step' as const,
      ),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): ProgrammeCommand =>
        ({ thing, ...given }) as ProgrammeCommand,
  );

testLaws({
  practice: programme,
  event,
  spaceByKind: {
    'programme/own-began': 'mine',
    'programme/own-went-on': 'mine',
    'programme/own-went-back': 'mine',
    'programme/own-joined': 'mine',
    'programme/own-chose-company': 'mine',
    'programme/own-rests': 'mine',
    'programme/own-away': 'mine',
    'programme/own-resumed': 'mine',
    'programme/own-ended': 'mine',
    'programme/own-offered': 'mine',
    'programme/own-put-by': 'mine',
    'programme/shared-step': 'ours',
    'programme/step-withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const one = thing as Programme;
    if (one.type !== 'shared') return undefined;
    return { by: side === 'a' ? one.by : flipped(one.by), stage: one.stage, atMs: one.atMs };
  },
});

const lisbon = 'Europe/Lisbon';
const thingsIn = (world: World, side: 'a' | 'b' = 'a'): ReadonlyMap<ThingId, Programme> =>
  thingsOf(world[side].state.thingsByPractice, programme);
const pathOf = (world: World, side: 'a' | 'b' = 'a'): Path => {
  const path = currentPath(thingsIn(world, side));
  assert(path !== null);
  return path;
};
type Given = ProgrammeCommand extends infer One
  ? One extends ProgrammeCommand
    ? Omit<One, 'practice'>
    : never
  : never;
/** Gives a command, lets a little time pass, and brings it to the other. */
const give = (world: World, by: 'a' | 'b', given: Given, isPaired = true): string => {
  const result = world.give(by, { practice: 'programme', ...given }, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const begin = (world: World, isTogether = false, by: 'a' | 'b' = 'a'): string =>
  give(world, by, { type: 'begin', isTogether });
type Plain = 'go-on' | 'go-back' | 'resume' | 'end' | 'share-step' | 'withdraw-step';
const say = (world: World, type: Plain, by: 'a' | 'b' = 'a'): string => give(world, by, { type });
const pause = (world: World, type: 'rest' | 'be-away', until: string | null): string =>
  give(world, 'a', { type, until });
const three = ['check-in', 'noticing', 'presence'].map((id) => ({ practice: id, weight: 1 }));
const draw = (world: World, lot: number, among: readonly { practice: string; weight: number }[] = three): string =>
  give(world, 'a', { type: 'draw', choices: among, seed: lot });
const today = (world: World): Suggestion | null => suggestionToday(thingsIn(world), pathOf(world), world.nowMs, lisbon);

test('six steps and a rhythm, one after the other, and back', () => {
  const world = createWorld([programme]);
  assert.equal(say(world, 'go-on'), 'programme.refusal.not-begun');
  const path = begin(world);
  assert.equal(begin(world), 'programme.refusal.already-begun');
  assert.equal(say(world, 'go-back'), 'programme.refusal.no-previous');
  for (const next of pathStages.slice(1)) {
    assert.equal(say(world, 'go-on'), path);
    assert.equal(pathOf(world).stage, next);
  }
  assert.equal(say(world, 'go-on'), 'programme.refusal.no-next');
  say(world, 'go-back');
  assert.equal(pathOf(world).stage, 'empathy');
});

test('on two phones of mine that say “next” at once, it is one step on', () => {
  const world = createWorld([programme]);
  const path = begin(world);
  const went = { kind: 'programme/own-went-on', to: 'turn-toward' } as const;
  const at = { thing: path, space: 'mine', who: 'me', atMs: world.nowMs, atCount: 0, seal: 'open' } as const;
  const born = { kind: 'programme/own-began', isTogether: false, stage: 'aware' } as const;
  const folded = programme.fold([
    { ...at, event: born, entry: 'a', device: 'aa', seq: 1 },
    { ...at, event: went, entry: 'b', device: 'aa', seq: 2 },
    { ...at, event: went, entry: 'c', device: 'bb', seq: 1 },
  ]);
  assert.equal(folded?.type === 'path' && folded.stage, 'turn-toward');
});

test('time alone changes nothing, and nothing in a path could count', () => {
  const world = createWorld([programme]);
  begin(world);
  const before = pathOf(world);
  world.nowMs += 400 * day;
  same(pathOf(world), before);
  assert.equal(pathStanding(before, world.nowMs), 'walking');
  same(Object.keys(before).sort(), ['id', 'isEnded', 'isTogether', 'pause', 'resumedAtMs', 'stage', 'type']);
});

test('what was suggested, taken up or left makes no difference to the path, and leaves the same mark', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(seed, fc.boolean()), { maxLength: 20 }), (days) => {
      const world = createWorld([programme]);
      begin(world);
      const before = pathOf(world);
      for (const [lot, isPutBy] of days) {
        const thing = draw(world, lot);
        if (isPutBy) give(world, 'a', { type: 'put-by', thing });
        world.nowMs += day;
      }
      same(pathOf(world), before);
      assert.equal(suggestionsByDate(thingsIn(world)).size, days.length);
    }),
    { numRuns: 50 },
  );
  const world = createWorld([programme]);
  begin(world);
  const thing = draw(world, 0);
  give(world, 'a', { type: 'put-by', thing });
  assert.equal(today(world)?.isPutBy, true);
  assert.equal(give(world, 'a', { type: 'put-by', thing }), 'nothing');
  same(world.drafts.at(-1)?.draft.event, { kind: 'programme/own-put-by' });
});

test('a suggestion stands for its day, is drawn once, and keeps its true probability', () => {
  const world = createWorld([programme]);
  assert.equal(draw(world, 0), 'programme.refusal.not-begun');
  begin(world);
  assert.equal(wantsDraw(thingsIn(world), pathOf(world), world.nowMs, lisbon), true);
  const lot = drawLimits.seedCount - 1;
  const among = [
    { practice: 'check-in', weight: 1 },
    { practice: 'noticing', weight: 3 },
  ];
  draw(world, lot, among);
  const drawn = today(world);
  assert(drawn !== null);
  same([drawn.practice, drawn.probability, drawn.seed, drawn.choices], ['noticing', { weight: 3, of: 4 }, lot, among]);
  same(drawOne(drawn.choices, drawn.seed), { practice: drawn.practice, probability: drawn.probability });
  assert.equal(draw(world, 0), 'programme.refusal.drawn-already');
  assert.equal(wantsDraw(thingsIn(world), pathOf(world), world.nowMs, lisbon), false);
  world.nowMs += 8 * hour;
  same(today(world), drawn);
  world.nowMs += 5 * hour; // past midnight
  assert.equal(today(world), null);
  assert.notEqual(draw(world, 0), 'programme.refusal.drawn-already');
});

test('however often it is asked for and wherever, at most one suggestion stands a day', () => {
  const step = fc.record({
    waitMs: fc.constantFrom(1, 20 * 60_000, 7 * hour, 26 * hour),
    type: fc.constantFrom('draw' as const, 'draw' as const, 'go-on' as const, 'go-back' as const, 'resume' as const),
    lot: seed,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = createWorld([programme]);
      begin(world);
      for (const { waitMs, type, lot } of steps) {
        world.nowMs += waitMs;
        give(world, 'a', { type, choices: three, seed: lot });
      }
      const drawn = [...thingsIn(world).values()].filter((one) => one.type === 'suggestion');
      assert.equal(new Set(drawn.map(({ date }) => date)).size, drawn.length);
      // The same by the clock on the wall, not only by what it says of itself. Lisbon keeps UTC in winter.
      for (const { atMs, date } of drawn) assert.equal(Math.floor(atMs / day) * day, wallToUtcMs(date, '00:00'));
    }),
    { numRuns: 100 },
  );
});

test('two devices that drew before they met show one suggestion: the first', () => {
  const drawnAt = (id: string, atMs: number): readonly [ThingId, Programme] => {
    const drawing = { kind: 'programme/own-offered', date: '2026-11-22', stage: 'aware', choices: three } as const;
    const one = { ...drawing, seed: 0, practice: id, probability: { weight: 1, of: 3 } } as const;
    const thing = atMs.toString(16).padStart(32, '0');
    const place = { entry: id, space: 'mine', who: 'me', device: 'aa', seq: 1, atCount: 0, seal: 'open' } as const;
    const folded = programme.fold([{ ...place, thing, atMs, event: one }]);
    assert(folded !== null);
    return [thing, folded];
  };
  const [one, other] = [drawnAt('noticing', noonMs + 5), drawnAt('check-in', noonMs + 2)];
  for (const things of [new Map([one, other]), new Map([other, one])])
    assert.equal(suggestionsByDate(things).get('2026-11-22')?.practice, 'check-in');
});

test('whoever goes on is asked for nothing more that day', () => {
  const world = createWorld([programme]);
  begin(world);
  draw(world, 0);
  say(world, 'go-on');
  assert.equal(today(world), null);
  assert.equal(draw(world, 0), 'programme.refusal.drawn-already');
  say(world, 'go-back');
  assert.equal(today(world)?.practice, 'check-in');
});

test('nothing comes twice in a row where there is something else', () => {
  const world = createWorld([programme]);
  begin(world);
  same(idsToDrawAmong(thingsIn(world), ['check-in', 'noticing', 'presence']), ['check-in', 'noticing', 'presence']);
  draw(world, 0);
  same(idsToDrawAmong(thingsIn(world), ['check-in', 'noticing', 'presence']), ['noticing', 'presence']);
  same(idsToDrawAmong(thingsIn(world), ['check-in', 'noticing']), ['check-in', 'noticing']);
  same(idsToDrawAmong(thingsIn(world), ['check-in']), ['check-in']);
});

test('a draw out of nothing, or of the same twice, is none', () => {
  const world = createWorld([programme]);
  begin(world);
  const none = 'programme.refusal.no-choice';
  assert.equal(draw(world, 0, []), none);
  assert.equal(draw(world, -1), none);
  assert.equal(draw(world, 0, [...three, ...three]), none);
  assert.equal(draw(world, 0, [{ practice: 'Not an id', weight: 1 }]), none);
  assert.equal(draw(world, 0, [{ practice: 'check-in', weight: drawLimits.weightsMax + 1 }]), none);
});

test('resting asks for nothing, and coming back is welcomed on its day', () => {
  const world = createWorld([programme]);
  begin(world);
  pause(world, 'rest', '2026-11-25');
  same(pathOf(world).pause, { why: 'rest', untilMs: Date.UTC(2026, 10, 25) });
  assert.equal(pathStanding(pathOf(world), world.nowMs), 'resting');
  assert.equal(draw(world, 0), 'programme.refusal.at-rest');
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), false);

  world.nowMs += 30 * day; // later than was said, and nobody says so
  assert.equal(pathStanding(pathOf(world), world.nowMs), 'back');
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), true);
  assert.equal(draw(world, 0), 'programme.refusal.at-rest');
  say(world, 'resume');
  assert.equal(pathStanding(pathOf(world), world.nowMs), 'walking');
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), true);
  assert.equal(pathOf(world).stage, 'aware');
  draw(world, 0);
  world.nowMs += day;
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), false);
  assert.equal(say(world, 'resume'), 'nothing');
});

test('away without a day goes on until I say that I am back', () => {
  const world = createWorld([programme]);
  begin(world);
  pause(world, 'be-away', null);
  world.nowMs += 300 * day;
  assert.equal(pathStanding(pathOf(world), world.nowMs), 'away');
  say(world, 'resume');
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), true);
});

test('a day to come back lies ahead, and not years ahead', () => {
  const world = createWorld([programme]);
  begin(world);
  assert.equal(pause(world, 'rest', '2026-02-30'), 'programme.refusal.no-date');
  assert.equal(pause(world, 'rest', '2026-11-22'), 'programme.refusal.already-past');
  assert.equal(pause(world, 'be-away', '2028-11-22'), 'programme.refusal.too-far');
  assert.equal(pathOf(world).pause, null);
});

test('going anywhere is being back, without a welcome that nobody needs', () => {
  const world = createWorld([programme]);
  begin(world);
  pause(world, 'rest', null);
  say(world, 'go-on');
  assert.equal(pathStanding(pathOf(world), world.nowMs), 'walking');
  assert.equal(isWelcome(pathOf(world), world.nowMs, lisbon), false);
});

test('put away is put away on all my devices, and another path may begin', () => {
  const world = createWorld([programme]);
  const first = begin(world);
  say(world, 'go-on');
  say(world, 'end');
  assert.equal(currentPath(thingsIn(world)), null);
  const second = begin(world, true);
  assert.notEqual(second, first);
  same([pathOf(world).stage, pathOf(world).isTogether], ['aware', true]);
});

test('the rhythm: something small on two evenings, something longer at the weekend, nothing in between', () => {
  const kinds = ['22', '23', '24', '25', '26', '27', '28'].map((date) => dayKind('rhythm', `2026-11-${date}`));
  same(kinds, ['longer', 'none', 'small', 'none', 'small', 'none', 'longer']);
  assert.equal(dayKind('aware', '2026-11-23'), 'step');
  assert.equal(dayKind('rhythm', '1970-01-01'), 'small');
});

test('in the rhythm a weekend has one suggestion, and a free day has none', () => {
  const world = createWorld([programme]);
  begin(world);
  for (const _ of pathStages.slice(1)) say(world, 'go-on');
  world.nowMs += day; // Monday
  assert.equal(draw(world, 0), 'programme.refusal.free-day');
  assert.equal(wantsDraw(thingsIn(world), pathOf(world), world.nowMs, lisbon), false);
  world.nowMs += 5 * day; // Saturday
  const drawn = draw(world, 0);
  world.nowMs += day;
  assert.equal(today(world)?.id, drawn);
  assert.equal(draw(world, 0), 'programme.refusal.drawn-already');
  world.nowMs += day;
  assert.equal(today(world), null);
});

test('where I am is told by one clear act, after the window, and nothing else of the path', () => {
  const world = createWorld([programme]);
  begin(world);
  say(world, 'go-on');
  assert.equal(give(world, 'a', { type: 'share-step' }, false), 'programme.refusal.alone');
  assert.equal(world.b.state.thingsByPractice.size, 0);
  const thing = say(world, 'share-step');
  same(world.drafts.at(-1)?.draft, {
    thing,
    space: 'ours',
    mode: 'window',
    event: { kind: 'programme/shared-step', stage: 'turn-toward' },
  });
  assert.notEqual(thing, pathOf(world).id);
  same([...thingsIn(world, 'b').keys()], [thing]);
  assert.equal(sharedStepOf(thingsIn(world, 'b'), 'partner')?.stage, 'turn-toward');
  assert.equal(say(world, 'share-step'), 'programme.refusal.already-shared');

  say(world, 'go-on');
  pause(world, 'rest', null);
  assert.equal(sharedStepOf(thingsIn(world, 'b'), 'partner')?.stage, 'turn-toward');
  assert.equal(say(world, 'share-step'), thing);
  assert.equal(sharedStepOf(thingsIn(world, 'b'), 'partner')?.stage, 'tolerate');
});

test('it is taken back at any time, on both sides, also after the path was put away', () => {
  const world = createWorld([programme]);
  begin(world);
  assert.equal(say(world, 'withdraw-step'), 'programme.refusal.not-shared');
  say(world, 'share-step');
  say(world, 'end');
  say(world, 'withdraw-step');
  same(world.drafts.at(-1)?.draft.mode, 'at-once');
  for (const [side, who] of [
    ['a', 'me'],
    ['b', 'partner'],
  ] as const)
    assert.equal(sharedStepOf(thingsIn(world, side), who)?.stage, null);
  assert.equal(say(world, 'withdraw-step'), 'programme.refusal.not-shared');
});

test('walking it together begins or moves my own path, and tells the other nothing', () => {
  const world = createWorld([programme]);
  begin(world, false, 'a');
  say(world, 'go-on');
  const thing = say(world, 'share-step');
  const written = world.drafts.length;
  assert.equal(give(world, 'a', { type: 'join', thing }), 'programme.refusal.not-there');
  give(world, 'b', { type: 'join', thing });
  same([pathOf(world, 'b').stage, pathOf(world, 'b').isTogether], ['turn-toward', true]);
  say(world, 'go-back', 'b');
  give(world, 'b', { type: 'choose-company', isTogether: false });
  give(world, 'b', { type: 'join', thing });
  same([pathOf(world, 'b').stage, pathOf(world, 'b').isTogether], ['turn-toward', true]);
  same([...new Set(world.drafts.slice(written).map(({ draft }) => draft.space))], ['mine']);
  same(pathOf(world, 'a').isTogether, false);
  say(world, 'withdraw-step');
  assert.equal(give(world, 'b', { type: 'join', thing }), 'programme.refusal.not-there');
});

test('whatever the partner writes, my path, my suggestions and my own word stay as they are', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), (forged) => {
      const world = createWorld([programme]);
      begin(world);
      draw(world, 7);
      say(world, 'share-step');
      const own = () => [...thingsIn(world)].filter(([, one]) => one.type !== 'shared' || one.by === 'me');
      const before = own();
      for (const bad of forged)
        for (const [thing] of before) world.forge('b', thing, { kind: bad.kind, body: programme.toBody(bad) });
      world.deliver('a');
      same(own(), before);
    }),
    { numRuns: 100 },
  );
});

test('at hand stay the path, a word that stands, and a suggestion for its days', () => {
  const world = createWorld([programme]);
  begin(world);
  draw(world, 0);
  say(world, 'share-step');
  const open = (atMs: number) => [...thingsIn(world).values()].filter((one) => programme.isOpen(one, atMs));
  same(
    open(world.nowMs)
      .map(({ type }) => type)
      .sort(),
    ['path', 'shared', 'suggestion'],
  );
  same(
    open(world.nowMs + 300 * day)
      .map(({ type }) => type)
      .sort(),
    ['path', 'shared'],
  );
  say(world, 'end');
  say(world, 'withdraw-step');
  same(open(world.nowMs + 300 * day), []);
});

test('the compiler keeps a path out of ours', () => {
  const thing = '0'.repeat(32);
  const began = { kind: 'programme/own-began', isTogether: true, stage: 'aware' } as const;
  // @ts-expect-error a path has no draft into ours
  const leak: ProgrammeDraft = { thing, space: 'ours', mode: 'window', event: began };
  const fine: ProgrammeDraft = { thing, space: 'ours', mode: 'window', event: shareStep(began) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
  same(fine.event, { kind: 'programme/shared-step', stage: 'aware' });
});
