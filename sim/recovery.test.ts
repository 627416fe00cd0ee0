/** Never lost, never locked out: the phrase, the backup file, and a device that starts again. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '#kernel';
import { nodeHashing } from '#relay';
import { createWorld, layInto, pairPeople, relayUrl, type SimDevice, type World, writeCheckIn } from './index.ts';
import { createNodePrimitives } from './node-primitives.ts';

const newWorld = (seed: string): Promise<World> =>
  createWorld({ seed, primitives: createNodePrimitives(), hashing: nodeHashing });

const notes = (sim: SimDevice): readonly string[] =>
  [...(sim.device!.snapshot().thingsByPractice.get('check-in')?.values() ?? [])]
    .map((thing) => (thing as { readonly words: { readonly note: string } | null }).words?.note ?? '')
    .sort();

async function couple(seed: string): Promise<{ world: World; noor: SimDevice; sam: SimDevice }> {
  const world = await newWorld(seed);
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  await pairPeople(world, noor, sam);
  await writeCheckIn(noor, 'mine');
  await writeCheckIn(sam, 'from sam', 'ours');
  await writeCheckIn(noor, 'from noor', 'ours');
  await world.run(limits.cancelWindowMsDefault + 20_000);
  return { world, noor, sam };
}

test('twelve words and the relay bring back everything, and the new device can write', async () => {
  const { world, noor, sam } = await couple('phrase');
  const words = await noor.device!.recoveryPhrase();
  assert.equal(words.length, 12);
  assert.deepEqual(await noor.device!.recoveryPhrase(), words);
  await world.run(5_000);
  noor.crash();
  const fresh = world.addDevice('new phone');
  await fresh.start();
  assert.deepEqual(await fresh.device!.recover(words, relayUrl), { ok: true, value: null });
  await world.run(20_000);
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
  await writeCheckIn(fresh, 'back again', 'ours');
  await world.run(30_000);
  assert(notes(sam).includes('back again'));
  assert.deepEqual(sam.device!.snapshot().notices, []);
  assert.deepEqual(fresh.device!.snapshot().notices, []);
});

test('the phrase finds ours too when it was made before pairing', async () => {
  const world = await newWorld('phrase-first');
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  await writeCheckIn(noor, 'alone');
  const words = await noor.device!.recoveryPhrase();
  await world.run(2_000);
  await pairPeople(world, noor, sam);
  await writeCheckIn(sam, 'from sam', 'ours');
  await world.run(30_000);
  noor.crash();
  const fresh = world.addDevice('new phone');
  await fresh.start();
  await fresh.device!.recover(words, relayUrl);
  await world.run(20_000);
  assert.deepEqual(notes(fresh), ['alone', 'from sam']);
  await writeCheckIn(fresh, 'hello again', 'ours');
  await world.run(30_000);
  assert(notes(sam).includes('hello again'));
});

test('words of nobody find nothing, and say so; the right ones are found after them', async () => {
  const { world, noor } = await couple('nobody');
  const words = await noor.device!.recoveryPhrase();
  await world.run(5_000);
  const fresh = world.addDevice('new phone');
  await fresh.start();
  const progress = () => fresh.device!.snapshot().recovery;
  assert.equal(progress(), 'none');
  const nobodys = [...Array<string>(11).fill('abandon'), 'about'];
  assert.deepEqual(await fresh.device!.recover(nobodys, relayUrl), { ok: true, value: null });
  assert.equal(progress(), 'looking');
  await world.run(20_000);
  assert.equal(progress(), 'nothing-found');
  await fresh.device!.recover(words, relayUrl);
  assert.equal(progress(), 'looking');
  await world.run(20_000);
  assert.equal(progress(), 'none');
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
});

test('who came back alone and paired only then can come back once more, into both spaces', async () => {
  const world = await newWorld('alone-then-two');
  const noor = world.addDevice('noor');
  const sam = world.addDevice('sam');
  await noor.start();
  await sam.start();
  await writeCheckIn(noor, 'alone');
  const words = await noor.device!.recoveryPhrase();
  await world.run(5_000);
  noor.crash();
  const second = world.addDevice('second phone');
  await second.start();
  await second.device!.recover(words, relayUrl);
  await world.run(20_000);
  assert.equal(second.device!.snapshot().recovery, 'none');
  await pairPeople(world, second, sam);
  await writeCheckIn(sam, 'from sam', 'ours');
  await world.run(30_000);
  second.crash();
  const third = world.addDevice('third phone');
  await third.start();
  await third.device!.recover(words, relayUrl);
  await world.run(30_000);
  assert.equal(third.device!.snapshot().recovery, 'none');
  assert.deepEqual(notes(third), ['alone', 'from sam']);
  await writeCheckIn(third, 'here again', 'ours');
  await world.run(30_000);
  assert(notes(sam).includes('here again'));
});

test('a backup file alone brings back everything, offline', async () => {
  const { world, noor } = await couple('backup');
  const file = await noor.device!.exportBackup();
  const words = await noor.device!.recoveryPhrase();
  const fresh = world.addDevice('offline phone');
  fresh.isOnline = false;
  await fresh.start();
  const restored = await fresh.device!.importBackup(file, words);
  assert(restored.ok);
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
  fresh.crash();
  await fresh.start();
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
});

test('a backup holds what a later version wrote, too, though this one cannot read it', async () => {
  const { world, noor } = await couple('backup-newer');
  const words = await noor.device!.recoveryPhrase();
  const [, bytes] = [...noor.disk.records].find(([key]) => key.startsWith('e/m/'))!;
  const later = new Uint8Array(bytes);
  later[0] = 9;
  noor.crash();
  await layInto(noor.disk, [[`newer/mine/${'ab'.repeat(32)}`, later]]);
  await noor.start();
  const file = await noor.device!.exportBackup();
  const fresh = world.addDevice('offline phone');
  fresh.isOnline = false;
  await fresh.start();
  assert((await fresh.device!.importBackup(file, words)).ok);
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
  assert.deepEqual(fresh.device!.snapshot().notices, [{ type: 'newer', count: 1 }]);
});

test('other words, other files and a device in use are refused, and nothing is touched', async () => {
  const { world, noor, sam } = await couple('refusals');
  const file = await noor.device!.exportBackup();
  const words = await noor.device!.recoveryPhrase();
  const others = await sam.device!.recoveryPhrase();
  const fresh = world.addDevice('fresh');
  await fresh.start();
  const refused = async (bytes: Uint8Array<ArrayBuffer>, list: readonly string[]): Promise<string> => {
    const result = await fresh.device!.importBackup(bytes, list);
    return result.ok ? 'ok' : result.error;
  };
  assert.equal(await refused(file, others), 'damaged');
  assert.equal(await refused(file.slice(0, -1), words), 'damaged');
  assert.equal(await refused(new Uint8Array(100), words), 'not-a-backup');
  assert.equal(await refused(file, [...words].reverse()), 'wrong-words');
  assert.deepEqual(await noor.device!.importBackup(file, words), { ok: false, error: 'has-entries' });
  assert.equal(fresh.disk.records.size, 0);
});

test('a backup that was cut anywhere, or scratched anywhere, is refused with its reason; the whole one works after all of them', async () => {
  const { world, noor } = await couple('damage');
  const file = await noor.device!.exportBackup();
  const words = await noor.device!.recoveryPhrase();
  const fresh = world.addDevice('fresh');
  await fresh.start();
  // All of the head, where version and salt stand, and places all over the rest.
  const places = [...Array(64).keys(), ...Array.from({ length: 60 }, (_, i) => Math.floor((i * file.length) / 60))];
  for (const at of new Set([...places, file.length - 1])) {
    const scratched = new Uint8Array(file);
    scratched[at] = (scratched[at] ?? 0) ^ 4;
    for (const [how, bytes] of [
      ['cut', file.slice(0, at)],
      ['scratched', scratched],
    ] as const) {
      const result = await fresh.device!.importBackup(bytes, words);
      assert(!result.ok, `${how} at ${at} was taken`);
      assert(['damaged', 'not-a-backup', 'newer-backup'].includes(result.error), `${how} at ${at}: ${result.error}`);
    }
  }
  assert.equal(fresh.disk.records.size, 0);
  assert((await fresh.device!.importBackup(file, words)).ok);
  assert.deepEqual(notes(fresh), ['from noor', 'from sam', 'mine']);
});

test('a device that was closed opens with all it had, from its checkpoint and the tail', async () => {
  const { world, noor } = await couple('reopen');
  for (let i = 0; i < limits.checkpointEntriesMax + 20; i++) await writeCheckIn(noor, `note ${i}`);
  const before = notes(noor);
  noor.crash();
  await noor.start();
  assert.deepEqual(notes(noor), before);
  await noor.device!.close();
  await noor.start();
  assert.deepEqual(notes(noor), before);
  assert.equal([...noor.disk.records.keys()].filter((key) => key.startsWith('tail/')).length, 0);
  await world.run(1_000);
});

test('a trial of the words says what they would do, and changes nothing', async () => {
  const { noor, world } = await couple('trial');
  const words = await noor.device!.recoveryPhrase();
  const list = await noor.device!.recoveryPhrase();
  const before = new Map(noor.disk.records);
  const trial = (said: readonly string[], sim = noor) => sim.device!.tryPhrase(said);
  const withWord = (at: number, word: string) => list.map((one, index) => (index === at ? word : one));
  assert.deepEqual(await trial(words), { type: 'works' });
  assert.deepEqual(await trial(words.map((word) => word.slice(0, 4).toUpperCase())), { type: 'works' });
  assert.deepEqual(await trial(words.slice(1)), { type: 'count', count: 11 });
  const odd = await trial(withWord(3, 'absrb'));
  assert(odd.type === 'unknown-word' && odd.at === 3 && odd.nearest[0] === 'absorb');
  const differs = await trial(withWord(5, words[5] === 'zebra' ? 'zoo' : 'zebra'));
  assert.deepEqual(differs, { type: 'differs', at: [5] });
  const nobodys = [...Array<string>(11).fill('abandon'), 'about'];
  assert.deepEqual(await trial(nobodys), { type: 'another' });
  assert.deepEqual(await trial(Array<string>(12).fill('abandon')), { type: 'not-together' });
  assert.deepEqual([...noor.disk.records], [...before]);
  const fresh = world.addDevice('fresh');
  await fresh.start();
  assert.deepEqual(await trial(words, fresh), { type: 'fits' });
  assert.equal(fresh.disk.records.size, 0);
});
