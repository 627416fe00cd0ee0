/** Guided practices keep the laws of every practice; and what a session does is told by examples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnyCommand, anyText, cleanOf, createWorld, testLaws } from '../practice.contract.ts';
import type { ThingId, Who } from '../practice.ts';
import { thingsOf } from '../things.ts';
import {
  type GuidedCommand,
  type GuidedEvent,
  guided,
  guidedLimits,
  type KeptScript,
  mayGo,
  readScript,
  type Script,
  type ScriptFault,
  type Session,
  scriptToJson,
} from './index.ts';

const talkJson = {
  pack: 'test',
  key: 'talk',
  skill: 'understand',
  name: 'A talk',
  line: 'One tells, one listens.',
  minutes: [5, 15],
  people: 'one-or-two',
  why: 'Because.',
  evidence: { strength: 'idea', words: 'Ours.' },
  leaves: 'What both wrote.',
  turns: 2,
  steps: [
    { id: 'sit', who: 'either', title: 'Sit down' },
    { id: 'view', who: 'both', title: 'Your view', sealed: true, asks: [{ id: 'view', label: 'I see' }] },
    { id: 'self', who: 'both', title: 'For you', keeps: 'mine', asks: [{ id: 'note', label: 'Note', optional: true }] },
    { id: 'tell', part: 'turn', who: 'speaker', title: 'Tell it', asks: [{ id: 'told', label: 'I tell' }] },
    { id: 'heard', part: 'turn', who: 'listener', title: 'Say it', asks: [{ id: 'heard', label: 'I heard' }] },
    {
      id: 'gate',
      part: 'turn',
      who: 'speaker',
      title: 'Is that it?',
      understood: { yes: 'Yes', almost: 'Almost', back: 'heard' },
    },
    { id: 'way', part: 'closing', who: 'either', title: 'A way', fixing: true, asks: [{ id: 'way', label: 'We' }] },
  ],
};
const faults: ScriptFault[] = [];
const read = readScript(talkJson, (_, fault) => faults.push(fault));
assert(read !== null, JSON.stringify(faults));
const talk: Script = read;
const keptOrNot = readScript(
  {
    ...talkJson,
    people: 'two',
    turns: 1,
    steps: [
      {
        id: 'kept',
        who: 'both',
        title: 'Remember it?',
        sealed: true,
        differ: 'end',
        asks: [
          {
            id: 'keep',
            label: 'I say',
            kind: 'choice',
            options: [
              { id: 'keep', label: 'yes' },
              { id: 'pass', label: 'no', forgets: true },
            ],
          },
        ],
      },
    ],
  },
  (_, fault) => faults.push(fault),
);
assert(keptOrNot !== null, JSON.stringify(faults));
const minutes: Script = keptOrNot;
const script = fc.constantFrom(minutes, talk, { ...talk, key: 'for-one', people: 'one-or-two' as const });

const place = fc.integer({ min: 0, max: 9 });
const visit = fc.integer({ min: 0, max: 12 });
const voice = fc.constantFrom<Who>('me', 'partner');
const verdict = fc.constantFrom('on' as const, 'yes' as const, 'almost' as const);
const words = cleanOf(40).filter((text) => text !== '');
const values = fc
  .dictionary(fc.constantFrom('view', 'note', 'told', 'heard', 'way'), words, { maxKeys: 3 })
  .map((all) => Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))));

const event: fc.Arbitrary<GuidedEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('guided/begun' as const),
    script,
    topic: cleanOf(20),
    first: fc.constantFrom('author' as const, 'other' as const),
  }),
  fc.record({ kind: fc.constant('guided/answered' as const), place, visit, values }),
  fc.record({ kind: fc.constant('guided/went' as const), place, visit, verdict, missed: cleanOf(20) }),
  fc.record({ kind: fc.constant('guided/left' as const), words: cleanOf(20) }),
  fc.record({
    kind: fc.constant('guided/own-begun' as const),
    script,
    topic: cleanOf(20),
    way: fc.constantFrom('alone' as const, 'passed' as const),
    first: voice,
  }),
  fc.record({ kind: fc.constant('guided/own-answered' as const), place, visit, voice, values }),
  fc.record({ kind: fc.constant('guided/own-went' as const), place, visit, voice, verdict, missed: cleanOf(20) }),
  fc.record({ kind: fc.constant('guided/own-script-kept' as const), script }),
  fc.constantFrom(
    { kind: 'guided/own-left' as const },
    { kind: 'guided/own-set-aside' as const },
    { kind: 'guided/own-forgotten' as const },
  ),
);

const command: fc.Arbitrary<AnyCommand<GuidedCommand>> = fc
  .record({
    type: fc.constantFrom('begin', 'begin', 'answer', 'answer', 'go', 'go', 'go', 'leave', 'set-aside', 'keep-script'),
    way: fc.constantFrom('two-phones' as const, 'two-phones' as const, 'passed' as const, 'alone' as const),
    at: fc.record({ place, visit }),
    voice,
    first: voice,
    values,
    verdict,
    words: anyText,
    withValues: fc.boolean(),
  })
  .map((one) => (thing: ThingId): GuidedCommand => {
    const practice = 'guided' as const;
    switch (one.type) {
      case 'begin':
        return { practice, type: 'begin', script: talk, way: one.way, topic: one.words, first: one.first };
      case 'answer':
        return { practice, type: 'answer', thing, voice: one.voice, values: one.values, ...one.at };
      case 'go': {
        const typed = one.withValues ? one.values : null;
        const { voice: who, verdict: word, words: missed, at } = one;
        return { practice, type: 'go', thing, voice: who, values: typed, verdict: word, missed, ...at };
      }
      case 'leave':
        return { practice, type: 'leave', thing, words: one.words };
      case 'keep-script':
        return { practice, type: 'keep-script', script: talk };
      default:
        return { practice, type: 'set-aside', thing };
    }
  });

testLaws<GuidedEvent, GuidedCommand>({
  practice: guided,
  event,
  spaceByKind: {
    'guided/begun': 'ours',
    'guided/answered': 'ours',
    'guided/went': 'ours',
    'guided/left': 'ours',
    'guided/own-begun': 'mine',
    'guided/own-answered': 'mine',
    'guided/own-went': 'mine',
    'guided/own-left': 'mine',
    'guided/own-set-aside': 'mine',
    'guided/own-forgotten': 'mine',
    'guided/own-script-kept': 'mine',
  },
  command,
  shared: (thing, side) => {
    const session = thing as Session | KeptScript;
    if (session.type === 'kept' || session.way !== 'two-phones') return undefined;
    const name = (who: Who): string => ((who === 'me') === (side === 'a') ? 'a' : 'b');
    const { place: at, visit: nth, answers, almosts, understood, ending } = session;
    return {
      at,
      nth,
      understood,
      answers: answers
        .filter((one) => !one.isPrivate)
        .map((one) => [name(one.by), one.place, one.visit, one.values, one.isLate]),
      almosts: almosts.map((one) => [name(one.by), one.missed]),
      ending: ending === null ? null : [ending.how, name(ending.by)],
    };
  },
});

test('a script is read back from what is written of it', () => {
  const again = readScript(scriptToJson(talk), () => assert.fail('nothing is wrong with it'));
  assert.deepEqual(again, talk);
});

test('no script that anybody sends can make reading throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(...Object.keys(talkJson)), (bad, name) => {
      readScript(bad as never, () => {});
      readScript({ ...talkJson, [name]: bad } as never, () => {});
      readScript({ ...talkJson, steps: [bad, ...talkJson.steps] } as never, () => {});
    }),
    { numRuns: 1_000 },
  );
});

// ------------------------------------------------------------------------------------------------ by example

const sessionOf = (world: ReturnType<typeof createWorld>, side: 'a' | 'b', thing: ThingId): Session => {
  const found = thingsOf(world[side].state.thingsByPractice, guided).get(thing);
  assert(found?.type === 'session');
  return found;
};

function begun(way: 'two-phones' | 'passed' | 'alone', ran = talk) {
  const world = createWorld([guided]);
  const things = world.give('a', {
    practice: 'guided',
    type: 'begin',
    script: ran,
    way,
    topic: '',
    first: 'me',
  } as GuidedCommand);
  assert(Array.isArray(things));
  const thing = String(things[0]);
  world.deliver('b');
  let voiceOf: Who = 'me';
  const go = (by: 'a' | 'b', typed: Readonly<Record<string, string>> | null, word: 'on' | 'yes' | 'almost' = 'on') => {
    const { place: at, visit: nth } = sessionOf(world, by, thing);
    const given: GuidedCommand = {
      practice: 'guided',
      type: 'go',
      thing,
      voice: voiceOf,
      place: at,
      visit: nth,
      values: typed,
      verdict: word,
      missed: word === 'almost' ? 'the main thing' : '',
    };
    const said = world.give(by, given);
    world.deliver('a');
    world.deliver('b');
    return said;
  };
  const stepOf = (side: 'a' | 'b'): string => {
    const session = sessionOf(world, side, thing);
    return session.ending?.how ?? session.places[session.place]?.step.id ?? '';
  };
  return {
    world,
    thing,
    go,
    stepOf,
    speakAs: (who: Who) => {
      voiceOf = who;
    },
  };
}

test('only the speaker opens what comes after understanding; “almost” goes back, with what is missing', () => {
  const { world, thing, go, stepOf } = begun('two-phones');
  go('b', null);
  go('a', { view: 'like this' });
  assert.equal(stepOf('a'), 'view');
  go('b', { view: 'like that' });
  world.open();
  world.deliver('a');
  world.deliver('b');
  go('b', null);
  assert.equal(stepOf('a'), 'self');
  go('a', { note: 'mine alone' });
  assert.equal(stepOf('b'), 'tell');
  assert.equal(
    sessionOf(world, 'b', thing).answers.some((one) => one.values.note !== undefined),
    false,
  );
  assert.equal(go('b', { told: 'not my turn' }), 'guided.refusal.not-yours');
  go('a', { told: 'what weighs on me' });
  go('b', { heard: 'the half of it' });
  assert.equal(stepOf('b'), 'gate');
  assert.equal(go('b', null, 'yes'), 'guided.refusal.not-yet');
  go('a', null, 'almost');
  assert.equal(stepOf('b'), 'heard');
  assert.equal(sessionOf(world, 'b', thing).almosts[0]?.missed, 'the main thing');
  go('b', { heard: 'all of it' });
  go('a', null, 'yes');
  assert.equal(stepOf('a'), 'tell');
  go('b', { told: 'and what weighs on me' });
  go('a', { heard: 'that' });
  go('b', null, 'yes');
  assert.equal(stepOf('a'), 'way');
  go('a', { way: 'walk on Sunday' });
  assert.equal(stepOf('b'), 'whole');
});

test('on one phone both voices speak, and the other phone hears of nothing', () => {
  const { world, go, stepOf, speakAs } = begun('passed');
  go('a', null);
  go('a', { view: 'mine' });
  speakAs('partner');
  go('a', { view: 'yours' });
  go('a', null);
  go('a', null);
  assert.equal(stepOf('a'), 'tell');
  assert.equal(go('a', { told: 'not yet my turn' }), 'guided.refusal.not-yours');
  assert.equal(world.b.state.thingsByPractice.size, 0);
});

test('alone, the steps that need another one are left out, and there is an end', () => {
  const { go, stepOf } = begun('alone');
  assert.equal(stepOf('a'), 'sit');
  go('a', null);
  go('a', { view: 'mine' });
  go('a', null);
  assert.equal(stepOf('a'), 'tell');
  go('a', { told: 'to the page' });
  assert.equal(stepOf('a'), 'way');
  go('a', { way: 'sleep first' });
  assert.equal(stepOf('a'), 'whole');
});

test('if either wishes to forget it, nothing of it is left to be read on either phone; else it stands', () => {
  for (const [mine, yours] of [
    ['keep', 'keep'],
    ['keep', 'pass'],
    ['pass', 'keep'],
    ['pass', 'pass'],
  ] as const) {
    const { world, thing, go, stepOf } = begun('two-phones', minutes);
    go('a', { keep: mine });
    go('b', { keep: yours });
    world.open();
    world.deliver('a');
    world.deliver('b');
    go('a', null);
    const isKept = mine === 'keep' && yours === 'keep';
    for (const side of ['a', 'b'] as const) {
      assert.equal(stepOf(side), 'whole');
      assert.equal(sessionOf(world, side, thing).isLetGo, !isKept);
      assert.equal(sessionOf(world, side, thing).answers.length, isKept ? 2 : 0);
    }
  }
});

test('words that come after the other has gone on are kept with their step', () => {
  const { world, thing, go } = begun('two-phones');
  const { place: at, visit: nth } = sessionOf(world, 'b', thing);
  go('a', null);
  go('a', { view: 'mine' });
  const late: GuidedCommand = {
    practice: 'guided',
    type: 'answer',
    thing,
    voice: 'me',
    place: at,
    visit: nth,
    values: {},
  };
  assert.notEqual(typeof world.give('b', late), 'string');
  assert.equal(sessionOf(world, 'b', thing).answers.find((one) => one.place === at)?.isLate, true);
});

test('whoever leaves ends it for both, kindly, and nothing more moves', () => {
  const { world, thing, go, stepOf } = begun('two-phones');
  world.give('b', { practice: 'guided', type: 'leave', thing, words: 'Too tired tonight' } as GuidedCommand);
  world.deliver('a');
  assert.equal(stepOf('a'), 'left');
  assert.equal(sessionOf(world, 'a', thing).ending?.words, 'Too tired tonight');
  assert.equal(go('a', null), 'guided.refusal.over');
  assert.equal(mayGo(sessionOf(world, 'a', thing), 'me', 'on'), false);
});

test('a practice larger than a session can carry is refused before it begins', () => {
  const long = { ...talk, why: 'x'.repeat(guidedLimits.scriptCharsMax) };
  const world = createWorld([guided]);
  assert.equal(
    world.give('a', {
      practice: 'guided',
      type: 'begin',
      script: long,
      way: 'alone',
      topic: '',
      first: 'me',
    } as GuidedCommand),
    'guided.refusal.too-large',
  );
});

test('“not now” holds, and what is mine alone is not late, on a phone whose clock is behind the other one’s', () => {
  const { world, thing } = begun('two-phones');
  world.deliver('b');
  world.nowMs -= 10 * 60_000;
  world.give('b', { practice: 'guided', type: 'set-aside', thing } as GuidedCommand);
  assert.equal(sessionOf(world, 'b', thing).isSetAside, true);
  const mine: GuidedCommand = {
    ...{ practice: 'guided', type: 'answer', thing, voice: 'me', place: 2, visit: 2, values: { note: 'for me' } },
  } as GuidedCommand;
  world.give('b', mine);
  assert.equal(sessionOf(world, 'b', thing).answers.find(({ isPrivate }) => isPrivate)?.isLate, false);
});
