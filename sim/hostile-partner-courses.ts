/** A worker: compares pairs of courses (hostile-partner-private.ts) away from the test runner, which slows promises. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Beginning, differenceOf, type Ports, prepareBeginning, runCourse } from './hostile-partner-private.ts';
import { createStubPrimitives, stubHashing } from './stub-primitives.ts';

export interface CoursesAsked {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly variants: number;
}

export interface CoursesTold {
  readonly pairs: number;
  readonly frames: number;
  readonly deeds: Readonly<Record<string, number>>;
  readonly difference: string | null;
}

type Simulator = { readonly runCourse: typeof runCourse };

/** Each course without anything private against `variants` that have some, until the first that differs. */
export async function compareCourses(
  sim: Simulator,
  ports: Ports,
  beginning: Beginning,
  asked: CoursesAsked,
): Promise<CoursesTold> {
  const deeds: Record<string, number> = {};
  let pairs = 0;
  let frames = 0;
  for (let seed = asked.from; seed < asked.to; seed++) {
    const course = { seed: `pair ${seed}`, sealedNote: 'sealed', steps: asked.steps };
    const plain = await sim.runCourse({ ...course, privately: null }, ports, beginning);
    for (let variant = 0; variant < asked.variants; variant++) {
      const other = await sim.runCourse({ ...course, privately: `${seed}/${variant}` }, ports, beginning);
      for (const deed of other.deeds) deeds[deed] = (deeds[deed] ?? 0) + 1;
      pairs += 1;
      frames += other.frames.length;
      const difference = differenceOf(plain, other, ['frames', 'screens', 'disk']);
      if (difference !== null)
        return { pairs, frames, deeds, difference: `${difference} after ${other.deeds.join(', ')}` };
    }
  }
  return { pairs, frames, deeds, difference: null };
}

if (parentPort) {
  const ports = { primitives: createStubPrimitives(), hashing: stubHashing };
  // Sent by the test beside this file.
  const asked = workerData as CoursesAsked;
  parentPort.postMessage(await compareCourses({ runCourse }, ports, await prepareBeginning(ports), asked));
}
