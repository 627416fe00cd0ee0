/** Empathy: its laws, and the examples that explain them. Sam (b) shared a feeling; Noor (a) answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limits } from '#kernel';
import {
  anyText,
  cleanOf,
  createWorld,
  noonMs,
  same,
  testLaws,
  thingId,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { thingsOf } from '../things.ts';
import type { EmpathyCommand } from './decide.ts';
import { type EmpathyDraft, type EmpathyEvent, landings, mayIReplies, shareAnswer } from './events.ts';
import type { Empathy, EmpathyAnswer, EmpathyAsking } from './fold.ts';
import { canAnswerAnew, empathy, saidToFeeling, wordsToHear } from './index.ts';

const day = 24 * 3_600_000;
const feeling = thingId(noonMs - 1000, 1);
const otherFeeling = thingId(noonMs - 1000, 2);

const to = fc.constantFrom(feeling, otherFeeling);
const event: fc.Arbitrary<EmpathyEvent> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'empathy/own-written' as const,
      'empathy/own-kept' as const,
      'empathy/answered' as const,
      'empathy/answered' as const,
    ),
    to,
    words: wordsOf(30),
  }),
  fc.record({ kind: fc.constantFrom('empathy/own-story' as const, 'empathy/told' as const), words: wordsOf(30) }),
  fc.record({ kind: fc.constant('empathy/may-i' as const), to }),
  fc.record({ kind: fc.constant('empathy/you-may' as const), reply: fc.constantFrom(...mayIReplies) }),
  fc.record({
    kind: fc.constant('empathy/landed' as const),
    landing: fc.constantFrom(...landings),
    words: cleanOf(30),
  }),
  fc.constantFrom<EmpathyEvent>(
    { kind: 'empathy/own-set-aside' },
    { kind: 'empathy/own-forgotten' },
    { kind: 'empathy/withdrawn' },
  ),
);

const practice = fc.constant('empathy' as const);
const command = fc
  .oneof(
    fc.record({
      practice,
      type: fc.constantFrom('write' as const, 'answer' as const, 'answer' as const, 'keep' as const),
      isNew: fc.boolean(),
      to: fc.oneof(to, fc.constant('nowhere')),
      words: fc.oneof(anyText, wordsOf(30)),
    }),
    fc.record({ practice, type: fc.constant('ask-may-i' as const), to: fc.oneof(to, fc.constant('')) }),
    fc.record({ practice, type: fc.constant('tell' as const), words: wordsOf(30) }),
    fc.record({
      practice,
      type: fc.constant('say-landed' as const),
      landing: fc.constantFrom(...landings),
      words: anyText,
    }),
    fc.record({ practice, type: fc.constant('reply' as const), reply: fc.constantFrom(...mayIReplies) }),
    fc.record({
      practice,
      type: fc.constantFrom('withdraw' as const, 'set-aside' as const, 'forget' as const),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): EmpathyCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as EmpathyCommand,
  );

testLaws({
  practice: empathy,
  event,
  spaceByKind: {
    'empathy/own-written': 'mine',
    'empathy/own-kept': 'mine',
    'empathy/own-story': 'mine',
    'empathy/own-set-aside': 'mine',
    'empathy/own-forgotten': 'mine',
    'empathy/answered': 'ours',
    'empathy/landed': 'ours',
    'empathy/may-i': 'ours',
    'empathy/you-may': 'ours',
    'empathy/told': 'ours',
    'empathy/withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const seen = thing as Empathy;
    if (seen.type === 'kept') return undefined;
    const by = (seen.by === 'me') === (side === 'a') ? 'a' : 'b';
    if (seen.type === 'asking') {
      const { to, askedAtMs, isWithdrawn, reply, story } = seen;
      return { by, to, askedAtMs, isWithdrawn, reply, story: story?.standing === 'ours' ? story : null };
    }
    const { to, standing, sharedAtMs, words, landed } = seen;
    if (sharedAtMs === null) return undefined;
    return { by, to, standing, sharedAtMs, words: standing === 'ours' ? words : null, landed };
  },
});

const give = (world: World, by: 'a' | 'b', command: EmpathyCommand, isPaired = true): string | ThingId => {
  const given = world.give(by, command, isPaired);
  world.nowMs += 1000;
  world.deliver(by === 'a' ? 'b' : 'a');
  return typeof given === 'string' ? given : (given[0] ?? 'nothing');
};
const answer = (words = 'It makes sense that you feel sad.', thing: ThingId | null = null): EmpathyCommand => ({
  practice: 'empathy',
  type: 'answer',
  thing,
  to: feeling,
  words,
});
const askMayI: EmpathyCommand = { practice: 'empathy', type: 'ask-may-i', to: feeling };
const reply = (thing: ThingId, reply: 'yes' | 'not-now'): EmpathyCommand => ({
  practice: 'empathy',
  type: 'reply',
  thing,
  reply,
});
const tell = (thing: ThingId): EmpathyCommand => ({
  practice: 'empathy',
  type: 'tell',
  thing,
  words: 'My own winter.',
});
const landed = (thing: ThingId, landing: 'yes' | 'almost', words = ''): EmpathyCommand => ({
  practice: 'empathy',
  type: 'say-landed',
  thing,
  landing,
  words,
});
const on = (type: 'withdraw' | 'set-aside' | 'forget', thing: ThingId): EmpathyCommand => ({
  practice: 'empathy',
  type,
  thing,
});
const thingsAt = (world: World, side: 'a' | 'b') => thingsOf(world[side].state.thingsByPractice, empathy);
const answerAt = (world: World, side: 'a' | 'b', thing: ThingId): EmpathyAnswer => {
  const one = thingsAt(world, side).get(thing);
  assert(one?.type === 'answer');
  return one;
};
const askingAt = (world: World, side: 'a' | 'b', thing: ThingId): EmpathyAsking => {
  const one = thingsAt(world, side).get(thing);
  assert(one?.type === 'asking');
  return one;
};

/** What the partner has no part in. */
const withoutReactions = (world: World, thing: ThingId): unknown => {
  const one = thingsAt(world, 'a').get(thing);
  return one?.type === 'answer' ? { ...one, landed: null } : one?.type === 'asking' ? { ...one, reply: null } : one;
};

test('an answer is mine at once, leaves after the window, and the other says whether it landed, if they like', () => {
  const world = createWorld([empathy]);
  const thing = give(world, 'a', answer());
  assert.deepEqual(
    world.drafts.map(({ draft }) => [draft.space, draft.mode]),
    [
      ['mine', undefined],
      ['ours', 'window'],
    ],
  );
  assert.equal(answerAt(world, 'b', thing).words, 'It makes sense that you feel sad.');
  assert.equal(answerAt(world, 'b', thing).by, 'partner');
  assert.equal(answerAt(world, 'a', thing).landed, null);
  assert.equal(give(world, 'a', landed(thing, 'yes')), 'empathy.refusal.not-yours');
  give(world, 'b', landed(thing, 'almost', 'It was more like shame.'));
  assert.equal(answerAt(world, 'a', thing).landed?.words, 'It was more like shame.');
});

test('nobody is answered over and over, until they say that something is missing', () => {
  const world = createWorld([empathy]);
  const first = give(world, 'a', answer());
  assert.equal(give(world, 'a', answer('Once more.')), 'empathy.refusal.already-answered');
  assert.equal(canAnswerAnew(thingsAt(world, 'a'), otherFeeling), true);
  give(world, 'b', landed(first, 'almost'));
  assert.equal(canAnswerAnew(thingsAt(world, 'a'), feeling), true);
  const second = give(world, 'a', answer('So you felt ashamed, too.'));
  same(
    saidToFeeling(thingsAt(world, 'b'), feeling).answers.map(({ id }) => id),
    [first, second],
  );
  give(world, 'b', landed(second, 'yes'));
  assert.equal(give(world, 'a', answer('Once more.')), 'empathy.refusal.already-answered');
});

test('an answer may be written for later, said aloud, and shared or forgotten', () => {
  const world = createWorld([empathy]);
  const typed = { practice: 'empathy', to: feeling } as const;
  const thing = give(world, 'a', { ...typed, type: 'write', thing: null, words: 'You had reasons.' }, false);
  assert.equal(answerAt(world, 'a', thing).standing, 'mine');
  assert.equal(thingsAt(world, 'b').size, 0);
  give(world, 'a', { ...typed, type: 'write', thing, words: 'You had every reason.' }, false);
  assert.equal(give(world, 'a', answer('And more.', thing), false), 'empathy.refusal.alone');
  give(world, 'a', answer('You had every reason, love.', thing));
  assert.equal(answerAt(world, 'b', thing).words, 'You had every reason, love.');
  assert.equal(give(world, 'a', answer('Changed.', thing)), 'empathy.refusal.already-shared');
  assert.equal(give(world, 'a', on('forget', thing)), 'empathy.refusal.still-shared');
  const other = give(world, 'a', { ...typed, type: 'write', thing: null, words: 'x' });
  give(world, 'a', on('forget', other));
  assert.equal(thingsAt(world, 'a').has(other), false);
});

test('withdrawn is not vanished: the mark stays for both, the words only with their author', () => {
  const world = createWorld([empathy]);
  const thing = give(world, 'a', answer());
  assert.equal(give(world, 'b', on('withdraw', thing)), 'empathy.refusal.not-yours');
  give(world, 'a', on('withdraw', thing));
  assert.equal(answerAt(world, 'b', thing).standing, 'withdrawn');
  assert.equal(answerAt(world, 'b', thing).words, null);
  assert.equal(answerAt(world, 'a', thing).words, 'It makes sense that you feel sad.');
  assert.equal(give(world, 'b', landed(thing, 'yes')), 'empathy.refusal.taken-back');
  assert.notEqual(give(world, 'a', answer('Put better.')), 'empathy.refusal.already-answered');
  give(world, 'a', on('forget', thing));
  assert.equal(answerAt(world, 'a', thing).words, null);
});

test('a story of one’s own comes only after a yes', () => {
  const world = createWorld([empathy]);
  const thing = give(world, 'a', askMayI);
  assert.equal(world.drafts.at(-1)?.draft.mode, 'at-once');
  assert.equal(give(world, 'a', tell(thing)), 'empathy.refusal.no-yes');
  give(world, 'b', reply(thing, 'not-now'));
  assert.equal(give(world, 'a', tell(thing)), 'empathy.refusal.no-yes');
  assert.equal(give(world, 'a', askMayI), 'empathy.refusal.already-asked');
  give(world, 'b', reply(thing, 'yes'));
  give(world, 'a', tell(thing));
  assert.equal(askingAt(world, 'b', thing).story?.words, 'My own winter.');
  assert.equal(askingAt(world, 'a', thing).story?.standing, 'ours');
  assert.equal(give(world, 'a', tell(thing)), 'empathy.refusal.already-told');
  assert.equal(give(world, 'b', reply(thing, 'not-now')), 'empathy.refusal.already-told');
  give(world, 'a', on('withdraw', thing));
  assert.equal(askingAt(world, 'b', thing).story, null);
  assert.equal(askingAt(world, 'a', thing).story?.standing, 'mine');
});

test('a story that was forged without a yes before it is no story, on either side', () => {
  const told = { kind: 'empathy/told', body: { words: 'All about me.' } };
  for (const early of [false, true]) {
    const world = createWorld([empathy]);
    const thing = give(world, 'a', askMayI);
    if (!early) world.forge('a', thing, told);
    world.nowMs += 1000;
    give(world, 'b', reply(thing, 'yes'));
    if (early) world.forge('a', thing, told, world.nowMs - 1500);
    world.deliver('b');
    for (const side of ['a', 'b'] as const) assert.equal(askingAt(world, side, thing).story, null);
  }
  const world = createWorld([empathy]);
  const thing = give(world, 'a', askMayI);
  give(world, 'b', reply(thing, 'yes'));
  give(world, 'b', reply(thing, 'not-now'));
  world.forge('a', thing, told);
  world.deliver('b');
  assert.equal(askingAt(world, 'b', thing).story, null);
});

test('"not now" without a word is known to the one who said it, and to nobody else', () => {
  const [quiet, silent] = [createWorld([empathy]), createWorld([empathy])];
  const things = [quiet, silent].map((world) => give(world, 'a', askMayI));
  give(quiet, 'b', on('set-aside', things[0]!));
  same(quiet.a.state, silent.a.state);
  assert.equal(askingAt(quiet, 'b', things[0]!).isSetAside, true);
  assert.equal(empathy.isOpen(askingAt(quiet, 'b', things[0]!), quiet.nowMs), false);
  assert.equal(empathy.isOpen(askingAt(silent, 'b', things[1]!), silent.nowMs), true);
  assert.equal(empathy.isOpen(askingAt(silent, 'b', things[1]!), silent.nowMs + 14 * day), false);
  give(quiet, 'b', reply(things[0]!, 'yes')); // and may still say yes
  assert.equal(askingAt(quiet, 'a', things[0]!).reply?.reply, 'yes');
});

test('of my answer the partner changes only whether it landed, of my question only the reply', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  const births = fc.constantFrom<EmpathyCommand>(
    answer(),
    askMayI,
    { ...answer(), type: 'write' } as EmpathyCommand,
    { ...answer(), type: 'keep' } as EmpathyCommand,
  );
  fc.assert(
    fc.property(hostile, births, (forged, born) => {
      const world = createWorld([empathy]);
      const thing = give(world, 'a', born);
      const before = withoutReactions(world, thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: empathy.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      same(withoutReactions(world, thing), before);
      const seen = thingsAt(world, 'a').get(thing);
      if (seen?.type === 'answer' && seen.standing === 'mine') assert.equal(seen.landed, null);
    }),
    { numRuns: 200 },
  );
});

test('what I would like to hear is mine alone, and works without a partner', () => {
  const world = createWorld([empathy]);
  const keep = (words: string, thing: ThingId | null = null): EmpathyCommand => ({
    practice: 'empathy',
    type: 'keep',
    thing,
    to: feeling,
    words,
  });
  const first = give(world, 'a', keep('You did what you could.'), false);
  const second = give(world, 'a', keep('I am here.'), false);
  give(world, 'a', keep('You did all you could.', first), false);
  same(
    wordsToHear(thingsAt(world, 'a')).map(({ id, words }) => [id, words]),
    [
      [second, 'I am here.'],
      [first, 'You did all you could.'],
    ],
  );
  assert.equal(
    world.drafts.every(({ draft }) => draft.space === 'mine'),
    true,
  );
  assert.equal(give(world, 'a', answer('x', first)), 'empathy.refusal.not-yours');
  give(world, 'a', on('forget', second), false);
  assert.equal(wordsToHear(thingsAt(world, 'a')).length, 1);
});

test('what cannot be is refused with a reason', () => {
  const world = createWorld([empathy]);
  const nowhere = 'f'.repeat(32);
  const refusals: readonly (readonly [string, string])[] = [
    ['no-words', give(world, 'a', answer(' \u202e '))],
    ['words-too-long', give(world, 'a', answer('x'.repeat(1001)))],
    ['alone', give(world, 'a', answer(), false)],
    ['alone', give(world, 'a', askMayI, false)],
    ['not-there', give(world, 'a', { ...askMayI, to: 'x' } as EmpathyCommand)],
    ['not-there', give(world, 'a', answer('x', nowhere))],
    ['not-there', give(world, 'a', tell(nowhere))],
  ];
  for (const [reason, given] of refusals) assert.equal(given, `empathy.refusal.${reason}`);
  assert.equal(world.drafts.length, 0);
  const thing = give(world, 'a', askMayI);
  give(world, 'b', reply(thing, 'yes'));
  assert.equal(
    give(world, 'a', { ...tell(thing), words: 'x'.repeat(limits.noteCharsMax + 1) } as EmpathyCommand),
    'empathy.refusal.words-too-long',
  );
});

test('while something waits for its window, nothing else is said on it, nor a second answer to the same feeling', () => {
  const world = createWorld([empathy]);
  const typed = { practice: 'empathy', to: feeling, words: 'x' } as const;
  const waiting = give(world, 'a', { ...typed, type: 'write', thing: null });
  const context = {
    nowMs: noonMs,
    zone: 'UTC',
    isPaired: true,
    newId: () => thingId(noonMs, 99),
    isLeaving: (thing: ThingId) => thing === waiting,
  };
  const still = { ok: false, error: { refusal: 'empathy.refusal.still-leaving' } };
  const things = thingsAt(world, 'a');
  same(empathy.decide(things, on('forget', waiting), context), still);
  same(empathy.decide(things, answer('x', waiting), context), still);
  same(empathy.decide(things, answer('another'), context), still);
  assert.equal(empathy.decide(things, { ...answer('x'), to: otherFeeling } as EmpathyCommand, context).ok, true);
});

test('the compiler keeps private words out of ours', () => {
  const thing = '0'.repeat(32);
  const own = { kind: 'empathy/own-written', to: feeling, words: 'x' } as const;
  // @ts-expect-error an answer that is mine has no draft into ours
  const leak: EmpathyDraft = { thing, space: 'ours', mode: 'window', event: own };
  // @ts-expect-error a story that is mine has none either
  const story: EmpathyDraft = {
    thing,
    space: 'ours',
    mode: 'window',
    event: { kind: 'empathy/own-story', words: 'x' },
  };
  const fine: EmpathyDraft = { thing, space: 'ours', mode: 'window', event: shareAnswer(own) };
  const drafts: readonly Draft[] = [leak, story, fine];
  assert.equal(drafts.length, 3);
});
