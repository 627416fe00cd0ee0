/**
 * Two devices meet: the messages of crypto/invitation.ts, carried through a small mailbox of their own, and what
 * follows for the spaces. Each step is saved before anything is sent, so a closed tab goes on where it was.
 *
 * Messages are JSON in boxes of the invitation's channel: offer, join, decline, reveal, grant, joined, cancel. The
 * relay sees a mailbox with a few padded boxes that it forgets within days.
 */
import {
  commitToKeys,
  type EpochKeys,
  epochToKeys,
  grantMessage,
  isCommitted,
  joinedMessage,
  linkToText,
  openBox,
  openGrant,
  sealBox,
  sealGrant,
  secretToChannel,
  textToLink,
  transcriptHash,
  transcriptToWordIndices,
} from '#crypto';
import {
  type Bytes,
  base64urlToBytes,
  bytesToBase64url,
  bytesToHex,
  bytesToText,
  err,
  hexToBytes,
  type Json,
  type JsonObject,
  jsonToText,
  limits,
  ok,
  type Result,
  textToBytes,
  textToJson,
} from '#kernel';
import type { MailboxKey } from '#sync';
import { mailboxPreimage, type PlacedBox } from '#wire';
import { prepareCarried, writeCarried } from './carrying.ts';
import { writeEntry } from './entries.ts';
import { epochsToJson, jsonToEpochs } from './epochs.ts';
import { partFromLeft } from './leaving.ts';
import type { Live } from './live.ts';
import { membershipToMembers, noMembership } from './membership.ts';
import { currentEpoch, newSpaceFields, type SpaceModel } from './model.ts';
import type { PairingRecord } from './pairing-record.ts';
import {
  adoptOurs,
  saveLetters,
  savePairing,
  saveRecovery,
  saveSelf,
  saveSpace,
  setSilent,
  useRelay,
} from './persistence.ts';
import { ensurePaper, tendPaper } from './recovery.ts';
import { asBytes, asHashes, asHex, asObject, asText, asWhole } from './shapes.ts';
import { adoptMine, ensureMine, introduceDevices, isBlank, tellMineOfOurs, vouch } from './spaces.ts';
import type { PairingOutcome, PairingRefusal, Purpose } from './types.ts';

const linkBytesMax = 256;

// ------------------------------------------------------------------------------------------------- what a person does

export async function invite(
  live: Live,
  purpose: Purpose,
  isReturn = false,
): Promise<Result<{ readonly link: string }, PairingRefusal>> {
  const { model, ports } = live;
  if (purpose === 'partner' && model.ours && !isReturn) return err('already-paired');
  if (purpose === 'device' && deviceCount(live) >= limits.devicesPerPersonMax) return err('too-many-devices');
  await ensureMine(live);
  await introduceDevices(live);
  setSilent(live, false);
  const secret = ports.random(32);
  const nonce = ports.random(32);
  const accessSeed = ports.random(32);
  const ownKeys = jsonToText(await keysOf(live, accessSeed, purpose));
  const commitment = await commitToKeys(ports.primitives, textToBytes(ownKeys), nonce);
  const expiresAtMs = ports.clock() + limits.inviteLifeMs;
  // A partner's space is made now and given only to the one with whom the words were the same.
  const grant =
    purpose === 'partner'
      ? { space: hex(ports.random(16)), key: hex(ports.random(32)), accessSeed: hex(accessSeed) }
      : {};
  model.pairingEnded = null;
  model.pairing = {
    ...blank(purpose, model.relayUrl ?? '', secret, expiresAtMs),
    role: 'inviter',
    isReturn: isReturn && model.ours !== null,
    stage: 'waiting',
    nonce: hex(nonce),
    ownKeys,
    commitment: hex(commitment),
    grant: jsonToText(grant),
  };
  await say(live, { type: 'offer', commitment: hex(commitment), expiresAtMs });
  savePairing(live);
  return ok({ link: await pairingLink(live) });
}

/** The link of the invitation under way: the secret stands in the fragment, which no browser sends to a server. */
export async function pairingLink(live: Live): Promise<string> {
  const { pairing } = live.model;
  const secret = hexToBytes(pairing?.secret ?? '');
  if (!pairing || !secret) return '';
  const text = bytesToBase64url(await linkToText(live.ports.primitives, pairing.purpose, secret));
  const relay = sameOrigin(pairing.relayUrl, live.appUrl) ? '' : `&relay=${encodeURIComponent(pairing.relayUrl)}`;
  return `${live.appUrl}#${pairing.purpose === 'partner' ? 'invite' : 'link'}=${text}${relay}`;
}

export async function openLink(
  live: Live,
  link: string,
): Promise<Result<{ readonly purpose: Purpose }, PairingRefusal>> {
  const { model, ports } = live;
  const match = /[#&](?:invite|link)=([A-Za-z0-9_-]+)(?:&relay=([^&\s]+))?/.exec(
    link.startsWith('#') ? link : `#${link.split('#')[1] ?? ''}`,
  );
  const bytes = match?.[1] && match[1].length <= linkBytesMax ? base64urlToBytes(match[1]) : null;
  if (!bytes) return err('wrong-link');
  const read = await textToLink(ports.primitives, bytes);
  if (read === 'wrong') return err('wrong-link');
  if (read === 'newer') return err('newer-link');
  if (model.pairing?.secret === hex(read.secret)) return ok({ purpose: read.purpose });
  if (read.purpose === 'partner' && model.ours) return err('already-paired');
  if (read.purpose === 'device' && !isBlank(live)) return err('has-entries');
  const relayUrl = match?.[2] ? safeDecode(match[2]) : (model.relayUrl ?? '');
  if (!/^wss?:\/\/[^\s]+$/.test(relayUrl)) return err('wrong-link');
  model.pairingEnded = null;
  model.pairing = {
    ...blank(read.purpose, relayUrl, read.secret, ports.clock() + limits.inviteLifeMs),
    role: 'joiner',
    stage: 'asked',
  };
  savePairing(live);
  return ok({ purpose: read.purpose });
}

export async function join(live: Live, isReturn = false): Promise<Result<null, PairingRefusal>> {
  const { model, ports } = live;
  const { pairing } = model;
  if (pairing?.role !== 'joiner' || pairing.stage !== 'asked') return err('no-pairing');
  if (pairing.purpose === 'partner') await ensureMine(live);
  const accessSeed = ports.random(32);
  useRelay(live, pairing.relayUrl);
  model.pairing = {
    ...pairing,
    isReturn: isReturn && pairing.purpose === 'partner',
    stage: 'waiting',
    nonce: hex(ports.random(32)),
    ownKeys: jsonToText(await keysOf(live, accessSeed, pairing.purpose)),
    grant: jsonToText({ accessSeed: hex(accessSeed) }),
  };
  savePairing(live);
  return ok(null);
}

export async function decline(live: Live): Promise<void> {
  const { pairing } = live.model;
  if (pairing?.role !== 'joiner' || pairing.stage !== 'asked') return;
  useRelay(live, pairing.relayUrl);
  await say(live, { type: 'decline' });
  finish(live, 'i-declined');
}

export async function confirmWords(live: Live, isSame: boolean): Promise<void> {
  const { pairing } = live.model;
  if (pairing?.stage !== 'comparing') return;
  if (!isSame) {
    await say(live, { type: 'cancel', reason: 'differed' });
    return finish(live, 'differed');
  }
  live.model.pairing = { ...pairing, isConfirmed: true };
  if (pairing.role === 'inviter') await giveGrant(live);
  else await takeGrant(live);
  savePairing(live);
}

export async function endPairing(live: Live): Promise<void> {
  live.model.pairingEnded = null;
  const { pairing } = live.model;
  if (!pairing) return;
  if (pairing.stage !== 'asked') await say(live, { type: 'cancel', reason: 'cancelled' });
  finish(live, 'cancelled');
  live.model.pairingEnded = null;
}

// ------------------------------------------------------------------------------------------------ what the relay brings

/** Keys and key ring of the channel of the pairing under way. */
export async function pairingChannel(
  live: Live,
): Promise<{ readonly keys: EpochKeys; readonly mailboxKey: MailboxKey; readonly accessSeed: Bytes } | null> {
  const { pairing } = live.model;
  const secret = hexToBytes(pairing?.secret ?? '');
  if (!pairing || !secret) return null;
  const { purpose, role } = pairing;
  return live.memo(`channel/${role}/${purpose}/${pairing.secret}`, () => secretToMailbox(live, secret, purpose, role));
}

export async function secretToMailbox(
  live: Pick<Live, 'ports'>,
  secret: Bytes,
  purpose: Purpose,
  role: 'inviter' | 'joiner',
) {
  const { primitives } = live.ports;
  const channel = await secretToChannel(primitives, secret, purpose);
  const writers = [
    await primitives.signingPublicKey(channel.inviterAccessSeed),
    await primitives.signingPublicKey(channel.joinerAccessSeed),
  ];
  const keys = await epochToKeys(primitives, { generation: 1, key: channel.key, writers }, mailboxPreimage);
  const writer = role === 'inviter' ? 0 : 1;
  const accessSeed = writer === 0 ? channel.inviterAccessSeed : channel.joinerAccessSeed;
  return { keys, accessSeed, mailboxKey: { mailbox: keys.mailbox, salt: keys.salt, writers, writer } };
}

export async function acceptPairingBoxes(live: Live, boxes: readonly PlacedBox[]): Promise<void> {
  const channel = await pairingChannel(live);
  if (!channel) return;
  for (const placed of boxes) {
    const content = await openBox(live.ports.primitives, channel.keys, placed);
    const json = content === null ? null : textToJson(bytesToText(content) ?? '', limits.boxBytesMax);
    const message = json === null ? null : asObject(json);
    if (message) await acceptMessage(live, message, placed.position);
  }
  if (live.model.pairing) savePairing(live);
}

/** The joiner has read all there is. Without an offer, the invitation is over or never was. */
export function pairingCaughtUp(live: Live): void {
  const { pairing } = live.model;
  if (pairing?.role === 'joiner' && pairing.stage === 'waiting' && pairing.commitment === '') finish(live, 'expired');
}

export function expirePairing(live: Live): void {
  const { pairing } = live.model;
  const isWaiting = pairing?.role === 'inviter' && pairing.stage === 'waiting';
  if (isWaiting && pairing.expiresAtMs <= live.ports.clock()) finish(live, 'expired');
}

async function acceptMessage(live: Live, message: JsonObject, position: number): Promise<void> {
  const { pairing } = live.model;
  if (!pairing) return;
  const type = asText(message.type, 16);
  if (type === 'cancel') return finish(live, message.reason === 'differed' ? 'differed' : 'cancelled');
  if (pairing.role === 'inviter') {
    if (type === 'join') await acceptJoin(live, pairing, message);
    if (type === 'decline' && pairing.stage === 'waiting') finish(live, 'declined');
    if (type === 'joined') await acceptJoined(live, pairing, message);
    return;
  }
  if (type === 'offer') await acceptOffer(live, pairing, message);
  if (
    type === 'join' &&
    !isOwnJoin(pairing, message) &&
    !(pairing.joinPosition > 0 && position > pairing.joinPosition)
  ) {
    return finish(live, 'used');
  }
  if (type === 'reveal') await acceptReveal(live, pairing, message);
  if (type === 'grant') await acceptGrant(live, pairing, message);
}

async function acceptOffer(live: Live, pairing: PairingRecord, message: JsonObject): Promise<void> {
  const commitment = asHex(message.commitment, 32);
  const expiresAtMs = asWhole(message.expiresAtMs);
  if (pairing.commitment !== '' || commitment === null || expiresAtMs === null) return;
  if (expiresAtMs <= live.ports.clock()) return finish(live, 'expired');
  live.model.pairing = { ...pairing, commitment, expiresAtMs };
  const boxId = await say(live, { type: 'join', keys: pairing.ownKeys, nonce: pairing.nonce });
  live.model.pairing = { ...live.model.pairing, joinBoxId: boxId };
}

const isOwnJoin = (pairing: PairingRecord, message: JsonObject): boolean =>
  message.keys === pairing.ownKeys && message.nonce === pairing.nonce;

async function acceptJoin(live: Live, pairing: PairingRecord, message: JsonObject): Promise<void> {
  const keys = asText(message.keys, limits.entryBodyBytesMax);
  const nonce = asHex(message.nonce, 32);
  // Single use: only the first who joins is heard.
  if (pairing.theirKeys !== '' || keys === null || nonce === null || readKeys(keys) === null) return;
  if (pairing.expiresAtMs <= live.ports.clock()) return finish(live, 'expired');
  live.model.pairing = await compare(live, { ...pairing, theirKeys: keys, theirNonce: nonce });
  await say(live, { type: 'reveal', keys: pairing.ownKeys, nonce: pairing.nonce });
}

async function acceptReveal(live: Live, pairing: PairingRecord, message: JsonObject): Promise<void> {
  const keys = asText(message.keys, limits.entryBodyBytesMax);
  const nonce = asHex(message.nonce, 32);
  const commitment = hexToBytes(pairing.commitment);
  const nonceBytes = nonce === null ? null : hexToBytes(nonce);
  if (pairing.theirKeys !== '' || keys === null || nonce === null || !nonceBytes || !commitment) return;
  if (!(await isCommitted(live.ports.primitives, commitment, textToBytes(keys), nonceBytes))) {
    return finish(live, 'differed');
  }
  if (readKeys(keys) === null) return finish(live, 'wrong-link');
  live.model.pairing = await compare(live, { ...pairing, theirKeys: keys, theirNonce: nonce });
}

/** Both sides have spoken: the transcript is fixed, and with it the four words. */
async function compare(live: Live, pairing: PairingRecord): Promise<PairingRecord> {
  const { primitives } = live.ports;
  const isInviter = pairing.role === 'inviter';
  const [joinerKeys, joinerNonce, inviterKeys, inviterNonce] = isInviter
    ? [pairing.theirKeys, pairing.theirNonce, pairing.ownKeys, pairing.nonce]
    : [pairing.ownKeys, pairing.nonce, pairing.theirKeys, pairing.theirNonce];
  const transcript = await transcriptHash(
    primitives,
    pairing.purpose,
    hexToBytes(pairing.commitment) ?? new Uint8Array(0),
    textToBytes(joinerKeys),
    hexToBytes(joinerNonce) ?? new Uint8Array(0),
    textToBytes(inviterKeys),
    hexToBytes(inviterNonce) ?? new Uint8Array(0),
  );
  const wordIndices = await transcriptToWordIndices(primitives, transcript);
  return { ...pairing, stage: 'comparing', transcript: hex(transcript), wordIndices };
}

// ------------------------------------------------------------------------------------------------------------ grants

async function giveGrant(live: Live): Promise<void> {
  const { model, ports } = live;
  const { pairing } = model;
  const theirs = pairing ? readKeys(pairing.theirKeys) : null;
  const transcript = hexToBytes(pairing?.transcript ?? '');
  if (!pairing || !theirs || !transcript) return;
  if (pairing.isReturn) {
    const own = asObject(textToJson(pairing.grant, limits.boxBytesMax) ?? undefined);
    live.model.pairing = { ...pairing, grant: jsonToText({ ...own, carried: await prepareCarried(live) }) };
  }
  const { pairing: prepared } = live.model;
  if (!prepared) return;
  const grant = pairing.purpose === 'partner' ? await partnerGrant(live, prepared, theirs) : await deviceGrant(live);
  const sealed = await sealGrant(
    ports.primitives,
    theirs.seal,
    transcript,
    textToBytes(jsonToText(grant)),
    ports.random(32),
  );
  if (!sealed) return finish(live, 'wrong-link');
  const signature = await ports.primitives.sign(model.self.signingSeed, grantMessage(transcript, sealed));
  await say(live, {
    type: 'grant',
    enc: hex(sealed.enc),
    ciphertext: hex(sealed.ciphertext),
    signature: hex(signature),
  });
}

async function partnerGrant(live: Live, pairing: PairingRecord, theirs: TheirKeys): Promise<Json> {
  const own = asObject(textToJson(pairing.grant, limits.boxBytesMax) ?? undefined);
  const accessSeed = asBytes(own?.accessSeed, 32);
  const ownAccess = accessSeed ? await live.ports.primitives.signingPublicKey(accessSeed) : null;
  if (!own || !ownAccess) return null;
  return {
    space: own.space ?? '',
    epochs: [{ generation: 1, key: own.key ?? '', writers: [hex(ownAccess), hex(theirs.access)] }],
    roots: { [live.model.self.device]: live.model.self.person, [theirs.device]: theirs.person },
    partner: live.model.self.person,
    carried: own.carried ?? [],
  };
}

async function deviceGrant(live: Live): Promise<Json> {
  const mine = await ensureMine(live);
  return {
    space: hex(mine.id),
    epochs: epochsToJson([currentEpoch(mine)]),
    roots: mine.membership.roots,
    person: live.model.self.person,
  };
}

async function acceptGrant(live: Live, pairing: PairingRecord, message: JsonObject): Promise<void> {
  const { primitives } = live.ports;
  const theirs = readKeys(pairing.theirKeys);
  const transcript = hexToBytes(pairing.transcript);
  const enc = asBytes(message.enc, 32);
  const ciphertext = hexToBytes(asText(message.ciphertext, limits.boxBytesMax * 2) ?? 'x');
  const signature = asBytes(message.signature, 64);
  if (!theirs || !transcript || !enc || !ciphertext || !signature) return;
  const sealed = { enc, ciphertext };
  const author = hexToBytes(theirs.device);
  if (!author || !(await primitives.verify(author, grantMessage(transcript, sealed), signature))) return;
  const opened = await openGrant(primitives, live.model.self.sealingKey, transcript, sealed);
  const text = opened === null ? null : bytesToText(opened);
  if (text === null) return;
  const own = asObject(textToJson(pairing.grant, limits.boxBytesMax) ?? undefined);
  live.model.pairing = { ...pairing, grant: jsonToText({ accessSeed: own?.accessSeed ?? '', given: text }) };
  await takeGrant(live);
}

/** The joiner takes part once the words were confirmed here and the grant has come: in whichever order. */
async function takeGrant(live: Live): Promise<void> {
  const { model, ports } = live;
  const { pairing } = model;
  const held = asObject(textToJson(pairing?.grant ?? '', limits.boxBytesMax) ?? undefined);
  const grant = asObject(textToJson(asText(held?.given, limits.boxBytesMax) ?? '', limits.boxBytesMax) ?? undefined);
  const transcript = hexToBytes(pairing?.transcript ?? '');
  if (!pairing?.isConfirmed || pairing.hasJoined || !grant || !transcript) return;
  const isTaken =
    pairing.purpose === 'partner'
      ? await takePartnerGrant(live, held, grant, pairing.isReturn)
      : await takeDeviceGrant(live, grant);
  if (!isTaken) return finish(live, 'wrong-link');
  const signature = await ports.primitives.sign(model.self.signingSeed, joinedMessage(transcript));
  model.pairing = { ...pairing, hasJoined: true };
  await say(live, { type: 'joined', signature: hex(signature) });
  finish(live, pairing.purpose === 'device' ? 'linked' : pairing.isReturn ? 'returned' : 'paired');
}

async function takePartnerGrant(
  live: Live,
  held: JsonObject | null,
  grant: JsonObject,
  isReturn: boolean,
): Promise<boolean> {
  const id = asBytes(grant.space, 16);
  const accessSeed = asBytes(held?.accessSeed, 32);
  const epochs = await jsonToEpochs(live, grant.epochs);
  const partner = asHex(grant.partner, 16);
  const roots = asRoots(grant.roots);
  const isMine = roots?.[live.model.self.device] === live.model.self.person;
  if (!id || !accessSeed || !epochs || partner === null || !roots || !isMine || live.model.ours) return false;
  // Only whoever says that they come back takes what another device says of what they wrote.
  const carried = isReturn ? asHashes(grant.carried) : [];
  await beginOurs(live, { id, accessSeed, writer: 1, epochs, roots, partner, carried });
  return true;
}

async function takeDeviceGrant(live: Live, grant: JsonObject): Promise<boolean> {
  const { model } = live;
  const id = asBytes(grant.space, 16);
  const epochs = await jsonToEpochs(live, grant.epochs);
  const person = asHex(grant.person, 16);
  const roots = asRoots(grant.roots);
  const epoch = epochs?.[epochs.length - 1]?.epoch;
  if (!id || !epoch || person === null || !roots || !isBlank(live)) return false;
  model.self = { ...model.self, person };
  saveSelf(live);
  saveSpace(live, await adoptMine(live, id, epoch, roots));
  return true;
}

/** The joiner said that the words were the same, and has joined: now, and not before, something can be shared. */
async function acceptJoined(live: Live, pairing: PairingRecord, message: JsonObject): Promise<void> {
  const { model, ports } = live;
  const theirs = readKeys(pairing.theirKeys);
  const transcript = hexToBytes(pairing.transcript);
  const signature = asBytes(message.signature, 64);
  const author = hexToBytes(theirs?.device ?? '');
  if (!pairing.isConfirmed || !theirs || !transcript || !signature || !author) return;
  if (!(await ports.primitives.verify(author, joinedMessage(transcript), signature))) return;
  if (pairing.purpose === 'device') {
    await vouch(live, await ensureMine(live), theirs.device);
    if (model.ours) await vouch(live, model.ours, theirs.device);
    return finish(live, 'linked');
  }
  const own = asObject(textToJson(pairing.grant, limits.boxBytesMax) ?? undefined);
  const grant = asObject(await partnerGrant(live, pairing, theirs));
  const id = asBytes(grant?.space, 16);
  const accessSeed = asBytes(own?.accessSeed, 32);
  const epochs = await jsonToEpochs(live, grant?.epochs);
  const roots = asRoots(grant?.roots);
  if (!id || !accessSeed || !epochs || !roots || (model.ours && !pairing.isReturn)) return;
  if (model.ours) {
    await writeEntry(live, await ensureMine(live), 'ours/moved', { space: hex(model.ours.id) });
    await partFromLeft(live);
  }
  const carried = asHashes(grant?.carried);
  const begun = await beginOurs(live, { id, accessSeed, writer: 0, epochs, roots, partner: theirs.person, carried });
  await writeCarried(live, begun);
  finish(live, pairing.isReturn ? 'returned' : 'paired');
}

interface Beginning {
  readonly id: Bytes;
  readonly accessSeed: Bytes;
  readonly writer: number;
  readonly epochs: readonly EpochKeys[];
  readonly roots: Readonly<Record<string, string>>;
  readonly partner: string;
  readonly carried: readonly string[];
}

async function beginOurs(
  live: Live,
  { id, accessSeed, writer, epochs, roots, partner, carried }: Beginning,
): Promise<SpaceModel> {
  const membership = { ...noMembership, roots };
  const members = membershipToMembers(membership);
  const space: SpaceModel = {
    ...newSpaceFields(),
    kind: 'ours',
    id,
    accessSeeds: [accessSeed],
    writer,
    epochs,
    carried,
    membership,
    members,
  };
  adoptOurs(live, space, partner);
  // Somebody who came back alone had no `ours` to wait for. This one begins here, and the paper device joins it as usual.
  const { recovery } = live.model;
  if (recovery) {
    // `mine` may still wait for the paper device's word: that goes on.
    const left = recovery.spaces.filter((kind) => kind !== 'ours');
    live.model.recovery = left.length === 0 ? null : { ...recovery, spaces: left };
    saveRecovery(live);
  }
  await tellMineOfOurs(live);
  await introduceDevices(live);
  // In the same order whether or not there was a phrase before.
  await ensurePaper(live);
  await tendPaper(live);
  const name = live.model.people[live.model.self.person]?.name;
  if (name) await writeEntry(live, space, 'person/named', { name });
  return space;
}

// ------------------------------------------------------------------------------------------------------------ details

interface TheirKeys {
  readonly device: string;
  readonly seal: Bytes;
  readonly person: string;
  readonly access: Bytes;
}

async function keysOf(live: Live, accessSeed: Bytes, purpose: Purpose): Promise<Json> {
  const { self } = live.model;
  const access = hex(await live.ports.primitives.signingPublicKey(accessSeed));
  // A device of mine has no person yet: it takes mine with the grant.
  const person = purpose === 'partner' ? self.person : '0'.repeat(32);
  return { device: self.device, seal: hex(self.sealingPublicKey), person, access };
}

function readKeys(text: string): TheirKeys | null {
  const fields = asObject(textToJson(text, limits.entryBodyBytesMax) ?? undefined);
  const device = asHex(fields?.device, 32);
  const seal = asBytes(fields?.seal, 32);
  const person = asHex(fields?.person, 16);
  const access = asBytes(fields?.access, 32);
  return device !== null && seal && person !== null && access ? { device, seal, person, access } : null;
}

/** Writes one message for the channel. It is kept, and sent after the commit, even if the pairing ends here. */
async function say(live: Live, message: JsonObject): Promise<string> {
  const { model, ports } = live;
  const channel = await pairingChannel(live);
  if (!model.pairing || !channel) return '';
  const content = textToBytes(jsonToText(message));
  const { primitives } = ports;
  const { boxId, box } = await sealBox(primitives, channel.keys, await primitives.sha256(content), content);
  const letter = {
    relayUrl: model.pairing.relayUrl,
    key: channel.mailboxKey,
    accessSeed: channel.accessSeed,
    boxId: hex(boxId),
    box,
    expiryDay: Math.floor(ports.clock() / 86_400_000) + limits.inviteBoxDays,
  };
  model.letters = [...model.letters, letter];
  saveLetters(live);
  return letter.boxId;
}

function finish(live: Live, outcome: PairingOutcome): void {
  const { pairing } = live.model;
  if (!pairing) return;
  live.model.pairingEnded = { purpose: pairing.purpose, outcome };
  live.model.pairing = null;
  savePairing(live);
}

const blank = (purpose: Purpose, relayUrl: string, secret: Bytes, expiresAtMs: number): PairingRecord => ({
  role: 'inviter',
  purpose,
  isReturn: false,
  relayUrl,
  secret: hex(secret),
  expiresAtMs,
  nonce: '',
  ownKeys: '',
  commitment: '',
  theirKeys: '',
  theirNonce: '',
  transcript: '',
  wordIndices: [],
  stage: 'asked',
  isConfirmed: false,
  grant: '',
  hasJoined: false,
  joinBoxId: '',
  joinPosition: 0,
});

const asRoots = (json: Json | undefined): Readonly<Record<string, string>> | null => {
  const fields = asObject(json);
  const entries = Object.entries(fields ?? {});
  const isWhole =
    entries.length > 0 && entries.every(([device, person]) => asHex(device, 32) !== null && asHex(person, 16) !== null);
  return isWhole ? Object.fromEntries(entries.map(([device, person]) => [device, String(person)])) : null;
};

const deviceCount = (live: Live): number =>
  [...(live.model.mine?.members.values() ?? [])].filter((member) => member.kind === 'device' && !member.isRemoved)
    .length;

const hex = bytesToHex;

const sameOrigin = (relayUrl: string, appUrl: string): boolean =>
  /^wss?:\/\/([^/]+)/.exec(relayUrl)?.[1] === /^https?:\/\/([^/]+)/.exec(appUrl)?.[1];

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // URIError: the only throw of decodeURIComponent
  }
}
