/**
 * One seeded course of events: two people with one to four devices each write, share, seal and promise, while
 * whatever this seed's weather holds goes wrong. Then everything is put right, time is given, and what must hold is
 * judged (invariants.ts). The same seed gives the same course, to the byte.
 */
import { nodeHashing } from '#relay';
import { calm } from './calm.ts';
import { createDice } from './clockwork.ts';
import { drawWeather, type FaultCounts, type FaultKind } from './faults.ts';
import { judge, nothingAheadIsShown } from './invariants.ts';
import { createNodePrimitives } from './node-primitives.ts';
import { allSims, createScene, fired, newDevice, type Scene } from './scene.ts';
import { letTimePass, type Step, steps } from './steps.ts';
import { createStubPrimitives, stubHashing } from './stub-primitives.ts';
import { createWitness } from './witness.ts';
import { createWorld } from './world.ts';

/** Some thousand events make a course; so many make a defect. */
const eventsMax = 150_000;

export interface ScenarioOptions {
  /** `stub` for volume, `real` for what ships. */
  readonly crypto: 'stub' | 'real';
  /** Faults that this run does without. */
  readonly without?: readonly FaultKind[];
  /** Faults that this run certainly has, among few others. */
  readonly certain?: readonly FaultKind[];
  readonly log?: (line: string) => void;
}

export interface ScenarioReport {
  readonly seed: string;
  /** Sentences; empty when all holds. */
  readonly problems: readonly string[];
  readonly faults: FaultCounts;
  readonly traceHash: string;
  readonly virtualMs: number;
  readonly entries: number;
  readonly frames: number;
  readonly deeds: Scene['deeds'];
  readonly devices: number;
  /** How often all had to connect before all were equal. */
  readonly rounds: number;
}

export async function runScenario(seed: string, options: ScenarioOptions): Promise<ScenarioReport> {
  const weather = drawWeather(createDice(seed).fork('weather'), options.without ?? [], options.certain ?? []);
  const isStub = options.crypto === 'stub';
  const primitives = isStub ? createStubPrimitives() : createNodePrimitives();
  const world = await createWorld({ seed, primitives, hashing: isStub ? stubHashing : nodeHashing, eventsMax });
  const witness = createWitness();
  let at = '';
  const log = (line: string): void => options.log?.(`${at} ${line}`);
  const scene = createScene(world, primitives, weather, witness, log);
  const startMs = world.clockwork.nowMs();
  const report = (rounds: number): ScenarioReport => ({
    seed,
    problems: [...new Set([...scene.problems, ...witness.problems])],
    faults: scene.faults,
    traceHash: world.traceHash(),
    virtualMs: world.clockwork.nowMs() - startMs,
    entries: witness.entriesByKey.size,
    frames: world.framesCount(),
    deeds: scene.deeds,
    devices: allSims(scene).length,
    rounds,
  });
  try {
    await begin(scene);
    const possible = steps.filter((step) => step.kind === undefined || weather.has(step.kind));
    const count = 10 + scene.dice.roll(40);
    for (let i = 0; i < count; i++) {
      at = `${i}`;
      const step = pickStep(scene, possible);
      log(`- ${step.name}`);
      await step.run(scene);
      await letTimePass(scene);
      scene.problems.push(...nothingAheadIsShown(scene));
    }
    at = 'calm';
    const rounds = await calm(scene);
    scene.problems.push(...(await judge(scene)));
    return report(rounds);
  } catch (defect) {
    scene.problems.push(`it broke: ${defect instanceof Error ? defect.stack : String(defect)}`);
    return report(0);
  }
}

async function begin(scene: Scene): Promise<void> {
  const { world, weather } = scene;
  world.onFault = (kind) => fired(scene, kind as FaultKind); // only kinds of the list are told
  world.networkFaults.loss = weather.loss;
  world.networkFaults.delayMsMax = weather.delayMsMax;
  world.networkFaults.halfOpen = weather.halfOpen;
  const dice = world.dice.fork('relay-faults');
  const kinds = (['crash-before', 'crash-after'] as const).filter((kind) => weather.has(`relay-${kind}`));
  world.relayFault = () =>
    !scene.isCalm && kinds.length > 0 && dice.chance(weather.relayFault) ? dice.pick(kinds) : 'none';
  for (const person of [scene.noor, scene.sam]) person.sims.push(await newDevice(scene, person));
}

function pickStep(scene: Scene, possible: readonly Step[]): Step {
  const sum = possible.reduce((total, step) => total + step.weight, 0);
  let at = scene.dice.roll(sum);
  for (const step of possible) {
    at -= step.weight;
    if (at < 0) return step;
  }
  throw new Error('This should not be possible: the dice fell beyond the last step');
}
