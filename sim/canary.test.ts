/** No word that Noor wrote for herself leaves her device; and the search would find it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { flyCanary } from './canary.ts';
import { flightToText, flyInWorker } from './canary-flights.ts';
import { importPatched, type Patch } from './index.ts';

const name = 'canary';

test('in a thousand courses no private word reaches Sam’s device, or the relay', async () => {
  const startMs = performance.now();
  const flight = { name, runsMax: 500, secondsMax: Number.MAX_SAFE_INTEGER };
  const told = await Promise.all(([0, 1] as const).map((from) => flyInWorker({ ...flight, from })));
  for (const { found } of told) assert.equal(found, null);
  console.log(flightToText(told, (performance.now() - startMs) / 1_000));
});

const leaks: readonly Patch[] = [
  {
    name: 'mine-is-written-into-ours',
    file: 'src/device/commands.ts',
    find: "const space = draft.space === 'mine' ? live.model.mine : live.model.ours;",
    replace: 'const space = live.model.ours ?? live.model.mine;',
  },
  {
    name: 'drafts-leave-before-their-window',
    file: 'src/device/commands.ts',
    find: 'leavesAtMs: ports.clock() + model.cancelWindowMs,\n    drafts',
    replace: 'leavesAtMs: ports.clock(),\n    drafts',
  },
  {
    name: 'sealing-that-hides-nothing',
    file: 'sim/stub-primitives.ts',
    find: 'return text.map((byte, at) => byte ^ (pad[at % 32] ?? 0));',
    replace: 'return pad.length > 0 ? text.slice() : text;',
  },
];

test('a private word that got out is found', async () => {
  for (const leak of leaks) {
    const sim = await importPatched(leak);
    const told = await flyCanary(sim, { name, from: 0, runsMax: 200, secondsMax: Number.MAX_SAFE_INTEGER });
    assert.notEqual(told.found, null, leak.name);
    console.log(`found in course ${told.runs}: ${leak.name}`);
  }
});
