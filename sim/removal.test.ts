/** A lost phone: taken off the list by another device of its person, and out of everything that comes after. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeHashing } from '#relay';
import { createWorld, linkDevices, pairPeople, relayUrl, type SimDevice, type World, writeCheckIn } from './index.ts';
import { createNodePrimitives } from './node-primitives.ts';

const notes = (sim: SimDevice): readonly string[] =>
  [...(sim.device!.snapshot().thingsByPractice.get('check-in')?.values() ?? [])]
    .map((thing) => (thing as { readonly words: { readonly note: string } | null }).words?.note ?? '')
    .sort();

interface Household {
  readonly world: World;
  readonly noor: SimDevice;
  readonly tablet: SimDevice;
  readonly sam: SimDevice;
}

async function household(seed: string): Promise<Household> {
  const world = await createWorld({ seed, primitives: createNodePrimitives(), hashing: nodeHashing });
  const [noor, sam, tablet] = [world.addDevice('noor'), world.addDevice('sam'), world.addDevice('tablet')];
  for (const sim of [noor, sam, tablet]) await sim.start();
  await pairPeople(world, noor, sam);
  await linkDevices(world, noor, tablet);
  await writeCheckIn(noor, 'before, mine');
  await writeCheckIn(noor, 'before, ours', 'ours');
  await world.run(30_000);
  return { world, noor, tablet, sam };
}

const idOf = (sim: SimDevice): string => sim.device!.snapshot().devices.find((one) => one.isThis)!.id;

async function removeTablet({ world, noor, tablet }: Household): Promise<void> {
  assert.deepEqual(await noor.device!.removeDevice(idOf(tablet)), { ok: true, value: null });
  await world.run(20_000);
}

test('after a removal the others go on, and the removed one gets nothing new', async () => {
  const all = await household('removal');
  const { world, noor, tablet, sam } = all;
  await removeTablet(all);
  await writeCheckIn(noor, 'after, mine');
  await writeCheckIn(noor, 'after, ours', 'ours');
  await writeCheckIn(sam, 'from sam after', 'ours');
  await world.run(60_000);
  assert.deepEqual(notes(noor), ['after, mine', 'after, ours', 'before, mine', 'before, ours', 'from sam after']);
  assert.deepEqual(notes(sam), ['after, ours', 'before, ours', 'from sam after']);
  assert.deepEqual(notes(tablet), ['before, mine', 'before, ours']);
  assert(tablet.device!.snapshot().notices.some((notice) => notice.type === 'removed'));
  assert.deepEqual(noor.device!.snapshot().notices, []);
  assert.deepEqual(sam.device!.snapshot().notices, []);
  assert(sam.device!.snapshot().devices.some((one) => one.isRemoved));
});

test('what the removed one writes afterwards is shown to nobody', async () => {
  const all = await household('removed-writes');
  await removeTablet(all);
  const { world, noor, tablet, sam } = all;
  await writeCheckIn(tablet, 'from the lost tablet', 'ours');
  await world.run(60_000);
  for (const sim of [noor, sam]) assert(!notes(sim).includes('from the lost tablet'), sim.name);
});

test('a partner who was away during a removal comes back to everything', async () => {
  const all = await household('removal-away');
  const { world, noor, sam } = all;
  sam.goOffline();
  await writeCheckIn(sam, 'written away', 'ours');
  await world.run(60_000);
  await removeTablet(all);
  await writeCheckIn(noor, 'meanwhile', 'ours');
  await world.run(3 * 86_400_000);
  sam.goOnline();
  await world.run(60_000);
  assert.deepEqual(notes(sam), ['before, ours', 'meanwhile', 'written away']);
  assert(notes(noor).includes('written away'));
  assert.deepEqual(sam.device!.snapshot().notices, []);
});

test('both remove a device of their own at the same time, and still agree', async () => {
  const all = await household('removal-twice');
  const { world, noor, tablet, sam } = all;
  const laptop = world.addDevice('laptop');
  await laptop.start();
  await linkDevices(world, sam, laptop);
  for (const sim of [noor, sam]) sim.goOffline();
  await noor.device!.removeDevice(idOf(tablet));
  await sam.device!.removeDevice(idOf(laptop));
  for (const sim of [noor, sam]) sim.goOnline();
  await world.run(60_000);
  await writeCheckIn(noor, 'noor after', 'ours');
  await writeCheckIn(sam, 'sam after', 'ours');
  await world.run(60_000);
  assert.deepEqual(notes(sam), ['before, ours', 'noor after', 'sam after']);
  assert(notes(noor).includes('sam after'));
  for (const sim of [tablet, laptop]) assert(!notes(sim).includes('noor after'), sim.name);
});

test('a device linked after a removal gets all, and the old phrase is over', async () => {
  const all = await household('after-removal');
  const { world, noor, sam } = all;
  const old = await noor.device!.recoveryPhrase();
  await world.run(5_000);
  await removeTablet(all);
  assert.equal(noor.device!.snapshot().isRecoverySet, false);
  await writeCheckIn(sam, 'new times', 'ours');
  await world.run(30_000);
  const phone = world.addDevice('new phone');
  await phone.start();
  await linkDevices(world, noor, phone);
  await world.run(30_000);
  assert.deepEqual(notes(phone), notes(noor));
  const thief = world.addDevice('thief');
  await thief.start();
  await thief.device!.recover(old, relayUrl);
  await world.run(30_000);
  assert(!notes(thief).includes('new times'));
  const fresh = await noor.device!.recoveryPhrase();
  await world.run(5_000);
  const restored = world.addDevice('restored');
  await restored.start();
  await restored.device!.recover(fresh, relayUrl);
  await world.run(30_000);
  assert.deepEqual(notes(restored), notes(noor));
});

// ------------------------------------------------------------------- found by the model of keys (sim/model/epochs.ts)

test('both remove two devices each before either has heard of it, and still find each other', async () => {
  const all = await household('removal-four');
  const { world, noor, tablet, sam } = all;
  const [old, laptop, older] = ['old phone', 'laptop', 'older laptop'].map((name) => world.addDevice(name));
  assert(old && laptop && older);
  for (const sim of [old, laptop, older]) await sim.start();
  await linkDevices(world, noor, old);
  await linkDevices(world, sam, laptop);
  await linkDevices(world, sam, older);
  await world.run(60_000);
  for (const sim of [noor, sam, tablet, old, laptop, older]) sim.goOffline();
  for (const gone of [tablet, old]) assert.equal((await noor.device!.removeDevice(idOf(gone))).ok, true);
  for (const gone of [laptop, older]) assert.equal((await sam.device!.removeDevice(idOf(gone))).ok, true);
  for (const sim of [noor, sam]) sim.goOnline();
  await world.run(60_000);
  await writeCheckIn(noor, 'noor after', 'ours');
  await writeCheckIn(sam, 'sam after', 'ours');
  await world.run(60_000);
  assert.deepEqual(notes(sam), ['before, ours', 'noor after', 'sam after']);
  assert(notes(noor).includes('sam after'));
  for (const sim of [tablet, old, laptop, older]) sim.goOnline();
  await world.run(60_000);
  for (const sim of [tablet, old, laptop, older]) assert(!notes(sim).includes('noor after'), sim.name);
});

test('a relay that lost the word of a removal is told it again, for whoever was away', async () => {
  const all = await household('removal-restored');
  const { world, sam, noor } = all;
  sam.goOffline();
  await world.run(30_000);
  const backup = world.relayStore().snapshot();
  await removeTablet(all);
  const store = world.relayStore();
  store.restore(backup);
  world.restartRelay(store);
  await world.run(3 * 60_000);
  sam.goOnline();
  await world.run(3 * 60_000);
  await writeCheckIn(noor, 'noor after', 'ours');
  await world.run(60_000);
  assert(notes(sam).includes('noor after'));
});
