/** Defects that the simulator has found in our own code, each with the shortest course of events that shows it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '#kernel';
import { createStubPrimitives, createWorld, pairPeople, type SimDevice, stubHashing, type World } from './index.ts';

async function couple(seed: string): Promise<{ world: World; noor: SimDevice; sam: SimDevice }> {
  const world = await createWorld({ seed, primitives: createStubPrimitives(), hashing: stubHashing });
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  await pairPeople(world, noor, sam);
  return { world, noor, sam };
}

test('a relay that is away is called again after growing pauses, not without end (seed b-0)', async () => {
  const { world, noor } = await couple('b-0');
  let calls = 0;
  world.onFault = (kind) => {
    if (kind === 'partition') calls += 1;
  };
  noor.isReachable = false;
  for (const cut of [...noor.cuts]) cut();
  await world.run(60_000);
  assert(calls >= 3 && calls <= 12, `${calls} calls in a minute`);
});

test('words that were never compared do not keep a device awake once the invitation has run out (seed b-4)', async () => {
  const world = await createWorld({ seed: 'b-4', primitives: createStubPrimitives(), hashing: stubHashing });
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  const invited = await noor.device!.invite('partner');
  assert(invited.ok);
  await world.run(1_000);
  await sam.device!.openLink(invited.value.link);
  await sam.device!.join();
  await world.run(10_000);
  assert.equal(noor.device!.snapshot().pairing.step, 'comparing');
  for (const sim of [noor, sam]) sim.goOffline();
  await world.run(limits.inviteLifeMs + 1_000);
  await world.run(0);
  const before = world.eventsCount();
  await world.run(60_000);
  assert(world.eventsCount() - before < 10, `${world.eventsCount() - before} events in a minute offline`);
});
