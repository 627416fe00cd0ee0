/**
 * Attacks of a hostile relay, named after the published ones (R1, R2 …). Each is a function that says whether it
 * worked: against the house it does not, and against its twin, a copy in which the one defence is taken out, it does.
 */
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import {
  createBoxKeys,
  labels,
  labelToBytes,
  openBox,
  openGrant,
  sealBox,
  secretToChannel,
  transcriptHash,
} from '#crypto';
import {
  type Bytes,
  base64urlToBytes,
  bytesToHex,
  bytesToText,
  concatBytes,
  hexToBytes,
  type JsonObject,
  jsonToText,
  limits,
  noBytes,
  textToBytes,
  textToJson,
} from '#kernel';
import { nodeHashing } from '#relay';
import { decodeDeviceFrame, decodeRelayFrame, encodeRelayFrame, mailboxPreimage } from '#wire';
import {
  createChangedClient,
  diskEntries,
  diskJson,
  diskToSpaceKeys,
  jsonOf,
  noticesOn,
  snapshotText,
} from './hostile-partner.ts';
import { asCommand } from './hostile-partner-private.ts';
import { beHonest, bendDown, hasHeard, openedMailboxes, sayTo } from './hostile-relay.ts';
import * as simulator from './index.ts';
import { createDice, createNodePrimitives, importPatched, type Patch, type SimDevice, type World } from './index.ts';

type Simulator = Pick<
  typeof simulator,
  'createWorld' | 'pairPeople' | 'linkDevices' | 'writeCheckIn' | 'createNodePrimitives'
>;
type Attack = (sim: Simulator) => Promise<boolean>;
const primitives = createNodePrimitives();

interface Row {
  readonly name: string;
  readonly defended: boolean;
  readonly twin: string;
}
const table: Row[] = [];
after(() => {
  for (const { name, defended, twin } of table) console.log(`${defended ? 'defended' : 'BROKEN  '}  ${name}  ${twin}`);
});

/** The house stands, and the twin without its one defence falls. */
function holds(name: string, attack: Attack, twin: Patch | string): void {
  test(name, async () => {
    const worked = await attack(simulator);
    let told = typeof twin === 'string' ? `(${twin})` : '';
    if (typeof twin !== 'string') {
      const twinFell = await attack(await importPatched(twin));
      told = twinFell ? `(twin ${twin.name}: broken, as it should be)` : `(twin ${twin.name}: STOOD)`;
      table.push({ name, defended: !worked, twin: told });
      assert(twinFell, `the twin ${twin.name} stood: the attack shows nothing`);
    } else table.push({ name, defended: !worked, twin: told });
    assert(!worked, 'the attack worked');
  });
}

interface Couple {
  readonly world: World;
  readonly noor: SimDevice;
  readonly sam: SimDevice;
}
async function couple(sim: Simulator, seed: string): Promise<Couple> {
  const world = await sim.createWorld({ seed, primitives: sim.createNodePrimitives(), hashing: nodeHashing });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  await sim.pairPeople(world, noor, sam);
  await world.run(5_000);
  return { world, noor, sam };
}

async function share(sim: Simulator, { world }: Couple, from: SimDevice, ...notes: readonly string[]): Promise<void> {
  for (const note of notes) {
    await sim.writeCheckIn(from, note, 'ours');
    await world.run(limits.cancelWindowMsDefault + 2_000);
  }
}

const boxesIn = (world: World, mailbox: Bytes) => world.relayStore().boxesOf(mailbox);
const oursOf = async (sim: SimDevice) => (await diskToSpaceKeys(primitives, sim.disk, 'ours')).mailbox;
const foreignOn = (sim: SimDevice): number =>
  sim.device!.snapshot().notices.find((one) => one.type === 'foreign')?.count ?? 0;
const linkBytes = (link: string): Bytes => base64urlToBytes(/=([A-Za-z0-9_-]+)/.exec(link)?.[1] ?? '') ?? noBytes;
const flip = (bytes: Bytes, at: number): Bytes => {
  const changed = new Uint8Array(bytes);
  changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
  return changed;
};
const without = (name: string, file: string, find: string, replace: string): Patch => ({ name, file, find, replace });

// ------------------------------------------------------------------------------------------------ R1

/**
 * The relay has the link (it leaked), stands between, and puts its own keys into the joiner's place. People compare the
 * words, and go on only when they are the same.
 */
const substituteKeys: Attack = async (sim) => {
  const world = await sim.createWorld({ seed: 'R1', primitives: sim.createNodePrimitives(), hashing: nodeHashing });
  const [noor, sam] = [world.addDevice('noor'), world.addDevice('sam')];
  for (const one of [noor, sam]) await one.start();
  const invited = await noor.device!.invite('partner');
  assert(invited.ok);
  await world.run(1_000);
  const secret = linkBytes(invited.value.link).slice(2, 34);
  const channel = await secretToChannel(primitives, secret, 'partner');
  const writers = [
    await primitives.signingPublicKey(channel.inviterAccessSeed),
    await primitives.signingPublicKey(channel.joinerAccessSeed),
  ];
  const salt = await primitives.hkdf(channel.key, noBytes, labelToBytes(labels.mailboxSalt), 16);
  const mailbox = (await primitives.sha256(mailboxPreimage(salt, writers))).slice(0, 16);
  const keys = await createBoxKeys(primitives, channel.key, mailbox);
  const own = {
    signing: new Uint8Array(32).fill(1),
    sealing: new Uint8Array(32).fill(2),
    access: new Uint8Array(32).fill(3),
  };
  const ownKeys = jsonToText({
    access: bytesToHex(await primitives.signingPublicKey(own.access)),
    device: bytesToHex(await primitives.signingPublicKey(own.signing)),
    person: 'ee'.repeat(16),
    seal: bytesToHex(await primitives.sealingPublicKey(own.sealing)),
  });
  const messages: JsonObject[] = [];
  const read = async (): Promise<void> => {
    messages.length = 0;
    for (const placed of boxesIn(world, mailbox)) {
      const content = await openBox(primitives, keys, placed);
      const json = content === null ? null : textToJson(bytesToText(content) ?? '', limits.boxBytesMax);
      if (json !== null && typeof json === 'object' && !Array.isArray(json)) messages.push(json as JsonObject);
    }
  };
  // What the joiner says is kept from the inviter, and shown to the joiner as if it lay there.
  let joined: Bytes | null = null;
  world.networkFaults.bend = (from, direction, bytes) => {
    const up = direction === 'up' && from === sam ? decodeDeviceFrame(bytes) : null;
    if (up?.type === 'append' && bytesToHex(up.mailbox) === bytesToHex(mailbox) && joined === null) {
      joined = up.box;
      sealedJoin = { boxId: up.boxId, box: up.box };
      return [];
    }
    return [bytes];
  };
  let sealedJoin: { readonly boxId: Bytes; readonly box: Bytes } | null = null;
  await sam.device!.openLink(invited.value.link);
  await sam.device!.join();
  await world.run(3_000);
  assert(sealedJoin !== null);
  const content = await openBox(primitives, keys, sealedJoin);
  const join = textToJson(bytesToText(content ?? noBytes) ?? '', limits.boxBytesMax) as JsonObject;
  const forgedJoin = textToBytes(jsonToText({ ...join, keys: ownKeys }));
  const forged = await sealBox(primitives, keys, await primitives.sha256(forgedJoin), forgedJoin);
  // To the joiner the relay shows the box that it kept; to the inviter the forged one.
  await world.relayStore().append([{ mailbox, writer: 1, boxId: forged.boxId, expiryDay: 0, box: forged.box }]);
  const kept: { readonly boxId: Bytes; readonly box: Bytes } = sealedJoin;
  bendDown(world, (to, frame) => {
    if (to !== sam || frame.type !== 'boxes' || bytesToHex(frame.mailbox) !== bytesToHex(mailbox)) return [frame];
    const boxes = frame.boxes.map((one) =>
      bytesToHex(one.boxId) === bytesToHex(forged.boxId) ? { ...one, ...kept } : one,
    );
    return [{ ...frame, boxes }];
  });
  for (const one of [noor, sam]) {
    one.goOffline();
    one.goOnline();
  }
  await world.run(60_000);
  const words = [noor, sam].map((one) => {
    const { pairing } = one.device!.snapshot();
    return pairing.step === 'comparing' ? pairing.words.join(' ') : pairing.step;
  });
  const isSame = words[0] === words[1] && (words[0] ?? '').includes(' ');
  assert((words[0] ?? '').includes(' ') && (words[1] ?? '').includes(' '), `both are comparing: ${words.join(' / ')}`);
  for (const one of [noor, sam]) await one.device!.confirmWords(isSame);
  await world.run(10_000);
  await read();
  const grant = messages.find((message) => message.type === 'grant');
  if (!grant) return false;
  const reveal = messages.find((message) => message.type === 'reveal')!;
  const offer = messages.find((message) => message.type === 'offer')!;
  const hex = (value: unknown): Bytes => hexToBytes(String(value)) ?? noBytes;
  // The attacker knows all of the transcript, whatever the house puts into it.
  const patched = sim === simulator ? transcriptHash : transcriptWithoutJoiner;
  const transcript = await patched(
    primitives,
    'partner',
    hex(offer.commitment),
    textToBytes(ownKeys),
    hex(join.nonce),
    textToBytes(String(reveal.keys)),
    hex(reveal.nonce),
  );
  const sealed = { enc: hex(grant.enc), ciphertext: hex(grant.ciphertext) };
  return (await openGrant(primitives, own.sealing, transcript, sealed)) !== null;
};

const transcriptWithoutJoiner: typeof transcriptHash = (
  port,
  _purpose,
  commitment,
  _keys,
  nonce,
  inviterKeys,
  inviterNonce,
) => {
  const framed = [commitment, nonce, inviterKeys, inviterNonce].map((part) =>
    concatBytes(new Uint8Array([0, 0, part.length >> 8, part.length & 255]), part),
  );
  return port.sha256(concatBytes(labelToBytes(labels.inviteTranscript), labelToBytes(labels.invitePartner), ...framed));
};

holds(
  'R1 key substitution by a relay that has the link: the words differ',
  substituteKeys,
  without('words-without-the-joiner', 'src/crypto/invitation.ts', '      lengthPrefixed(joinerKeys),\n', ''),
);

// ------------------------------------------------------------------------------------------------ R2

const ghostDevice: Attack = async (sim) => {
  const all = await couple(sim, 'R2');
  const { world, noor, sam } = all;
  sam.crash();
  sam.isOnline = false;
  const client = await createChangedClient(world, sam, primitives);
  const ghost = await client.stranger('ghost');
  const person = diskJson(noor.disk, 'self').person ?? '';
  const said = jsonOf({ person, seal: 'ab'.repeat(32), name: 'Tablet', kind: 'device' });
  await client.write('space/joined', said, { by: ghost });
  await client.write('space/vouch', jsonOf({ device: bytesToHex(ghost.author), person }), { by: ghost });
  await client.write('space/vouch', jsonOf({ device: bytesToHex(ghost.author), person }));
  await client.done();
  return noor.device!.snapshot().devices.some((one) => one.id === bytesToHex(ghost.author));
};
holds(
  'R2 ghost device, with the other partner’s help',
  ghostDevice,
  without(
    'anyone-may-vouch',
    'src/device/membership.ts',
    'vouch.person === joined.person && members.get(vouch.by)?.person === joined.person',
    'members.has(vouch.by)',
  ),
);

// ------------------------------------------------------------------------------------------------ R3

/** Changed boxes are taken for whole, or the device answers some of them otherwise than others. */
const changedBoxes: Attack = async (sim) => {
  const all = await couple(sim, 'R3');
  const { world, noor, sam } = all;
  await share(sim, all, noor, 'one', 'two');
  const mailbox = await oursOf(sam);
  const genuine = boxesIn(world, mailbox);
  const batches = genuine.flatMap(({ boxId, box }) =>
    Array.from({ length: 12 }, (_, i) => [{ boxId, box: flip(box, 2 + i * 41) }]),
  );
  const before = foreignOn(sam);
  const heard = await sayTo(world, sam, mailbox, batches);
  // Asked for each, and for nothing else: the same frames whichever byte was changed.
  const isAnswered = heard.some((bytes) => bytes[0] === 3);
  return foreignOn(sam) - before < batches.length || isAnswered;
};
holds(
  'R3 every stored box changed: not taken, and no answer tells why',
  changedBoxes,
  without(
    'tags-not-checked',
    'sim/node-primitives.ts',
    'return concatBytes(plaintext, decipher.final());',
    'return concatBytes(plaintext);',
  ),
);

// ------------------------------------------------------------------------------------------------ R4

const olderBoxes: Attack = async (sim) => {
  const all = await couple(sim, 'R4');
  const { world, noor, sam } = all;
  await share(sim, all, noor, 'one');
  const mailbox = await oursOf(sam);
  const genuine = boxesIn(world, mailbox);
  const others = genuine.slice(0, 4).flatMap(({ boxId, box }) =>
    [
      [0, 1],
      [2, 1],
      [255, 1],
      [1, 0],
      [1, 2],
      [1, 255],
    ].map(([version = 0, suite = 0]) => [{ boxId, box: concatBytes(new Uint8Array([version, suite]), box.slice(2)) }]),
  );
  const before = foreignOn(sam);
  await sayTo(world, sam, mailbox, others);
  return foreignOn(sam) - before < others.length;
};
holds(
  'R4 downgrade: boxes with another version or suite',
  olderBoxes,
  without(
    'versions-not-read',
    'src/crypto/box.ts',
    'if (reader.u8() !== version || reader.u8() !== suite) return null;',
    'reader.u8();\n  reader.u8();',
  ),
);

const olderProtocol: Attack = async (sim) => {
  const all = await couple(sim, 'R4b');
  const { world, sam } = all;
  for (const version of [0, 2, 65_535]) {
    bendDown(world, (_to, frame) => [frame.type === 'welcome' ? { ...frame, version } : frame]);
    sam.goOffline();
    await world.run(1_000);
    const from = world.relayReceived.length;
    sam.goOnline();
    await world.run(3_000);
    if (world.relayReceived.slice(from).some((bytes) => bytes[0] !== 1)) return true;
  }
  return false;
};
holds(
  'R4 downgrade: a relay that speaks another version is told nothing',
  olderProtocol,
  without('any-protocol', 'src/sync/step.ts', 'if (frame.version !== protocolVersion)', 'if (frame.version < 0)'),
);

// ------------------------------------------------------------------------------------------------ R6

/** Every key on any disk, and the secrets of invitations, are looked for in all that the relay was ever sent. */
const secretsHeard: Attack = async (sim) => {
  const all = await couple(sim, 'R6');
  const { world, noor, sam } = all;
  const invited = await noor.device!.invite('device');
  assert(invited.ok);
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await noor.device!.endPairing();
  await sim.linkDevices(world, noor, tablet);
  await sim.writeCheckIn(noor, 'sealed', 'sealed');
  await sim.writeCheckIn(sam, 'sealed', 'sealed');
  await noor.device!.recoveryPhrase();
  await share(sim, all, noor, 'one');
  const secrets = new Set<string>([bytesToHex(linkBytes(invited.value.link).slice(2, 34))]);
  for (const one of [noor, sam, tablet]) {
    for (const [key, bytes] of one.disk.records) {
      // Entries name public keys too; their private ones lie in these records.
      if (
        !['self', 'space/mine', 'space/ours', 'phrase', 'pairing', 'letters'].includes(key) &&
        !key.startsWith('sealed/')
      )
        continue;
      const text = bytesToText(bytes) ?? '';
      for (const [, name, value] of text.matchAll(
        /"(signingSeed|sealingKey|key|secret|nonce|entropy|made)":\[?"([0-9a-f]{32,64})"/g,
      )) {
        if (name !== undefined && value !== undefined) secrets.add(value);
      }
      for (const [, list] of text.matchAll(/"accessSeeds":\[([^\]]*)\]/g))
        for (const [, value] of (list ?? '').matchAll(/"([0-9a-f]{64})"/g)) secrets.add(value ?? '');
    }
  }
  assert(secrets.size >= 12, `${secrets.size} secrets`);
  for (const one of [noor, sam, tablet]) assert.equal(one.device!.snapshot().connection.relayUrl, simulator.relayUrl);
  return [...secrets].some((secret) => {
    const bytes = hexToBytes(secret) ?? noBytes;
    return hasHeard(world, bytes.slice(0, 16)) || hasHeard(world, bytes.slice(-16));
  });
};
holds(
  'R6 secrets that reach the relay',
  secretsHeard,
  without(
    'salt-out-of-the-key',
    'src/crypto/space-keys.ts',
    'const salt = await derive(primitives, epoch.key, labels.mailboxSalt, 16);',
    'const salt = epoch.key.slice(0, 16);',
  ),
);

// ------------------------------------------------------------------------------------------------ R7

/** All boxes of all mailboxes in each other's places, and under each other's ids. */
const movedBoxes: Attack = async (sim) => {
  const all = await couple(sim, 'R7');
  const { world, noor, sam } = all;
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await sim.linkDevices(world, noor, tablet);
  await sim.writeCheckIn(noor, 'kept');
  await share(sim, all, noor, 'one');
  await share(sim, all, sam, 'two');
  const mailboxes = openedMailboxes(world);
  const mailbox = await oursOf(sam);
  const here = boxesIn(world, mailbox);
  const elsewhere = mailboxes
    .filter((one) => bytesToHex(one) !== bytesToHex(mailbox))
    .flatMap((one) => boxesIn(world, one));
  assert(mailboxes.length >= 4 && elsewhere.length >= 8);
  const underOtherIds = here.flatMap((a) => here.filter((b) => b !== a).map((b) => ({ boxId: b.boxId, box: a.box })));
  const moved = [...elsewhere.map(({ boxId, box }) => ({ boxId, box })), ...underOtherIds];
  const before = { screen: snapshotText(sam, ['notices', 'connection']), foreign: foreignOn(sam) };
  await sayTo(world, sam, mailbox, chunks(moved, 200));
  pairsMoved = moved.length;
  return (
    foreignOn(sam) - before.foreign < moved.length || snapshotText(sam, ['notices', 'connection']) !== before.screen
  );
};
let pairsMoved = 0;
const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
holds(
  'R7 boxes moved to other mailboxes and other ids, all pairs',
  movedBoxes,
  'keys, place and id each stand alone; twin: R7 below',
);

/** What Noor has just written is shown to Sam under another id, and to the mailbox of nobody's else. */
const underAnotherId: Attack = async (sim) => {
  const all = await couple(sim, 'R7b');
  const { world, noor, sam } = all;
  const mailbox = bytesToHex(await oursOf(sam));
  const known = boxesIn(world, hexToBytes(mailbox) ?? noBytes);
  const other = known[0]!.boxId;
  bendDown(world, (to, frame) =>
    to === sam && frame.type === 'boxes' && bytesToHex(frame.mailbox) === mailbox
      ? [{ ...frame, boxes: frame.boxes.map((one) => (one.position > known.length ? { ...one, boxId: other } : one)) }]
      : [frame],
  );
  await share(sim, all, noor, 'moved');
  return snapshotText(sam).includes('"moved"');
};
holds(
  'R7 a box under another id',
  underAnotherId,
  without(
    'boxes-without-a-place',
    'src/crypto/box.ts',
    '  primitives.hkdf(keys.epochKey, boxId, concatBytes(labelToBytes(labels.boxKey), keys.mailbox), 32);\n\nconst associated = (keys: BoxKeys, boxId: Bytes, length: number): Bytes =>\n  concatBytes(\n    labelToBytes(labels.boxAssociated),\n    u8(version),\n    u8(suite),\n    keys.mailbox,\n    keys.epochId,\n    boxId,\n',
    '  primitives.hkdf(keys.epochKey, keys.mailbox, concatBytes(labelToBytes(labels.boxKey), boxId.slice(16)), 32);\n\nconst associated = (keys: BoxKeys, boxId: Bytes, length: number): Bytes =>\n  concatBytes(\n    labelToBytes(labels.boxAssociated),\n    u8(version),\n    u8(suite),\n    keys.mailbox,\n    keys.epochId,\n    boxId.slice(16),\n',
  ),
);

// ------------------------------------------------------------------------------------------------ R8

/** One box in the middle is kept from Sam for good, and nobody says so. */
const dropped: Attack = async (sim) => {
  const all = await couple(sim, 'R8');
  const { world, noor, sam } = all;
  const mailbox = bytesToHex(await oursOf(sam));
  const skip = boxesIn(world, hexToBytes(mailbox) ?? noBytes).length + 1;
  bendDown(world, (to, frame) =>
    to === sam && frame.type === 'boxes' && bytesToHex(frame.mailbox) === mailbox
      ? [{ ...frame, boxes: frame.boxes.filter((one) => one.position !== skip) }]
      : [frame],
  );
  await share(sim, all, noor, 'first', 'second');
  await world.run(5_000);
  const isUnnoticed =
    !noticesOn(sam).includes('gap') && !noticesOn(sam).includes('withheld') && !snapshotText(sam).includes('"first"');
  beHonest(world);
  for (const one of [noor, sam]) {
    one.goOffline();
    await world.run(500);
    one.goOnline();
  }
  await world.run(120_000);
  if (sim === simulator)
    assert(snapshotText(sam).includes('"first"') && noticesOn(sam).length === 0, 'healed when honest');
  return isUnnoticed;
};
holds(
  'R8 a dropped box is noticed, and healed when the relay is honest again',
  dropped,
  without(
    'holes-not-seen',
    'src/log/chains.ts',
    'Object.keys(chain.loose).length > 0;',
    'Object.keys(chain.loose).length < 0;',
  ),
);

/** Two devices of Noor get the same boxes in another order, and twice; their screens differ. */
const reordered: Attack = async (sim) => {
  const all = await couple(sim, 'R8b');
  const { world, noor, sam } = all;
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await sim.linkDevices(world, noor, tablet);
  tablet.goOffline();
  const written = await sim.writeCheckIn(sam, 'words 0', 'ours');
  assert(written.ok);
  const thing = written.value.things[0]!;
  await world.run(15_000);
  for (let i = 1; i < 6; i++) {
    await sam.device!.command(
      asCommand({
        practice: 'check-in',
        type: 'rewrite',
        thing,
        feelings: [{ type: 'known', id: 'calm' }],
        strength: 3,
        needs: [],
        note: `words ${i}`,
      }),
    );
    await world.run(15_000);
  }
  bendDown(world, (to, frame) => {
    if (to !== tablet || frame.type !== 'boxes') return [frame];
    const turned = [...frame.boxes].reverse();
    const boxes = frame.boxes.map(({ position }, at) => ({ ...turned[at]!, position }));
    return [{ ...frame, boxes }, { ...frame, boxes }, frame];
  });
  tablet.goOnline();
  await world.run(60_000);
  const note = (one: SimDevice) => JSON.stringify(one.device!.snapshot().thingsByPractice.get('check-in')?.get(thing));
  return note(tablet) !== note(noor) || noticesOn(tablet).includes('fork');
};
holds(
  'R8 reordered and repeated boxes give the same screens',
  reordered,
  without(
    'order-of-arrival',
    'src/core/state.ts',
    'return isChanged ? [...byEntry.values()].sort((a, b) => comparePlaced(a.raw, b.raw)) : before;',
    'return isChanged ? [...byEntry.values()] : before;',
  ),
);

// ------------------------------------------------------------------------------------------------ R9

/** Sam's phone is shown what Noor wrote, Sam's laptop is not. The laptop hears from the phone, and notices nothing. */
const forked: Attack = async (sim) => {
  const all = await couple(sim, 'R9');
  const { world, noor, sam } = all;
  const laptop = world.addDevice('laptop');
  await laptop.start();
  await sim.linkDevices(world, sam, laptop);
  await world.run(5_000);
  const mailbox = bytesToHex(await oursOf(sam));
  const from = boxesIn(world, hexToBytes(mailbox) ?? noBytes).length;
  const noors = new Set<string>();
  world.networkFaults.bend = (one, direction, bytes) => {
    if (direction === 'up') {
      const up = decodeDeviceFrame(bytes);
      if (one === noor && up?.type === 'append') noors.add(bytesToHex(up.boxId));
      return [bytes];
    }
    const frame = decodeRelayFrame(bytes);
    if (one !== laptop || frame?.type !== 'boxes' || bytesToHex(frame.mailbox) !== mailbox) return [bytes];
    return [
      encodeRelayFrame({
        ...frame,
        boxes: frame.boxes.filter((box) => box.position <= from || !noors.has(bytesToHex(box.boxId))),
      }),
    ];
  };
  await share(sim, all, noor, 'only for the phone');
  await share(sim, all, sam, 'an entry that crosses');
  await world.run(10_000);
  assert(snapshotText(laptop).includes('an entry that crosses'));
  const isNoticed = noticesOn(laptop).some((type) => type === 'withheld' || type === 'gap');
  beHonest(world);
  laptop.goOffline();
  await world.run(500);
  laptop.goOnline();
  await world.run(180_000);
  if (sim === simulator)
    assert(snapshotText(laptop).includes('only for the phone') && noticesOn(laptop).length === 0, 'healed');
  return !isNoticed;
};
holds(
  'R9 fork: two devices shown two histories, noticed at the first entry that crosses, healed',
  forked,
  without(
    'heads-not-told',
    'src/device/entries.ts',
    'seen.push({ device, seq: chain.seq, head: head.slice(0, 16) });',
    '',
  ),
);

/** The whole machine goes back to a copy of yesterday, with its incarnation. What was written since is gone for new devices. */
const rolledBack: Attack = async (sim) => {
  const all = await couple(sim, 'R9b');
  const { world, noor, sam } = all;
  await share(sim, all, noor, 'yesterday');
  const copy = world.relayStore().snapshot();
  await share(sim, all, noor, 'today one', 'today two');
  const store = world.relayStore();
  store.restore(copy, true);
  world.restartRelay(store);
  await world.run(120_000);
  const noticed = [noor, sam].some((one) => noticesOn(one).includes('rollback'));
  const held = boxesIn(world, await oursOf(sam)).length;
  const had = diskEntries(noor.disk, 'ours').length;
  return !noticed || held < had;
};
holds(
  'R9 rollback to an old copy under the same name: noticed, and given back',
  rolledBack,
  without(
    'going-back-not-seen',
    'src/sync/step.ts',
    'const isBehind = head < mailbox.delivered;',
    'const isBehind = head < 0;',
  ),
);

// ------------------------------------------------------------------------------------------------ R10

/** 10^5 boxes of many shapes. None is shown, none is kept. */
const planted: Attack = async (sim) => {
  const all = await couple(sim, 'R10');
  const { world, noor, sam } = all;
  await share(sim, all, noor, 'one');
  const mailbox = await oursOf(sam);
  const genuine = openedMailboxes(world).flatMap((one) => boxesIn(world, one));
  const dice = createDice('planted');
  const countMax = sim === simulator ? 100_000 : 200;
  const screen = snapshotText(sam, ['notices', 'connection']);
  const entries = diskEntries(sam.disk, 'ours').length;
  const shapes = plantShapes(dice, genuine);
  const boxes = Array.from({ length: countMax }, (_, at) => shapes[at % shapes.length]!());
  await sayTo(world, sam, mailbox, chunks(boxes, 250));
  boxesPlanted = Math.max(boxesPlanted, boxes.length);
  assert(foreignOn(sam) >= boxes.length);
  return snapshotText(sam, ['notices', 'connection']) !== screen || diskEntries(sam.disk, 'ours').length !== entries;
};
let boxesPlanted = 0;

function plantShapes(dice: simulator.Dice, genuine: readonly { readonly boxId: Bytes; readonly box: Bytes }[]) {
  const one = () => dice.pick(genuine);
  const small = genuine.filter(({ box }) => box.length === 512);
  const random = (length: number): Bytes => dice.bytes(length);
  return [
    () => ({ boxId: random(16), box: random(512) }),
    () => ({ boxId: random(16), box: concatBytes(new Uint8Array([1, 1]), random(510)) }),
    () => ({ boxId: one().boxId, box: concatBytes(new Uint8Array([1, 1]), random(62)) }),
    () => ({ boxId: random(16), box: dice.pick(small).box }),
    () => ({ boxId: dice.pick(small).boxId, box: flip(dice.pick(small).box, dice.roll(512)) }),
    () => ({ boxId: one().boxId, box: dice.pick(small).box.slice(0, dice.roll(512)) }),
    () => ({ boxId: random(16), box: noBytes }),
    () => ({ boxId: random(16), box: new Uint8Array(dice.roll(64)) }),
    () => ({ boxId: random(16), box: concatBytes(dice.pick(small).box, random(dice.roll(40))) }),
    () => ({
      boxId: random(16),
      box: concatBytes(dice.pick(small).box.slice(0, 256), dice.pick(small).box.slice(256)),
    }),
  ] as const;
}
holds(
  'R10 a hundred thousand planted boxes',
  planted,
  'seal, signature and membership each stand alone; twins: R3, R10 with the key, R2',
);

/** Whoever has the keys of the space (a lost laptop, the partner) writes in Noor's name. */
const forgedInName: Attack = async (sim) => {
  const all = await couple(sim, 'R10b');
  const { world, noor, sam } = all;
  const laptop = world.addDevice('laptop');
  await laptop.start();
  await sim.linkDevices(world, sam, laptop);
  laptop.crash();
  laptop.isOnline = false;
  const client = await createChangedClient(world, laptop, primitives);
  const author = diskEntries(noor.disk, 'ours')[0]!.author;
  const noors = diskEntries(noor.disk, 'ours').filter((one) => bytesToHex(one.author) === bytesToHex(author));
  const body = { feelings: ['calm'], strength: 3, needs: [], note: 'never said', feltAtMs: 1 };
  for (let i = 0; i < 20; i++) {
    await client.write('check-in/shared', jsonOf({ thing: `${i}`.padStart(32, '0'), data: body }), {
      by: { author, signingSeed: client.self.signingSeed, person: '' },
      seq: noors.length + 1 + i,
    });
  }
  await client.done();
  return snapshotText(sam).includes('never said');
};
holds(
  'R10 entries in another’s name, by someone with the keys of the space',
  forgedInName,
  without(
    'signatures-not-checked',
    'src/device/entries.ts',
    'if (!(await primitives.verify(entry.author, entrySignatureMessage(entry.signed), entry.signature))) {',
    'if (false) {',
  ),
);

// ------------------------------------------------------------------------------------------------ R11

/** Noor's entry of one space, sealed by Sam into the other. */
const otherSpace: Attack = async (sim) => {
  const all = await couple(sim, 'R11');
  const { world, noor, sam } = all;
  await sim.writeCheckIn(noor, 'kept');
  await world.run(5_000);
  sam.crash();
  sam.isOnline = false;
  const client = await createChangedClient(world, sam, primitives);
  const mine = diskEntries(noor.disk, 'mine');
  const before = noor.disk.records.size;
  for (const entry of mine) await client.send(concatBytes(entry.signed, entry.signature));
  await client.done();
  const kept = [...noor.disk.records.keys()].filter((key) => key.startsWith('e/o/')).length;
  assert(before > 0);
  return (
    kept !== diskEntries(noor.disk, 'ours').filter((one) => bytesToHex(one.space) === bytesToHex(client.keys.id)).length
  );
};
holds(
  'R11 an entry of one space offered in another',
  otherSpace,
  without(
    'spaces-not-compared',
    'src/device/entries.ts',
    'if (entry === null || bytesToHex(entry.space) !== bytesToHex(space.id)) {',
    'if (entry === null) {',
  ),
);

/** A signature of one purpose is good for another. */
const otherPurpose: Attack = async (sim) => {
  const label =
    (sim as unknown as { readonly labelOf?: (name: keyof typeof labels) => Bytes }).labelOf ??
    ((name) => labelToBytes(labels[name]));
  const names = ['entrySignature', 'inviteGrantSignature', 'inviteJoinedSignature'] as const;
  const seed = new Uint8Array(32).fill(8);
  const author = await primitives.signingPublicKey(seed);
  const payload = new Uint8Array(200).fill(4);
  const messages = [
    ...names.map((name) => concatBytes(label(name), payload)),
    concatBytes(textToBytes('attune/open/1'), payload),
  ];
  let crossed = 0;
  for (const a of messages)
    for (const b of messages)
      if (a !== b && (await primitives.verify(author, b, await primitives.sign(seed, a)))) crossed += 1;
  return crossed > 0;
};
holds(
  'R11 a signature of one purpose offered for another (4 × 4)',
  otherPurpose,
  'labels.test.ts: no label begins another',
);

// ------------------------------------------------------------------------------------------------ R12

const removedReturns: Attack = async (sim) => {
  const all = await couple(sim, 'R12');
  const { world, noor, sam } = all;
  const tablet = world.addDevice('tablet');
  await tablet.start();
  await sim.linkDevices(world, noor, tablet);
  await world.run(5_000);
  const before = world.relayStore().snapshot();
  const id = tablet.device!.snapshot().devices.find((one) => one.isThis)!.id;
  assert((await noor.device!.removeDevice(id)).ok);
  await world.run(20_000);
  await sim.writeCheckIn(tablet, 'from the removed one', 'ours');
  await world.run(30_000);
  // The old list again: the store of before the removal, under the old name and under a new one.
  for (const isUnnoticed of [true, false]) {
    const store = world.relayStore();
    store.restore(before, isUnnoticed);
    world.restartRelay(store);
    await world.run(120_000);
  }
  await sim.writeCheckIn(tablet, 'from the removed one, later', 'ours');
  await world.run(60_000);
  const isBack = [noor, sam].some((one) =>
    one.device!.snapshot().devices.some((device) => device.id === id && !device.isRemoved),
  );
  return isBack || [noor, sam].some((one) => snapshotText(one).includes('from the removed one'));
};
holds(
  'R12 the old list of devices again: the removed one does not come back',
  removedReturns,
  without(
    'removed-ones-count',
    'src/device/membership.ts',
    'if (isTakenOff(membership, members, member)) members.set(member.device, { ...member, isRemoved: true });',
    '',
  ),
);

// ------------------------------------------------------------------------------------------------ R13

const sizesTell: Attack = async (sim) => {
  const all = await couple(sim, 'R13');
  const { world, noor, sam } = all;
  for (const length of [0, 1, 50, 200, 400, 700, 1_500, 2_900, 4_000]) {
    await sim.writeCheckIn(noor, 'x'.repeat(length), 'ours');
    await sim.writeCheckIn(sam, 'y'.repeat(length), length % 2 === 0 ? 'sealed' : 'mine');
    await world.run(15_000);
  }
  const boxes = openedMailboxes(world).flatMap((mailbox) => boxesIn(world, mailbox));
  const isPadme = (size: number): boolean => {
    const step = 2 ** (Math.floor(Math.log2(size)) - Math.floor(Math.log2(Math.floor(Math.log2(size)))) - 1);
    return size > 4_096 && size % step === 0;
  };
  sizesSeen = new Set(boxes.map(({ box }) => box.length));
  return [...sizesSeen].some((size) => !limits.boxBucketsBytes.includes(size) && !isPadme(size));
};
let sizesSeen = new Set<number>();
holds(
  'R13 sizes on the wire are buckets',
  sizesTell,
  without(
    'no-padding',
    'src/crypto/box.ts',
    'return bucket ?? padme(needed);',
    'return bucket === -1 ? padme(needed) : needed;',
  ),
);

// ------------------------------------------------------------------------------------------------ R16

/** The link that invites a partner, with its purpose changed, adds a device. */
const otherGesture: Attack = async (sim) => {
  const world = await sim.createWorld({ seed: 'R16', primitives: sim.createNodePrimitives(), hashing: nodeHashing });
  const [noor, eve] = [world.addDevice('noor'), world.addDevice('eve')];
  for (const one of [noor, eve]) await one.start();
  const invited = await noor.device!.invite('partner');
  assert(invited.ok);
  await world.run(1_000);
  const bytes = linkBytes(invited.value.link);
  const core = concatBytes(new Uint8Array([1, 2]), bytes.slice(2, 34));
  const check = (await primitives.sha256(concatBytes(textToBytes('attune/link/1'), core))).slice(0, 4);
  const link = `https://relay.test/#link=${Buffer.from(concatBytes(core, check)).toString('base64url')}`;
  const opened = await eve.device!.openLink(link);
  if (!opened.ok) return false;
  await eve.device!.join();
  await world.run(10_000);
  return eve.device!.snapshot().pairing.step === 'comparing' || noor.device!.snapshot().pairing.step === 'comparing';
};
holds(
  'R16 an invitation for a partner cannot add a device',
  otherGesture,
  without(
    'one-purpose',
    'src/crypto/invitation.ts',
    "purpose === 'partner' ? labels.invitePartner : labels.inviteDevice;",
    "purpose === 'partner' ? labels.invitePartner : labels.invitePartner;",
  ),
);

after(() => {
  console.log(
    `hostile relay: ${table.length} attacks, ${boxesPlanted} boxes planted, ${pairsMoved} boxes moved, ${sizesSeen.size} sizes seen`,
  );
});
