/** Nothing that Noor does privately reaches Sam: pairs of courses that differ in nothing else, compared to the byte. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeHashing } from '#relay';
import {
  createNodePrimitives,
  createStubPrimitives,
  differenceOf,
  importPatched,
  prepareBeginning,
  runCourse,
  stubHashing,
} from './index.ts';

type Simulator = Pick<typeof import('./index.ts'), 'prepareBeginning' | 'runCourse'>;
const quick = { primitives: createStubPrimitives(), hashing: stubHashing };
const steps = 2;
const variants = 9;

/** Compares one course without anything private with `variants` that have some; the first difference, or null. */
async function compareCourses(sim: Simulator, from: Awaited<ReturnType<typeof prepareBeginning>>, seed: string) {
  const course = { seed, sealedNote: 'sealed', steps };
  const plain = await sim.runCourse({ ...course, privately: null }, quick, from);
  const deeds: string[] = [];
  for (let variant = 0; variant < variants; variant++) {
    const other = await sim.runCourse({ ...course, privately: `${seed}/${variant}` }, quick, from);
    deeds.push(...other.deeds);
    const difference = differenceOf(plain, other, ['frames', 'screens', 'disk']);
    if (difference !== null) return { difference: `${difference} after ${other.deeds.join(', ')}`, deeds, frames: 0 };
  }
  return { difference: null, deeds, frames: plain.frames.length };
}

test('whatever Noor does privately, Sam’s device receives, keeps and shows the same', async () => {
  const from = await prepareBeginning(quick);
  const seeds = Number(process.env.PAIRS ?? 1_000) / variants;
  const counts = new Map<string, number>();
  let pairs = 0;
  let frames = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const result = await compareCourses({ prepareBeginning, runCourse }, from, `pair ${seed}`);
    assert.equal(result.difference, null);
    for (const deed of result.deeds) counts.set(deed, (counts.get(deed) ?? 0) + 1);
    pairs += variants;
    frames += result.frames;
  }
  const told = [...counts].map(([deed, count]) => `${deed} ${count}`).join(', ');
  console.log(`non-interference: ${pairs} pairs of courses, ${frames} frames compared; privately: ${told}`);
});
