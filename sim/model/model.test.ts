/**
 * The small models, walked whole: the right design breaks no rule in any state, and every flaw is found, which shows
 * that no rule is idle. `npm run model` prints the ways to them.
 */
import { equal, ok } from 'node:assert/strict';
import { after, test } from 'node:test';
import { importPatched } from '../patched.ts';
import type { Outcome } from './explore.ts';
import { planted } from './planted.ts';
import { flawedWalks, limitWalks, outcomeToLine, rightWalks } from './walks.ts';

const statesMin = 500_000;
const lines: string[] = [];
after(() => console.log(lines.join('\n')));

test('the right design: no rule is broken in any state that can be reached', () => {
  let states = 0;
  for (const walk of rightWalks()) {
    const outcome = walk.go();
    lines.push(outcomeToLine(walk, outcome));
    equal(outcome.kind, 'clean', [walk.model, outcome.rule, ...outcome.trace].join('\n'));
    ok(outcome.calm > 0, `${walk.model} comes to rest`);
    states += outcome.states;
  }
  lines.push(`${String(states).padStart(7)} states in all`);
  ok(states >= statesMin, `${states} states: the models have become smaller than what is said of them`);
});

/** So long is the shortest way to each: a longer one means that a flaw has become harder to see. */
const stepsMax = 10;
const rules = new Map<string, number>();

function assertFound(name: string, outcome: Outcome): void {
  equal(outcome.kind, 'broken', `not found: ${name}`);
  ok(outcome.trace.length <= stepsMax, `${name}: ${outcome.trace.length} steps`);
  rules.set(outcome.rule, (rules.get(outcome.rule) ?? 0) + 1);
}

for (const walk of flawedWalks()) {
  test(`found: ${walk.flaw}`, () => {
    const outcome = walk.go();
    lines.push(outcomeToLine(walk, outcome));
    assertFound(walk.flaw ?? '', outcome);
  });
}

for (const patch of planted) {
  test(`found in the functions that ship: ${patch.words}`, async () => {
    const house = await importPatched(patch);
    const outcome = patch.seenBy === 'members' ? house.walkMembers() : house.walkEpochs(patch.seenBy);
    lines.push(outcomeToLine({ model: patch.file, flaw: `${patch.words} (in ${patch.file})` }, outcome));
    assertFound(patch.words, outcome);
  });
}

test('the same flaw gives the same shortest way, each time', () => {
  const [first] = flawedWalks();
  const traces = [first, first].map((walk) => walk?.go().trace.join('\n'));
  equal(traces[0], traces[1]);
});

test('what is said not to be prevented is indeed possible', () => {
  for (const walk of limitWalks()) {
    const outcome = walk.go();
    lines.push(outcomeToLine(walk, outcome));
    equal(outcome.kind, 'broken', `no longer possible: take it out of docs/THREATS.md: ${walk.flaw}`);
  }
});
