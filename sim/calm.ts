/** Everything is put right, and time is given: after this all must be equal. */
import { limits } from '#kernel';
import { isSettled } from './invariants.ts';
import { meet } from './meeting.ts';
import { allSims, type Scene } from './scene.ts';
import type { SimDevice } from './sim-device.ts';
import { stopLies } from './steps.ts';

/** All honest devices are equal after at most so many exchanges. */
export const roundsMax = 10;

/** @returns how often all had to connect before all were equal; `roundsMax + 1` if they are not. */
export async function calm(scene: Scene): Promise<number> {
  const { world } = scene;
  scene.isCalm = true;
  stopLies(scene);
  Object.assign(world.networkFaults, { loss: 0, delayMsMax: 0, halfOpen: 0 });
  for (const sim of allSims(scene)) {
    sim.isReachable = true;
    if (Math.abs(sim.clockSkewMs) > 10 * 60_000) sim.clockSkewMs = 0;
    if (sim.olderTabs.length > 0) sim.crash();
    if (!sim.device) await sim.start();
    sim.goOffline();
  }
  await finishPairing(scene);
  await waitForClocks(scene);
  for (const sim of allSims(scene)) await sim.device?.endPairing();
  await exchange(scene, 60_000);
  await sayOneMoreWord(scene);
  let rounds = 1;
  for (; rounds <= roundsMax; rounds++) {
    await exchange(scene, 100_000);
    if (await isSettled(scene)) break;
  }
  return rounds;
}

/** One has joined, and the word of it has not reached the other yet: they wait for each other as people do. */
async function finishPairing(scene: Scene): Promise<void> {
  const isPaired = (sim: SimDevice): boolean => sim.device?.snapshot().partner !== null;
  if (scene.isPaired || !allSims(scene).some(isPaired)) return;
  const [inviters, joiners] = scene.noor.sims.some(isPaired) ? [scene.sam, scene.noor] : [scene.noor, scene.sam];
  const inviter = inviters.sims.find((sim) => sim.device?.snapshot().pairing.step === 'comparing');
  const joiner = joiners.sims.find(isPaired);
  if (!inviter || !joiner) return;
  scene.isPaired = (await meet(scene.world, inviter, joiner, 'partner')) === 'met';
  inviter.goOffline();
  joiner.goOffline();
}

/** All are offline until the last entry that was written ahead of its time has come due, and every window is over. */
async function waitForClocks(scene: Scene): Promise<void> {
  const { clockwork } = scene.world;
  const lastMs = Math.max(0, ...[...scene.witness.entriesByKey.values()].map((entry) => entry.atMs));
  await scene.world.run(Math.max(0, lastMs - clockwork.nowMs()) + limits.cancelWindowMsMax + 20 * 60_000);
  await scene.world.relay().tick();
}

/** All connect anew, as phones do that are taken up again. */
async function exchange(scene: Scene, forMs: number): Promise<void> {
  for (const sim of allSims(scene)) sim.goOffline();
  await scene.world.run(1_000);
  for (const sim of allSims(scene)) sim.goOnline();
  await scene.world.run(forMs);
}

/** Each device writes once more in both spaces: its entry tells the others what it has seen. */
async function sayOneMoreWord(scene: Scene): Promise<void> {
  for (const sim of allSims(scene)) {
    for (const visibility of scene.isPaired ? ['mine', 'ours'] : ['mine']) {
      const feelings = [{ type: 'known', id: 'calm' }];
      await sim.device?.command({
        practice: 'check-in',
        type: 'write',
        visibility,
        feltAtMs: null,
        feelings,
        strength: 1,
        needs: [],
        note: 'at the end',
      } as { readonly practice: string });
    }
  }
  await scene.world.run(limits.cancelWindowMsDefault + 1_000);
}
