/** Nothing that Noor does privately reaches Sam: pairs of courses that differ in nothing else, compared to the byte. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import { type CoursesAsked, type CoursesTold, compareCourses } from './hostile-partner-courses.ts';
import {
  createStubPrimitives,
  differenceOf,
  importPatched,
  type Patch,
  prepareBeginning,
  runCourse,
  stubHashing,
} from './index.ts';
import { privateActs } from './private-acts.ts';

const quick = { primitives: createStubPrimitives(), hashing: stubHashing };
const pairsMin = 10_000;
const variants = 9;
const steps = 2;

const inWorker = (asked: CoursesAsked): Promise<CoursesTold> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hostile-partner-courses.ts', import.meta.url), { workerData: asked });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

test('whatever Noor does privately, Sam’s device receives, keeps and shows the same', async () => {
  const seeds = Math.ceil(pairsMin / variants);
  const half = Math.ceil(seeds / 2);
  const told = await Promise.all([
    inWorker({ from: 0, to: half, steps, variants }),
    inWorker({ from: half, to: seeds, steps, variants }),
  ]);
  for (const { difference } of told) assert.equal(difference, null);
  const deeds = new Map<string, number>();
  for (const one of told)
    for (const [deed, count] of Object.entries(one.deeds)) deeds.set(deed, (deeds.get(deed) ?? 0) + count);
  const pairs = told.reduce((sum, one) => sum + one.pairs, 0);
  const frames = told.reduce((sum, one) => sum + one.frames, 0);
  assert(pairs >= pairsMin && deeds.size >= 16);
  for (const { name } of privateActs) assert((deeds.get(name) ?? 0) >= 3, `${name} happened too seldom`);
  for (const [deed, count] of deeds) assert(count >= 3, `${deed} happened ${count} times`);
  console.log(`non-interference: ${pairs} pairs of courses, ${frames} frames the same to the byte`);
  console.log(`privately: ${[...deeds].map(([deed, count]) => `${deed} ${count}`).join(', ')}`);
});

const hidden = 'noors-sealed-words';

/** Pairs in which Noor seals other words, and Sam cannot read them yet. */
async function compareSealed(sim: { readonly runCourse: typeof runCourse }, seeds: number) {
  const from = await prepareBeginning(quick);
  let pairs = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const course = { seed: `sealed ${seed}`, privately: null, steps: 3 };
    const short = await sim.runCourse({ ...course, sealedNote: hidden }, quick, from);
    // Where Sam has sealed too, the words are open by now, and may differ.
    const isSealed = short.screens.some((screen) => screen.includes('"exchange":"check-in","who":"partner"'));
    if (!isSealed || short.screens.some((screen) => screen.includes(hidden))) continue;
    const long = await sim.runCourse({ ...course, sealedNote: hidden.repeat(150) }, quick, from);
    pairs += 1;
    const difference = differenceOf(short, long, ['shape', 'screens', 'diskShape']);
    if (difference !== null) return { pairs, difference };
  }
  return { pairs, difference: null };
}

test('how much Noor has sealed cannot be seen before it opens', async () => {
  const { pairs, difference } = await compareSealed({ runCourse }, 40);
  assert.equal(difference, null);
  assert(pairs >= 5, `${pairs} pairs`);
  console.log(`sealed: ${pairs} pairs of courses, 18 letters against 2,700`);
});

const leaks: readonly Patch[] = [
  {
    name: 'one-clock-for-both-spaces',
    file: 'src/device/entries.ts',
    find: 'const time = nextTime(space.clock, clock());',
    replace:
      'const time = nextTime(spaces(live.model).map((one) => one.clock).reduce((a, b) => (a.ms > b.ms || (a.ms === b.ms && a.count > b.count) ? a : b)), clock());',
  },
  {
    name: 'one-count-for-both-spaces',
    file: 'src/device/entries.ts',
    find: 'seq: chain.seq + 1,',
    replace: "seq: chain.seq + 1 + (space.kind === 'ours' ? (live.model.mine?.chains[name]?.seq ?? 0) : 0),",
  },
  {
    name: 'a-receipt-for-reading',
    file: 'src/device/create-device.ts',
    find: 'if (next !== undefined) await loadMonth(live, next);',
    replace:
      "if (next !== undefined) await loadMonth(live, next);\n if (live.model.ours) await writeEntry(live, live.model.ours, 'read/earlier', {});",
  },
  {
    name: 'ours-waits-behind-mine',
    file: 'src/device/sync-driver.ts',
    find: 'for (const [hash, key] of space.unsent) {',
    replace:
      "if (space.kind === 'ours' && (live.model.mine?.unsent.size ?? 0) > 0) continue;\n    for (const [hash, key] of space.unsent) {",
  },
  {
    name: 'not-now-is-sent',
    file: 'src/core/noticing/decide.ts',
    find: "ok([{ thing, space: 'mine', event: { kind: 'noticing/set-aside' } }])",
    replace: "ok([{ thing, space: 'ours', mode: 'at-once', event: { kind: 'noticing/withdrawn' } }])",
  },
  {
    name: 'drafts-leave-before-their-window',
    file: 'src/device/commands.ts',
    find: 'leavesAtMs: ports.clock() + model.cancelWindowMs,',
    replace: 'leavesAtMs: ports.clock(),',
  },
  {
    name: 'the-phrase-is-seen-when-made',
    file: 'src/device/pairing.ts',
    find: '  await ensurePaper(live);\n  await tendPaper(live);\n',
    replace: '',
  },
];

test('each planted leak is caught', async () => {
  for (const leak of leaks) {
    const sim = await importPatched(leak);
    const from = await sim.prepareBeginning(quick);
    const told = await compareCourses(sim, quick, from, { from: 0, to: 80, steps, variants: 2 });
    assert(told.difference !== null, `${leak.name} was not caught in ${told.pairs} pairs`);
    console.log(`leak caught at pair ${told.pairs}: ${leak.name}`);
  }
  const sim = await importPatched({
    name: 'sealed-by-its-length',
    file: 'src/crypto/reveal.ts',
    find: 'const stepBytes = 4_096;',
    replace: 'const stepBytes = 1;',
  });
  const told = await compareSealed(sim, 40);
  assert(told.difference !== null, 'sealed-by-its-length was not caught');
  console.log(`leak caught at pair ${told.pairs}: sealed-by-its-length`);
});
