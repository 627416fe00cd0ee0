/**
 * The recovery phrase, the key ring that it finds on the relay, and the backup file. Nobody but the person holds the
 * words: neither relay nor partner can bring back what is `mine`.
 */
import {
  createBoxKeys,
  entropyToPaper,
  epochToKeys,
  looksLikeBackup,
  openBackup,
  openBox,
  type Paper,
  sealBackup,
  sealBox,
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
  jsonToText,
  limits,
  ok,
  type Result,
  textToBytes,
  textToJson,
} from '#kernel';
import { mailboxPreimage, type PlacedBox } from '#wire';
import { acceptEntryBytes, markUnsent, writeEntry } from './entries.ts';
import { epochsToJson, jsonToEpochs } from './epochs.ts';
import type { Live } from './live.ts';
import { currentEpoch, keptKey, put, type SpaceKind, spacePrefix, spaces } from './model.ts';
import {
  jsonToParting,
  saveHead,
  saveLetters,
  savePartings,
  saveRecovery,
  saveSelf,
  saveSpace,
  useRelay,
} from './persistence.ts';
import { asBytes, asHex, asList, asObject, asText } from './shapes.ts';
import { adoptMine, ensureMine, introduceDevices, isBlank, paperAuthor, vouch } from './spaces.ts';
import type { RecoveryRefusal } from './types.ts';

// --------------------------------------------------------------------------------------------------------- the phrase

/** Entropy of the phrase, for its person to see: from then on the words are a device of mine, with a key ring. */
export async function ensurePhrase(live: Live): Promise<Bytes> {
  const entropy = await ensurePaper(live);
  const name = bytesToHex(entropy);
  if (live.model.phrases.shown.has(name)) return entropy;
  await writeEntry(live, await ensureMine(live), 'phrase/shown', { entropy: name });
  await leaveRing(live, await entropyToPaper(live.ports.primitives, entropy));
  return entropy;
}

/**
 * The paper device is made quietly as soon as there is an `ours`, and a new one where one ends: so the partner's device
 * cannot tell whether, or when, somebody wrote down their words.
 */
export async function ensurePaper(live: Live): Promise<Bytes> {
  const known = hexToBytes(live.model.phrase ?? '');
  if (known && known.length > 0) return known;
  const entropy = live.ports.random(16);
  const mine = await ensureMine(live);
  await introduceDevices(live);
  await writeEntry(live, mine, 'phrase/made', { entropy: bytesToHex(entropy) });
  await introducePaper(live, entropy);
  return entropy;
}

/** Lets the paper device be a member wherever this person is. */
async function introducePaper(live: Live, entropy: Bytes): Promise<void> {
  const { primitives } = live.ports;
  const paper = await entropyToPaper(primitives, entropy);
  const author = await paperAuthor(live, paper);
  const device = bytesToHex(author.author);
  const seal = bytesToHex(await primitives.sealingPublicKey(paper.sealingKey));
  for (const space of spaces(live.model)) {
    if (space.members.has(device)) continue;
    if (!space.membership.joined[device]) {
      await writeEntry(
        live,
        space,
        'space/joined',
        { person: live.model.self.person, seal, name: '', kind: 'paper' },
        author,
      );
    }
    await vouch(live, space, device);
  }
}

/** Makes the paper device a member of ours too, when there is a phrase. */
export async function tendPaper(live: Live): Promise<void> {
  const entropy = hexToBytes(live.model.phrase ?? '');
  const { ours, mine } = live.model;
  // While recovering, the paper device's chain is not known to its end: it must not be begun a second time.
  if (!entropy || entropy.length !== 16 || !mine || !ours || live.model.recovery) return;
  const device = await live.memo(`paper/${live.model.phrase}`, async () =>
    bytesToHex((await paperAuthor(live, await entropyToPaper(live.ports.primitives, entropy))).author),
  );
  if (!ours.membership.joined[device]) await introducePaper(live, entropy);
}

export async function paperMailbox(live: Pick<Live, 'ports'>, paper: Paper) {
  const { primitives } = live.ports;
  const writers = [await primitives.signingPublicKey(paper.accessSeed)];
  const keys = await epochToKeys(primitives, { generation: 1, key: paper.channelKey, writers }, mailboxPreimage);
  return { keys, mailboxKey: { mailbox: keys.mailbox, salt: keys.salt, writers, writer: 0 } };
}

/** The relay went back in time, and what it lost may be the key ring: it is left once more. */
export async function leaveRingAgain(live: Live): Promise<void> {
  const entropy = hexToBytes(live.model.phrase ?? '');
  if (entropy?.length === 16 && !live.model.recovery) {
    await leaveRing(live, await entropyToPaper(live.ports.primitives, entropy));
  }
}

export async function leaveRing(live: Live, paper: Paper): Promise<void> {
  const { model, ports } = live;
  if (!model.mine) return;
  const { keys, mailboxKey } = await paperMailbox(live, paper);
  const content = textToBytes(jsonToText(ringToJson(live)));
  const { primitives } = ports;
  const boxKeys = await createBoxKeys(primitives, keys.epochKey, keys.mailbox);
  const { boxId, box } = await sealBox(primitives, boxKeys, await primitives.sha256(content), content);
  const letter = {
    relayUrl: model.relayUrl ?? '',
    key: mailboxKey,
    accessSeed: paper.accessSeed,
    boxId: bytesToHex(boxId),
    box,
    expiryDay: 0,
  };
  model.letters = [...model.letters.filter((one) => one.boxId !== letter.boxId), letter];
  saveLetters(live);
}

function ringToJson(live: Live): Json {
  const { mine, self } = live.model;
  if (!mine) return null;
  return {
    space: bytesToHex(mine.id),
    epochs: epochsToJson([currentEpoch(mine)]),
    roots: mine.membership.roots,
    person: self.person,
  };
}

// --------------------------------------------------------------------------------------------------------- recovery

/** Starts to bring everything back from the words and the relay; goes on as boxes arrive, over restarts too. */
export function startRecovery(live: Live, entropy: Bytes, relayUrl: string): Result<null, RecoveryRefusal> {
  // The key ring is here, and its spaces are being read: the same words once more change nothing.
  if (live.model.recovery?.stage === 'vouch' && live.model.recovery.phrase === bytesToHex(entropy)) return ok(null);
  if (!isBlank(live)) return err('has-entries');
  useRelay(live, relayUrl);
  live.model.recovery = { phrase: bytesToHex(entropy), stage: 'ring', spaces: [] };
  live.model.hasFoundNothing = false;
  saveRecovery(live);
  return ok(null);
}

/** All that lies in a mailbox has been read. If it is the paper device's, and no key ring was there: nothing is kept. */
export async function ringCaughtUp(live: Live, mailbox: string): Promise<void> {
  const { recovery } = live.model;
  const entropy = hexToBytes(recovery?.phrase ?? '');
  if (recovery?.stage !== 'ring' || !entropy) return;
  const { mailboxKey } = await paperMailbox(live, await entropyToPaper(live.ports.primitives, entropy));
  if (bytesToHex(mailboxKey.mailbox) !== mailbox) return;
  live.model.recovery = null;
  live.model.hasFoundNothing = true;
  saveRecovery(live);
}

/** What lies in the paper device's mailbox: the newest whole key ring counts. */
export async function acceptRing(live: Live, boxes: readonly PlacedBox[]): Promise<void> {
  const { recovery } = live.model;
  const entropy = hexToBytes(recovery?.phrase ?? '');
  if (recovery?.stage !== 'ring' || !entropy || !isBlank(live)) return;
  const { keys } = await paperMailbox(live, await entropyToPaper(live.ports.primitives, entropy));
  for (const placed of [...boxes].reverse()) {
    const content = await openBox(live.ports.primitives, keys, placed);
    const ring =
      content === null ? null : asObject(textToJson(bytesToText(content) ?? '', limits.boxBytesMax) ?? undefined);
    if (ring && (await takeRing(live, ring, ['mine', 'ours']))) return;
  }
}

async function takeRing(
  live: Live,
  ring: { readonly [key: string]: Json },
  kinds: readonly SpaceKind[],
): Promise<boolean> {
  const { model } = live;
  const id = asBytes(ring.space, 16);
  const epochs = await jsonToEpochs(live, ring.epochs);
  const person = asHex(ring.person, 16);
  const roots = asObject(ring.roots);
  const epoch = epochs?.[epochs.length - 1]?.epoch;
  const entropy = model.recovery?.phrase;
  if (!id || !epoch || person === null || !roots || entropy === undefined) return false;
  const rootPersons = Object.entries(roots).flatMap(([device, of]) =>
    asHex(device, 32) && asHex(of, 16) ? [[device, String(of)] as const] : [],
  );
  model.self = { ...model.self, person };
  saveSelf(live);
  saveSpace(live, await adoptMine(live, id, epoch, Object.fromEntries(rootPersons)));
  model.recovery = { phrase: entropy, stage: 'vouch', spaces: kinds };
  saveRecovery(live);
  return true;
}

/** Once a space has been read to its end, the paper device vouches in it for this new one. */
export async function vouchByPaper(live: Live, kind: SpaceKind): Promise<void> {
  const { model } = live;
  const space = kind === 'mine' ? model.mine : model.ours;
  const entropy = hexToBytes(model.recovery?.phrase ?? '');
  if (model.recovery?.stage !== 'vouch' || !model.recovery.spaces.includes(kind) || !space || !entropy) return;
  const author = await paperAuthor(live, await entropyToPaper(live.ports.primitives, entropy));
  // Not before the paper device is known here: its chain must be continued, not begun again.
  if (!space.members.has(bytesToHex(author.author))) return;
  await introduceDevices(live);
  if (!space.members.has(model.self.device)) await vouch(live, space, model.self.device, author);
  const left = model.recovery.spaces.filter((one) => one !== kind);
  model.recovery = left.length === 0 ? null : { ...model.recovery, spaces: left };
  saveRecovery(live);
}

// ------------------------------------------------------------------------------------------------------- backup file

export async function exportBackup(live: Live): Promise<Bytes> {
  const entropy = await ensurePhrase(live);
  const entries: { readonly mine: string[]; readonly ours: string[] } = { mine: [], ours: [] };
  for (const space of spaces(live.model)) {
    for (let after = ''; ; ) {
      const page = await live.ports.store.range(spacePrefix(space.kind), after, limits.storeRangeMax);
      for (const [, bytes] of page) entries[space.kind].push(bytesToBase64url(bytes));
      const last = page[page.length - 1];
      if (!last || page.length < limits.storeRangeMax) break;
      after = last[0];
    }
    const inHand = [...live.tx.puts].filter(([key]) => key.startsWith(spacePrefix(space.kind)));
    entries[space.kind].push(...inHand.map(([, bytes]) => bytesToBase64url(bytes)));
    entries[space.kind].push(...(await newerEntries(live, space.kind)));
  }
  const content = textToBytes(
    jsonToText({
      format: 1,
      ring: ringToJson(live),
      mine: entries.mine,
      ours: entries.ours,
      kept: await keptCopies(live),
    }),
  );
  return sealBackup(live.ports.primitives, entropy, live.ports.random(16), content);
}

/** What was shared with those whom I have left: in no entry any more. */
async function keptCopies(live: Live): Promise<Json> {
  const kept: Json[] = [];
  for (const parting of live.model.partings)
    kept.push({ ...parting, copy: await live.readRecord(keptKey(parting.space)) });
  return kept;
}

function takeKept(live: Live, json: Json | undefined): void {
  for (const one of asList(json, Number.MAX_SAFE_INTEGER) ?? []) {
    const fields = asObject(one);
    const parting = jsonToParting(fields);
    if (!parting || fields?.copy === undefined || live.model.partings.some(({ space }) => space === parting.space))
      continue;
    put(live.tx, keptKey(parting.space), fields.copy);
    live.model.partings = [...live.model.partings, parting];
  }
  savePartings(live);
}

/** What a later version wrote and this one cannot read: kept as it came, so that it is there after the update. */
async function newerEntries(live: Live, kind: SpaceKind): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await live.ports.store.range(`newer/${kind}/`, after, limits.storeRangeMax);
    found.push(...page.map(([, bytes]) => bytesToBase64url(bytes)));
    const last = page[page.length - 1];
    if (!last || page.length < limits.storeRangeMax) return found;
    after = last[0];
  }
}

/** Brings everything back from a file, offline. Nothing is touched before the whole file has been opened. */
export async function importBackup(
  live: Live,
  file: Bytes,
  entropy: Bytes,
): Promise<Result<{ readonly entries: number }, RecoveryRefusal>> {
  if (!isBlank(live)) return err('has-entries');
  if (file.length > limits.backupBytesMax) return err('too-big');
  const kind = looksLikeBackup(file);
  if (kind !== 'backup') return err(kind === 'newer' ? 'newer-backup' : 'not-a-backup');
  const opened = await openBackup(live.ports.primitives, entropy, file);
  // The cipher cannot tell other words from a damaged file, so neither can we.
  if (opened === null) return err('damaged');
  const content = asObject(textToJson(bytesToText(opened) ?? '', Number.MAX_SAFE_INTEGER) ?? undefined);
  const ring = asObject(content?.ring);
  if (!content || !ring) return err('damaged');
  if (content.format !== 1) return err('newer-backup');
  live.model.recovery = { phrase: bytesToHex(entropy), stage: 'ring', spaces: [] };
  if (!(await takeRing(live, ring, ['mine', 'ours']))) {
    live.model.recovery = null;
    return err('damaged');
  }
  let count = await takeEntries(live, 'mine', content.mine);
  if (live.model.ours) count += await takeEntries(live, 'ours', content.ours);
  takeKept(live, content.kept);
  await vouchByPaper(live, 'mine');
  await vouchByPaper(live, 'ours');
  if (live.model.recovery) live.model.recovery = null;
  saveRecovery(live);
  return ok({ entries: count });
}

async function takeEntries(live: Live, kind: SpaceKind, json: Json | undefined): Promise<number> {
  const space = kind === 'mine' ? live.model.mine : live.model.ours;
  let count = 0;
  for (const one of asList(json, Number.MAX_SAFE_INTEGER) ?? []) {
    const bytes = base64urlToBytes(asText(one, limits.boxBytesMax * 2) ?? '');
    if (!space || !bytes) continue;
    const { hash, key, isNew } = await acceptEntryBytes(live, space, bytes);
    if (!isNew || hash === null) continue;
    count += 1;
    markUnsent(live, space, bytesToHex(hash), key);
  }
  if (space) saveHead(live, space);
  return count;
}
