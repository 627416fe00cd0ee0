/**
 * A partner with a program of their own. Whatever it writes, the other's device does not throw, shows nothing in the
 * other's name, and keeps what was there.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { type CheckIn, type ChosenNote, type Meeting, practices, type WeeklyMeetingCommand } from '#core';
import { conceal, labels, labelToBytes } from '#crypto';
import { bytesToBase64url, bytesToHex, type Json, jsonToText, limits, textToBytes } from '#kernel';
import { nodeHashing } from '#relay';
import { decodeRelayFrame, encodeRelayFrame } from '#wire';
import {
  type ChangedClient,
  createChangedClient,
  diskEntries,
  diskJson,
  jsonOf,
  noticesOn,
  snapshotText,
  thingsOn,
} from './hostile-partner.ts';
import { asCommand, layInto } from './hostile-partner-private.ts';
import * as simulator from './index.ts';
import {
  createDice,
  createNodePrimitives,
  createStubPrimitives,
  type Dice,
  type SimDevice,
  stubHashing,
  type World,
} from './index.ts';

type Simulator = Pick<typeof simulator, 'createWorld' | 'pairPeople' | 'linkDevices' | 'writeCheckIn'>;
const primitives = createNodePrimitives();
const real = { primitives, hashing: nodeHashing };
/** For volume. */
const quick = { primitives: createStubPrimitives(), hashing: stubHashing };

interface Couple {
  readonly world: World;
  readonly noor: SimDevice;
  readonly sam: SimDevice;
}

/** Two people with something of each kind; Noor has kept, shared and promised. */
async function couple(seed: string, sim: Simulator = simulator, crypto = real): Promise<Couple> {
  const world = await sim.createWorld({ seed, ...crypto });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  await sim.pairPeople(world, noor, sam);
  await noor.device!.setName('Noor');
  await sim.writeCheckIn(noor, 'kept');
  await sim.writeCheckIn(noor, 'shared', 'ours');
  await noor.device!.command(promise('partner', 'to call at five'));
  await noor.device!.command(promise('myself', 'to rest'));
  await noor.device!.command(
    asCommand({
      practice: 'noticing',
      type: 'notice',
      thing: null,
      cues: ['face'],
      words: 'a frown',
    }),
  );
  await world.run(30_000);
  return { world, noor, sam };
}

const promise = (to: 'partner' | 'myself', what: string) =>
  ({
    practice: 'promises',
    type: 'make',
    to,
    what,
    by: { date: '2026-12-24', time: null },
    plan: { trigger: 'it gets late', action: 'I call first' },
    certainty: 3,
    isPlanShared: false,
  }) as const;

async function changedSam({ world, sam }: Couple, crypto = real): Promise<ChangedClient> {
  sam.crash();
  sam.isOnline = false;
  await world.run(1_000);
  return createChangedClient(world, sam, crypto.primitives);
}

async function reopen({ world }: Couple, sim: SimDevice): Promise<void> {
  sim.crash();
  await sim.start();
  await world.run(2_000);
}

/** What a person sees of their own: everything but what the partner may add. */
const own = (sim: SimDevice): string => {
  const snapshot = sim.device!.snapshot();
  const things = [...snapshot.thingsByPractice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([practice, all]): readonly [string, readonly unknown[]] => [
      practice,
      [...all]
        .filter(([, thing]) => isMine(thing))
        .map(([id, thing]) => [id, { ...(thing as object), ...theirPart }])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ])
    .filter(([, list]) => list.length > 0);
  const devices = snapshot.devices.filter((one) => one.who === 'me');
  return JSON.stringify({ things, devices, me: snapshot.me, windows: snapshot.windows });
};
/** What the partner may add to a promise of mine: an answer, "I saw that", an offer to let it go. */
const theirPart = { offer: undefined, answer: undefined, seen: undefined };
const isMine = (thing: unknown): boolean => {
  const { author, maker, side, asker, teller, beganBy, by } = thing as Readonly<Record<string, unknown>>;
  return side === 'asker' || [author, maker, asker, teller, beganBy, by].includes('me');
};

/** Without printing both: they are long. */
function assertSame(now: string, before: string): void {
  const at = [...now].findIndex((letter, i) => letter !== before[i]);
  assert(
    now === before,
    `differs: …${now.slice(Math.max(0, at - 60), at + 120)}… from …${before.slice(Math.max(0, at - 60), at + 120)}…`,
  );
}

const ownThings = (sim: SimDevice): readonly string[] =>
  ['check-in', 'promises', 'noticing'].flatMap((practice) =>
    [...thingsOn(sim, practice)].filter(([, thing]) => isMine(thing)).map(([id]) => id),
  );

const idOf = (sim: SimDevice): string => sim.device!.snapshot().devices.find((one) => one.isThis)!.id;

const event = (thing: string, data: unknown): Json => jsonOf({ thing, data });
const freshThing = (dice: Dice, atMs: number): string =>
  atMs.toString(16).padStart(12, '0').slice(-12) + bytesToHex(dice.bytes(10));

const checkInBody = (note: string) => ({ feelings: ['calm'], strength: 3, needs: [], note, feltAtMs: 1_000 });

test('a partner adds no device in my name and claims none of mine', async () => {
  const all = await couple('ghosts');
  const { noor } = all;
  const client = await changedSam(all);
  const before = own(noor);
  const noorPerson = diskJson(noor.disk, 'self').person ?? '';
  const ghost = await client.stranger('ghost');
  const body = (person: Json) => jsonOf({ person, seal: 'ab'.repeat(32), name: 'Phone', kind: 'device' });
  await client.write('space/joined', body(noorPerson), { by: ghost });
  await client.write('space/vouch', jsonOf({ device: bytesToHex(ghost.author), person: noorPerson }));
  await client.write('space/vouch', jsonOf({ device: bytesToHex(ghost.author), person: noorPerson }), { by: ghost });
  await client.write('space/joined', body(noorPerson));
  await client.write('space/vouch', jsonOf({ device: idOf(noor), person: client.self.person }));
  await client.write('space/removed', jsonOf({ device: idOf(noor) }));
  await client.write('space/removed', jsonOf({ device: idOf(noor) }), { by: ghost });
  await client.write('person/named', jsonOf({ name: 'Somebody' }), { by: ghost });
  await client.write('check-in/shared', event('0'.repeat(32), checkInBody('from a ghost')), { by: ghost });
  await client.done();
  assertSame(own(noor), before);
  const devices = noor.device!.snapshot().devices;
  assert.equal(devices.filter((one) => one.who === 'me').length, 1);
  assert(!devices.some((one) => one.isRemoved));
  assert(!snapshotText(noor).includes('from a ghost'));
});

test('a partner signs nothing in my name', async () => {
  const all = await couple('forged');
  const { noor } = all;
  const client = await changedSam(all);
  const before = own(noor);
  const author = diskEntries(noor.disk, 'ours').find((one) => bytesToHex(one.author) === idOf(noor))!.author;
  const asNoor = { author, signingSeed: client.self.signingSeed, person: '' };
  for (let seq = 1; seq < 60; seq++) {
    await client.write('check-in/shared', event(`${seq}`.padStart(32, '0'), checkInBody('never said')), {
      by: asNoor,
      seq,
    });
  }
  for (const entry of diskEntries(noor.disk, 'ours')) {
    await client.write(entry.kind, entry.body, { by: asNoor, seq: entry.seq + 1, signature: entry.signature });
  }
  await client.done();
  assertSame(own(noor), before);
  assert(!snapshotText(noor).includes('never said'));
  assert(noticesOn(noor).includes('foreign'));
});

test('ten thousand random events of all kinds leave mine as it is, before and after closing the app', async () => {
  const all = await couple('random events', simulator, quick);
  const { world, noor } = all;
  const client = await changedSam(all, quick);
  const before = own(noor);
  const dice = createDice('hostile events');
  const targets = [...ownThings(noor), '0'.repeat(32), 'f'.repeat(32), freshThing(dice, world.clockwork.nowMs())];
  const seen = { count: 0, kinds: new Set<string>() };
  for (; seen.count < 10_000; seen.count++) {
    const kind = randomKind(dice);
    seen.kinds.add(kind);
    const thing = dice.chance(0.5) ? dice.pick(targets) : freshThing(dice, dice.roll(2 ** 31) * 1_000);
    await client.write(kind, dice.chance(0.9) ? event(thing, randomBody(dice)) : randomJson(dice, 0));
  }
  await client.done();
  await world.run(30_000);
  assertSame(own(noor), before);
  await reopen(all, noor);
  assertSame(own(noor), before);
  console.log(`hostile events: ${seen.count} of ${seen.kinds.size} kinds`);
});

test('things that say to be born in any month hide none of mine', async () => {
  const all = await couple('months');
  const { world, noor } = all;
  const client = await changedSam(all);
  const before = own(noor);
  const dice = createDice('months');
  const monthMs = 30.5 * 86_400_000;
  for (let month = 0; month < 300; month++) {
    await client.write('check-in/shared', event(freshThing(dice, Math.round(month * 311 * monthMs)), checkInBody('x')));
  }
  await client.done();
  await world.run(60_000);
  assertSame(own(noor), before);
  await reopen(all, noor);
  assertSame(own(noor), before);
  // As many months as there are: written to the disk, since so many entries would take long.
  const months = diskJson(noor.disk, 'months');
  const every = Array.from(
    { length: 12 * 8_030 },
    (_, at) => `${1970 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`,
  );
  noor.crash();
  await layInto(noor.disk, [['months', textToBytes(jsonToText({ ...months, all: every }))]]);
  await noor.start();
  await world.run(2_000);
  assertSame(own(noor), before);
});

test('a partner who claims heads that nobody has makes my device neither write nor complain for ever', async () => {
  const all = await couple('claims');
  const { world, noor } = all;
  const client = await changedSam(all);
  const device = diskEntries(noor.disk, 'ours').find((one) => bytesToHex(one.author) === idOf(noor))!.author;
  const seen = [device.slice(0, 16), new Uint8Array(16).fill(9)].map((name) => ({
    device: name,
    seq: 4_000_000_000,
    head: new Uint8Array(16),
  }));
  await client.write('person/named', jsonOf({ name: 'Sam' }), { seen });
  await client.done();
  const count = () => diskEntries(noor.disk, 'ours').length;
  const before = count();
  await world.run(86_400_000);
  assert(count() - before <= 3, `${count() - before} entries in a day`);
  assert(!noor.device!.snapshot().notices.some((notice) => 'device' in notice && notice.device === idOf(noor)));
});

test('texts too long, letters that are none, and times far ahead are held or left, and throw nothing', async () => {
  const all = await couple('odd');
  const { world, noor } = all;
  const client = await changedSam(all);
  const before = own(noor);
  const now = world.clockwork.nowMs();
  const dice = createDice('odd');
  const notes = [
    '\u202E\u2066evil',
    '\u0000\u0007',
    'x'.repeat(limits.noteCharsMax + 1),
    '\ud800',
    '<img src=x onerror=alert(1)>',
  ];
  for (const note of notes) await client.write('check-in/shared', event(freshThing(dice, now), checkInBody(note)));
  await client.write('person/named', jsonOf({ name: 'N'.repeat(61) }));
  await client.write('person/named', jsonOf({ name: 5 }));
  await client.write('check-in/shared', event(freshThing(dice, now), checkInBody('y'.repeat(60_000))));
  for (const atMs of [now + 86_400_000, Number.MAX_SAFE_INTEGER, 2 ** 47])
    await client.write('check-in/shared', event(freshThing(dice, now), checkInBody('from later')), { atMs });
  await client.write('check-in/shared', event('__proto__', checkInBody('z')));
  await client.write('check-in/shared', jsonOf(JSON.parse('{"__proto__": {"thing": 1}, "constructor": 2}')));
  await client.done();
  assertSame(own(noor), before);
  assert(!snapshotText(noor).includes('from later'));
  assert(!snapshotText(noor).includes('\u202e'));
  assert(noticesOn(noor).includes('ahead'));
  await simulator.writeCheckIn(noor, 'my clock is not moved', 'ours');
  await world.run(20_000);
  const last = diskEntries(noor.disk, 'ours')
    .filter((one) => bytesToHex(one.author) === idOf(noor))
    .at(-1)!;
  assert(last.atMs <= world.clockwork.nowMs() + limits.clockAheadMsMax);
  await world.run(2 * 86_400_000);
  assert(snapshotText(noor).includes('from later'), 'a day later its time has come');
});

test('a partner who makes new keys cannot shut me out, and cannot keep me from removing a lost device', async () => {
  const all = await couple('epochs');
  const { world, noor, sam } = all;
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await simulator.linkDevices(world, noor, tablet);
  const client = await changedSam(all);
  const sealingKey = diskEntries(noor.disk, 'ours').find(
    (one) => one.kind === 'space/joined' && bytesToHex(one.author) === idOf(noor),
  )!;
  const seal = (sealingKey.body as { seal: string }).seal;
  const ownWriters = client.keys.writers.map(bytesToHex);
  const strangerKey = bytesToHex(await primitives.signingPublicKey(new Uint8Array(32).fill(7)));
  for (const generation of [2, 3, 2 ** 32 - 1, 2 ** 32 + 2, Number.MAX_SAFE_INTEGER]) {
    for (const writers of [[strangerKey, ownWriters[1]!], [ownWriters[1]!], ownWriters, ['x'], []]) {
      const key = new Uint8Array(32).fill(generation % 251);
      const context = textToBytes('ours');
      const whole = new Uint8Array([...context, ...client.keys.id, ...u32Bytes(generation)]);
      const sealed = await primitives.sealToKey(
        new Uint8Array(Buffer.from(seal, 'hex')),
        labelToBytes(labels.epochSeal),
        whole,
        key,
        new Uint8Array(32).fill(generation % 97),
      );
      assert(sealed);
      const seals = [{ device: idOf(noor), enc: bytesToHex(sealed.enc), ciphertext: bytesToHex(sealed.ciphertext) }];
      await client.write('space/epoch', jsonOf({ generation, writers, seals }));
    }
  }
  await client.done();
  sam.isOnline = true;
  await sam.start();
  await world.run(20_000);
  await simulator.writeCheckIn(noor, 'still heard', 'ours');
  await world.run(30_000);
  assert.equal(noor.device!.snapshot().connection.unsentCount, 0);
  assert.deepEqual(await noor.device!.removeDevice(idOf(tablet)), { ok: true, value: null });
  await world.run(30_000);
  await simulator.writeCheckIn(noor, 'after the tablet', 'ours');
  await world.run(30_000);
  assert.equal(noor.device!.snapshot().connection.unsentCount, 0);
  assert(!snapshotText(tablet).includes('after the tablet'));
});

const u32Bytes = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 255);

// ------------------------------------------------------------------------------------------------ the sealed exchange

const sealedCheckIn = (sim: SimDevice, note: string) => simulator.writeCheckIn(sim, note, 'sealed');
const secretNote = 'the-sealed-words-of-noor';

/** Whether the words, or the key that opens them, ever came to this device or lie on its disk. */
function hasReached(sim: SimDevice, noor: SimDevice, which: 'any' | 'first' = 'any'): boolean {
  const keys = diskEntries(noor.disk, 'mine')
    .filter((one) => one.kind === 'sealed/key')
    .map((one) => (one.body as { key: string }).key)
    .slice(0, which === 'first' ? 1 : undefined);
  return [secretNote, ...keys].some((needle) => liesOn(sim, needle));
}

const liesOn = (sim: SimDevice, needle: string): boolean =>
  [...sim.disk.records.values()].some((bytes) => Buffer.from(bytes).toString('latin1').includes(needle));

test('what Noor sealed cannot be read before something was sealed in return, whatever is written', async () => {
  const all = await couple('sealed');
  const { world, noor, sam } = all;
  await sealedCheckIn(noor, secretNote);
  await world.run(20_000);
  assert.equal(hasReached(sam, noor), false);
  const put = diskEntries(sam.disk, 'ours').find((one) => one.kind === 'sealed/put')!;
  const { seal, thing } = put.body as { seal: string; thing: string };
  const client = await changedSam(all);
  const some = 'cd'.repeat(16);
  // Everything but sealing something of the same practice.
  await client.write('sealed/release', jsonOf({ seal, counterpart: some, key: 'ab'.repeat(32) }));
  await client.write(
    'sealed/put',
    jsonOf({ seal, thing, practice: 'check-in', commitment: 'ab'.repeat(32), ciphertext: 'AAAA' }),
  );
  await client.write(
    'sealed/put',
    jsonOf({ seal: some, thing, practice: 'promises', commitment: 'ab'.repeat(32), ciphertext: 'AAAA' }),
  );
  await client.write(
    'sealed/put',
    jsonOf({ seal: some, thing, practice: 'check-in', commitment: 'ab'.repeat(32), ciphertext: '' }),
  );
  await client.write('sealed/put', jsonOf({ seal: some, practice: 'check-in' }));
  await client.write(
    'sealed/key',
    jsonOf({ seal, thing, practice: 'check-in', key: 'ab'.repeat(32), kind: 'check-in/shared', body: {} }),
  );
  await client.write('check-in/withdrawn', event(thing, {}));
  await client.done();
  sam.isOnline = true;
  await sam.start();
  await world.run(60_000);
  assert.equal(hasReached(sam, noor), false);
  assert(!snapshotText(sam).includes(secretNote));
  const shown = [...thingsOn(noor, 'check-in').values()].find((one) => (one as CheckIn).words?.note === secretNote);
  assert.equal((shown as CheckIn | undefined)?.standing, 'sealed');
  // And the honest way still works.
  await sealedCheckIn(sam, 'the-sealed-words-of-sam');
  await world.run(60_000);
  assert(snapshotText(sam).includes(secretNote));
  assert(snapshotText(noor).includes('the-sealed-words-of-sam'));
});

test('what Noor took back while it was sealed is not opened to Sam later', async () => {
  const all = await couple('taken back');
  const { world, noor, sam } = all;
  const written = await sealedCheckIn(noor, secretNote);
  assert(written.ok);
  await world.run(20_000);
  const back = await noor.device!.command(
    asCommand({
      practice: 'check-in',
      type: 'withdraw',
      thing: written.value.things[0]!,
    }),
  );
  assert(back.ok);
  await world.run(20_000);
  await reopen(all, noor);
  await sealedCheckIn(sam, 'sealed afterwards');
  await world.run(60_000);
  assert.equal(hasReached(sam, noor), false);
});

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** Noor has proposed a meeting and sealed two notes for it; Sam's device has all of that, and has sealed nothing. */
async function broughtByNoor(seed: string) {
  const all = await couple(seed);
  const { world, noor } = all;
  const give = async (command: DistributiveOmit<WeeklyMeetingCommand, 'practice'>, by = noor): Promise<string> => {
    const given = await by.device!.command({ practice: 'weekly-meeting', ...command } as WeeklyMeetingCommand);
    assert(given.ok);
    return given.value.things[0]!;
  };
  const notes: ChosenNote[] = [];
  for (const words of ['what-noor-brings', secretNote])
    notes.push({ note: await give({ type: 'note', thing: null, part: 'good', words }), part: 'good', words });
  const thing = await give({ type: 'propose', atMs: null });
  await world.run(20_000);
  await give({ type: 'bring', thing, notes });
  await world.run(20_000);
  return { ...all, thing, give };
}

/** Whatever the program of Sam does with what came: seals something of the same exchange, with a key that is true. */
async function sealInReturn(all: Couple, thing: string): Promise<void> {
  const client = await changedSam(all);
  const seal = 'ef'.repeat(16);
  const key = new Uint8Array(32);
  const content = jsonToText({ kind: 'weekly-meeting/brought', body: { notes: [] } });
  const concealed = await conceal(primitives, key, textToBytes(seal), textToBytes(content));
  const exchange = `weekly-meeting/${thing}`;
  const [commitment, ciphertext] = [bytesToHex(concealed.commitment), bytesToBase64url(concealed.ciphertext)];
  await client.write(
    'sealed/put',
    jsonOf({ seal, thing, practice: 'weekly-meeting', exchange, commitment, ciphertext }),
  );
  const puts = diskEntries(all.sam.disk, 'ours').filter((one) => one.kind === 'sealed/put');
  for (const { body } of puts)
    await client.write(
      'sealed/release',
      jsonOf({ seal, counterpart: (body as { seal: string }).seal, key: bytesToHex(key) }),
    );
  await client.done();
  all.sam.isOnline = true;
  await all.sam.start();
  await all.world.run(60_000);
}

test('a note for the meeting that Noor took back while it was sealed cannot be opened by Sam; the others can', async () => {
  const all = await broughtByNoor('note taken back');
  await all.give({ type: 'take-back', thing: all.thing, nth: 1 });
  await all.world.run(20_000);
  await sealInReturn(all, all.thing);
  assert(liesOn(all.sam, 'what-noor-brings'), 'what she still brings is open');
  assert.equal(hasReached(all.sam, all.noor, 'first'), false);
});

test('taken back offline, when Sam’s device has given its key for the old one: the meeting opens with the rest of it', async () => {
  const all = await broughtByNoor('note taken back late');
  const { world, noor, sam, thing, give } = all;
  noor.goOffline();
  await give({ type: 'bring', thing, notes: [] }, sam);
  await world.run(20_000);
  assert.equal(diskEntries(sam.disk, 'ours').filter((one) => one.kind === 'sealed/release').length, 1);
  await give({ type: 'take-back', thing, nth: 1 });
  noor.goOnline();
  await world.run(60_000);
  for (const one of [noor, sam]) {
    const { standing, mine, theirs } = thingsOn(one, 'weekly-meeting').get(thing) as Meeting;
    assert.equal(standing, 'begun');
    assert.deepEqual(
      [...(mine ?? []), ...(theirs ?? [])].map(({ words }) => words),
      ['what-noor-brings'],
    );
  }
  assert.equal(hasReached(sam, noor, 'first'), false);
});

test('a meeting that was let rest opens nothing that was brought to it, whoever said so', async () => {
  for (const by of ['noor', 'sam'] as const) {
    const all = await broughtByNoor(`rest by ${by}`);
    if (by === 'noor') await all.give({ type: 'not-this-week', thing: all.thing });
    else {
      const client = await changedSam(all);
      await client.write('weekly-meeting/not-this-week', event(all.thing, {}));
      await client.done();
    }
    await all.world.run(20_000);
    await sealInReturn(all, all.thing);
    assert.equal(hasReached(all.sam, all.noor), false);
  }
});

test('a seal of Sam under the name of Noor’s changes nothing on another device of Noor, in whatever order it comes', async () => {
  const all = await couple('same seal');
  const { world, noor, sam } = all;
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await simulator.linkDevices(world, noor, tablet);
  await world.run(10_000);
  tablet.goOffline();
  await sealedCheckIn(noor, secretNote);
  await world.run(20_000);
  const put = diskEntries(sam.disk, 'ours').find((one) => one.kind === 'sealed/put')!;
  const { seal, thing } = put.body as { seal: string; thing: string };
  const client = await changedSam(all);
  await client.write('sealed/release', jsonOf({ seal, counterpart: '', key: 'ab'.repeat(32) }));
  await client.write('sealed/release', jsonOf({ seal, counterpart: 'ab'.repeat(16), key: 'ab'.repeat(32) }));
  const concealed = await conceal(
    primitives,
    new Uint8Array(32),
    textToBytes(seal),
    textToBytes(jsonToText({ kind: 'check-in/shared', body: checkInBody('instead') })),
  );
  await client.write(
    'sealed/put',
    jsonOf({
      seal,
      thing,
      practice: 'check-in',
      commitment: bytesToHex(concealed.commitment),
      ciphertext: bytesToBase64url(concealed.ciphertext),
    }),
  );
  await client.done();
  // The relay is Sam's: it shows the tablet the newest first, and one at a time.
  world.networkFaults.bend = newestFirst('tablet');
  tablet.goOnline();
  await world.run(60_000);
  world.networkFaults.bend = null;
  tablet.goOffline();
  tablet.goOnline();
  await world.run(600_000);
  const standing = (sim: SimDevice) => JSON.stringify(thingsOn(sim, 'check-in').get(thing));
  assert.equal(standing(tablet), standing(noor));
  assert(standing(tablet).includes(secretNote));
  assert(!snapshotText(tablet).includes('instead'));
});

/** Turns each page of boxes round: the positions stay, what lies there goes the other way. */
function newestFirst(name: string): NonNullable<World['networkFaults']['bend']> {
  return (sim, direction, bytes) => {
    const frame = direction === 'down' && sim.name === name ? decodeRelayFrame(bytes) : null;
    if (frame?.type !== 'boxes') return [bytes];
    const turned = [...frame.boxes].reverse();
    const boxes = frame.boxes.map(({ position }, at) => ({ ...turned[at]!, position }));
    return [encodeRelayFrame({ ...frame, boxes })];
  };
}

// ------------------------------------------------------------------------------------------------ what no app would write

const kinds = practices.flatMap(({ key }) =>
  [
    'written',
    'shared',
    'changed',
    'withdrawn',
    'forgotten',
    'rewritten',
    'asked',
    'answered',
    'noticed',
    'guessed',
    'set-aside',
    'made',
    'own-made',
    'kept',
    'own-kept',
    'owned',
    'seen',
    'reopened',
    'letting-go-offered',
    'letting-go-agreed',
    'own-forgotten',
    'own-planned',
    'told',
    'time-shared',
    'cheered',
    'judged',
    'given',
    'warmed',
    'ended',
    'understood',
    'own-crossed',
    'own-reflected',
    'agreed',
    'lighter',
    'own-opened',
    'begun',
    'consented',
    'own-begun',
    'own-kept',
    'own-chosen',
    'own-copied',
    'own-shown',
    'proposed',
    'moved',
    'not-this-week',
    'brought',
    'taken-back',
    'topic',
    'thanked',
    'own-noted',
    'own-began',
    'taken-up',
    'item-proposed',
    'item-agreed',
    'item-ended',
    'hour-offered',
    'hour-agreed',
    'ritual-added',
    'ritual-rested',
    'own-asked',
  ].map((verb) => `${key}/${verb}`),
);
const randomKind = (dice: Dice): string =>
  dice.chance(0.9)
    ? dice.pick(kinds)
    : dice.pick([
        'phrase/made',
        'ours/joined',
        'sealed/key',
        'sealed/put',
        'sealed/release',
        'space/joined',
        'space/epoch',
        'journal/written',
        'person/named',
        '',
        '/',
      ]);

function randomBody(dice: Dice): unknown {
  const body: Record<string, unknown> = {
    ...checkInBody(dice.pick(['words', '', '\u202e', 'x'.repeat(300)])),
    what: 'something else',
    when: { date: '2027-01-01', time: null, dueAtMs: Date.UTC(2027, 0, 1) },
    words: 'words',
    opener: 'And you?',
    happened: 'it did',
    day: '2026-11-28',
    page: '1'.repeat(32),
    items: ['2'.repeat(32)],
    seenUntilMs: Date.UTC(2027, 0, 1),
    untilMs: Date.UTC(2027, 0, 1),
    choice: 'thank-you',
    cues: ['face'],
    certainty: 2,
    plan: null,
    previous: null,
    zone: 'UTC',
    because: '',
    closeness: 'near',
    offsetMinutes: 60,
    holding: 'mine',
  };
  for (const key of Object.keys(body)) {
    const roll = dice.roll(20);
    if (roll === 0) delete body[key];
    if (roll === 1) body[key] = randomJson(dice, 0);
  }
  return body;
}

function randomJson(dice: Dice, depth: number): Json {
  switch (dice.roll(depth > 3 ? 5 : 7)) {
    case 0:
      return null;
    case 1:
      return dice.pick([0, -1, 5, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]);
    case 2:
      return dice.pick(['', 'a', '\u0000', 'ab'.repeat(16), '__proto__', '2026-11-22', 'x'.repeat(5_000)]);
    case 3:
      return dice.chance(0.5);
    case 4:
      return bytesToHex(dice.bytes(dice.pick([8, 16, 32])));
    case 5:
      return Array.from({ length: dice.roll(4) }, () => randomJson(dice, depth + 1));
    default: {
      const names = ['thing', 'data', 'body', 'kind', 'seal', 'key', 'person', '__proto__', 'constructor'];
      return Object.fromEntries(
        Array.from({ length: dice.roll(4) }, () => [dice.pick(names), randomJson(dice, depth + 1)]),
      );
    }
  }
}
