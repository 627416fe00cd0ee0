/** Coming back with the partner's help: what both shared, never what was one's own; and nothing for the lost devices. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { PromisesCommand } from '#core';
import { bytesToText, jsonToText, textToJson } from '#kernel';
import { nodeHashing } from '#relay';
import { createChangedClient, diskEntries } from './hostile-partner.ts';
import * as theSimulator from './index.ts';
import { importPatched, linkDevices, type SimDevice, type World, writeCheckIn } from './index.ts';
import { createNodePrimitives } from './node-primitives.ts';

const hourMs = 3_600_000;

const notes = (sim: SimDevice): readonly string[] =>
  [...(sim.device!.snapshot().thingsByPractice.get('check-in')?.values() ?? [])]
    .map((thing) => (thing as { readonly words: { readonly note: string } | null }).words?.note ?? '')
    .sort();

/** The promises as one of the two sees them, with the maker told from Noor's side. */
function sharedSeen(sim: SimDevice, isNoor: boolean): string {
  const sorted = [...(sim.device!.snapshot().thingsByPractice.get('promises') ?? [])].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const other = { me: 'partner', partner: 'me' } as const;
  return JSON.stringify(sorted).replace(/"maker":"(me|partner)"/g, (whole, maker: 'me' | 'partner') =>
    isNoor ? whole : `"maker":"${other[maker]}"`,
  );
}

const textOf = (sim: SimDevice): string =>
  [...sim.disk.records.values()].map((bytes) => bytesToText(bytes) ?? '').join('\n');

interface Meeting {
  readonly isReturnThere?: boolean;
}

async function meetAgain(world: World, noor: SimDevice, sam: SimDevice, options: Meeting = {}): Promise<void> {
  const invited = await noor.device!.invite('partner', true);
  assert(invited.ok);
  await world.run(1_000);
  assert((await sam.device!.openLink(invited.value.link)).ok);
  assert((await sam.device!.join(options.isReturnThere ?? true)).ok);
  await world.run(5_000);
  const [there, here] = [noor.device!.snapshot().pairing, sam.device!.snapshot().pairing];
  assert(there.step === 'comparing' && here.step === 'comparing');
  assert.deepEqual(there.words, here.words);
  await noor.device!.confirmWords(true);
  await sam.device!.confirmWords(true);
  await world.run(60_000);
}

async function couple(seed: string, simulator: Pick<typeof theSimulator, 'createWorld' | 'pairPeople'> = theSimulator) {
  const world = await simulator.createWorld({ seed, primitives: createNodePrimitives(), hashing: nodeHashing });
  const [noor, lost] = [world.addDevice('noor'), world.addDevice('lost')];
  for (const sim of [noor, lost]) await sim.start();
  await simulator.pairPeople(world, noor, lost);
  await noor.device!.setName('Noor');
  await lost.device!.setName('Sam');
  await writeCheckIn(noor, 'mine of noor');
  await writeCheckIn(noor, 'shared by noor', 'ours');
  await writeCheckIn(lost, 'shared by sam', 'ours');
  await writeCheckIn(lost, 'mine of sam');
  const promise: PromisesCommand = {
    practice: 'promises',
    type: 'make',
    to: 'partner',
    what: 'bring the bread',
    by: { date: '2026-12-24', time: null },
    plan: { trigger: 'it gets late', action: 'I call first' },
    certainty: 3,
    isPlanShared: false,
  };
  await lost.device!.command(promise);
  await world.run(60_000);
  lost.goOffline();
  const fresh = world.addDevice('fresh');
  await fresh.start();
  return { world, noor, lost, fresh };
}

test('everything that both shared is back on the new phone; what was mine alone is on no device of the other', async () => {
  const { world, noor, lost, fresh } = await couple('come-back');
  await writeCheckIn(fresh, 'written before coming back');
  await meetAgain(world, noor, fresh);
  assert.deepEqual(notes(fresh), ['shared by noor', 'shared by sam', 'written before coming back']);
  assert.deepEqual(notes(noor), ['mine of noor', 'shared by noor', 'shared by sam']);
  assert.equal(sharedSeen(noor, true), sharedSeen(fresh, false));
  for (const sim of [noor, fresh]) {
    assert.deepEqual(sim.device!.snapshot().pairing, { step: 'ended', purpose: 'partner', outcome: 'returned' });
    assert.deepEqual(sim.device!.snapshot().notices, [], sim.name);
    assert(!textOf(sim).includes('mine of sam'), sim.name);
  }
  assert(!textOf(fresh).includes('mine of noor'));
  // They go on, and the lost phone hears nothing of it.
  await writeCheckIn(noor, 'after by noor', 'ours');
  await writeCheckIn(fresh, 'after by sam', 'ours');
  lost.goOnline();
  await world.run(3 * hourMs);
  assert(notes(noor).includes('after by sam') && notes(fresh).includes('after by noor'));
  assert(!textOf(lost).includes('after by'));
  await writeCheckIn(lost, 'by whoever found it', 'ours');
  await world.run(hourMs);
  for (const sim of [noor, fresh]) assert(!notes(sim).includes('by whoever found it'), sim.name);
  assert.equal([...noor.disk.records.keys()].filter((name) => name.startsWith('carried/')).length, 0);
});

test('who joins without saying that they come back takes nothing that another says of what they wrote', async () => {
  const { world, noor, fresh } = await couple('come-back-unsaid');
  await meetAgain(world, noor, fresh, { isReturnThere: false });
  assert.deepEqual(notes(fresh), []);
  assert.deepEqual(notes(noor), ['mine of noor', 'shared by noor', 'shared by sam']);
  await writeCheckIn(noor, 'after', 'ours');
  await world.run(60_000);
  assert.deepEqual(notes(fresh), ['after']);
});

test('words that differ, and a pairing that is taken back, change nothing on either side', async () => {
  const { world, noor, lost, fresh } = await couple('come-back-differ');
  const invited = await noor.device!.invite('partner', true);
  assert(invited.ok);
  await fresh.device!.openLink(invited.value.link);
  await fresh.device!.join(true);
  await world.run(5_000);
  await noor.device!.confirmWords(true);
  await fresh.device!.confirmWords(false);
  await world.run(30_000);
  assert.deepEqual(notes(fresh), []);
  lost.goOnline();
  await writeCheckIn(lost, 'still here', 'ours');
  await world.run(60_000);
  assert(notes(noor).includes('still here'));
  assert.equal(noor.device!.snapshot().partner?.name, 'Sam');
  // What was made ready to be carried over does not outlast a leaving.
  assert(textOf(noor).includes('shared by sam'));
  await noor.device!.leave(true);
  await noor.device!.forgetKept(noor.device!.snapshot().partings[0]!.space);
  assert(!textOf(noor).includes('shared by sam'));
});

test('my other devices, and those that come later on either side, hold the same', async () => {
  const { world, noor, fresh } = await couple('come-back-devices');
  const [tablet, laptop, later] = [world.addDevice('tablet'), world.addDevice('laptop'), world.addDevice('later')];
  for (const sim of [tablet, laptop, later]) await sim.start();
  await linkDevices(world, noor, tablet);
  await world.run(60_000);
  await meetAgain(world, noor, fresh);
  await linkDevices(world, fresh, laptop);
  await linkDevices(world, noor, later);
  await world.run(120_000);
  for (const sim of [tablet, later]) assert.deepEqual(notes(sim), notes(noor), sim.name);
  assert.deepEqual(notes(laptop), notes(fresh));
  assert.equal(sharedSeen(later, true), sharedSeen(noor, true));
  assert.equal(sharedSeen(laptop, true), sharedSeen(fresh, true));
});

test('a part that the grant did not name, or a changed one, counts for nothing; without that check it would', async () => {
  for (const isChecked of [true, false]) {
    const simulator = isChecked
      ? theSimulator
      : await importPatched({
          name: 'carried-unchecked',
          file: 'src/device/things.ts',
          find: 'if (!space.carried.includes(hash)) return;',
          replace: '',
        });
    const { world, noor, fresh } = await couple('come-back-forged', simulator);
    await meetAgain(world, noor, fresh);
    const events = diskEntries(noor.disk, 'ours').find((entry) => entry.kind === 'things/carried')?.body;
    assert(events);
    const changed = textToJson(jsonToText(events).replaceAll('bring the bread', 'never said it'), 1_000_000);
    assert(changed !== null);
    noor.crash();
    noor.isOnline = false;
    await world.run(1_000);
    const client = await createChangedClient(world, noor, createNodePrimitives());
    await client.write(
      'things/carried',
      textToJson(jsonToText(changed).replaceAll('"entry":"', '"entry":"0'), 1_000_000)!,
    );
    await client.done();
    assert.equal(sharedSeen(fresh, false).includes('never said it'), !isChecked);
  }
});
