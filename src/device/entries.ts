/**
 * Entries in and out: writing one into a space, accepting a box from the relay, and what each kind of entry does.
 * What is written or accepted goes into the transaction of the current task; nothing is sent before it is on disk.
 */
import { isBoxOfEntry, openBox, sealBox } from '#crypto';
import { type Bytes, bytesToHex, hexToBytes, type Json, limits } from '#kernel';
import {
  addToChains,
  bytesToEntry,
  deviceToName,
  type Entry,
  entryToBytes,
  entryToSignedBytes,
  isAhead,
  markForked,
  nextTime,
  noChain,
  noHash,
  type Seen,
  seenTime,
} from '#log';
import type { PlacedBox } from '#wire';
import { applyEntry } from './apply.ts';
import { entryHash, entrySignatureMessage } from './hashing.ts';
import type { Live } from './live.ts';
import { membershipToMembers } from './membership.ts';
import {
  chainPrefix,
  currentEpoch,
  entryKey,
  put,
  remove,
  type SpaceKind,
  type SpaceModel,
  spaces,
  unsentKey,
} from './model.ts';
import { saveHead } from './persistence.ts';

/** Writes one entry by this device (or, at recovery, by its paper device: `as`). Resolves when it stands in the transaction. */
export async function writeEntry(
  live: Live,
  space: SpaceModel,
  kind: string,
  body: Json,
  as: { readonly author: Bytes; readonly signingSeed: Bytes } = live.model.self,
): Promise<void> {
  const { primitives, clock } = live.ports;
  const name = deviceToName(as.author);
  const chain = space.chains[name] ?? noChain;
  const time = nextTime(space.clock, clock());
  const { seen, told } = headsToTell(space, name);
  const fields = {
    space: space.id,
    author: as.author,
    seq: chain.seq + 1,
    prev: chain.seq === 0 ? noHash : (hexToBytes(chain.head) ?? noHash),
    atMs: time.ms,
    atCount: time.count,
    seen,
    kind,
    body,
  };
  const signed = entryToSignedBytes(fields);
  const signature = await primitives.sign(as.signingSeed, entrySignatureMessage(signed));
  const entry: Entry = { ...fields, signed, signature };
  const hash = bytesToHex(await entryHash(primitives, signed, signature));
  space.clock = time;
  space.told = told;
  await keep(live, space, entry, hash);
  markUnsent(live, space, hash, entryKey(space.kind, name, entry.seq, hash));
  // This device itself may not be a member yet: its word waits until it is, as that of any other.
  await applyOrWait(live, space, entry, hash);
  saveHead(live, space);
}

/** The heads of others that have changed since our last entry. Truncated names and hashes: 36 bytes each. */
function headsToTell(space: SpaceModel, own: string): { seen: readonly Seen[]; told: SpaceModel['told'] } {
  const seen: Seen[] = [];
  const told: Record<string, number> = { ...space.told };
  for (const [name, chain] of Object.entries(space.chains)) {
    if (name === own || chain.seq === 0 || told[name] === chain.seq || seen.length >= limits.entrySeenMax) continue;
    const device = hexToBytes(name);
    const head = hexToBytes(chain.head);
    if (!device || !head) continue;
    seen.push({ device, seq: chain.seq, head: head.slice(0, 16) });
    told[name] = chain.seq;
  }
  return { seen, told };
}

/** Takes boxes that the relay delivered. Anything may be in them: a bad one is counted and passed over. */
export async function acceptBoxes(
  live: Live,
  space: SpaceModel,
  mailbox: string,
  boxes: readonly PlacedBox[],
): Promise<void> {
  const keys = space.epochs.find((epoch) => bytesToHex(epoch.mailbox) === mailbox);
  if (!keys) return;
  for (const placed of boxes) {
    const bytes = await openBox(live.ports.primitives, keys, placed);
    if (bytes === null) {
      live.model.foreignCount += 1;
      continue;
    }
    const isCurrent = keys === currentEpoch(space);
    const result = await acceptEntryBytes(live, space, bytes, isCurrent);
    if (result.hash === null) continue;
    if (!(await isBoxOfEntry(live.ports.primitives, keys, placed.boxId, result.hash))) live.model.foreignCount += 1;
    // The relay has it: no need to send it, if this is the mailbox that we write to.
    if (isCurrent) markSent(live, space, bytesToHex(result.hash));
    else if (result.isNew) offerOn(live, space, result.hash, result.key);
  }
  saveHead(live, space);
}

/** What came by an old mailbox belongs into the new one. Until all is compared there, comparing sees to that. */
function offerOn(live: Live, space: SpaceModel, hash: Bytes, key: string): void {
  const isCompared = space.comparedGeneration >= currentEpoch(space).epoch.generation;
  if (isCompared) markUnsent(live, space, bytesToHex(hash), key);
}

/** Takes the bytes of one entry from anywhere (a box, a backup file). `isNew` false: known, or not acceptable. */
export async function acceptEntryBytes(
  live: Live,
  space: SpaceModel,
  bytes: Bytes,
  isVouchedFor = true,
): Promise<{ readonly hash: Bytes | null; readonly key: string; readonly isNew: boolean }> {
  const { primitives, store, clock } = live.ports;
  const entry = bytesToEntry(bytes);
  if (entry === 'newer') {
    const name = `newer/${space.kind}/${bytesToHex(await primitives.sha256(bytes))}`;
    if ((await store.get(name)) === null && !live.tx.puts.has(name)) {
      put(live.tx, name, bytes);
      live.model.newerCount += 1;
    }
    return { hash: null, key: '', isNew: false };
  }
  if (entry === null || bytesToHex(entry.space) !== bytesToHex(space.id)) {
    live.model.foreignCount += 1;
    return { hash: null, key: '', isNew: false };
  }
  const hash = await entryHash(primitives, entry.signed, entry.signature);
  const hex = bytesToHex(hash);
  const name = deviceToName(entry.author);
  const key = entryKey(space.kind, name, entry.seq, hex);
  const chain = space.chains[name] ?? noChain;
  // What the chain has no place for is not in the store either: ten years of entries need no look-up each.
  const isPlaceTaken = entry.seq <= chain.seq || chain.loose[entry.seq] !== undefined;
  const known = isPlaceTaken ? await hashesAt(live, space.kind, name, entry.seq) : [];
  if (known.includes(hex.slice(0, 32))) return { hash, key, isNew: false };
  if (!(await primitives.verify(entry.author, entrySignatureMessage(entry.signed), entry.signature))) {
    live.model.foreignCount += 1;
    return { hash: null, key: '', isNew: false };
  }
  // A removed device still knows the old mailbox. What it wrote counts only when a remaining one has offered it in the
  // new one: so all remaining devices agree on what counted.
  if (!isVouchedFor && space.members.get(bytesToHex(entry.author))?.isRemoved)
    return { hash: null, key: '', isNew: false };
  if (known.length > 0) space.chains = markForked(space.chains, name);
  space.clock = seenTime(space.clock, { ms: entry.atMs, count: entry.atCount }, clock());
  await keep(live, space, entry, hex);
  await applyOrWait(live, space, entry, hex);
  return { hash, key, isNew: true };
}

/** Entries that were written by a later version than this device had then: those that it understands by now. */
export async function takeUpNewer(live: Live, space: SpaceModel): Promise<void> {
  const prefix = `newer/${space.kind}/`;
  for (let after = ''; ; ) {
    const page = await live.ports.store.range(prefix, after, limits.storeRangeMax);
    for (const [key, bytes] of page) {
      if (bytesToEntry(bytes) === 'newer') continue;
      remove(live.tx, key);
      live.model.newerCount = Math.max(0, live.model.newerCount - 1);
      await acceptEntryBytes(live, space, bytes);
    }
    const last = page[page.length - 1];
    if (!last || page.length < limits.storeRangeMax) break;
    after = last[0];
  }
  saveHead(live, space);
}

/** Applies an entry whose author is a member and whose time has come; else remembers it until both hold. */
async function applyOrWait(live: Live, space: SpaceModel, entry: Entry, hash: string): Promise<void> {
  const key = entryKey(space.kind, deviceToName(entry.author), entry.seq, hash);
  const author = bytesToHex(entry.author);
  const isAboutMembers = entry.kind === 'space/joined';
  if (!isAboutMembers && !space.members.has(author)) {
    if (space.strangers.length < limits.strangersMax) space.strangers = [...space.strangers, key];
    return;
  }
  if (isAhead({ ms: entry.atMs, count: 0 }, live.ports.clock()) && author !== live.model.self.device) {
    space.held = [...space.held, { key, atMs: entry.atMs, device: author }];
    return;
  }
  const before = space.members.size;
  await applyEntry(live, space, entry, hash);
  if (space.members.size !== before) await admitStrangers(live, space);
}

/** A new member: what it wrote before we knew it can count now. */
async function admitStrangers(live: Live, space: SpaceModel): Promise<void> {
  const waiting = space.strangers;
  space.strangers = [];
  for (const key of waiting) await readAgain(live, space, key);
}

/** Entries that were ahead of this clock and are no longer. @returns when the next one comes due, or null. */
export async function applyHeld(live: Live, space: SpaceModel): Promise<number | null> {
  const nowMs = live.ports.clock();
  const due = space.held.filter((one) => !isAhead({ ms: one.atMs, count: 0 }, nowMs));
  if (due.length > 0) {
    space.held = space.held.filter((one) => isAhead({ ms: one.atMs, count: 0 }, nowMs));
    for (const one of due) await readAgain(live, space, one.key);
    saveHead(live, space);
  }
  const times = space.held.map((one) => one.atMs);
  return times.length === 0 ? null : Math.min(...times) - limits.clockAheadMsMax;
}

async function readAgain(live: Live, space: SpaceModel, key: string): Promise<void> {
  const bytes = live.tx.puts.get(key) ?? (await live.ports.store.get(key));
  const entry = bytes === null ? null : bytesToEntry(bytes);
  if (entry === null || entry === 'newer') return;
  const hash = bytesToHex(await entryHash(live.ports.primitives, entry.signed, entry.signature));
  await applyOrWait(live, space, entry, hash);
}

/** Hashes (first 32 hex digits) of the entries that stand at one place of a chain: one, or more if it is forked. */
async function hashesAt(live: Live, space: SpaceKind, name: string, seq: number): Promise<readonly string[]> {
  const prefix = `${chainPrefix(space, name)}${String(seq).padStart(10, '0')}/`;
  const inStore = await live.ports.store.range(prefix, '', limits.forksMax);
  const inHand = [...live.tx.puts.keys()].filter((key) => key.startsWith(prefix));
  return [...inStore.map(([key]) => key), ...inHand].map((key) => key.slice(prefix.length));
}

async function keep(live: Live, space: SpaceModel, entry: Entry, hash: string): Promise<void> {
  space.chains = addToChains(space.chains, entry, hash);
  put(live.tx, entryKey(space.kind, deviceToName(entry.author), entry.seq, hash), entryToBytes(entry));
}

export function markUnsent(live: Live, space: SpaceModel, hash: string, key: string): void {
  space.unsent.set(hash, key);
  put(live.tx, unsentKey(space.kind, hash), { key });
}

export function markSent(live: Live, space: SpaceModel, hash: string): void {
  if (!space.unsent.delete(hash)) return;
  remove(live.tx, unsentKey(space.kind, hash));
}

/** The box of an entry that this device holds, for the mailbox that is written to; null if it is no longer there. */
export async function entryToBox(live: Live, space: SpaceModel, hash: string, key: string) {
  const bytes = live.tx.puts.get(key) ?? (await live.ports.store.get(key));
  const hashBytes = hexToBytes(hash);
  if (bytes === null || hashBytes === null) return null;
  return sealBox(live.ports.primitives, currentEpoch(space), hashBytes, bytes);
}

/** After the members of a space may have changed. */
export function recount(space: SpaceModel): void {
  space.members = membershipToMembers(space.membership);
}

export const spaceOfMailbox = (live: Live, mailbox: string): SpaceModel | null =>
  spaces(live.model).find((space) => space.epochs.some((epoch) => bytesToHex(epoch.mailbox) === mailbox)) ?? null;
