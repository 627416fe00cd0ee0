/** My copy, out of one device and into another: what was mine comes back once, and nobody else notices. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { myCopyToText } from '#core';
import { limits } from '#kernel';
import { nodeHashing } from '#relay';
import { decodeRelayFrame } from '#wire';
import { snapshotText } from './hostile-partner.ts';
import {
  createDice,
  createNodePrimitives,
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

const quick = { primitives: createStubPrimitives(), hashing: stubHashing };

interface Kept {
  readonly note: string;
  readonly atMs: number;
}

const kept = (sim: SimDevice): readonly Kept[] =>
  [...sim.device!.snapshot().thingsByPractice.get('check-in')!.values()]
    .map((thing) => {
      // What the fold of check-in makes.
      const { words, writtenAtMs } = thing as { words: { note: string } | null; writtenAtMs: number };
      return { note: words?.note ?? '', atMs: writtenAtMs };
    })
    .sort((a, b) => (a.note < b.note ? -1 : 1));

const notes = (sim: SimDevice): readonly string[] => kept(sim).map(({ note }) => note);

async function couple(seed: string, crypto = quick): Promise<{ world: World; noor: SimDevice; sam: SimDevice }> {
  const world = await createWorld({ seed, ...crypto });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  await pairPeople(world, noor, sam);
  for (let i = 0; i < 5; i++) {
    await writeCheckIn(noor, `mine ${i}`);
    await world.run(3_600_000);
  }
  await writeCheckIn(sam, 'of sam alone');
  await writeCheckIn(sam, 'from sam', 'ours');
  await writeCheckIn(noor, 'to sam', 'ours');
  await world.run(limits.cancelWindowMsDefault + 20_000);
  return { world, noor, sam };
}

const boxesHeard = (sim: SimDevice): number =>
  sim.received.filter((bytes) => decodeRelayFrame(bytes)?.type !== 'pong').length;

const textOf = async (sim: SimDevice): Promise<string> => myCopyToText(await sim.device!.makeMyCopy());

test('all that was mine comes back from the file alone, with its moments, once however often', async () => {
  const { world, noor, sam } = await couple('copy', { primitives: createNodePrimitives(), hashing: nodeHashing });
  const text = await textOf(noor);
  assert(text.includes('from sam') && text.includes('to sam') && !text.includes('of sam alone'));
  const mine = kept(noor).filter(({ note }) => note.startsWith('mine'));
  for (const one of [noor, sam]) one.crash();
  await world.run(40 * 86_400_000);
  const fresh = world.addDevice('fresh phone');
  fresh.isOnline = false;
  await fresh.start();
  const first = await fresh.device!.bringBackMyCopy(text);
  assert(first.ok);
  // What I shared has a copy of my own, which was mine alone.
  assert.deepEqual(
    notes(fresh).filter((note) => note.startsWith('mine')),
    mine.map(({ note }) => note),
  );
  assert.deepEqual(
    kept(fresh).filter(({ note }) => note.startsWith('mine')),
    mine,
  );
  assert(!notes(fresh).includes('from sam'));
  const disk = new Map(fresh.disk.records);
  assert.deepEqual(await fresh.device!.bringBackMyCopy(text), {
    ok: true,
    value: { things: 0, known: first.value.things },
  });
  assert.deepEqual([...fresh.disk.records.keys()].sort(), [...disk.keys()].sort());
  const before = snapshotText(fresh);
  fresh.crash();
  await fresh.start();
  assert.equal(snapshotText(fresh), before);
  // And a copy of the copy is the same again.
  assert.deepEqual(
    (await fresh.device!.makeMyCopy()).things.map(({ id }) => id),
    JSON.parse(text)
      .things.filter((thing: { events: { in: string }[] }) => thing.events.some((event) => event.in === 'mine'))
      .map(({ id }: { id: string }) => id),
  );
});

test('on a device in use nothing that is there changes, not even what was written anew or forgotten since', async () => {
  const { world, noor } = await couple('in use');
  const text = await textOf(noor);
  const [thing] = [...noor.device!.snapshot().thingsByPractice.get('check-in')!.keys()];
  assert(thing);
  await noor.device!.command({ practice: 'check-in', type: 'forget', thing } as never);
  await writeCheckIn(noor, 'since then');
  await world.run(5_000);
  const before = snapshotText(noor);
  const back = await noor.device!.bringBackMyCopy(text);
  assert(back.ok && back.value.things === 0 && back.value.known > 0);
  assert.equal(snapshotText(noor), before);
});

test('two devices of mine that bring back the same file, each on its own, hold one of each', async () => {
  const { noor, world } = await couple('two at once');
  const text = await textOf(noor);
  noor.crash();
  const [phone, laptop] = [world.addDevice('phone'), world.addDevice('laptop')];
  for (const one of [phone, laptop]) await one.start();
  await linkDevices(world, phone, laptop);
  laptop.goOffline();
  for (const one of [phone, laptop]) assert((await one.device!.bringBackMyCopy(text)).ok);
  const alone = notes(phone);
  assert.deepEqual(notes(laptop), alone);
  laptop.goOnline();
  await world.run(60_000);
  for (const one of [phone, laptop]) {
    assert.deepEqual(notes(one), alone);
    assert.deepEqual(one.device!.snapshot().notices, []);
  }
  assert.equal(snapshotText(phone, ['devices', 'connection']), snapshotText(laptop, ['devices', 'connection']));
});

test('the other one receives nothing of it, and all devices of mine do', async () => {
  const { world, noor, sam } = await couple('quietly');
  const text = await textOf(noor);
  const next = await createWorld({ seed: 'next', ...quick });
  const [fresh, other] = [next.addDevice('fresh'), next.addDevice('other')];
  for (const one of [fresh, other]) await one.start();
  await pairPeople(next, fresh, other);
  await next.run(60_000);
  const before = snapshotText(other);
  const heard = boxesHeard(other);
  assert((await fresh.device!.bringBackMyCopy(text)).ok);
  await next.run(20_000);
  assert.equal(snapshotText(other), before);
  assert.equal(boxesHeard(other), heard, 'nothing but the answers to its own calls');
  const laptop = next.addDevice('laptop');
  await laptop.start();
  await linkDevices(next, fresh, laptop);
  await next.run(60_000);
  assert.deepEqual(notes(laptop), notes(fresh));
  await world.run(1_000);
  assert(notes(sam).includes('to sam'));
});

test('words and relay still bring back what once came from a file', async () => {
  const { noor, world } = await couple('and again');
  const text = await textOf(noor);
  noor.crash();
  const second = world.addDevice('second');
  await second.start();
  assert((await second.device!.bringBackMyCopy(text)).ok);
  const words = await second.device!.recoveryPhrase();
  await world.run(20_000);
  const all = notes(second);
  second.crash();
  const third = world.addDevice('third');
  await third.start();
  await third.device!.recover(words, relayUrl);
  await world.run(30_000);
  assert.deepEqual(notes(third), all);
});

test('no file, however bent, throws, takes anything away, or writes without being whole', async () => {
  const { noor, world } = await couple('bent');
  const text = await textOf(noor);
  const fresh = world.addDevice('fresh');
  await fresh.start();
  const dice = createDice('bent copies');
  const reasons = new Map<string, number>();
  for (let i = 0; i < 1_500; i++) {
    const at = dice.roll(text.length);
    const bent =
      i % 3 === 0
        ? text.slice(0, at)
        : text.slice(0, at) + String.fromCharCode(dice.roll(300)) + text.slice(at + dice.roll(40));
    const before = [...noor.disk.records.keys()].length;
    const empty = fresh.disk.records.size;
    const back = await fresh.device!.bringBackMyCopy(bent);
    const reason = back.ok ? 'taken' : back.error;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    if (!back.ok) assert.equal(fresh.disk.records.size, empty, `${reason} left something behind`);
    assert.equal([...noor.disk.records.keys()].length, before);
  }
  assert((reasons.get('damaged') ?? 0) > 500);
  console.log(`fuzz: copies: ${[...reasons].map(([reason, many]) => `${reason} ${many}`).join(', ')}`);
});
