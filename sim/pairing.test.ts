/** Pairing as two people live it: together, declined, too late, twice, with a wrong link, with words that differ. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '#kernel';
import { nodeHashing } from '#relay';
import { createWorld, linkDevices, pairPeople, type SimDevice, type World, writeCheckIn } from './index.ts';
import { createNodePrimitives } from './node-primitives.ts';

const newWorld = (seed: string): Promise<World> =>
  createWorld({ seed, primitives: createNodePrimitives(), hashing: nodeHashing });

async function twoAlone(seed: string): Promise<{ world: World; noor: SimDevice; sam: SimDevice }> {
  const world = await newWorld(seed);
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  return { world, noor, sam };
}

async function inviteLink(noor: SimDevice): Promise<string> {
  const invited = await noor.device!.invite('partner');
  assert(invited.ok);
  return invited.value.link;
}

const outcome = (sim: SimDevice): string => {
  const { pairing } = sim.device!.snapshot();
  return pairing.step === 'ended' ? pairing.outcome : pairing.step;
};

const notes = (sim: SimDevice): readonly string[] =>
  [...(sim.device!.snapshot().thingsByPractice.get('check-in')?.values() ?? [])].map(
    (thing) => (thing as { readonly words: { readonly note: string } | null }).words?.note ?? '',
  );

test('someone alone can write at once, and no server hears of it', async () => {
  const { world, noor } = await twoAlone('alone');
  const result = await writeCheckIn(noor, 'only mine');
  assert(result.ok);
  await world.run(60_000);
  assert.deepEqual(notes(noor), ['only mine']);
  assert.equal(world.relayReceived.length, 0);
});

test('two people pair by a link and four words, and then can share', async () => {
  const { world, noor, sam } = await twoAlone('pair');
  await pairPeople(world, noor, sam);
  await noor.device!.setName('Noor');
  await writeCheckIn(noor, 'for both of us', 'ours');
  await world.run(limits.cancelWindowMsDefault + 5_000);
  assert.deepEqual(notes(sam), ['for both of us']);
  assert.equal(sam.device!.snapshot().partner?.name, 'Noor');
  assert.notEqual(sam.device!.snapshot().me.tone, noor.device!.snapshot().me.tone);
});

test('what was written alone stays mine after pairing', async () => {
  const { world, noor, sam } = await twoAlone('alone-then-two');
  await writeCheckIn(noor, 'before we were two');
  await pairPeople(world, noor, sam);
  await world.run(60_000);
  assert.deepEqual(notes(sam), []);
  assert.deepEqual(notes(noor), ['before we were two']);
});

test('a share can be taken back while its window is open, and not after', async () => {
  const { world, noor, sam } = await twoAlone('window');
  await pairPeople(world, noor, sam);
  await writeCheckIn(noor, 'too soon', 'ours');
  const [share] = noor.device!.snapshot().windows;
  assert(share);
  assert.equal(await noor.device!.cancelShare(share.id), true);
  await world.run(60_000);
  assert.deepEqual(notes(sam), []);
  assert.deepEqual(notes(noor), ['too soon']);
  assert.equal(await noor.device!.cancelShare(share.id), false);
});

test('a share leaves at its time even if the app was closed meanwhile', async () => {
  const { world, noor, sam } = await twoAlone('window-closed');
  await pairPeople(world, noor, sam);
  await writeCheckIn(noor, 'later', 'ours');
  noor.crash();
  await world.run(60_000);
  assert.deepEqual(notes(sam), []);
  await noor.start();
  await world.run(5_000);
  assert.deepEqual(notes(sam), ['later']);
});

test('the one who is invited can kindly decline', async () => {
  const { world, noor, sam } = await twoAlone('decline');
  const link = await inviteLink(noor);
  await world.run(1_000);
  await sam.device!.openLink(link);
  await sam.device!.decline();
  await world.run(5_000);
  assert.equal(outcome(sam), 'i-declined');
  assert.equal(outcome(noor), 'declined');
  assert.equal(noor.device!.snapshot().partner, null);
});

test('an invitation ends by itself after its time, on both sides', async () => {
  const { world, noor, sam } = await twoAlone('expired');
  const link = await inviteLink(noor);
  await world.run(limits.inviteLifeMs + 1_000);
  assert.equal(outcome(noor), 'expired');
  await sam.device!.openLink(link);
  await sam.device!.join();
  await world.run(5_000);
  assert.equal(outcome(sam), 'expired');
});

test('an invitation can be used once', async () => {
  const { world, noor, sam } = await twoAlone('used');
  const eve = world.addDevice('eve');
  await eve.start();
  const link = await inviteLink(noor);
  await world.run(1_000);
  for (const sim of [sam, eve]) {
    await sim.device!.openLink(link);
    await sim.device!.join();
    await world.run(2_000);
  }
  assert.equal(outcome(eve), 'used');
  assert.equal(outcome(sam), 'comparing');
  assert.equal(outcome(noor), 'comparing');
});

test('of two who join at the same moment one is told that it was used, and only one can go on', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const { world, noor, sam } = await twoAlone(`race-${seed}`);
    const eve = world.addDevice('eve');
    await eve.start();
    const link = await inviteLink(noor);
    await world.run(1_000);
    world.networkFaults.delayMsMax = 400;
    for (const sim of [sam, eve]) {
      await sim.device!.openLink(link);
      await sim.device!.join();
    }
    await world.run(20_000);
    assert.deepEqual([outcome(sam), outcome(eve)].sort(), ['comparing', 'used'], `seed race-${seed}`);
  }
});

test('a link that is cut, mistyped, or of a later version is told apart before anything is sent', async () => {
  const { world, noor, sam } = await twoAlone('links');
  const link = await inviteLink(noor);
  await world.run(1_000);
  const heard = world.relayReceived.length;
  const flipped = link.slice(0, -3) + (link.at(-3) === 'A' ? 'B' : 'A') + link.slice(-2);
  for (const bad of [link.slice(0, -4), flipped, 'https://relay.test/', '', '#invite=', '#invite=AAAA']) {
    assert.deepEqual(await sam.device!.openLink(bad), { ok: false, error: 'wrong-link' }, bad);
  }
  const newer = `#invite=AgE${link.split('#invite=')[1]!.slice(3)}`;
  assert.deepEqual(await sam.device!.openLink(newer), { ok: false, error: 'newer-link' });
  await world.run(5_000);
  assert.equal(world.relayReceived.length, heard);
});

test('when the words differ nobody is paired, on either side, whoever says it first', async () => {
  for (const first of ['noor', 'sam'] as const) {
    const { world, noor, sam } = await twoAlone(`differ-${first}`);
    const link = await inviteLink(noor);
    await world.run(1_000);
    await sam.device!.openLink(link);
    await sam.device!.join();
    await world.run(5_000);
    const [says, confirms] = first === 'noor' ? [noor, sam] : [sam, noor];
    await confirms.device!.confirmWords(true);
    await world.run(2_000);
    await says.device!.confirmWords(false);
    await world.run(5_000);
    assert.equal(outcome(says), 'differed');
    assert.equal(outcome(confirms), 'differed');
    assert.equal(noor.device!.snapshot().partner, null);
    assert.equal(sam.device!.snapshot().partner, null);
  }
});

test('a pairing goes on after each side was closed at any step', async () => {
  for (const step of [0, 1, 2, 3]) {
    const { world, noor, sam } = await twoAlone(`reload-${step}`);
    const again = async (at: number): Promise<void> => {
      if (at !== step) return;
      for (const sim of [noor, sam]) {
        sim.crash();
        await sim.start();
      }
      await world.run(3_000);
    };
    const link = await inviteLink(noor);
    await world.run(1_000);
    await sam.device!.openLink(link);
    await again(0);
    await sam.device!.join();
    await again(1);
    await world.run(3_000);
    await again(2);
    await noor.device!.confirmWords(true);
    await again(3);
    await sam.device!.confirmWords(true);
    await world.run(5_000);
    assert.equal(noor.device!.snapshot().partner === null, false, `step ${step}`);
    assert.equal(sam.device!.snapshot().partner === null, false, `step ${step}`);
  }
});

test('another device of mine gets all that is mine and ours, and the partner sees it on the list', async () => {
  const { world, noor, sam } = await twoAlone('link');
  await writeCheckIn(noor, 'mine');
  await pairPeople(world, noor, sam);
  await writeCheckIn(sam, 'from sam', 'ours');
  await world.run(30_000);
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await linkDevices(world, noor, tablet);
  await world.run(10_000);
  assert.deepEqual([...notes(tablet)].sort(), ['from sam', 'mine']);
  assert.equal(sam.device!.snapshot().devices.filter((one) => one.who === 'partner').length, 2);
  await writeCheckIn(tablet, 'from the tablet', 'ours');
  await world.run(30_000);
  assert(notes(sam).includes('from the tablet'));
  assert(notes(noor).includes('from the tablet'));
});

test('a device that already holds entries of its own is not linked over them', async () => {
  const { world, noor, sam } = await twoAlone('has-entries');
  await writeCheckIn(sam, 'precious');
  const invited = await noor.device!.invite('device');
  assert(invited.ok);
  await world.run(1_000);
  assert.deepEqual(await sam.device!.openLink(invited.value.link), { ok: false, error: 'has-entries' });
});

test('a device on which only an invitation was begun can still become another device of mine', async () => {
  const { world, noor, sam } = await twoAlone('blank');
  await writeCheckIn(noor, 'mine');
  await inviteLink(sam);
  await world.run(2_000);
  await sam.device!.endPairing();
  await world.run(2_000);
  await linkDevices(world, noor, sam);
  await world.run(5_000);
  assert.deepEqual(notes(sam), ['mine']);
  sam.crash();
  await sam.start();
  await world.run(5_000);
  assert.deepEqual(notes(sam), ['mine']);
  assert.deepEqual(sam.device!.snapshot().notices, []);
});
