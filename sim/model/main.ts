/** `npm run model`: walks all models, and shows each flaw with its shortest trace. */
import { importPatched } from '../patched.ts';
import type { Outcome } from './explore.ts';
import { planted } from './planted.ts';
import { flawedWalks, limitWalks, outcomeToLine, rightWalks } from './walks.ts';

const startMs = performance.now();
let [states, transitions, missed] = [0, 0, 0];

console.log('The right design');
for (const walk of rightWalks()) {
  const outcome = walk.go();
  states += outcome.states;
  transitions += outcome.transitions;
  if (outcome.kind !== 'clean') missed += 1;
  console.log(outcomeToLine(walk, outcome));
  if (outcome.kind === 'broken') show(outcome);
}

console.log('\nFlaws, each with the shortest way to it');
let flaws = 0;
for (const walk of flawedWalks()) found(walk.model, walk.flaw, walk.go());
for (const patch of planted) {
  const house = await importPatched(patch);
  const outcome = patch.seenBy === 'members' ? house.walkMembers() : house.walkEpochs(patch.seenBy);
  found(patch.file, `${patch.words} (planted into ${patch.file})`, outcome);
}

console.log('\nLimits: what the right design does not prevent');
for (const walk of limitWalks()) {
  const outcome = walk.go();
  console.log(outcomeToLine(walk, outcome));
  show(outcome);
}

const seconds = (performance.now() - startMs) / 1000;
console.log(`\n${states} states, ${transitions} steps, ${flaws} flaws found, ${missed} amiss, ${seconds.toFixed(1)} s`);
console.log(`figure ${JSON.stringify({ id: 'model-states', value: states, peer: `${transitions} steps` })}`);
console.log(`figure ${JSON.stringify({ id: 'model-flaws-found', value: flaws, peer: `${missed} amiss` })}`);
process.exitCode = missed === 0 ? 0 : 1;

function found(model: string, flaw: string | null, outcome: Outcome): void {
  if (outcome.kind === 'broken') flaws += 1;
  else missed += 1;
  console.log(outcomeToLine({ model, flaw }, outcome));
  show(outcome);
}

function show({ trace }: Outcome): void {
  for (const [at, name] of trace.entries()) console.log(`      ${at + 1}. ${name}`);
}
