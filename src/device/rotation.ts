/**
 * New keys for a space: when a device of mine is lost or no longer mine. The new epoch key is sealed to every remaining
 * device of both persons; its mailbox is another one, which the removed device cannot find; what the old mailbox held is
 * offered there again by whoever holds it. The removed device keeps what it had: nobody can take that back.
 *
 * Two rotations at once are both readable; the greater (generation, id) is written with, on all devices alike.
 */
import { type EpochKeys, entropyToPaper, epochToKeys, mineAccessSeed, openEpoch, sealBox, sealEpoch } from '#crypto';
import {
  type Bytes,
  bytesToHex,
  concatBytes,
  err,
  hexToBytes,
  isSameBytes,
  type Json,
  limits,
  ok,
  type Result,
  textToBytes,
  u32,
} from '#kernel';
import { deviceToName, noChain } from '#log';
import { mailboxPreimage, writersMax } from '#wire';
import { accessSeedOf, addEpochs } from './epochs.ts';
import type { Live } from './live.ts';
import { isOpenToRemoved } from './membership.ts';
import { currentEpoch, entryKey, type SpaceModel, spaces } from './model.ts';
import { saveLetters, saveSpace } from './persistence.ts';
import { asBytes, asHex, asList, asObject, asWhole } from './shapes.ts';

export type Write = (live: Live, space: SpaceModel, kind: string, body: Json) => Promise<void>;

/** Takes a device of mine off the list, everywhere, and changes the keys. */
export async function removeDevice(
  live: Live,
  device: string,
  write: Write,
): Promise<Result<null, 'not-mine' | 'this-device'>> {
  const { model } = live;
  if (device === model.self.device) return err('this-device');
  const member = model.mine?.members.get(device);
  if (!member || member.isRemoved) return err('not-mine');
  // The removed device knows the recovery phrase too, so the phrase ends with it.
  const paper = await paperOf(live);
  if (model.phrase !== null && model.mine) await write(live, model.mine, 'phrase/ended', { entropy: model.phrase });
  for (const space of spaces(model)) {
    const before = currentEpoch(space);
    const from = space.chains[deviceToName(model.self.author)] ?? noChain;
    for (const gone of [device, ...paper]) {
      if (space.members.has(gone)) await write(live, space, 'space/removed', { device: gone });
    }
    await beginEpoch(live, space, write);
    await sendByOldMailbox(live, space, before, from.seq);
  }
  return ok(null);
}

const paperOf = async (live: Live): Promise<readonly string[]> => {
  const entropy = hexToBytes(live.model.phrase ?? '');
  if (!entropy || entropy.length === 0) return [];
  const { primitives } = live.ports;
  return [bytesToHex(await primitives.signingPublicKey((await entropyToPaper(primitives, entropy)).signingSeed))];
};

async function beginEpoch(live: Live, space: SpaceModel, write: Write): Promise<void> {
  const { primitives, random } = live.ports;
  const { epoch } = currentEpoch(space);
  const generation = epoch.generation + 1;
  const key = random(32);
  const accessSeed = random(32);
  const fresh = { generation, key, writers: epoch.writers };
  const own = space.kind === 'mine' ? await minePublicKeyOf(live, key) : await primitives.signingPublicKey(accessSeed);
  const writers = fresh.writers.map((writer, slot) => (slot === space.writer ? own : writer));
  const seals: Json[] = [];
  for (const member of space.members.values()) {
    const sealingKey = hexToBytes(member.sealingKey);
    if (member.isRemoved || !sealingKey || sealingKey.length !== 32) continue;
    const sealed = await sealEpoch(primitives, sealingKey, sealContext(space, generation), key, random(32));
    if (sealed)
      seals.push({ device: member.device, enc: bytesToHex(sealed.enc), ciphertext: bytesToHex(sealed.ciphertext) });
  }
  space.accessSeeds = space.kind === 'mine' ? [] : [...space.accessSeeds, accessSeed];
  // Who hears of the key hears of the removal with it, whatever a relay keeps back: else it could be changed without end.
  const removed = [...space.members.values()]
    .filter((member) => member.isRemoved && member.person === live.model.self.person)
    .map((member) => member.device)
    .slice(-limits.removedNamedMax);
  await write(live, space, 'space/epoch', { generation, writers: writers.map(bytesToHex), seals, removed });
  await adoptEpoch(live, space, { generation, key, writers }, seals);
}

/**
 * When two rotations meet, the greater may have been sealed to a device that the other one removed: then whoever knows
 * both changes the keys once more, before offering anything there.
 */
export async function rotateAwayFromRemoved(live: Live, write: Write): Promise<void> {
  for (const space of spaces(live.model)) {
    if (space.members.get(live.model.self.device)?.isRemoved) continue;
    const before = currentEpoch(space);
    const recipients = space.recipients[bytesToHex(before.epochId)] ?? [];
    if (!isOpenToRemoved(recipients, space.members)) continue;
    if (space.epochs.length >= limits.epochsMax / 2) continue;
    const from = space.chains[deviceToName(live.model.self.author)] ?? noChain;
    await beginEpoch(live, space, write);
    await sendByOldMailbox(live, space, before, from.seq);
  }
}

async function minePublicKeyOf(live: Live, epochKey: Bytes): Promise<Bytes> {
  return live.ports.primitives.signingPublicKey(await mineAccessSeed(live.ports.primitives, epochKey));
}

/** Another member has changed the keys: ours is among the seals, unless we are the one who was removed. */
export async function takeEpoch(live: Live, space: SpaceModel, body: Json, isOwn: boolean): Promise<void> {
  const fields = asObject(body);
  const generation = asWhole(fields?.generation);
  const writers = (asList(fields?.writers, 2) ?? []).map((writer) => asBytes(writer, 32)).filter((one) => one !== null);
  const seals = asList(fields?.seals, 2 * limits.devicesPerPersonMax + 2) ?? [];
  const seal = seals.map((one) => asObject(one)).find((one) => asHex(one?.device, 32) === live.model.self.device);
  const enc = asBytes(seal?.enc, 32);
  const ciphertext = asBytes(seal?.ciphertext, 48);
  if (generation === null || generation < 2 || !enc || !ciphertext) return;
  if (generation > currentEpoch(space).epoch.generation + generationsAheadMax) return;
  if (!isOwn && !isFairToMe(space, writers)) return;
  const context = sealContext(space, generation);
  const key = await openEpoch(live.ports.primitives, live.model.self.sealingKey, context, { enc, ciphertext });
  if (key?.length === 32) await adoptEpoch(live, space, { generation, key, writers }, seals);
}

/** Rotations that may be unknown here when a later one arrives. Keeps generations small, whatever a partner writes. */
const generationsAheadMax = 64;

/** The partner changes their own key and not mine, and not so often that none is left for me. */
function isFairToMe(space: SpaceModel, writers: readonly Bytes[]): boolean {
  const own = writers[space.writer];
  const keysOfMine = space.epochs.map(({ epoch }) => epoch.writers[space.writer]);
  const isMineKept = own !== undefined && keysOfMine.some((key) => key !== undefined && isSameBytes(key, own));
  return isMineKept && writers.length === writersMax && space.epochs.length < limits.epochsMax / 2;
}

async function adoptEpoch(
  live: Live,
  space: SpaceModel,
  epoch: EpochKeys['epoch'],
  seals: readonly Json[],
): Promise<void> {
  const keys = await epochToKeys(live.ports.primitives, epoch, mailboxPreimage);
  if (space.epochs.length >= limits.epochsMax) return;
  addEpochs(space, [keys]);
  const devices = seals.map((one) => asHex(asObject(one)?.device, 32)).filter((device) => device !== null);
  space.recipients = { ...space.recipients, [bytesToHex(keys.epochId)]: devices };
  saveSpace(live, space);
}

const sealContext = (space: SpaceModel, generation: number): Bytes =>
  concatBytes(textToBytes(space.kind), space.id, u32(generation));

/** Whoever is away looks into the old mailbox first: what was just written lies there too. */
async function sendByOldMailbox(live: Live, space: SpaceModel, before: EpochKeys, fromSeq: number): Promise<void> {
  const name = deviceToName(live.model.self.author);
  for (const [hash, storeKey] of space.unsent) {
    const isNew = storeKey > entryKey(space.kind, name, fromSeq, 'f'.repeat(32)) && storeKey.includes(`/${name}/`);
    const bytes = live.tx.puts.get(storeKey);
    const hashBytes = hexToBytes(hash);
    if (isNew && bytes && hashBytes) await leaveInMailbox(live, space, before, hashBytes, bytes);
  }
}

/** One entry for the mailbox of an epoch that is not written with any more. */
export async function leaveInMailbox(
  live: Live,
  space: SpaceModel,
  epoch: EpochKeys,
  hash: Bytes,
  bytes: Bytes,
): Promise<void> {
  const { model, ports } = live;
  const accessSeed = await accessSeedOf(live, space, epoch);
  if (!accessSeed) return;
  const key = { mailbox: epoch.mailbox, salt: epoch.salt, writers: epoch.epoch.writers, writer: space.writer };
  const { boxId, box } = await sealBox(ports.primitives, epoch, hash, bytes);
  const letter = { relayUrl: model.relayUrl ?? '', key, accessSeed, boxId: bytesToHex(boxId), box, expiryDay: 0 };
  model.letters = [...model.letters, letter];
  saveLetters(live);
}
