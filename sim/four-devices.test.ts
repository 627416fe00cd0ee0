/** Two people with two devices each, all four away for three days and busy, then online: all equal, nothing lost. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { nodeHashing } from '#relay';
import { nextDeed } from './deeds.ts';
import {
  createDice,
  createNodePrimitives,
  createWorld,
  linkDevices,
  pairPeople,
  type SimDevice,
  type World,
} from './index.ts';
import { ownState, sharedState } from './shared-state.ts';

const dayMs = 86_400_000;
const entriesEach = 50;
const dice = createDice('four-devices');

const entriesOf = (sim: SimDevice): readonly string[] =>
  [...sim.disk.records.keys()].filter((key) => key.startsWith('e/')).sort();
const ownEntriesOf = (sim: SimDevice): readonly string[] => {
  const id = sim.device!.snapshot().devices.find((one) => one.isThis)!.id;
  return entriesOf(sim).filter((key) => key.split('/')[2] === id.slice(0, 32));
};
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function household(): Promise<{ world: World; noor: SimDevice[]; sam: SimDevice[] }> {
  const world = await createWorld({ seed: 'four', primitives: createNodePrimitives(), hashing: nodeHashing });
  const [noor1, noor2, sam1, sam2] = ['noor-1', 'noor-2', 'sam-1', 'sam-2'].map(world.addDevice);
  const noor = [noor1!, noor2!];
  const sam = [sam1!, sam2!];
  for (const sim of [...noor, ...sam]) await sim.start();
  await pairPeople(world, noor[0]!, sam[0]!);
  await linkDevices(world, noor[0]!, noor[1]!);
  await linkDevices(world, sam[0]!, sam[1]!);
  await world.run(10_000);
  return { world, noor, sam };
}

async function liveThreeDays(world: World, sims: readonly SimDevice[]): Promise<void> {
  let number = 0;
  const before = new Map(sims.map((sim) => [sim, ownEntriesOf(sim).length] as const));
  const isBusy = (sim: SimDevice): boolean => ownEntriesOf(sim).length - before.get(sim)! < entriesEach;
  const endMs = world.clockwork.nowMs() + 3 * dayMs;
  for (let hours = 0; sims.some(isBusy); hours++) {
    assert(hours < 1_000, 'each writes enough in time');
    for (const sim of sims.filter(isBusy)) {
      const person = sim.name.split('-')[0]!;
      const nowMs = world.clockwork.nowMs();
      await sim.device!.command(nextDeed({ person, dice, nowMs, nextNumber: () => ++number }, sim.device!.snapshot()));
    }
    await world.run(40 * 60_000);
  }
  await world.run(Math.max(0, endMs - world.clockwork.nowMs()));
}

test('four devices that were offline for three days with fifty entries each become equal, and none is lost', async () => {
  const { world, noor, sam } = await household();
  const all = [...noor, ...sam];
  for (const sim of all) sim.goOffline();
  await liveThreeDays(world, all);
  const written = all.flatMap((sim) => ownEntriesOf(sim));
  const frames = world.framesCount();
  const startMs = performance.now();
  for (const sim of all) sim.goOnline();
  let seconds = 0;
  const shared = (): readonly string[] =>
    all.map((sim) => {
      const isNoor = noor.includes(sim);
      return hashOf(sharedState(sim.device!.snapshot(), isNoor ? 'noor' : 'sam', isNoor ? 'sam' : 'noor'));
    });
  const own = (): readonly string[] => all.map((sim) => hashOf(ownState(sim.device!.snapshot())));
  const isEqual = (): boolean =>
    new Set(shared()).size === 1 && own()[0] === own()[1] && own()[2] === own()[3] && all.every(isAllSent);
  while (!isEqual() && seconds < 120) {
    await world.run(1_000);
    seconds += 1;
  }
  console.log(
    `four devices: ${written.length} entries written offline and before, ${seconds} virtual s to be equal, ` +
      `${world.framesCount() - frames} frames, ${((performance.now() - startMs) / 1_000).toFixed(1)} s of work; ` +
      `ours ${shared()[0]}, noor ${own()[0]}, sam ${own()[2]}`,
  );
  assert.equal(new Set(shared()).size, 1, `ours: ${shared()}`);
  assert.equal(own()[0], own()[1]);
  assert.equal(own()[2], own()[3]);
  for (const sim of all) {
    const held = new Set(entriesOf(sim));
    const audience = written.filter(
      (key) => key.startsWith('e/o/') || ownChainsOf(sim, noor, sam).has(key.split('/')[2]!),
    );
    assert.deepEqual(
      audience.filter((key) => !held.has(key)),
      [],
      `${sim.name} lacks`,
    );
    assert.deepEqual(sim.device!.snapshot().notices, []);
  }
});

const isAllSent = (sim: SimDevice): boolean => sim.device!.snapshot().connection.unsentCount === 0;

/** The chains of this person's devices. */
function ownChainsOf(sim: SimDevice, noor: readonly SimDevice[], sam: readonly SimDevice[]): ReadonlySet<string> {
  const mine = noor.includes(sim) ? noor : sam;
  return new Set(
    mine.map((one) =>
      one
        .device!.snapshot()
        .devices.find((d) => d.isThis)!
        .id.slice(0, 32),
    ),
  );
}
