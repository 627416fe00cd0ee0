/** Defects that the simulator has found in our own code, each with the shortest course of events that shows it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bytesToText, limits } from '#kernel';
import { decodeDeviceFrame } from '#wire';
import {
  createStubPrimitives,
  createWorld,
  linkDevices,
  pairPeople,
  relayUrl,
  type SimDevice,
  stubHashing,
  type World,
  writeCheckIn,
} from './index.ts';

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
  for (const connection of [...noor.connections]) connection.cut();
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

test('an invitation that no relay heard of in time is not offered for ever (seed b-0)', async () => {
  const world = await createWorld({ seed: 'b-0', primitives: createStubPrimitives(), hashing: stubHashing });
  const noor = world.addDevice('noor');
  await noor.start();
  noor.goOffline();
  assert((await noor.device!.invite('partner')).ok);
  await world.run(limits.inviteBoxDays * 86_400_000 + 2 * 86_400_000);
  noor.goOnline();
  await world.run(10_000);
  assert.deepEqual(noor.device!.snapshot().notices, []);
  assert.equal(noor.device!.snapshot().connection.unsentCount, 0);
});

test('a second device of mine, long offline, gives no key for an answer that was already answered (seed b-10)', async () => {
  const { world, noor, sam } = await couple('b-10');
  const second = world.addDevice('noor-2');
  await second.start();
  await linkDevices(world, noor, second);
  await writeCheckIn(sam, 'of sam', 'sealed');
  await world.run(limits.cancelWindowMsDefault + 5_000);
  second.goOffline();
  await writeCheckIn(noor, 'first of noor', 'sealed');
  await writeCheckIn(second, 'second of noor', 'sealed');
  await world.run(limits.cancelWindowMsDefault + 5_000);
  second.goOnline();
  await world.run(10_000);
  const states = sam.device!.snapshot().sealed.map(({ who, state }) => `${who} ${state}`);
  assert.deepEqual(states.sort(), ['me open', 'partner open', 'partner waiting']);
});

test('the twelve words given once more while a device is coming back do not stop it (seed c-47)', async () => {
  const { world, noor, sam } = await couple('c-47');
  const words = await noor.device!.recoveryPhrase();
  await writeCheckIn(noor, 'before');
  await world.run(5_000);
  noor.crash();
  const fresh = world.addDevice('noor-2');
  await fresh.start();
  world.networkFaults.delayMsMax = 3_000;
  for (let i = 0; i < 20; i++) {
    await fresh.device!.recover(words, relayUrl);
    await world.run(1_000);
  }
  world.networkFaults.delayMsMax = 0;
  await world.run(60_000);
  await writeCheckIn(fresh, 'after', 'ours');
  await world.run(limits.cancelWindowMsDefault + 5_000);
  assert.equal(sam.device!.snapshot().thingsByPractice.get('check-in')?.size, 1);
  assert.equal(fresh.device!.snapshot().thingsByPractice.get('check-in')?.size, 2);
});

test('what a linked device writes before it is known as mine is shown once it is (seed c-12)', async () => {
  const { world, noor } = await couple('c-12');
  const fresh = world.addDevice('noor-2');
  await fresh.start();
  const invited = await noor.device!.invite('device');
  assert(invited.ok);
  await world.run(1_000);
  await fresh.device!.openLink(invited.value.link);
  await fresh.device!.join();
  await world.run(5_000);
  await noor.device!.confirmWords(true);
  await fresh.device!.confirmWords(true);
  fresh.goOffline();
  await fresh.settled();
  if (fresh.device!.snapshot().pairing.step !== 'ended') {
    fresh.goOnline();
    while (fresh.device!.snapshot().pairing.step !== 'ended') await world.run(1);
    fresh.goOffline();
  }
  assert((await writeCheckIn(fresh, 'too early')).ok);
  fresh.goOnline();
  await world.run(20_000);
  for (const sim of [noor, fresh]) assert.equal(sim.device!.snapshot().thingsByPractice.get('check-in')?.size, 1);
});

test('a disk that was full for a moment is not said to be full for ever (seed c-51)', async () => {
  const world = await createWorld({ seed: 'c-51', primitives: createStubPrimitives(), hashing: stubHashing });
  const noor = world.addDevice('noor');
  await noor.start();
  noor.disk.fault = () => 'full';
  assert.equal((await writeCheckIn(noor, 'no room')).ok, false);
  assert.deepEqual(noor.device!.snapshot().notices, [{ type: 'relay', code: 'storage-full' }]);
  noor.disk.fault = () => 'none';
  assert((await writeCheckIn(noor, 'room again')).ok);
  assert.deepEqual(noor.device!.snapshot().notices, []);
});

test('a share whose window was set by a clock that was ahead leaves once the clock is right (seed d-55)', async () => {
  const { world, noor, sam } = await couple('d-55');
  noor.clockSkewMs = 30 * 86_400_000;
  await writeCheckIn(noor, 'for both', 'ours');
  noor.clockSkewMs = 0;
  await world.run(limits.cancelWindowMsMax + limits.cancelWindowMsDefault + 5_000);
  assert.equal(noor.device!.snapshot().windows.length, 0);
  assert.equal(sam.device!.snapshot().thingsByPractice.get('check-in')?.size, 1);
});

test('a relay that went back in time is given the key ring again, so that the twelve words still work (seed d-54)', async () => {
  const { world, noor } = await couple('d-54');
  const empty = world.relayStore().snapshot();
  const words = await noor.device!.recoveryPhrase();
  await writeCheckIn(noor, 'to be found');
  await world.run(10_000);
  const store = world.relayStore();
  store.restore({ ...empty, mailboxes: new Map() });
  world.restartRelay(store);
  await world.run(60_000);
  noor.crash();
  const fresh = world.addDevice('noor-2');
  await fresh.start();
  await fresh.device!.recover(words, relayUrl);
  await world.run(60_000);
  assert.equal(fresh.device!.snapshot().thingsByPractice.get('check-in')?.size, 1);
});

test('an app that was closed while it gave things back to a relay goes on when it is opened again (seed plant-30)', async () => {
  const { world, noor } = await couple('plant-30');
  const backup = world.relayStore().snapshot();
  for (let i = 0; i < 3; i++) await writeCheckIn(noor, 'to be given back');
  await world.run(5_000);
  const store = world.relayStore();
  const boxCount = (): number =>
    [...store.snapshot().mailboxes.values()].reduce((sum, { boxes }) => sum + boxes.length, 0);
  const before = boxCount();
  noor.goOffline();
  store.restore(backup);
  world.restartRelay(store);
  let isListAsked = false;
  world.networkFaults.bend = (_sim, direction, frame) => {
    const isList = direction === 'up' && decodeDeviceFrame(frame)?.type === 'list';
    isListAsked ||= isList;
    return isList ? [] : [frame];
  };
  noor.goOnline();
  await world.run(2_000);
  assert(isListAsked);
  noor.crash();
  world.networkFaults.bend = null;
  await noor.start();
  await world.run(10_000);
  assert(boxCount() >= before, `${boxCount()} of ${before}`);
});

test('a device is linked even if the first one was closed just as it vouched for it (seed g-88)', async () => {
  const world = await createWorld({ seed: 'g-88', primitives: createStubPrimitives(), hashing: stubHashing });
  const [noor, fresh] = [world.addDevice('noor'), world.addDevice('noor-2')];
  await noor.start();
  await fresh.start();
  const invited = await noor.device!.invite('device');
  assert(invited.ok);
  await world.run(1_000);
  await fresh.device!.openLink(invited.value.link);
  await fresh.device!.join();
  await world.run(5_000);
  noor.disk.watch = (puts) => {
    const isOver = puts.some(([key, bytes]) => key === 'pairing' && bytesToText(bytes) === 'null');
    if (isOver) noor.disk.fault = () => 'crash-before';
  };
  await noor.device!.confirmWords(true);
  await fresh.device!.confirmWords(true);
  await world.run(5_000);
  noor.crash();
  noor.disk.fault = () => 'none';
  await noor.start();
  await world.run(20_000);
  for (const sim of [noor, fresh]) assert.equal(sim.device!.snapshot().devices.length, 2, sim.name);
});

test('who pairs while coming back says it once, and is let in when the time has come (seed h-24)', async () => {
  const world = await createWorld({ seed: 'h-24', primitives: createStubPrimitives(), hashing: stubHashing });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  await noor.start();
  await sam.start();
  noor.clockSkewMs = 3 * 86_400_000;
  await writeCheckIn(noor, 'with a clock that is ahead');
  const words = await noor.device!.recoveryPhrase();
  await world.run(10_000);
  noor.crash();
  const fresh = world.addDevice('noor-2');
  await fresh.start();
  await fresh.device!.recover(words, relayUrl);
  await world.run(10_000);
  await pairPeople(world, fresh, sam);
  await writeCheckIn(fresh, 'meanwhile', 'ours');
  await world.run(60_000);
  const written = (): number => [...fresh.disk.records.keys()].filter((key) => key.startsWith('e/')).length;
  assert(written() < 25, `${written()} entries`);
  for (const sim of [fresh, sam]) sim.goOffline();
  await world.run(3 * 86_400_000);
  for (const sim of [fresh, sam]) sim.goOnline();
  await world.run(60_000);
  assert.equal(fresh.device!.snapshot().thingsByPractice.get('check-in')?.size, 2);
  assert.equal(sam.device!.snapshot().thingsByPractice.get('check-in')?.size, 1);
});
