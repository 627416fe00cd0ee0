/** Leaving: alone, at once, offline; nothing follows, nothing of one's own is lost, and the one who stays sees silence. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bytesToHex, bytesToText } from '#kernel';
import { nodeHashing } from '#relay';
import { createWorld, linkDevices, pairPeople, type SimDevice, type World, writeCheckIn } from './index.ts';
import { createNodePrimitives } from './node-primitives.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const notes = (sim: SimDevice): readonly string[] =>
  [...(sim.device!.snapshot().thingsByPractice.get('check-in')?.values() ?? [])]
    .map((thing) => (thing as { readonly words: { readonly note: string } | null }).words?.note ?? '')
    .sort();

const keptText = async (sim: SimDevice): Promise<string> => {
  const [parting] = sim.device!.snapshot().partings;
  return JSON.stringify(await sim.device!.readKept(parting?.space ?? ''));
};

/** Names of the records on the disk of a device that hold these words. */
const recordsWith = (sim: SimDevice, words: string): readonly string[] =>
  [...sim.disk.records].filter(([, bytes]) => bytesToText(bytes)?.includes(words)).map(([name]) => name);

interface Couple {
  readonly world: World;
  readonly noor: SimDevice;
  readonly sam: SimDevice;
}

async function couple(seed: string): Promise<Couple> {
  const world = await createWorld({ seed, primitives: createNodePrimitives(), hashing: nodeHashing });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const sim of [noor, sam]) await sim.start();
  await pairPeople(world, noor, sam);
  await noor.device!.setName('Noor');
  await sam.device!.setName('Sam');
  await writeCheckIn(noor, 'mine of noor');
  await writeCheckIn(noor, 'shared by noor', 'ours');
  await writeCheckIn(sam, 'shared by sam', 'ours');
  await writeCheckIn(sam, 'mine of sam');
  await world.run(60_000);
  assert.deepEqual(notes(noor), ['mine of noor', 'shared by noor', 'shared by sam']);
  return { world, noor, sam };
}

function countConnections(sim: SimDevice): () => number {
  let count = 0;
  const add = sim.connections.add.bind(sim.connections);
  sim.connections.add = (connection) => {
    count += 1;
    return add(connection);
  };
  return () => count;
}

test('offline and at once; in the thirty days after it nothing leaves the device, whatever its person does', async () => {
  const { world, noor, sam } = await couple('leave');
  sam.goOffline();
  noor.goOffline();
  await world.run(1_000);
  const [sentBefore, calls] = [world.relayReceived.length, countConnections(noor)];
  assert.deepEqual(await noor.device!.leave(true), { ok: true, value: null });
  assert.equal(noor.device!.snapshot().partner, null);
  noor.goOnline();
  for (let day = 0; day < 30; day++) {
    if (day % 3 === 0) await writeCheckIn(noor, `day ${day}`);
    if (day % 7 === 0) {
      await noor.device!.close();
      await noor.start();
    }
    noor.device!.connect();
    await world.run(dayMs);
  }
  assert.equal(calls(), 0, 'connections after leaving');
  assert.equal(world.relayReceived.length, sentBefore, 'frames after leaving');
  assert.equal(notes(noor).length, 12);
});

test('my own words stay; what was shared stays as a copy and in no other record; no key of ours is left', async () => {
  const { noor } = await couple('leave-keeps');
  await noor.device!.leave(true);
  for (const isReopened of [false, true]) {
    if (isReopened) {
      await noor.device!.close();
      await noor.start();
    }
    const snapshot = noor.device!.snapshot();
    assert.deepEqual(notes(noor), ['mine of noor', 'shared by noor']); // the private copy of what I shared
    assert.deepEqual(
      snapshot.partings.map(({ name }) => name),
      ['Sam'],
    );
    assert.deepEqual(snapshot.notices, []);
    const kept = await keptText(noor);
    for (const words of ['shared by sam', 'shared by noor']) assert(kept.includes(words), words);
    assert(!kept.includes('mine of noor'));
    assert.deepEqual(
      recordsWith(noor, 'shared by sam').map((name) => name.split('/')[0]),
      ['kept'],
    );
    const ofOurs = [...noor.disk.records.keys()].filter((name) =>
      /^(space|head)\/ours|^e\/o\/|^unsent\/o\//.test(name),
    );
    assert.deepEqual(ofOurs, []);
  }
  await noor.device!.forgetKept(noor.device!.snapshot().partings[0]!.space);
  assert.deepEqual(recordsWith(noor, 'shared by sam'), []);
  assert.deepEqual(noor.device!.snapshot().partings, []);
});

test('for the one who stays, leaving cannot be told from a phone that is off', async () => {
  const seen: string[] = [];
  for (const isLeaving of [true, false]) {
    const { world, noor, sam } = await couple('leave-unseen');
    if (isLeaving) await noor.device!.leave(true);
    else noor.goOffline();
    await writeCheckIn(sam, 'are you there', 'ours');
    await world.run(3 * hourMs);
    await writeCheckIn(sam, 'alone');
    await world.run(3 * hourMs);
    const { thingsByPractice, ...rest } = sam.device!.snapshot();
    const things = [...thingsByPractice].map(([key, found]) => [key, [...found]]);
    const received = sam.received.map(bytesToHex);
    seen.push(JSON.stringify({ rest, things, received, relay: world.relayReceived.map(bytesToHex) }));
    assert.deepEqual(sam.device!.snapshot().notices, []);
    assert.equal(sam.device!.snapshot().partner?.name, 'Noor');
    assert(notes(sam).includes('alone') && notes(sam).includes('shared by noor'));
  }
  assert.equal(seen[0], seen[1]);
});

test('both may leave; whoever begins anew has other keys, and who comes new sees nothing of before', async () => {
  const { world, noor, sam } = await couple('leave-anew');
  const before = JSON.stringify([...noor.disk.records.get('space/ours')!]);
  await noor.device!.leave(true);
  await sam.device!.leave(true);
  assert.deepEqual(await sam.device!.leave(true), { ok: false, error: 'alone' });
  const kim = world.addDevice('kim');
  await kim.start();
  await pairPeople(world, noor, kim);
  await kim.device!.setName('Kim');
  await writeCheckIn(noor, 'for kim', 'ours');
  await writeCheckIn(kim, 'from kim', 'ours');
  await world.run(60_000);
  assert.deepEqual(notes(kim), ['for kim', 'from kim']);
  assert.deepEqual(notes(noor), ['for kim', 'from kim', 'mine of noor', 'shared by noor']);
  assert.equal(noor.device!.snapshot().partner?.name, 'Kim');
  assert.deepEqual(noor.device!.snapshot().notices, []);
  const keysOf = (text: string): ReadonlySet<string> => new Set(text.match(/[0-9a-f]{32,64}/g) ?? []);
  const old = keysOf(String.fromCharCode(...(JSON.parse(before) as number[])));
  const fresh = keysOf(bytesToText(noor.disk.records.get('space/ours')!) ?? '');
  assert(old.size > 3 && fresh.size > 3);
  assert.deepEqual(
    [...fresh].filter((key) => old.has(key)),
    [],
    'keys and ids of the old space in the new one',
  );
  for (const words of ['shared by sam', 'Sam']) assert.deepEqual(recordsWith(kim, words), []);
});

test('a crash on either side of the commit leaves all of it or nothing of it', async () => {
  for (const fault of ['crash-before', 'crash-after', 'full'] as const) {
    const { world, noor } = await couple(`leave-${fault}`);
    let isDue = true;
    noor.disk.fault = () => {
      const now = isDue ? fault : 'none';
      isDue = false;
      return now;
    };
    const outcome = await noor.orGone(noor.device!.leave(true));
    if (outcome !== 'gone') assert.deepEqual(outcome, { ok: false, error: 'not-saved' });
    if (!noor.device) await noor.start();
    await world.run(60_000);
    const isLeft = fault === 'crash-after';
    assert.equal(noor.device!.snapshot().partner === null, isLeft, fault);
    assert.equal(notes(noor).includes('shared by sam'), !isLeft, fault);
    assert.equal((await keptText(noor)).includes('shared by sam'), isLeft, fault);
  }
});

test('another device of mine hears of it only if I wish, and then keeps a copy of its own and goes on with me', async () => {
  for (const isSilent of [true, false]) {
    const { world, noor } = await couple(`leave-tablet-${isSilent}`);
    const tablet = world.addDevice('tablet');
    await tablet.start();
    await linkDevices(world, noor, tablet);
    await world.run(60_000);
    await noor.device!.leave(isSilent);
    await writeCheckIn(noor, 'after it');
    await world.run(60_000);
    assert.equal(tablet.device!.snapshot().partner === null, !isSilent);
    assert.equal(notes(tablet).includes('after it'), !isSilent);
    if (isSilent) {
      await noor.device!.setSilent(false);
      await world.run(60_000);
    }
    assert.equal(tablet.device!.snapshot().partner, null);
    assert.deepEqual(notes(tablet), ['after it', 'mine of noor', 'shared by noor']);
    assert((await keptText(tablet)).includes('shared by sam'));
    assert.deepEqual(tablet.device!.snapshot().notices, []);
  }
});

test('a device that was away through a leaving and a new beginning comes out right', async () => {
  const { world, noor } = await couple('leave-away');
  const [tablet, kim] = [world.addDevice('tablet'), world.addDevice('kim')];
  for (const sim of [tablet, kim]) await sim.start();
  await linkDevices(world, noor, tablet);
  await world.run(60_000);
  tablet.goOffline();
  await noor.device!.leave(false);
  await pairPeople(world, noor, kim);
  await writeCheckIn(kim, 'from kim', 'ours');
  await world.run(60_000);
  tablet.goOnline();
  await world.run(120_000);
  assert.deepEqual(notes(tablet), notes(noor));
  assert(notes(tablet).includes('from kim') && !notes(tablet).includes('shared by sam'));
  assert.deepEqual(tablet.device!.snapshot().notices, []);
});

test('what waited to be shared stays with me; what was sealed never opens', async () => {
  const { world, noor, sam } = await couple('leave-waiting');
  await writeCheckIn(noor, 'sealed by noor', 'sealed');
  await world.run(60_000);
  noor.goOffline();
  await writeCheckIn(sam, 'sealed by sam', 'sealed');
  await world.run(60_000);
  await writeCheckIn(noor, 'still waiting', 'ours');
  await noor.device!.leave(true);
  noor.goOnline();
  await world.run(6 * hourMs);
  const kept = await keptText(noor);
  for (const words of ['still waiting', 'sealed by noor']) assert(kept.includes(words), words);
  assert(!kept.includes('sealed by sam'));
  assert(!notes(sam).includes('sealed by noor') && !notes(sam).includes('still waiting'));
  assert(!JSON.stringify(sam.device!.snapshot().sealed).includes('"open"'));
});

test('a backup file made afterwards brings back my words and the copy, and nobody else', async () => {
  const { world, noor } = await couple('leave-backup');
  const words = await noor.device!.recoveryPhrase();
  await noor.device!.leave(true);
  const file = await noor.device!.exportBackup();
  const anew = world.addDevice('anew');
  await anew.start();
  assert.equal((await anew.device!.importBackup(file, words)).ok, true);
  assert.deepEqual(notes(anew), notes(noor));
  assert.equal(anew.device!.snapshot().partner, null);
  assert.equal(await keptText(anew), await keptText(noor));
});

test('quiet for a while: nothing leaves and nothing comes, and afterwards both have all of it', async () => {
  const { world, noor, sam } = await couple('quiet');
  await noor.device!.setSilent(true);
  await world.run(1_000);
  const calls = countConnections(noor);
  await writeCheckIn(noor, 'meanwhile noor', 'ours');
  await writeCheckIn(sam, 'meanwhile sam', 'ours');
  await noor.device!.close();
  await noor.start();
  await world.run(12 * hourMs);
  assert.equal(calls(), 0);
  assert(!notes(sam).includes('meanwhile noor') && !notes(noor).includes('meanwhile sam'));
  await noor.device!.setSilent(false);
  await world.run(60_000);
  assert(notes(sam).includes('meanwhile noor') && notes(noor).includes('meanwhile sam'));
});

test('a practice set aside is a matter of this device: no frame, no entry, and it holds', async () => {
  const { world, noor } = await couple('aside');
  const framesBefore = world.relayReceived.length;
  const entriesBefore = [...noor.disk.records.keys()].filter((name) => name.startsWith('e/')).length;
  await noor.device!.setAside('check-in', true);
  await world.run(1_000);
  assert.equal(world.relayReceived.length, framesBefore);
  assert.equal([...noor.disk.records.keys()].filter((name) => name.startsWith('e/')).length, entriesBefore);
  await noor.device!.close();
  await noor.start();
  assert.deepEqual([...noor.device!.snapshot().aside], ['check-in']);
  await noor.device!.setAside('check-in', false);
  assert.deepEqual([...noor.device!.snapshot().aside], []);
});
