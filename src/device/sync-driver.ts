/**
 * Between the sync state machine and the rest of a device: which mailboxes are watched, what happens with what the
 * relay brings, and what is offered to it. Everything that leaves is an effect of a finished commit.
 */
import { entropyToPaper, entryHashToBoxId } from '#crypto';
import { type Bytes, bytesToHex, hexToBytes, isSameBytes, limits } from '#kernel';
import { bytesToEntry, type Chain, deviceToName, type Entry, hasGap, isWithheld } from '#log';
import { cursorOf, isAwaiting, type MailboxKey, outboxRoom, type SyncInput, type SyncOutput, step } from '#sync';
import { encodeDeviceFrame } from '#wire';
import { acceptBoxes, entryToBox, markSent, markUnsent, spaceOfMailbox, writeEntry } from './entries.ts';
import { accessSeedOf } from './epochs.ts';
import { entryHash } from './hashing.ts';
import type { Live } from './live.ts';
import { noMembership } from './membership.ts';
import { chainPrefix, currentEpoch, mailboxName, put, type SpaceModel, spacePrefix, spaces } from './model.ts';
import { acceptPairingBoxes, pairingCaughtUp, pairingChannel } from './pairing.ts';
import { readUnsent, saveHead, saveLetters, savePairing, saveSpace } from './persistence.ts';
import { acceptRing, leaveRingAgain, paperMailbox, ringCaughtUp, vouchByPaper } from './recovery.ts';
import { leaveInMailbox } from './rotation.ts';

/** True when there is anyone to exchange with: someone alone on one device talks to no server at all. */
export function needsRelay(live: Live): boolean {
  const { model } = live;
  if (model.isSilent) return false;
  // One that I have vouched for is another of mine, before its own word has come: it waits for mine.
  const { vouches, removed } = model.mine?.membership ?? noMembership;
  const vouchedFor = Object.keys(vouches).filter((device) => !removed[device]);
  const hasOthers = [...(model.mine?.members.keys() ?? []), ...vouchedFor].some(
    (device) => device !== model.self.device,
  );
  const isPairing = model.pairing !== null && !(model.pairing.role === 'joiner' && model.pairing.stage === 'asked');
  return hasOthers || model.ours !== null || isPairing || model.recovery !== null || model.letters.length > 0;
}

/** Gives one input to the machine and does what it says, until it says nothing more. */
export async function feed(live: Live, input: SyncInput): Promise<void> {
  const [state, outputs] = step(live.model.sync, input);
  live.model.sync = state;
  for (const output of outputs) await act(live, output);
}

async function act(live: Live, output: SyncOutput): Promise<void> {
  const { model } = live;
  switch (output.type) {
    case 'send':
      live.effects.send(encodeDeviceFrame(output.frame));
      return;
    case 'hang-up':
      live.effects.hangUp();
      return;
    case 'sign': {
      const seed = await accessSeedForMailbox(live, output.mailbox);
      if (!seed) return;
      const signature = await live.ports.primitives.sign(seed, output.message);
      return feed(live, { type: 'signed', mailbox: output.mailbox, signature });
    }
    case 'deliver':
      return deliver(live, output);
    case 'acked':
      return acked(live, output.mailbox, output.boxId, output.position);
    case 'caught-up':
      return caughtUp(live, output.mailbox);
    case 'rolled-back':
      model.hasRolledBack = true;
      return leaveRingAgain(live);
    case 'inventory':
      await offerMissing(live, output.mailbox, new Set(output.boxIds));
      return keepPlace(live, output.mailbox);
    case 'refused':
      model.relayRefusal = output.code;
      if (output.code === 'refused') dropOutdatedLetter(live, output.boxId);
      return;
    case 'clock':
      model.relayRefusal = null;
      model.clockDifferenceMs = output.relayNowMs - live.ports.clock();
      return;
    case 'want':
      return; // boxes are offered at the end of each task: see offerUnsent
  }
}

async function deliver(live: Live, output: Extract<SyncOutput, { type: 'deliver' }>): Promise<void> {
  const space = spaceOfMailbox(live, output.mailbox);
  if (space) await acceptBoxes(live, space, output.mailbox, output.boxes);
  else if (output.mailbox === (await channelName(live))) await acceptPairingBoxes(live, output.boxes);
  else await acceptRing(live, output.boxes);
  // Where a pairing or a key ring lies is read again from the start each time; both are small.
  if (!space) return;
  keepCursor(live, output.mailbox, { cursor: output.upTo, incarnation: output.incarnation });
}

function keepCursor(live: Live, mailbox: string, at: { readonly cursor: number; readonly incarnation: string }): void {
  live.model.cursors.set(mailbox, at);
  put(live.tx, `cursor/${mailbox}`, { cursor: at.cursor, incarnation: at.incarnation });
}

/** Where the reading of a mailbox stands, and whether it is still owed to find out what the relay lacks. */
function keepPlace(live: Live, mailbox: string): void {
  const at = cursorOf(live.model.sync, mailbox);
  if (at && spaceOfMailbox(live, mailbox)) keepCursor(live, mailbox, at);
}

async function acked(live: Live, mailbox: string, boxId: string, position: number): Promise<void> {
  const { model } = live;
  const space = spaceOfMailbox(live, mailbox);
  const hash = live.inFlight.get(boxId);
  live.inFlight.delete(boxId);
  if (space && hash !== undefined) {
    markSent(live, space, hash);
    // Our own boxes move the cursor too: else a relay that went back by just these would not be noticed.
    return keepPlace(live, mailbox);
  }
  if (model.pairing?.joinBoxId === boxId) {
    model.pairing = { ...model.pairing, joinPosition: position };
    savePairing(live);
  }
  model.letters = model.letters.filter((letter) => letter.boxId !== boxId);
  saveLetters(live);
}

/** A message that the relay would have to keep until a day that is over, or too far off, is nobody's any more. */
function dropOutdatedLetter(live: Live, boxId: string): void {
  const { model } = live;
  const letter = model.letters.find((one) => one.boxId === boxId);
  if (!letter || letter.expiryDay === 0) return;
  model.letters = model.letters.filter((one) => one !== letter);
  model.relayRefusal = null;
  saveLetters(live);
}

async function caughtUp(live: Live, mailbox: string): Promise<void> {
  const space = spaceOfMailbox(live, mailbox);
  if (!space) {
    if (mailbox === (await channelName(live))) pairingCaughtUp(live);
    else await ringCaughtUp(live, mailbox);
    return;
  }
  await vouchByPaper(live, space.kind);
  const { generation } = currentEpoch(space).epoch;
  if (space.comparedGeneration < generation && mailbox === mailboxName(currentEpoch(space))) {
    // The mailbox of a new epoch begins empty: whatever it lacks of what we hold is offered.
    space.comparedGeneration = generation;
    saveSpace(live, space);
    await feed(live, { type: 'take-inventory', mailbox });
    keepPlace(live, mailbox);
  }
  await sayWhatIsLacking(live, space, mailbox);
}

// ----------------------------------------------------------------------------------------- what is watched and offered

/** Every mailbox that this device takes part in now. */
async function mailboxes(live: Live): Promise<readonly { readonly key: MailboxKey; readonly accessSeed: Bytes }[]> {
  const { model } = live;
  const wanted: { readonly key: MailboxKey; readonly accessSeed: Bytes }[] = [];
  for (const space of spaces(model)) {
    // Older ones are read too: whoever was away writes there, and may have begun others there.
    for (const keys of space.epochs.slice(-limits.epochsReadMax)) {
      const key = { mailbox: keys.mailbox, salt: keys.salt, writers: keys.epoch.writers, writer: space.writer };
      const accessSeed = await accessSeedOf(live, space, keys);
      if (accessSeed) wanted.push({ key, accessSeed });
    }
  }
  const isAsked = model.pairing?.role === 'joiner' && model.pairing.stage === 'asked';
  const channel = isAsked ? null : await pairingChannel(live);
  if (channel) wanted.push({ key: channel.mailboxKey, accessSeed: channel.accessSeed });
  const entropy = hexToBytes(model.recovery?.stage === 'ring' ? model.recovery.phrase : '');
  if (entropy && entropy.length > 0) {
    const paper = await entropyToPaper(live.ports.primitives, entropy);
    wanted.push({ key: (await paperMailbox(live, paper)).mailboxKey, accessSeed: paper.accessSeed });
  }
  for (const letter of model.letters) wanted.push(letter);
  return wanted;
}

/** Called at the end of each task: watches what should be watched, and no more. */
export async function tendMailboxes(live: Live): Promise<void> {
  if (needsRelay(live)) for (const space of spaces(live.model)) await readUnsent(live, space);
  if (live.model.sync.connection === 'offline') return;
  const wanted = new Map((await mailboxes(live)).map((one) => [bytesToHex(one.key.mailbox), one] as const));
  for (const name of Object.keys(live.model.sync.mailboxes)) {
    if (!wanted.has(name)) await feed(live, { type: 'unwatch', mailbox: name });
  }
  for (const [name, { key, accessSeed }] of wanted) {
    if (live.model.sync.mailboxes[name]) continue;
    live.accessSeeds.set(name, accessSeed);
    const saved = live.model.cursors.get(name) ?? { cursor: 0, incarnation: '' };
    await feed(live, { type: 'watch', key, ...saved });
  }
}

/** Called at the end of each task: offers what no relay has confirmed, as far as there is room. */
export async function offerUnsent(live: Live): Promise<void> {
  for (const space of spaces(live.model)) {
    const mailbox = mailboxName(currentEpoch(space));
    let { count } = outboxRoom(live.model.sync, mailbox);
    if (count <= 0) continue;
    const underWay = new Set(live.inFlight.values());
    for (const [hash, key] of space.unsent) {
      if (count <= 0) break;
      if (underWay.has(hash)) continue;
      const sealed = await entryToBox(live, space, hash, key);
      if (!sealed) {
        markSent(live, space, hash); // the entry itself is gone (a damaged record): nothing to offer
        continue;
      }
      live.inFlight.set(bytesToHex(sealed.boxId), hash);
      await feed(live, { type: 'append', mailbox, ...sealed, expiryDay: 0 });
      count -= 1;
    }
  }
  for (const letter of live.model.letters) {
    const mailbox = bytesToHex(letter.key.mailbox);
    const boxId = hexToBytes(letter.boxId);
    const room = outboxRoom(live.model.sync, mailbox);
    if (!boxId || room.count <= 0 || room.inFlight.has(letter.boxId)) continue;
    await feed(live, { type: 'append', mailbox, boxId, box: letter.box, expiryDay: letter.expiryDay });
  }
}

const accessSeedForMailbox = async (live: Live, mailbox: string): Promise<Bytes | null> =>
  live.accessSeeds.get(mailbox) ?? null;

async function channelName(live: Live): Promise<string> {
  const channel = await pairingChannel(live);
  return channel ? bytesToHex(channel.mailboxKey.mailbox) : '';
}

/** The relay's store is another than we knew: what we hold and it lacks is offered again. */
async function offerMissing(live: Live, mailbox: string, held: ReadonlySet<string>): Promise<void> {
  const space = spaceOfMailbox(live, mailbox);
  if (!space) return;
  const keys = currentEpoch(space);
  if (mailbox !== mailboxName(keys)) return leaveWordAgain(live, space, mailbox, held);
  await eachEntry(live, space, spacePrefix(space.kind), async (key, hash) => {
    const boxId = bytesToHex(await entryHashToBoxId(live.ports.primitives, keys, hash));
    if (!held.has(boxId)) markUnsent(live, space, bytesToHex(hash), key);
  });
}

/** Who belongs and which keys are new has to lie in an old mailbox too: whoever was away has no other way to hear of it. */
async function leaveWordAgain(
  live: Live,
  space: SpaceModel,
  mailbox: string,
  held: ReadonlySet<string>,
): Promise<void> {
  const keys = space.epochs.find((one) => mailboxName(one) === mailbox);
  if (!keys) return;
  await eachEntry(live, space, spacePrefix(space.kind), async (_, hash, entry, bytes) => {
    if (!entry.kind.startsWith('space/') || entry.kind === 'space/lacking') return;
    const boxId = bytesToHex(await entryHashToBoxId(live.ports.primitives, keys, hash));
    if (!held.has(boxId)) await leaveInMailbox(live, space, keys, hash, bytes);
  });
}

async function eachEntry(
  live: Live,
  space: SpaceModel,
  prefix: string,
  take: (key: string, hash: Bytes, entry: Entry, bytes: Bytes) => Promise<void>,
): Promise<void> {
  for (let after = ''; ; ) {
    const page = await live.ports.store.range(prefix, after, limits.storeRangeMax);
    for (const [key, bytes] of page) {
      const entry = bytesToEntry(bytes);
      if (entry === null || entry === 'newer' || !isSameBytes(entry.space, space.id)) continue;
      await take(key, await entryHash(live.ports.primitives, entry.signed, entry.signature), entry, bytes);
    }
    const last = page[page.length - 1];
    if (!last || page.length < limits.storeRangeMax) return;
    after = last[0];
  }
}

// --------------------------------------------------------------------------------------------- holes in the history

/**
 * All that the relay has is here, and still something is missing: first everything is read once more; then we say
 * which chains end where, so that whoever holds the rest can offer it again. Once a connection and state of lack.
 */
async function sayWhatIsLacking(live: Live, space: SpaceModel, mailbox: string): Promise<void> {
  const lacking = lackingChains(space, deviceToName(live.model.self.author));
  const said = JSON.stringify(lacking);
  if (said === '{}' || live.saidLacking.get(space.kind) === said) return;
  if (!live.rereadMailboxes.has(mailbox)) {
    live.rereadMailboxes.add(mailbox);
    const incarnation = cursorOf(live.model.sync, mailbox)?.incarnation ?? live.model.sync.incarnation;
    live.model.cursors.set(mailbox, { cursor: 0, incarnation });
    await feed(live, { type: 'unwatch', mailbox });
    live.inFlight.clear(); // what is under way is offered again: its answers would not be understood
    return;
  }
  live.saidLacking.set(space.kind, said);
  await writeEntry(live, space, 'space/lacking', { chains: lacking });
}

/** Of our own chain we know the end ourselves: whoever claims more has made it up. */
function lackingChains(space: SpaceModel, own: string): Readonly<Record<string, number>> {
  const isLacking = ([name, chain]: [string, Chain]): boolean => name !== own && (hasGap(chain) || isWithheld(chain));
  const entries = Object.entries(space.chains).filter(isLacking);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, chain]) => [name, chain.seq]));
}

/** Others lack entries that we hold: offered again. Appending is idempotent, so too often does no harm. */
export async function answerLacking(live: Live): Promise<void> {
  for (const { kind, name, seq } of live.lackingAsked.splice(0)) {
    const space = kind === 'mine' ? live.model.mine : live.model.ours;
    if (space && (space.chains[name]?.seq ?? 0) > seq) await offerAgain(live, space, name, seq);
  }
}

async function offerAgain(live: Live, space: SpaceModel, name: string, seq: number): Promise<void> {
  let count = 0;
  await eachEntry(live, space, chainPrefix(space.kind, name), async (key, hash) => {
    if (count >= limits.lackingOfferedMax || Number(key.split('/')[3]) <= seq) return;
    count += 1;
    markUnsent(live, space, bytesToHex(hash), key);
  });
  saveHead(live, space);
}

export const isAnswerOwed = (live: Live): boolean => isAwaiting(live.model.sync);
