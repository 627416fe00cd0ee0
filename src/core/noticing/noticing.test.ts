/** Noticing: its laws, and the examples that explain them. Noor notices; Sam is asked, and may be anyone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonToText } from '#kernel';
import {
  anyFeeling,
  anyText,
  cleanOf,
  createWorld,
  noonMs,
  same,
  testLaws,
  type World,
  wordsOf,
} from '../practice.contract.ts';
import type { Draft, ThingId } from '../practice.ts';
import { addRecorded, type RecordedAny } from '../state.ts';
import { isQuestion } from '../text.ts';
import { thingsOf } from '../things.ts';
import type { NoticingCommand } from './decide.ts';
import { closenesses, cues, type NoticingDraft, type NoticingEvent, shareOpener } from './events.ts';
import type { Noticing, NoticingByMe, NoticingOfMe } from './fold.ts';
import { closenessOf, noticing, noticingStep, noticingsByMe, questionsToMe } from './index.ts';

const strength = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const certainty = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const cueList = fc.uniqueArray(fc.constantFrom(...cues), { maxLength: 6 });
const closeness = fc.constantFrom(...closenesses);
const event: fc.Arbitrary<NoticingEvent> = fc.oneof(
  fc.record({ kind: fc.constant('noticing/noticed' as const), cues: cueList, words: cleanOf(40) }),
  fc.record({
    kind: fc.constant('noticing/guessed' as const),
    feelings: fc.array(anyFeeling, { minLength: 1, maxLength: 3 }),
    strength,
    certainty,
  }),
  fc.record({
    kind: fc.constantFrom('noticing/prepared' as const, 'noticing/said' as const, 'noticing/asked' as const),
    opener: wordsOf(40),
  }),
  fc.record({
    kind: fc.constantFrom('noticing/told' as const, 'noticing/answered' as const),
    feelings: fc.array(anyFeeling, { minLength: 1, maxLength: 3 }),
    strength: fc.option(strength),
    words: cleanOf(40),
  }),
  fc.record({ kind: fc.constant('noticing/judged' as const), closeness, words: cleanOf(40) }),
  fc.constantFrom<NoticingEvent>(
    { kind: 'noticing/put-away' },
    { kind: 'noticing/forgotten' },
    { kind: 'noticing/set-aside' },
    { kind: 'noticing/withdrawn' },
  ),
);

const practice = fc.constant('noticing' as const);
const opener = fc.oneof(
  anyText,
  anyText.map((text) => `${text} Is that so?`),
);
const answered = { feelings: fc.array(anyFeeling, { maxLength: 2 }), strength: fc.option(strength), words: anyText };
const command = fc
  .oneof(
    fc.record({ practice, type: fc.constant('notice' as const), isNew: fc.boolean(), cues: cueList, words: anyText }),
    fc.record({
      practice,
      type: fc.constant('guess' as const),
      feelings: fc.array(anyFeeling, { maxLength: 4 }),
      strength,
      certainty,
    }),
    fc.record({
      practice,
      type: fc.constantFrom('prepare' as const, 'say' as const, 'send' as const, 'send' as const),
      opener,
    }),
    fc.record({
      practice,
      type: fc.constantFrom('write-down' as const, 'answer' as const, 'answer' as const),
      ...answered,
    }),
    fc.record({ practice, type: fc.constant('judge' as const), closeness, words: anyText }),
    fc.record({
      practice,
      type: fc.constantFrom(
        'withdraw-question' as const,
        'withdraw-answer' as const,
        'set-aside' as const,
        'put-away' as const,
        'forget' as const,
      ),
    }),
  )
  .map(
    (given) =>
      (thing: ThingId): NoticingCommand =>
        ({ ...given, thing: 'isNew' in given && given.isNew ? null : thing }) as NoticingCommand,
  );

testLaws({
  practice: noticing,
  event,
  spaceByKind: {
    'noticing/noticed': 'mine',
    'noticing/guessed': 'mine',
    'noticing/prepared': 'mine',
    'noticing/said': 'mine',
    'noticing/told': 'mine',
    'noticing/judged': 'mine',
    'noticing/put-away': 'mine',
    'noticing/forgotten': 'mine',
    'noticing/set-aside': 'mine',
    'noticing/asked': 'ours',
    'noticing/answered': 'ours',
    'noticing/withdrawn': 'ours',
  },
  command,
  shared: (thing, side) => {
    const seen = thing as Noticing;
    const other = side === 'a' ? 'b' : 'a';
    if (seen.side === 'asked') {
      const { opener, askedAtMs, myAnswer } = seen;
      return { asker: other, isWithdrawn: opener === null, askedAtMs, answer: myAnswer };
    }
    if (seen.asked === null || seen.asked.how === 'aloud') return undefined;
    const answer = seen.answer?.from === 'partner' ? seen.answer : null;
    return {
      asker: side,
      isWithdrawn: seen.asked.how === 'withdrawn',
      askedAtMs: seen.asked.atMs,
      answer: answer === null ? null : { said: answer.said, atMs: answer.atMs, changedAtMs: answer.changedAtMs },
    };
  },
});

const guess = { feelings: [{ type: 'known', id: 'worried' }], strength: 3, certainty: 2 } as const;
const answer = { feelings: [{ type: 'known', id: 'tired' }], strength: 4, words: 'just work' } as const;
const asked = 'You look far away. What is on your mind?';
const one = (world: World, side: 'a' | 'b', thing: ThingId): Noticing | undefined =>
  thingsOf(world[side].state.thingsByPractice, noticing).get(thing);
const mine = (world: World, thing: ThingId): NoticingByMe => {
  const seen = one(world, 'a', thing);
  assert(seen?.side === 'asker');
  return seen;
};
const ofMe = (world: World, thing: ThingId): NoticingOfMe => {
  const seen = one(world, 'b', thing);
  assert(seen?.side === 'asked');
  return seen;
};
type Rest<Type extends NoticingCommand['type']> = Omit<
  Extract<NoticingCommand, { type: Type }>,
  'practice' | 'type' | 'thing'
>;

/** Gives a command and lets a little time pass. */
function give<Type extends NoticingCommand['type']>(
  world: World,
  by: 'a' | 'b',
  type: Type,
  thing: ThingId | null,
  rest: Rest<Type>,
  isPaired = true,
): string | ThingId {
  const given = world.give(by, { practice: 'noticing', type, thing, ...rest } as NoticingCommand, isPaired);
  world.nowMs += 1000;
  return typeof given === 'string' ? given : (given[0] ?? 'nothing');
}
const begun = (world: World): ThingId => give(world, 'a', 'notice', null, { cues: ['face'], words: 'looks away' });

function sent(world: World): ThingId {
  const thing = begun(world);
  give(world, 'a', 'guess', thing, guess);
  give(world, 'a', 'send', thing, { opener: asked });
  world.deliver('b');
  return thing;
}

test('from noticing to asking to the answer, step by step', () => {
  const world = createWorld([noticing]);
  const thing = begun(world);
  assert.equal(noticingStep(mine(world, thing)), 'guess');
  give(world, 'a', 'guess', thing, guess);
  assert.equal(noticingStep(mine(world, thing)), 'ask');
  give(world, 'a', 'send', thing, { opener: asked });
  assert.equal(noticingStep(mine(world, thing)), 'answer');
  world.deliver('b');
  assert.equal(questionsToMe(thingsOf(world.b.state.thingsByPractice, noticing), world.nowMs).length, 1);
  give(world, 'b', 'answer', thing, answer);
  world.deliver('a');
  assert.equal(noticingStep(mine(world, thing)), 'judge');
  same(mine(world, thing).answer?.said, answer);
  give(world, 'a', 'judge', thing, { closeness: 'other', words: '' });
  assert.equal(noticingStep(mine(world, thing)), 'rest');
  assert.equal(noticing.isOpen(mine(world, thing), world.nowMs), false);
  assert.equal(noticingsByMe(thingsOf(world.a.state.thingsByPractice, noticing)).length, 1);
});

test('what I noticed and guessed never leaves: only the opener and the answer are ever drafted into ours', () => {
  const secret = 'canary';
  const spoken = fc.record({ by: fc.constantFrom('a' as const, 'b' as const), command, nth: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(spoken, { minLength: 5, maxLength: 40 }), (steps) => {
      const world = createWorld([noticing]);
      for (const { by, command: toCommand, nth } of steps) {
        const things = [...thingsOf(world[by].state.thingsByPractice, noticing).keys()];
        const given = toCommand(things[nth % Math.max(1, things.length)] ?? '');
        const isPrivate = ['notice', 'guess', 'write-down', 'judge'].includes(given.type);
        const marked = isPrivate && 'words' in given ? { ...given, words: secret } : given;
        const feelings = [{ type: 'own' as const, words: secret }];
        const isFelt = marked.type === 'guess' || marked.type === 'write-down';
        const full: NoticingCommand = isFelt ? { ...marked, feelings } : marked;
        world.give(by, full);
        world.deliver(by === 'a' ? 'b' : 'a');
        world.nowMs += 1000;
      }
      for (const { draft } of world.drafts)
        if (draft.space === 'ours')
          assert.equal(jsonToText(noticing.toBody(draft.event as NoticingEvent)).includes(secret), false);
    }),
    { numRuns: 200 },
  );
});

test('asking follows guessing, and the guess is closed from then on', () => {
  const world = createWorld([noticing]);
  const thing = begun(world);
  assert.equal(give(world, 'a', 'send', thing, { opener: asked }), 'noticing.refusal.guess-first');
  assert.equal(give(world, 'a', 'write-down', thing, answer), 'noticing.refusal.guess-first');
  give(world, 'a', 'guess', thing, guess);
  give(world, 'a', 'guess', thing, { ...guess, strength: 4 });
  assert.equal(mine(world, thing).guess?.strength, 4);
  give(world, 'a', 'say', thing, { opener: asked });
  assert.equal(give(world, 'a', 'guess', thing, guess), 'noticing.refusal.guess-is-closed');
  assert.equal(mine(world, thing).asked?.how, 'aloud');
  give(world, 'a', 'write-down', thing, answer);
  assert.equal(mine(world, thing).answer?.from, 'told');
  assert.equal(give(world, 'a', 'guess', thing, guess), 'noticing.refusal.guess-is-closed');
});

test('a guess that another phone of mine wrote after I asked does not count, whatever the partner dates back', () => {
  const world = createWorld([noticing]);
  const thing = sent(world);
  const late: NoticingEvent = { kind: 'noticing/guessed', ...guess, strength: 1 };
  const event = { kind: late.kind, body: noticing.toBody(late) };
  const place = { thing, entry: 'f'.repeat(64), device: 'a2', seq: 1, atMs: world.nowMs + 1, atCount: 0 };
  const recorded: RecordedAny = { event, ...place, space: 'mine', who: 'me', seal: 'open' };
  world.a.state = addRecorded(world.a.state, [noticing], recorded);
  assert.equal(mine(world, thing).guess?.strength, 3);
  const answered: NoticingEvent = { kind: 'noticing/answered', ...answer };
  world.forge('b', thing, { kind: answered.kind, body: noticing.toBody(answered) }, 1);
  world.deliver('a');
  assert.equal(mine(world, thing).guess?.strength, 3);
  same(mine(world, thing).answer?.said, answer);
});

test('an opener ends in a question, in any script', () => {
  for (const text of ['How are you?', '「元気？」', 'كيف حالك؟', 'Τι έχεις;', 'Is it (a bit) much? ', '“Really?”'])
    assert.equal(isQuestion(text), true, text);
  for (const text of ['You are upset.', '', '? You are upset', 'Tell me.']) assert.equal(isQuestion(text), false, text);
  const world = createWorld([noticing]);
  const thing = begun(world);
  give(world, 'a', 'guess', thing, guess);
  for (const type of ['prepare', 'say', 'send'] as const)
    assert.equal(give(world, 'a', type, thing, { opener: 'You are upset.' }), 'noticing.refusal.opener-asks-nothing');
});

test('"not now" is known to the one who said it, and to nobody else', () => {
  const [quiet, silent] = [createWorld([noticing]), createWorld([noticing])];
  const things = [quiet, silent].map(sent);
  give(quiet, 'b', 'set-aside', things[0]!, {});
  quiet.deliver('a');
  silent.deliver('a');
  assert.equal(ofMe(quiet, things[0]!).isSetAside, true);
  same(quiet.a.state, silent.a.state);
  assert.equal(questionsToMe(thingsOf(quiet.b.state.thingsByPractice, noticing), quiet.nowMs).length, 0);
  give(quiet, 'b', 'answer', things[0]!, answer); // and may still answer
  assert.notEqual(ofMe(quiet, things[0]!).myAnswer, null);
});

test('a question and an answer are taken back by the one who gave them; a mark stays', () => {
  const world = createWorld([noticing]);
  const thing = sent(world);
  give(world, 'b', 'answer', thing, answer);
  give(world, 'b', 'withdraw-answer', thing, {});
  world.deliver('a');
  assert.equal(mine(world, thing).answer?.said, null);
  assert.equal(give(world, 'a', 'judge', thing, { closeness: 'same', words: '' }), 'noticing.refusal.no-answer-yet');
  give(world, 'a', 'withdraw-question', thing, {});
  world.deliver('b');
  assert.equal(ofMe(world, thing).opener, null);
  assert.equal(give(world, 'b', 'answer', thing, answer), 'noticing.refusal.question-withdrawn');
});

test('a partner can answer what I asked, and nothing else', () => {
  const hostile = fc.array(fc.tuple(event, fc.integer({ min: -100_000, max: 100_000 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hostile, fc.boolean(), (forged, isSent) => {
      const world = createWorld([noticing]);
      const thing = isSent ? sent(world) : begun(world);
      const { answer: _, ...before } = mine(world, thing);
      for (const [bad, ms] of forged)
        world.forge('b', thing, { kind: bad.kind, body: noticing.toBody(bad) }, noonMs + ms);
      world.deliver('a');
      const { answer: given, ...after } = mine(world, thing);
      same(after, before);
      if (!isSent) assert.equal(given, null);
    }),
    { numRuns: 200 },
  );
});

test('forgetting leaves nothing of mine, and of a sent question only the question', () => {
  const world = createWorld([noticing]);
  const own = begun(world);
  give(world, 'a', 'forget', own, {});
  assert.equal(one(world, 'a', own), undefined);
  const thing = sent(world);
  give(world, 'a', 'forget', thing, {});
  const left = mine(world, thing);
  same([left.cues, left.words, left.guess, left.judged, left.opener], [[], '', null, null, asked]);
});

test('alone, everything works but sending', () => {
  const world = createWorld([noticing]);
  const thing = begun(world);
  give(world, 'a', 'guess', thing, guess, false);
  assert.equal(give(world, 'a', 'send', thing, { opener: asked }, false), 'noticing.refusal.alone');
  give(world, 'a', 'say', thing, { opener: asked }, false);
  give(world, 'a', 'write-down', thing, answer, false);
  give(world, 'a', 'judge', thing, { closeness: 'near', words: '' }, false);
  assert.equal(noticingStep(mine(world, thing)), 'rest');
});

test('how close it was: a feeling in common, one of the same family, or another', () => {
  const places = new Map(
    [
      ['worried', 'fear'],
      ['anxious', 'fear'],
      ['tired', 'tiredness'],
    ].map(([id = '', family = '']) => [id, { id, family, quadrant: '' }]),
  );
  const known = (id: string) => ({ type: 'known' as const, id });
  const own = (words: string) => ({ type: 'own' as const, words });
  assert.equal(closenessOf([known('tired'), known('worried')], [known('worried')], places), 'same');
  assert.equal(closenessOf([known('anxious')], [known('worried'), own('blue')], places), 'near');
  assert.equal(closenessOf([known('tired')], [known('worried')], places), 'other');
  assert.equal(closenessOf([own('Blue')], [own('blue')], places), 'same');
  assert.equal(closenessOf([known('tired')], [own('blue')], places), null);
});

test('the compiler keeps cues and guesses out of ours', () => {
  const thing = '0'.repeat(32);
  // @ts-expect-error a guess has no draft into ours
  const leak: NoticingDraft = { thing, space: 'ours', mode: 'window', event: { kind: 'noticing/guessed', ...guess } };
  // @ts-expect-error what I noticed has no draft into ours
  const seen: NoticingDraft = {
    thing,
    space: 'ours',
    mode: 'window',
    event: { kind: 'noticing/noticed', cues: [], words: '' },
  };
  const fine: NoticingDraft = { thing, space: 'ours', mode: 'window', event: shareOpener({ opener: asked }) };
  const drafts: readonly Draft[] = [leak, seen, fine];
  assert.equal(drafts.length, 3);
});
