/** Good news: its laws, and the examples that explain them. Noor (a) tells; Sam (b) hears it, and may be anyone. */
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
import type { GoodNewsCommand } from './decide.ts';
import { type GoodNewsDraft, type GoodNewsEvent, shareGoodNews } from './events.ts';
import type { GoodNews } from './fold.ts';
import { asksMe, canBeAskedAbout, canBeClosed, goodNews, goodNewsNewestFirst, questionsFor } from './index.ts';

const event: fc.Arbitrary<GoodNewsEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('good-news/told' as const, 'good-news/own-told' as const),
    happened: wordsOf(20),
    means: cleanOf(20),
  }),
  fc.record({ kind: fc.constant('good-news/asked' as const), question: wordsOf(20) }),
  fc.record({
    kind: fc.constantFrom('good-news/answered' as const, 'good-news/closed' as const),
    words: wordsOf(20),
  }),
  fc.record({
    kind: fc.constantFrom(
      'good-news/withdrawn' as const,
      'good-news/own-forgotten' as const,
      'good-news/own-set-aside' as const,
    ),
  }),
);

const practice = fc.constant('good-news' as const);
const typed = { happened: fc.oneof(anyText, wordsOf(20)), means: anyText };
const question = fc.oneof(
  anyText,
  anyText.map((text) => `${text} How was it?`),
);
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('tell' as const), ...typed }),
    fc.record({ practice, type: fc.constant('keep' as const), isNew: fc.boolean(), ...typed }),
    fc.record({ practice, type: fc.constant('ask' as const), question }),
    fc.record({ practice, type: fc.constantFrom('answer' as const, 'close' as const), words: wordsOf(20) }),
    fc.record({
      practice,
      type: fc.constantFrom('share' as const, 'withdraw' as const, 'forget' as const, 'set-aside' as const),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): GoodNewsCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as GoodNewsCommand,
  );

testLaws({
  practice: goodNews,
  event,
  spaceByKind: {
    'good-news/told': 'ours',
    'good-news/asked': 'ours',
    'good-news/answered': 'ours',
    'good-news/closed': 'ours',
    'good-news/withdrawn': 'ours',
    'good-news/own-told': 'mine',
    'good-news/own-forgotten': 'mine',
    'good-news/own-set-aside': 'mine',
  },
  command,
  shared: (thing, side) => {
    const { teller, standing, words, toldAtMs, question: asked, answer, warm } = thing as GoodNews;
    if (standing === 'mine') return undefined;
    const by = side === 'a' ? teller : flipped(teller);
    return { by, standing, words: standing === 'ours' ? words : null, toldAtMs, asked, answer, warm };
  },
});

const newsOf = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, goodNews);
const one = (world: World, side: 'a' | 'b', thing: ThingId): GoodNews => {
  const found = newsOf(world, side).get(thing);
  assert(found !== undefined);
  return found;
};
/** Gives a command, lets a little time pass, and brings it to the other. */
const give = (world: World, by: 'a' | 'b', given: GoodNewsCommand, isPaired = true): string | ThingId => {
  const result = world.give(by, given, isPaired);
  world.nowMs += 1000;
  world.deliver('a');
  world.deliver('b');
  return typeof result === 'string' ? result : (result[0] ?? 'nothing');
};
const words = { happened: 'The seeds came up.', means: 'I had almost given up on them.' };
const tell = (world: World): ThingId => give(world, 'a', { practice: 'good-news', type: 'tell', ...words });
const on = (thing: ThingId) =>
  ({
    share: { practice: 'good-news', type: 'share', thing },
    ask: { practice: 'good-news', type: 'ask', thing, question: 'How did you find out?' },
    answer: { practice: 'good-news', type: 'answer', thing, words: 'I only went to water the beans.' },
    close: { practice: 'good-news', type: 'close', thing, words: 'I like to see you like that.' },
    withdraw: { practice: 'good-news', type: 'withdraw', thing },
    forget: { practice: 'good-news', type: 'forget', thing },
    setAside: { practice: 'good-news', type: 'set-aside', thing },
  }) as const;

test('news, a question, an answer, a warm line: each from the one whose turn it is, and each optional', () => {
  const world = createWorld([goodNews]);
  const thing = tell(world);
  const { ask, answer, close } = on(thing);
  same(one(world, 'b', thing).words, words);
  assert(canBeAskedAbout(one(world, 'b', thing)));
  assert.equal(give(world, 'a', ask), 'good-news.refusal.not-yours');
  assert.equal(give(world, 'a', answer), 'good-news.refusal.no-question-yet');
  assert.equal(give(world, 'b', close), 'good-news.refusal.no-question-yet');
  give(world, 'b', ask);
  assert(asksMe(one(world, 'a', thing)) && !canBeAskedAbout(one(world, 'b', thing)));
  assert.equal(give(world, 'b', answer), 'good-news.refusal.not-yours');
  give(world, 'a', answer);
  assert(canBeClosed(one(world, 'b', thing)) && !asksMe(one(world, 'a', thing)));
  give(world, 'b', close);
  const done = one(world, 'a', thing);
  same(
    [done.question?.text, done.answer?.words, done.warm?.words],
    ['How did you find out?', 'I only went to water the beans.', 'I like to see you like that.'],
  );
  assert.equal(goodNews.isOpen(done, world.nowMs), false);
  assert.equal(give(world, 'b', close), 'good-news.refusal.already-closed');
  assert.equal(give(world, 'a', answer), 'good-news.refusal.already-answered');
  same(
    [...new Set(world.drafts.filter(({ draft }) => draft.space === 'ours').map(({ draft }) => draft.mode))],
    ['window'],
  );
});

test('a warm line may follow an answer that was given in person', () => {
  const world = createWorld([goodNews]);
  const thing = tell(world);
  give(world, 'b', on(thing).ask);
  assert.equal(give(world, 'b', on(thing).close), thing);
  assert.equal(asksMe(one(world, 'a', thing)), false);
});

test('there is one question, and it ends as a question', () => {
  const world = createWorld([goodNews]);
  const thing = tell(world);
  const { ask } = on(thing);
  assert.equal(give(world, 'b', { ...ask, question: 'Nice.' }), 'good-news.refusal.asks-nothing');
  assert.equal(give(world, 'b', { ...ask, question: '' }), 'good-news.refusal.asks-nothing');
  assert.equal(give(world, 'b', { ...ask, question: `${'x'.repeat(280)}?` }), 'good-news.refusal.question-too-long');
  give(world, 'b', ask);
  assert.equal(give(world, 'b', { ...ask, question: 'And then?' }), 'good-news.refusal.already-asked');
});

test('a good thing of my own stays mine until one act shares it', () => {
  const world = createWorld([goodNews]);
  assert.equal(give(world, 'a', { practice: 'good-news', type: 'tell', ...words }, false), 'good-news.refusal.alone');
  const thing = give(world, 'a', { practice: 'good-news', type: 'keep', thing: null, ...words }, false);
  give(
    world,
    'a',
    { practice: 'good-news', type: 'keep', thing, happened: 'All the seeds came up.', means: '' },
    false,
  );
  assert.equal(one(world, 'a', thing).words?.happened, 'All the seeds came up.');
  assert.equal(newsOf(world, 'b').size, 0);
  assert.equal(give(world, 'a', on(thing).share, false), 'good-news.refusal.alone');
  give(world, 'a', on(thing).share);
  same(one(world, 'b', thing).words, { happened: 'All the seeds came up.', means: '' });
  for (const again of [on(thing).share, { practice: 'good-news', type: 'keep', thing, ...words } as const])
    assert.equal(give(world, 'a', again), 'good-news.refusal.already-shared');
  assert.equal(give(world, 'a', on(thing).forget), 'good-news.refusal.still-shared');
});

test('deleting a good thing leaves nothing of it, and news held back in its window is still mine', () => {
  const world = createWorld([goodNews]);
  const thing = give(world, 'a', { practice: 'good-news', type: 'keep', thing: null, ...words });
  give(world, 'a', on(thing).forget);
  assert.equal(newsOf(world, 'a').has(thing), false);
  tell(world);
  same(
    world.drafts.slice(-2).map(({ draft }) => [draft.event.kind, draft.space]),
    [
      ['good-news/own-told', 'mine'],
      ['good-news/told', 'ours'],
    ],
  );
});

test('what is taken back leaves a mark for both, and my own copy for me', () => {
  const world = createWorld([goodNews]);
  const thing = tell(world);
  give(world, 'b', on(thing).ask);
  give(world, 'a', on(thing).answer);
  give(world, 'a', on(thing).withdraw);
  const [mine, theirs] = [one(world, 'a', thing), one(world, 'b', thing)];
  same([theirs.standing, theirs.words, theirs.question, theirs.answer], ['withdrawn', null, null, null]);
  same([mine.standing, mine.words, mine.answer], ['withdrawn', words, null]);
  assert.equal(give(world, 'b', on(thing).close), 'good-news.refusal.withdrawn');
  assert.equal(give(world, 'a', on(thing).answer), 'good-news.refusal.not-shared');
  give(world, 'a', on(thing).forget);
  assert.equal(one(world, 'a', thing).words, null);
});

test('leaving it for now is known to the one who left it, and to nobody else', () => {
  const [quiet, silent] = [createWorld([goodNews]), createWorld([goodNews])];
  const things = [quiet, silent].map(tell);
  give(quiet, 'b', on(things[0]!).setAside);
  assert.equal(canBeAskedAbout(one(quiet, 'b', things[0]!)), false);
  same(quiet.a.state, silent.a.state);
  assert.equal(give(quiet, 'b', on(things[0]!).ask), things[0]); // and may still ask
});

test('what is empty, too long or not there is refused with a reason', () => {
  const world = createWorld([goodNews]);
  const long = 'x'.repeat(1001);
  const thing = tell(world);
  const told = { practice: 'good-news', type: 'tell' } as const;
  const refusals: readonly (readonly [string, string])[] = [
    ['nothing-happened', give(world, 'a', { ...told, happened: ' ', means: 'much' })],
    ['words-too-long', give(world, 'a', { ...told, happened: 'x', means: long })],
    ['not-there', give(world, 'a', on('f'.repeat(32)).withdraw)],
    ['not-yours', give(world, 'b', on(thing).withdraw)],
    ['not-yours', give(world, 'a', on(thing).setAside)],
  ];
  give(world, 'b', on(thing).ask);
  const late: readonly (readonly [string, string])[] = [
    ['no-words', give(world, 'a', { ...on(thing).answer, words: '' })],
    ['words-too-long', give(world, 'b', { ...on(thing).close, words: long })],
  ];
  for (const [reason, given] of [...refusals, ...late]) assert.equal(given, `good-news.refusal.${reason}`);
});

test('nothing that is only mine is ever drafted into ours', () => {
  const secret = 'canary';
  const step = fc.record({ by: fc.constantFrom('a' as const, 'b' as const), command, nth: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const world = createWorld([goodNews]);
      for (const { by, command: toCommand, nth } of steps) {
        const things = [...newsOf(world, by).keys()];
        const given = toCommand(things[nth % Math.max(1, things.length)] ?? '');
        if (given.type === 'share') continue; // the one act that shares what was mine
        const marked: GoodNewsCommand = given.type === 'keep' ? { ...given, happened: secret, means: secret } : given;
        world.give(by, marked);
        world.deliver(by === 'a' ? 'b' : 'a');
        world.nowMs += 1000;
      }
      for (const { draft } of world.drafts)
        if (draft.space === 'ours')
          assert.equal(jsonToText(goodNews.toBody(draft.event as GoodNewsEvent)).includes(secret), false);
    }),
    { numRuns: 200 },
  );
});

test('a partner can ask about my news and close, and nothing else', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.boolean(), (forged, isTold) => {
      const world = createWorld([goodNews]);
      const thing = isTold
        ? tell(world)
        : give(world, 'a', { practice: 'good-news', type: 'keep', thing: null, ...words });
      const { question: _q, warm: _w, ...before } = one(world, 'a', thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: goodNews.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { question: asked, warm, ...after } = one(world, 'a', thing);
      same(after, before);
      if (!isTold) same([asked, warm], [null, null]);
    }),
    { numRuns: 200 },
  );
});

test('the three questions follow from the id: the same for the same news, one of each group', () => {
  const groups = [
    ['a0', 'a1', 'a2', 'a3'],
    ['b0', 'b1', 'b2'],
    ['c0', 'c1', 'c2', 'c3', 'c4'],
  ];
  const id = fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 20, maxLength: 20 })
    .map((letters) => noonMs.toString(16).padStart(12, '0') + letters.join(''));
  const seen = new Set<string>();
  fc.assert(
    fc.property(id, (thing) => {
      const three = questionsFor(thing, groups);
      same(three, questionsFor(thing, groups));
      same(
        three.map((text) => text[0]),
        ['a', 'b', 'c'],
      );
      for (const text of three) seen.add(text);
    }),
    { numRuns: 300 },
  );
  assert.equal(seen.size, groups.flat().length);
  same(questionsFor('short', groups), ['a0', 'b0', 'c0']);
  same(questionsFor(thingId(noonMs, 1), [[]]), []);
});

test('nothing answers a question that was not asked, and of two phones at once the first word stands', () => {
  const world = createWorld([goodNews]);
  const thing = tell(world);
  const say = (by: 'a' | 'b', kind: string, body: Readonly<Record<string, string>>): void => {
    world.forge(by, thing, { kind, body });
    world.nowMs += 1;
  };
  say('a', 'good-news/answered', { words: 'unasked' });
  say('b', 'good-news/closed', { words: 'unasked' });
  for (const side of ['a', 'b'] as const) {
    world.deliver(side);
    same([one(world, side, thing).answer, one(world, side, thing).warm], [null, null]);
  }
  for (const nth of ['first', 'second']) {
    say('b', 'good-news/asked', { question: `${nth}?` });
    say('a', 'good-news/answered', { words: nth });
    say('b', 'good-news/closed', { words: nth });
  }
  for (const side of ['a', 'b'] as const) {
    world.deliver(side);
    const { question: asked, answer, warm } = one(world, side, thing);
    same([asked?.text, answer?.words, warm?.words], ['first?', 'first', 'first']);
  }
});

test('lists are latest first', () => {
  const world = createWorld([goodNews]);
  const [first, second] = [tell(world), tell(world)];
  same(
    goodNewsNewestFirst(newsOf(world, 'b')).map(({ id }) => id),
    [second, first],
  );
});

test('the compiler keeps a good thing of my own out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'good-news/own-told', ...words } as const;
  // @ts-expect-error a good thing that is mine has no draft into ours
  const leak: GoodNewsDraft = { thing, space: 'ours', mode: 'window', event: own };
  const fine: GoodNewsDraft = { thing, space: 'ours', mode: 'window', event: shareGoodNews(own) };
  const drafts: readonly Draft[] = [leak, fine];
  assert.equal(drafts.length, 2);
});
