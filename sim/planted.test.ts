/**
 * How sharp the simulator is: each planted defect must be found within a bounded number of seeds, in a course that the
 * house itself goes through without a fault.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { importPatched } from './patched.ts';
import { plantedBugs } from './planted-bugs.ts';
import { runScenario } from './scenario.ts';

const seedsMax = 400;

for (const patch of plantedBugs) {
  test(`the simulator finds: ${patch.name}`, async () => {
    const sim = await importPatched(patch);
    const options = { crypto: 'stub', certain: patch.certain } as const;
    const startMs = performance.now();
    let found: string | null = null;
    let seeds = 0;
    while (found === null && seeds < seedsMax) {
      seeds += 1;
      const report = await sim.runScenario(`plant-${seeds}`, options);
      found = report.problems[0] ?? null;
    }
    const seconds = ((performance.now() - startMs) / 1_000).toFixed(1);
    console.log(`${patch.name}: seed ${seeds}, ${seconds} s: ${(found ?? 'not found').slice(0, 120)}`);
    assert.notEqual(found, null, `not found within ${seedsMax} seeds`);
    assert.deepEqual((await runScenario(`plant-${seeds}`, options)).problems, [], 'the house itself is whole there');
  });
}
