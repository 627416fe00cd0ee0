/** Every practice that ships, walked through; two who press at once; and the engine's own defences, each removed once. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import type { Script } from '#core';
import { readPack } from '#packs';
import { createDice } from './clockwork.ts';
import { everyStep } from './every-step.ts';
import { importPatched, type Patch } from './patched.ts';
import { beginTalk, deliver, otherSide, type Side, say, sessionOf, sharedOf, type Talk } from './talk.ts';
import { walkScript, waysOf } from './walk-script.ts';

const folder = join(import.meta.dirname, '..', 'content', 'guided', 'en');
const whole = readPack(everyStep);
assert(whole.ok, JSON.stringify(whole));
const everything: readonly Script[] = whole.value.practices;

const scripts: readonly Script[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const pack = readPack(readFileSync(join(folder, name), 'utf8'));
    assert(pack.ok, `${name}: ${JSON.stringify(pack)}`);
    return pack.value.practices;
  });

test('every practice that ships, in every way it can be done: no dead end, every step is met, nothing is lost', () => {
  const problems: string[] = [];
  let [states, ways, endings] = [0, 0, 0];
  for (const script of [...everything, ...scripts]) {
    const met = new Set<string>();
    for (const way of waysOf(script)) {
      const walked = walkScript(script, way);
      problems.push(...walked.problems);
      for (const id of walked.met) met.add(id);
      states += walked.states;
      endings += walked.endings;
      ways += 1;
    }
    for (const { id } of script.steps) if (!met.has(id)) problems.push(`${script.key}: nothing leads to ${id}`);
  }
  console.log(`${scripts.length} practices in ${ways} ways: ${states} states, ${endings} endings`);
  assert.deepEqual(problems, []);
});

test('two who press at the same instant stand at the same step, and nothing written is lost, in 1,000 orders of arrival', () => {
  const dice = createDice('press-at-once');
  const forTwo = [...everything, ...scripts].filter((script) => script.people !== 'one');
  let [presses, words] = [0, 0];
  for (let seed = 0; seed < 1_000; seed++) {
    const script = dice.pick(forTwo);
    let talk = beginTalk(script, 'two-phones', dice.chance(0.5) ? 'me' : 'partner');
    const shuffle = <T>(all: readonly T[]): readonly T[] =>
      all
        .map((one) => [dice.roll(1_000_000), one] as const)
        .toSorted((a, b) => a[0] - b[0])
        .map(([, one]) => one);
    for (let step = 0; step < 12 && sessionOf(talk, 'a').ending === null; step++) {
      const sides = shuffle<Side>(['a', 'b']);
      for (const side of sides) {
        const pressed = pressAsOneWould(talk, side, dice.pick(['yes', 'yes', 'yes', 'almost'] as const));
        presses += pressed === talk ? 0 : 1;
        talk = pressed;
      }
      // Sometimes one is away for a few steps, and hears of all of it at once, in any order.
      for (const side of ['a', 'b'] as const) if (dice.chance(0.7)) talk = deliver(talk, side, shuffle);
    }
    for (let again = 0; again < 2; again++) for (const side of ['a', 'b'] as const) talk = deliver(talk, side, shuffle);
    assert.equal(sharedOf(talk, 'a'), sharedOf(talk, 'b'), `seed ${seed}, ${script.key}`);
    const [a, b] = [sessionOf(talk, 'a'), sessionOf(talk, 'b')];
    assert.equal(a.visit, b.visit);
    for (const side of ['a', 'b'] as const) {
      const own = sessionOf(talk, side).answers.filter(
        ({ by, isPrivate, isClosed }) => by === 'me' && !isPrivate && !isClosed,
      );
      const theirs = sessionOf(talk, otherSide(side)).answers.filter(({ by }) => by === 'partner');
      assert.equal(own.length, theirs.length, `seed ${seed}: what one wrote the other has`);
      words += own.length;
    }
  }
  console.log(`1,000 orders: ${presses} presses, ${words} answers, both phones the same each time`);
});

/** Writes what is asked, if it is one's turn, and goes on, if one may. */
function pressAsOneWould(talk: Talk, side: Side, word: 'yes' | 'almost'): Talk {
  const session = sessionOf(talk, side);
  const place = session.places[session.place];
  if (place === undefined || session.ending !== null) return talk;
  const values = Object.fromEntries(
    place.step.asks.map((ask) => [
      ask.id,
      ask.options[0]?.id ?? (ask.kind === 'date' ? '2026-12-24' : `words of ${side}`),
    ]),
  );
  const command = {
    practice: 'guided',
    type: 'go',
    thing: session.id,
    voice: 'me',
    place: session.place,
    visit: session.visit,
    verdict: place.step.gate === null ? 'on' : word,
    missed: '',
  } as const;
  const withWords = say(talk, side, { ...command, values: place.step.asks.length > 0 ? values : null });
  if (typeof withWords !== 'string') return withWords;
  const without = say(talk, side, { ...command, values: null });
  return typeof without === 'string' ? talk : without;
}

const session = 'src/core/guided/session.ts';
const plants: readonly (Patch & { readonly says: RegExp })[] = [
  {
    name: 'anybody-says-understood',
    file: session,
    find: "  if (step.opens === 'speaker') return [speaker];",
    replace: '',
    says: /wrong press|before the speaker/,
  },
  {
    name: 'gate-opens-without-a-word',
    file: session,
    find: "  if ((verdict === 'on') === (place.step.gate !== null)) return false;",
    replace: '',
    says: /wrong press/,
  },
  {
    name: 'visit-not-compared',
    file: session,
    find: 'if (place !== session.place || visit !== session.visit || !mayGo(',
    replace: 'if (!mayGo(',
    says: /left out|different steps|wrong press/,
  },
  {
    name: 'late-words-let-go',
    file: session,
    find: '  return { ...session, answers: [...session.answers, added] };',
    replace: '  return added.isLate ? session : { ...session, answers: [...session.answers, added] };',
    says: /is lost/,
  },
  {
    name: 'goes-on-before-both-have-written',
    file: session,
    find: ' || awaited(session).length > 0) return false;',
    replace: ') return false;',
    says: /wrong press/,
  },
  {
    name: 'two-presses-are-two-choices',
    file: session,
    find: "const counted = step.who === 'either' ? answersHere(session).slice(0, 1) : answersHere(session);",
    replace: 'const counted = answersHere(session);',
    says: /neither meant/,
  },
];

for (const { says, ...patch } of plants) {
  test(`the walk finds a planted defect of the engine: ${patch.name}`, async () => {
    const { walkScript: walk } = await importPatched(patch);
    const found = everything
      .flatMap((script) => walk(script, 'two-phones').problems)
      .filter((problem) => says.test(problem));
    console.log(found[0] ?? 'nothing found');
    assert.notEqual(found.length, 0);
  });
}
