/** Whatever comes in from outside (frames, files, links, words, entries of later versions): nothing throws or is lost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { loadWords, sealBackup, wordsToEntropy } from '#crypto';
import { type Bytes, concatBytes, type Json, jsonToText, textToBytes } from '#kernel';
import { nodeHashing } from '#relay';
import { createChangedClient, diskJson, jsonOf, noticesOn, snapshotText } from './hostile-partner.ts';
import { layInto } from './hostile-partner-private.ts';
import * as simulator from './index.ts';
import {
  createDice,
  createNodePrimitives,
  createStubPrimitives,
  createWorld,
  type Dice,
  importPatched,
  relayUrl,
  type SimDevice,
  stubHashing,
  type World,
  writeCheckIn,
} from './index.ts';

const primitives = createNodePrimitives();
const real = { primitives, hashing: nodeHashing };
const quick = { primitives: createStubPrimitives(), hashing: stubHashing };

interface Couple {
  readonly world: World;
  readonly noor: SimDevice;
  readonly sam: SimDevice;
}

async function couple(
  seed: string,
  crypto = quick,
  sim: Pick<typeof simulator, 'createWorld' | 'pairPeople'> = simulator,
): Promise<Couple> {
  const world = await sim.createWorld({ seed, ...crypto });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  await sim.pairPeople(world, noor, sam);
  return { world, noor, sam };
}

function mutate(dice: Dice, bytes: Bytes): Bytes {
  const changed = new Uint8Array(bytes);
  switch (dice.roll(6)) {
    case 0:
      return changed.slice(0, dice.roll(changed.length + 1));
    case 1:
      return concatBytes(changed, dice.bytes(1 + dice.roll(40)));
    case 2:
      return dice.bytes(dice.roll(300));
    case 3: {
      // A length or a number becomes very large.
      const at = dice.roll(Math.max(1, changed.length - 8));
      changed.fill(255, at, at + 1 + dice.roll(8));
      return changed;
    }
    case 4: {
      const [a, b] = [dice.roll(changed.length), dice.roll(changed.length)];
      return concatBytes(changed.slice(0, a), changed.slice(b));
    }
    default:
      for (let i = 0; i <= dice.roll(4); i++) changed[dice.roll(changed.length)] = dice.roll(256);
      return changed;
  }
}

test('random and changed frames end a connection at most, and everything arrives afterwards', async () => {
  const { world, noor, sam } = await couple('frames');
  const dice = createDice('frame fuzz');
  let bent = 0;
  world.networkFaults.bend = (_sim, direction, bytes) => {
    if (direction === 'up' || !dice.chance(0.5)) return [bytes];
    bent += 1;
    const bad = mutate(dice, bytes);
    return dice.chance(0.5) ? [bad] : [bytes, bad];
  };
  for (let i = 0; i < 120; i++) {
    await writeCheckIn(i % 2 === 0 ? noor : sam, `note ${i}`, i % 3 === 0 ? 'sealed' : 'ours');
    await world.run(20_000);
  }
  world.networkFaults.bend = null;
  for (const one of [noor, sam]) {
    one.goOffline();
    await world.run(1_000);
    one.goOnline();
  }
  await world.run(300_000);
  for (const one of [noor, sam]) {
    assert.equal(one.device!.snapshot().connection.unsentCount, 0);
    for (let i = 0; i < 120; i++)
      if (i % 3 !== 0) assert(snapshotText(one).includes(`"note ${i}"`), `${one.name} has note ${i}`);
    assert(!noticesOn(one).includes('fork') && !noticesOn(one).includes('gap'));
  }
  console.log(`fuzz: ${bent} frames changed on their way to two devices`);
});

test('a backup that was cut, changed or made up is refused by a reason, and nothing is written', async () => {
  const { world, noor } = await couple('backups', real);
  for (let i = 0; i < 20; i++) await writeCheckIn(noor, `note ${i}`);
  const words = await noor.device!.recoveryPhrase();
  const file = await noor.device!.exportBackup();
  const fresh = world.addDevice('fresh');
  await fresh.start();
  const dice = createDice('backup fuzz');
  const reasons = new Map<string, number>();
  const refuse = async (bytes: Bytes, said = words): Promise<void> => {
    const result = await fresh.device!.importBackup(bytes, said);
    assert(!result.ok);
    reasons.set(result.error, (reasons.get(result.error) ?? 0) + 1);
    assert.equal(fresh.disk.records.size, 0, `${result.error} left something behind`);
  };
  for (let cut = 0; cut < 200; cut++) await refuse(file.slice(0, Math.floor((cut * file.length) / 200)));
  for (let i = 0; i < 2_000; i++) {
    const changed = mutate(dice, file);
    if (Buffer.compare(changed, file) !== 0) await refuse(changed);
  }
  for (let i = 0; i < 200; i++) await refuse(concatBytes(textToBytes('ATTUNE-BACKUP'), dice.bytes(dice.roll(200))));
  const entropy = await wordsToEntropy(primitives, words, await loadWords());
  assert(entropy.ok);
  // Sealed with the right words, and not what we write.
  const inner: readonly Json[] = [
    null,
    5,
    [],
    {},
    { format: 1 },
    { format: 2, ring: {} },
    { format: 1, ring: { space: 'x' } },
    { format: 1, ring: { space: 'ab'.repeat(16), person: 'ab'.repeat(16), roots: {}, epochs: [] } },
  ];
  for (const content of inner)
    await refuse(await sealBackup(primitives, entropy.value, dice.bytes(16), textToBytes(jsonToText(content))));
  await refuse(await sealBackup(primitives, entropy.value, dice.bytes(16), new Uint8Array([255, 254])));
  await refuse(file, [...words].reverse());
  await refuse(file, words.slice(0, 11));
  await refuse(file, []);
  const good = await fresh.device!.importBackup(file, words);
  assert(good.ok && good.value.entries > 20);
  console.log(`fuzz: backups refused: ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ')}`);
});

test('links and recovery words that are not right are refused by a reason, and nothing is sent', async () => {
  const world = await createWorld({ seed: 'links', ...real });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  const invited = await noor.device!.invite('partner');
  assert(invited.ok);
  await world.run(2_000);
  const heard = world.relayReceived.length;
  const { link } = invited.value;
  const dice = createDice('link fuzz');
  const counts = new Map<string, number>();
  const refuse = async (text: string): Promise<void> => {
    const result = await sam.device!.openLink(text);
    assert(!result.ok, text);
    counts.set(result.error, (counts.get(result.error) ?? 0) + 1);
  };
  for (let cut = 0; cut < link.length; cut++) await refuse(link.slice(0, cut));
  const at = link.indexOf('=') + 1;
  for (let i = at; i < link.length; i++)
    await refuse(`${link.slice(0, i)}${link[i] === 'A' ? 'B' : 'A'}${link.slice(i + 1)}`);
  for (let i = 0; i < 1_000; i++)
    await refuse(Buffer.from(dice.bytes(dice.roll(120))).toString(dice.pick(['latin1', 'utf8', 'base64url'] as const)));
  for (const relay of [
    'javascript:alert(1)',
    'https://elsewhere.test',
    'wss://',
    'wss://a b',
    '%',
    '%00',
    'ws:',
    'file:///etc',
  ])
    await refuse(`${link}&relay=${encodeURIComponent(relay)}`);
  await refuse(`${link}&relay=%E0%A4%A`);
  for (const words of [
    [],
    ['abandon'],
    Array.from({ length: 12 }, () => 'abandon'),
    Array.from({ length: 12 }, () => 'nonsense'),
    Array.from({ length: 24 }, () => 'zoo'),
  ]) {
    assert.deepEqual(await sam.device!.recover(words, relayUrl), { ok: false, error: 'wrong-words' });
  }
  const list = await loadWords();
  for (let i = 0; i < 300; i++) {
    const words = Array.from({ length: 12 }, () => dice.pick(list));
    const isWhole = (await wordsToEntropy(primitives, words, list)).ok;
    if (!isWhole) assert.deepEqual(await sam.device!.recover(words, relayUrl), { ok: false, error: 'wrong-words' });
  }
  await world.run(5_000);
  assert.equal(world.relayReceived.length, heard);
  assert.equal(sam.disk.records.size, 0);
  assert((await sam.device!.openLink(link)).ok);
  console.log(`fuzz: links refused: ${[...counts].map(([reason, count]) => `${reason} ${count}`).join(', ')}`);
});

/** The same disk in another build. */
async function openElsewhere(
  sim: Pick<typeof simulator, 'createWorld'>,
  from: SimDevice,
  atMs: number,
): Promise<SimDevice> {
  const world = await sim.createWorld({ seed: 'elsewhere', ...real, startMs: atMs });
  const device = world.addDevice('later');
  await layInto(device.disk, from.disk.records);
  device.isOnline = false;
  await device.start();
  await world.run(1_000);
  return device;
}

test('entries of a later version are kept, counted, and shown by the version that understands them', async () => {
  const all = await couple('newer', real);
  const { world, noor, sam } = all;
  sam.crash();
  sam.isOnline = false;
  const client = await createChangedClient(world, sam, primitives);
  const body = { feelings: ['calm'], strength: 3, needs: [], note: 'from the future', feltAtMs: 1 };
  const thing = `${world.clockwork.nowMs().toString(16).padStart(12, '0')}${'ab'.repeat(10)}`;
  await client.write('check-in/shared', jsonOf({ thing, data: body }), { version: 2 });
  await client.done();
  const newer = (one: SimDevice) =>
    one.device!.snapshot().notices.find((notice) => notice.type === 'newer')?.count ?? 0;
  assert.equal(newer(noor), 1);
  assert(!snapshotText(noor).includes('from the future'));
  noor.crash();
  await noor.start();
  await world.run(5_000);
  assert.equal(newer(noor), 1);
  const later = await importPatched({
    name: 'reads-version-two',
    file: 'src/log/entry.ts',
    find: "if (version > entryVersion) return 'newer';\n  if (version !== entryVersion ||",
    replace: "if (version > 2) return 'newer';\n  if (version < 1 ||",
  });
  const updated = await openElsewhere(later, noor, world.clockwork.nowMs());
  assert(snapshotText(updated).includes('from the future'));
  assert.equal(newer(updated), 0);
  assert.equal([...updated.disk.records.keys()].filter((key) => key.startsWith('newer/')).length, 0);
});

test('events of a practice that this version does not know are kept, counted, and shown once it is known', async () => {
  const earlier = await importPatched({
    name: 'without-noticing',
    file: 'src/core/index.ts',
    find: "'fold' in value && 'decide' in value;",
    replace: "'fold' in value && 'decide' in value && value.key !== 'noticing';",
  });
  const { world, noor, sam } = await couple('unknown', real, earlier);
  sam.crash();
  sam.isOnline = false;
  const client = await createChangedClient(world, sam, primitives);
  const thing = `${world.clockwork.nowMs().toString(16).padStart(12, '0')}${'cd'.repeat(10)}`;
  await client.write('noticing/asked', jsonOf({ thing, data: { opener: 'Would you like to talk?' } }));
  await client.done();
  assert(noticesOn(noor).includes('newer'));
  assert(!snapshotText(noor).includes('Would you like to talk?'));
  await noor.device!.close();
  assert(diskJson(noor.disk, 'months').all !== undefined);
  const updated = await openElsewhere(simulator, noor, world.clockwork.nowMs());
  assert(snapshotText(updated).includes('Would you like to talk?'));
  assert(!noticesOn(updated).includes('newer'));
});
