/** Open questions: their laws, and the examples that explain them. Noor (a) asks; Sam (b) may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import { anyText, createWorld, noonMs, same, testLaws, type World, wordsOf } from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { QuestionsCommand } from './decide.ts';
import {
  type QuestionDepth,
  type QuestionsDraft,
  type QuestionsEvent,
  questionDepths,
  questionTopics,
  shareWrittenAnswer,
} from './events.ts';
import type { MapEntry, OpenQuestion, SharedQuestion } from './fold.ts';
import {
  deckState,
  isReturning,
  letGoEntries,
  mapGroups,
  openQuestions,
  ownQuestions,
  returningEntry,
  sharedQuestions,
  usesByToday,
} from './index.ts';

const day = 24 * 3_600_000;

const topic = fc.constantFrom(...questionTopics);
const question = fc.record({ id: fc.constantFrom('kitchen-smell', 'first-hour', null), text: wordsOf(30) });
const event: fc.Arbitrary<QuestionsEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('open-questions/own-learnt' as const, 'open-questions/own-answered' as const),
    topic,
    question,
    words: wordsOf(30),
  }),
  fc.record({
    kind: fc.constantFrom('open-questions/own-changed' as const, 'open-questions/answered' as const),
    words: wordsOf(30),
  }),
  fc.record({ kind: fc.constant('open-questions/asked' as const), topic, question }),
  fc.record({ kind: fc.constant('open-questions/own-question' as const), text: wordsOf(30) }),
  fc.record({
    kind: fc.constant('open-questions/own-used' as const),
    question: fc.constantFrom('kitchen-smell', 'first-hour'),
  }),
  fc.record({ kind: fc.constant('open-questions/own-depth' as const), depth: fc.constantFrom(...questionDepths) }),
  fc.constantFrom<QuestionsEvent>(
    { kind: 'open-questions/own-still-true' },
    { kind: 'open-questions/own-let-go' },
    { kind: 'open-questions/own-forgotten' },
    { kind: 'open-questions/own-set-aside' },
    { kind: 'open-questions/withdrawn' },
    { kind: 'open-questions/question-withdrawn' },
  ),
);

const practice = fc.constant('open-questions' as const);
const asking = fc.oneof(
  anyText,
  wordsOf(30).map((text) => `${text}?`),
);
const typed = {
  topic,
  question: fc.record({ id: fc.constantFrom('kitchen-smell', 'Not an id', null), text: asking }),
  words: fc.oneof(anyText, wordsOf(30)),
};
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('ask' as const), ...typed }),
    fc.record({ practice, type: fc.constant('ask' as const), ...typed }),
    fc.record({
      practice,
      type: fc.constant('note' as const),
      about: fc.constantFrom('me' as const, 'partner' as const),
      ...typed,
    }),
    fc.record({ practice, type: fc.constantFrom('answer' as const, 'change' as const), words: typed.words }),
    fc.record({
      practice,
      type: fc.constantFrom(
        'withdraw-answer' as const,
        'withdraw-question' as const,
        'set-aside' as const,
        'still-true' as const,
        'let-go' as const,
        'forget' as const,
      ),
    }),
    fc.record({ practice, type: fc.constant('keep-question' as const), text: asking }),
    fc.record({ practice, type: fc.constant('use' as const), question: fc.constantFrom('kitchen-smell', '', 'X') }),
    fc.record({
      practice,
      type: fc.constant('choose-depth' as const),
      depth: fc.constantFrom<QuestionDepth>(...questionDepths),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): QuestionsCommand =>
        ({ thing, ...given }) as QuestionsCommand,
  );

testLaws({
  practice: openQuestions,
  event,
  spaceByKind: {
    'open-questions/own-learnt': 'mine',
    'open-questions/own-answered': 'mine',
    'open-questions/own-changed': 'mine',
    'open-questions/own-still-true': 'mine',
    'open-questions/own-let-go': 'mine',
    'open-questions/own-forgotten': 'mine',
    'open-questions/own-question': 'mine',
    'open-questions/own-used': 'mine',
    'open-questions/own-depth': 'mine',
    'open-questions/own-set-aside': 'mine',
    'open-questions/asked': 'ours',
    'open-questions/answered': 'ours',
    'open-questions/withdrawn': 'ours',
    'open-questions/question-withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const seen = thing as OpenQuestion;
    if (seen.type !== 'shared') return undefined;
    const { asker, askedAtMs, topic, question, isWithdrawn, mine, theirs } = seen;
    const [a, b] = side === 'a' ? [mine, theirs] : [theirs, mine];
    return { asker: (asker === 'me') === (side === 'a') ? 'a' : 'b', askedAtMs, topic, question, isWithdrawn, a, b };
  },
});

const put = { id: 'kitchen-smell', text: 'What did your kitchen smell of?' } as const;
const ask: QuestionsCommand = {
  practice: 'open-questions',
  type: 'ask',
  topic: 'childhood',
  question: put,
  words: 'Of cinnamon, and of the dog.',
};
const answer = (thing: ThingId, words = 'Of soup.'): QuestionsCommand => ({
  practice: 'open-questions',
  type: 'answer',
  thing,
  words,
});
const note = (words: string, more: object = {}): QuestionsCommand => ({
  practice: 'open-questions',
  type: 'note',
  about: 'partner',
  topic: 'childhood',
  question: put,
  words,
  ...more,
});
const change = (thing: ThingId, words: string): QuestionsCommand => ({
  practice: 'open-questions',
  type: 'change',
  thing,
  words,
});
const on = (
  type: 'withdraw-answer' | 'withdraw-question' | 'set-aside' | 'still-true' | 'let-go' | 'forget',
  thing: ThingId,
): QuestionsCommand => ({ practice: 'open-questions', type, thing });

/** Gives a command, lets a second pass, and brings to the other what may be brought. The last thing, or the refusal. */
const give = (world: World, by: 'a' | 'b', command: QuestionsCommand, isPaired = true): string | ThingId => {
  const given = world.give(by, command, isPaired);
  world.nowMs += 1000;
  world.deliver(by === 'a' ? 'b' : 'a');
  return typeof given === 'string' ? given : (given.at(-1) ?? 'nothing');
};
const thingsAt = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, openQuestions);
const sharedAt = (world: World, side: 'a' | 'b'): SharedQuestion => {
  const [one] = sharedQuestions(thingsAt(world, side));
  assert(one !== undefined);
  return one;
};
const entryAt = (world: World, thing: ThingId): MapEntry => {
  const one = thingsAt(world, 'a').get(thing);
  assert(one?.type === 'entry');
  return one;
};
const asked = (world: World): ThingId => {
  give(world, 'a', ask);
  return sharedAt(world, 'a').id;
};

test('a question leaves after the window with my answer sealed, and both answers open with each other', () => {
  const world = createWorld([openQuestions]);
  const thing = asked(world);
  same(
    world.drafts.map(({ draft }) => [draft.event.kind, draft.space, draft.mode, draft.exchange]),
    [
      ['open-questions/own-used', 'mine', undefined, undefined],
      ['open-questions/asked', 'ours', 'window', undefined],
      ['open-questions/own-answered', 'mine', undefined, undefined],
      ['open-questions/answered', 'ours', 'sealed', thing],
    ],
  );
  assert.equal(sharedAt(world, 'a').mine?.standing, 'sealed');
  assert.equal(sharedAt(world, 'a').mine?.words, 'Of cinnamon, and of the dog.');
  assert.equal(sharedAt(world, 'b').theirs, null);
  same(sharedAt(world, 'b').question, put);
  give(world, 'b', answer(thing));
  assert.equal(world.drafts.at(-1)?.draft.exchange, thing);
  assert.equal(sharedAt(world, 'a').theirs, null);
  world.open();
  for (const side of ['a', 'b'] as const) world.deliver(side);
  assert.equal(sharedAt(world, 'a').theirs?.words, 'Of soup.');
  assert.equal(sharedAt(world, 'b').theirs?.words, 'Of cinnamon, and of the dog.');
  assert.equal(sharedAt(world, 'b').mine?.standing, 'open');
});

test('my written answer stays on my own map, also when it is taken back', () => {
  const world = createWorld([openQuestions]);
  const thing = asked(world);
  give(world, 'a', on('withdraw-answer', thing));
  assert.equal(sharedAt(world, 'a').mine?.standing, 'withdrawn');
  assert.equal(mapGroups(thingsAt(world, 'a'), 'me')[0]?.entries[0]?.words, 'Of cinnamon, and of the dog.');
  world.open();
  for (const side of ['a', 'b'] as const) world.deliver(side);
  same(sharedAt(world, 'b').theirs, sharedAt(world, 'a').mine);
  assert.equal(sharedAt(world, 'b').theirs?.words, null);
  give(world, 'a', answer(thing, 'Of rain.'));
  assert.equal(sharedAt(world, 'a').mine?.words, 'Of rain.');
});

test('a question that was taken back is not answered any more, and takes my own answer with it', () => {
  const world = createWorld([openQuestions]);
  const thing = asked(world);
  assert.equal(give(world, 'b', on('withdraw-question', thing)), 'open-questions.refusal.not-yours');
  give(world, 'a', on('withdraw-question', thing));
  assert.equal(sharedAt(world, 'b').isWithdrawn, true);
  assert.equal(sharedAt(world, 'b').theirs?.standing, 'withdrawn');
  assert.equal(give(world, 'b', answer(thing)), 'open-questions.refusal.question-withdrawn');
  assert.equal(openQuestions.isOpen(sharedAt(world, 'b'), world.nowMs), false);
});

test('"not now" is known to the one who said it, and to nobody else', () => {
  const [quiet, silent] = [createWorld([openQuestions]), createWorld([openQuestions])];
  const things = [quiet, silent].map(asked);
  give(quiet, 'b', on('set-aside', things[0]!));
  same(quiet.a.state, silent.a.state);
  assert.equal(sharedAt(quiet, 'b').isSetAside, true);
  assert.equal(openQuestions.isOpen(sharedAt(quiet, 'b'), quiet.nowMs), false);
  assert.equal(openQuestions.isOpen(sharedAt(silent, 'b'), silent.nowMs), true);
  give(quiet, 'b', answer(things[0]!)); // and may still answer
  assert.equal(sharedAt(quiet, 'b').mine?.standing, 'sealed');
});

test('a partner can answer what I asked, and nothing else', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  const births = fc.constantFrom<QuestionsCommand>(
    ask,
    note('Of soup.'),
    { practice: 'open-questions', type: 'choose-depth', depth: 'deep' },
    { practice: 'open-questions', type: 'keep-question', text: 'What now?' },
  );
  fc.assert(
    fc.property(hostile, births, (forged, born) => {
      const world = createWorld([openQuestions]);
      give(world, 'a', born);
      const before = thingsAt(world, 'a');
      for (const thing of before.keys())
        for (const [bad, ms] of forged)
          world.forge('b', thing, { kind: bad.kind, body: openQuestions.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const after = thingsAt(world, 'a');
      for (const [thing, one] of before) {
        const seen = after.get(thing);
        same(seen?.type === 'shared' ? { ...seen, theirs: null } : seen, one);
      }
    }),
    { numRuns: 200 },
  );
});

test('what I learnt changes with its earlier words kept, is let go, comes back, and can be deleted', () => {
  const world = createWorld([openQuestions]);
  const thing = give(world, 'a', note('Likes cinnamon.'), false);
  world.nowMs += day;
  give(world, 'a', change(thing, 'Liked cinnamon, as a child.'), false);
  same(entryAt(world, thing).earlier, [{ words: 'Likes cinnamon.', atMs: noonMs }]);
  assert.equal(
    give(world, 'a', change(thing, ' Liked cinnamon, as a child. ')),
    'open-questions.refusal.nothing-changed',
  );
  give(world, 'a', on('let-go', thing), false);
  assert.equal(mapGroups(thingsAt(world, 'a'), 'partner').length, 0);
  assert.equal(letGoEntries(thingsAt(world, 'a'), 'partner').length, 1);
  assert.equal(openQuestions.isOpen(entryAt(world, thing), world.nowMs), false);
  give(world, 'a', on('still-true', thing), false);
  assert.equal(mapGroups(thingsAt(world, 'a'), 'partner')[0]?.entries[0]?.id, thing);
  give(world, 'a', on('forget', thing), false);
  assert.equal(thingsAt(world, 'a').has(thing), false);
  assert.equal(
    world.drafts.every(({ draft }) => draft.space === 'mine'),
    true,
  );
});

test('an entry returns after three, six and twelve months, each time once, and one a day', () => {
  const world = createWorld([openQuestions]);
  const first = give(world, 'a', note('One.'), false);
  const second = give(world, 'a', note('Two.', { question: { id: null, text: 'What else?' } }), false);
  const at = (days: number): number => noonMs + 5000 + days * day;
  const returning = (): ThingId | null => returningEntry(thingsAt(world, 'a'), world.nowMs, 'UTC')?.id ?? null;
  world.nowMs = at(90);
  assert.equal(returning(), null);
  world.nowMs = at(91);
  assert.equal(returning(), first);
  give(world, 'a', on('still-true', first), false);
  assert.equal(returning(), null); // enough for one day
  world.nowMs = at(92);
  assert.equal(returning(), second);
  give(world, 'a', change(second, 'Three.'), false);
  world.nowMs = at(93);
  assert.equal(returning(), null);
  world.nowMs = at(182);
  assert.equal(returning(), first);
  world.nowMs = at(400);
  assert.equal(isReturning(entryAt(world, first), world.nowMs), true);
  give(world, 'a', on('let-go', first), false);
  assert.equal(isReturning(entryAt(world, first), at(800)), false);
  world.nowMs = at(401);
  assert.equal(returning(), second);
});

test('maps: by topic, the topic with the newest words first, newest first within it, each map for itself', () => {
  const world = createWorld([openQuestions]);
  const own = (text: string) => ({ question: { id: null, text } });
  give(world, 'a', note('1', own('A?')));
  give(world, 'a', note('2', { ...own('B?'), topic: 'work' }));
  give(world, 'a', note('3', own('C?')));
  give(world, 'a', note('4', { ...own('D?'), about: 'me' }));
  const shown = (about: 'me' | 'partner') =>
    mapGroups(thingsAt(world, 'a'), about).map(({ topic, entries }) => [topic, entries.map(({ words }) => words)]);
  same(shown('partner'), [
    ['childhood', ['3', '1']],
    ['work', ['2']],
  ]);
  same(shown('me'), [['childhood', ['4']]]);
});

test('the deck: light until something deeper is chosen; one use a day of one question; two decks are read as one', () => {
  const world = createWorld([openQuestions]);
  const deck = () => deckState(thingsAt(world, 'a'));
  assert.equal(deck().depth, 'light');
  give(world, 'a', { practice: 'open-questions', type: 'choose-depth', depth: 'middle' }, false);
  const use: QuestionsCommand = { practice: 'open-questions', type: 'use', question: 'kitchen-smell' };
  give(world, 'a', use, false);
  give(world, 'a', note('One.'), false);
  assert.equal(deck().uses.length, 1);
  assert.equal(usesByToday(deck().uses, world.nowMs, 'UTC').today.length, 1);
  world.nowMs += day;
  assert.equal(usesByToday(deck().uses, world.nowMs, 'UTC').before.length, 1);
  give(world, 'a', use, false);
  assert.equal(deck().uses.length, 2);
  assert.equal([...thingsAt(world, 'a').values()].filter(({ type }) => type === 'deck').length, 1);
  world.nowMs += 20 * day;
  give(world, 'a', use, false);
  assert.equal([...thingsAt(world, 'a').values()].filter(({ type }) => type === 'deck').length, 2);
  assert.equal(deck().uses.length, 3);
  assert.equal(deck().depth, 'middle');
  const other = createWorld([openQuestions]);
  give(other, 'a', use, false);
  const [one] = [...thingsAt(other, 'a').values()].filter(({ type }) => type === 'deck');
  const both = new Map(thingsAt(world, 'a'));
  assert(one?.type === 'deck');
  both.set('0'.repeat(32), { ...one, id: '0'.repeat(32), depth: { depth: 'deep', atMs: world.nowMs + 1 } });
  assert.equal(deckState(both).depth, 'deep');
  assert.equal(deckState(both).uses.length, 4);
});

test('a question of my own is kept, is a question, and can be deleted', () => {
  const world = createWorld([openQuestions]);
  const keep = (text: string): QuestionsCommand => ({ practice: 'open-questions', type: 'keep-question', text });
  assert.equal(give(world, 'a', keep('Tell me.'), false), 'open-questions.refusal.asks-nothing');
  const thing = give(world, 'a', keep(' What was that like? '), false);
  assert.equal(ownQuestions(thingsAt(world, 'a'))[0]?.text, 'What was that like?');
  give(world, 'a', on('forget', thing), false);
  assert.equal(ownQuestions(thingsAt(world, 'a')).length, 0);
});

test('what cannot be is refused with a reason', () => {
  const world = createWorld([openQuestions]);
  const refusals: readonly (readonly [string, string])[] = [
    ['alone', give(world, 'a', ask, false)],
    ['no-words', give(world, 'a', { ...ask, words: ' ' } as QuestionsCommand)],
    ['words-too-long', give(world, 'a', note('x'.repeat(limits.noteCharsMax + 1)))],
    ['asks-nothing', give(world, 'a', note('x', { question: { id: null, text: 'Tell me.' } }))],
    ['question-too-long', give(world, 'a', note('x', { question: { id: null, text: `${'x'.repeat(280)}?` } }))],
    ['no-topic', give(world, 'a', note('x', { topic: 'weather' }))],
    ['not-there', give(world, 'a', note('x', { question: { id: 'Not an id', text: 'What?' } }))],
    ['not-there', give(world, 'a', answer('f'.repeat(32)))],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `open-questions.refusal.${reason}`);
  assert.equal(world.drafts.length, 0);
  const thing = asked(world);
  assert.equal(give(world, 'a', answer(thing)), 'open-questions.refusal.already-answered');
  assert.equal(give(world, 'b', on('withdraw-answer', thing)), 'open-questions.refusal.no-answer');
  assert.equal(give(world, 'a', on('set-aside', thing)), 'open-questions.refusal.not-yours');
  assert.equal(give(world, 'b', answer(thing), false), 'open-questions.refusal.alone');
});

test('while a question waits for its window, nothing else is said on it', () => {
  const world = createWorld([openQuestions]);
  const thing = asked(world);
  const context = { nowMs: noonMs, zone: 'UTC', isPaired: true, newId: () => '', isLeaving: () => true };
  for (const type of ['withdraw-answer', 'withdraw-question'] as const)
    same(openQuestions.decide(thingsAt(world, 'a'), on(type, thing), context), {
      ok: false,
      error: { refusal: 'open-questions.refusal.still-leaving' },
    });
});

test('the compiler keeps my maps out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'open-questions/own-learnt', topic: 'work', question: put, words: 'x' } as const;
  // @ts-expect-error what I learnt has no draft into ours
  const leak: QuestionsDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: QuestionsDraft = { thing, space: 'ours', mode: 'sealed', event: shareWrittenAnswer(own) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
