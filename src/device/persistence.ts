/** How the model lies in the store: saving its parts into the current transaction, and reading it all at the start. */

import { addAllRecorded, monthRecordToRecorded, noState, type RecordedAny, thingToMonth } from '#core';
import { bytesToHex, type Json, type JsonObject, limits } from '#kernel';
import { type Chains, noTime } from '#log';
import { noSync } from '#sync';
import { epochsToJson, jsonToEpochs, jsonToSeeds } from './epochs.ts';
import type { Live } from './live.ts';
import { type Membership, membershipToMembers, noMembership } from './membership.ts';
import {
  type Letter,
  type Model,
  newSpaceFields,
  type Parting,
  put,
  type RecoveryRecord,
  recordToJson,
  type Self,
  type Share,
  type SpaceKind,
  type SpaceModel,
  unsentKey,
} from './model.ts';
import { jsonToPairingRecord, pairingRecordToJson } from './pairing-record.ts';
import { noSealed, type Sealed } from './sealed.ts';
import { asBytes, asHashes, asHex, asList, asObject, asSomeBytes, asText, asWhole } from './shapes.ts';
import { jsonToRaw, loadMonth } from './things.ts';
import type { DevicePorts } from './types.ts';

// ------------------------------------------------------------------------------------------------------- saving

export function saveSpace(live: Live, space: SpaceModel): void {
  put(live.tx, `space/${space.kind}`, {
    id: bytesToHex(space.id),
    accessSeeds: space.accessSeeds.map(bytesToHex),
    comparedGeneration: space.comparedGeneration,
    writer: space.writer,
    epochs: epochsToJson(space.epochs),
    carried: [...space.carried],
    partner: live.model.partner,
    toldEpochs: live.model.toldEpochs,
  });
  saveHead(live, space);
}

export function saveHead(live: Live, space: SpaceModel): void {
  const { chains, clock, membership, told, strangers, held, recipients } = space;
  // All parts are plain data already; the cast only drops `readonly` index signatures.
  const head = { chains, clock, membership, told, strangers, held, recipients } as unknown as Json;
  put(live.tx, `head/${space.kind}`, head);
}

export function savePairing(live: Live): void {
  put(live.tx, 'pairing', live.model.pairing ? pairingRecordToJson(live.model.pairing) : null);
}

export function saveWindows(live: Live): void {
  put(
    live.tx,
    'windows',
    live.model.windows.map((share) => ({ ...share, drafts: share.drafts.map((d) => ({ ...d })) })),
  );
}

export function saveLetters(live: Live): void {
  const letters = live.model.letters.map(({ key, accessSeed, box, ...rest }) => ({
    ...rest,
    accessSeed: bytesToHex(accessSeed),
    box: bytesToHex(box),
    mailbox: bytesToHex(key.mailbox),
    salt: bytesToHex(key.salt),
    writers: key.writers.map(bytesToHex),
    writer: key.writer,
  }));
  put(live.tx, 'letters', letters);
}

/** Two devices may each have made one: the same stands for both on all devices, and one that was written down first. */
export const phraseOf = ({ made, shown, ended }: Model['phrases']): string | null =>
  [...made]
    .filter((one) => !ended.has(one))
    .sort((a, b) => Number(shown.has(b)) - Number(shown.has(a)) || (a < b ? -1 : 1))[0] ?? null;

export function savePhrase(live: Live): void {
  const { made, shown, ended } = live.model.phrases;
  put(live.tx, 'phrase', { made: [...made], shown: [...shown], ended: [...ended] });
}

export function saveRecovery(live: Live): void {
  const record = live.model.recovery;
  put(live.tx, 'recovery', record ? { ...record, spaces: [...record.spaces] } : null);
}

export function savePeople(live: Live): void {
  put(
    live.tx,
    'people',
    Object.fromEntries(Object.entries(live.model.people).map(([key, facts]) => [key, { ...facts }])),
  );
}

export function savePartings(live: Live): void {
  const { left, moved, nextOurs, partings } = live.model;
  put(live.tx, 'partings', { left: [...left], moved: [...moved], nextOurs, kept: partings.map((one) => ({ ...one })) });
}

export function saveSettings(live: Live): void {
  const { cancelWindowMs, relayUrl, isSilent, aside, backup } = live.model;
  put(live.tx, 'settings', { cancelWindowMs, relayUrl, isSilent, aside: [...aside].sort(), backup: { ...backup } });
}

export function setSilent(live: Live, isSilent: boolean): void {
  if (live.model.isSilent === isSilent) return;
  live.model.isSilent = isSilent;
  saveSettings(live);
}

/** From now on entries go by this relay: whoever has just chosen one speaks again. */
export function useRelay(live: Live, relayUrl: string): void {
  live.model.relayUrl = relayUrl;
  live.model.isSilent = false;
  saveSettings(live);
}

export function saveSelf(live: Live): void {
  const { self } = live.model;
  live.model.isSelfKept = true;
  put(live.tx, 'self', {
    signingSeed: bytesToHex(self.signingSeed),
    sealingKey: bytesToHex(self.sealingKey),
    person: self.person,
  });
}

/** Takes part in a couple's space from now on. */
export function adoptOurs(live: Live, space: SpaceModel, partner: string): void {
  live.model.ours = space;
  live.model.partner = partner;
  saveSpace(live, space);
}

// ------------------------------------------------------------------------------------------------------- reading

/** A device as it is on its first day; written down with the first thing that is saved. */
export async function newSelf(ports: DevicePorts, person: string | null): Promise<Self> {
  return toSelf(ports, ports.random(32), ports.random(32), person ?? bytesToHex(ports.random(16)));
}

async function toSelf(
  ports: DevicePorts,
  signingSeed: Self['author'],
  sealingKey: Self['author'],
  person: string,
): Promise<Self> {
  const author = await ports.primitives.signingPublicKey(signingSeed);
  const sealingPublicKey = await ports.primitives.sealingPublicKey(sealingKey);
  return { signingSeed, author, device: bytesToHex(author), sealingKey, sealingPublicKey, person };
}

export function emptyModel(self: Self, relayUrl: string | null): Model {
  return {
    self,
    mine: null,
    ours: null,
    partner: null,
    toldEpochs: 0,
    state: noState,
    ordinal: 0,
    tailCount: 0,
    loadedMonths: new Set(),
    allMonths: new Set(),
    dirtyMonths: new Set(),
    sealed: {},
    windows: [],
    people: {},
    cancelWindowMs: limits.cancelWindowMsDefault,
    aside: new Set(),
    backup: { savedAtMs: null, remindedAtMs: null },
    pairing: null,
    pairingEnded: null,
    letters: [],
    phrase: null,
    phrases: { made: new Set(), shown: new Set(), ended: new Set() },
    recovery: null,
    left: new Set(),
    moved: new Set(),
    nextOurs: null,
    partings: [],
    isSilent: false,
    hasFoundNothing: false,
    isSelfKept: false,
    cursors: new Map(),
    sync: noSync,
    relayUrl,
    newerCount: 0,
    foreignCount: 0,
    mendedCount: 0,
    hasRolledBack: false,
    relayRefusal: null,
    isElsewhere: false,
    clockDifferenceMs: null,
    partnerHeardAtMs: null,
    trace: [],
  };
}

/** Reads what is needed to open: keys, heads, the newest months, open things, and the tail. Not the entries. */
export async function readModel(live: Live): Promise<void> {
  const { model, ports } = live;
  const self = asObject((await live.readRecord('self')) ?? undefined);
  const signingSeed = asBytes(self?.signingSeed, 32);
  const sealingKey = asBytes(self?.sealingKey, 32);
  const person = asHex(self?.person, 16);
  if (!signingSeed || !sealingKey || person === null) return;
  model.self = await toSelf(ports, signingSeed, sealingKey, person);
  model.isSelfKept = true;
  model.mine = await readSpace(live, 'mine');
  model.ours = await readSpace(live, 'ours');
  const settings = asObject((await live.readRecord('settings')) ?? undefined);
  model.cancelWindowMs = asWhole(settings?.cancelWindowMs) ?? limits.cancelWindowMsDefault;
  model.relayUrl = asText(settings?.relayUrl, limits.urlCharsMax) ?? model.relayUrl;
  model.isSilent = settings?.isSilent === true;
  model.aside = new Set((asList(settings?.aside, Number.MAX_SAFE_INTEGER) ?? []).map(String));
  const backup = asObject(settings?.backup);
  model.backup = { savedAtMs: asWhole(backup?.savedAtMs), remindedAtMs: asWhole(backup?.remindedAtMs) };
  readPartings(model, await live.readRecord('partings'));
  const phrase = asObject((await live.readRecord('phrase')) ?? undefined);
  const phrasesOf = (json: Json | undefined) => new Set((asList(json, Number.MAX_SAFE_INTEGER) ?? []).map(String));
  model.phrases = { made: phrasesOf(phrase?.made), shown: phrasesOf(phrase?.shown), ended: phrasesOf(phrase?.ended) };
  model.phrase = phraseOf(model.phrases);
  model.pairing = jsonToPairingRecord(await live.readRecord('pairing'));
  model.recovery = jsonToRecovery(await live.readRecord('recovery'));
  model.letters = jsonToLetters(await live.readRecord('letters'));
  model.windows = jsonToWindows(await live.readRecord('windows'));
  await readPeople(live);
  await readCursors(live);
  await readSealed(live);
  await readThings(live);
  model.newerCount = (await ports.store.range('newer/', '', limits.storeRangeMax)).length;
}

async function readSpace(live: Live, kind: SpaceKind): Promise<SpaceModel | null> {
  const fields = asObject((await live.readRecord(`space/${kind}`)) ?? undefined);
  const id = asBytes(fields?.id, 16);
  const accessSeeds = jsonToSeeds(fields?.accessSeeds) ?? [];
  const epochs = await jsonToEpochs(live, fields?.epochs);
  if (!id || !epochs) return null;
  const space: SpaceModel = {
    ...newSpaceFields(),
    kind,
    id,
    accessSeeds,
    comparedGeneration: asWhole(fields?.comparedGeneration) ?? 0,
    epochs,
    writer: asWhole(fields?.writer) ?? 0,
    carried: asHashes(fields?.carried),
    membership: noMembership,
  };
  if (kind === 'ours') {
    live.model.partner = asHex(fields?.partner, 16);
    live.model.toldEpochs = asWhole(fields?.toldEpochs) ?? 0;
  }
  const head = asObject((await live.readRecord(`head/${kind}`)) ?? undefined);
  if (head) {
    // Our own record, sealed under this device's key: its shape is what saveHead wrote.
    const own = head as unknown as Pick<
      SpaceModel,
      'chains' | 'clock' | 'membership' | 'told' | 'strangers' | 'held' | 'recipients'
    >;
    space.chains = own.chains as Chains;
    space.clock = own.clock ?? noTime;
    space.membership = own.membership as Membership;
    space.told = own.told;
    space.strangers = own.strangers;
    space.held = own.held;
    space.recipients = own.recipients;
    space.members = membershipToMembers(space.membership);
  }
  space.isUnsentRead = false;
  return space;
}

function readPartings(model: Model, json: Json | null): void {
  const fields = asObject(json ?? undefined);
  model.left = new Set((asList(fields?.left, Number.MAX_SAFE_INTEGER) ?? []).map(String));
  model.moved = new Set((asList(fields?.moved, Number.MAX_SAFE_INTEGER) ?? []).map(String));
  model.nextOurs = fields?.nextOurs ?? null;
  model.partings = (asList(fields?.kept, Number.MAX_SAFE_INTEGER) ?? []).flatMap(
    (one) => jsonToParting(asObject(one)) ?? [],
  );
}

export function jsonToParting(fields: JsonObject | null): Parting | null {
  const space = asHex(fields?.space, 16);
  const [leftAtMs, name] = [asWhole(fields?.leftAtMs), asText(fields?.name, limits.nameCharsMax)];
  return space === null ? null : { space, leftAtMs: leftAtMs ?? 0, name: name ?? '' };
}

async function readPeople(live: Live): Promise<void> {
  for (const [person, facts] of Object.entries(asObject((await live.readRecord('people')) ?? undefined) ?? {})) {
    const fields = asObject(facts);
    const name = asText(fields?.name, limits.nameCharsMax);
    live.model.people = { ...live.model.people, [person]: { name, atMs: asWhole(fields?.atMs) ?? 0 } };
  }
}

async function readCursors(live: Live): Promise<void> {
  await eachRecord(live, 'cursor/', (key, json) => {
    const fields = asObject(json);
    const cursor = asWhole(fields?.cursor);
    const incarnation = asText(fields?.incarnation, 64);
    if (cursor !== null && incarnation !== null)
      live.model.cursors.set(key.slice('cursor/'.length), { cursor, incarnation });
  });
}

async function readSealed(live: Live): Promise<void> {
  const table: Record<string, Sealed> = {};
  await eachRecord(live, 'sealed/', (key, json) => {
    // Our own record: its shape is what sealedToJson wrote.
    if (asObject(json)) table[key.slice('sealed/'.length)] = { ...noSealed('', 'me'), ...(json as unknown as Sealed) };
  });
  live.model.sealed = table;
}

async function readThings(live: Live): Promise<void> {
  const { model } = live;
  const months = asObject((await live.readRecord('months')) ?? undefined);
  // Our own record. It has no bound: a partner may name things after any month there is, and hides none of mine by it.
  const all = (asList(months?.all, Number.MAX_SAFE_INTEGER) ?? []).map((month) => asText(month, 7) ?? '');
  const open = monthRecordToRecorded(months?.open ?? null);
  model.allMonths = new Set(all);
  model.ordinal = asWhole(months?.ordinal) ?? 0;
  const raws: RecordedAny[] = [];
  await eachRecord(live, 'tail/', (key, json) => {
    const raw = jsonToRaw(json);
    if (raw) raws.push(raw);
    model.ordinal = Math.max(model.ordinal, Number(key.slice('tail/'.length)) + 1);
    model.tailCount += 1;
  });
  // Months that have not come yet are a claim, and do not take the place of those that have.
  const thisMonth = new Date(Math.max(0, live.ports.clock())).toISOString().slice(0, 7);
  const wanted = new Set([
    ...all.filter((month) => month <= thisMonth).slice(-limits.monthsOpenedMin),
    ...raws.map((raw) => thingToMonth(raw.thing)),
  ]);
  for (const month of wanted) await loadMonth(live, month);
  model.state = addAllRecorded(model.state, live.practices, [...open, ...raws]);
  for (const raw of raws) {
    model.dirtyMonths.add(thingToMonth(raw.thing));
    model.allMonths = new Set(model.allMonths).add(thingToMonth(raw.thing));
  }
}

function jsonToWindows(json: Json | null): readonly Share[] {
  const shares: Share[] = [];
  for (const one of asList(json ?? undefined, 1_000) ?? []) {
    const fields = asObject(one);
    const drafts = (asList(fields?.drafts, 16) ?? []).map((draft) => {
      const parts = asObject(draft);
      const exchange = asText(parts?.exchange, limits.exchangeCharsMax) ?? '';
      return {
        // Earlier versions kept the thing beside its drafts.
        thing: asHex(parts?.thing ?? fields?.thing, 16) ?? '',
        kind: asText(parts?.kind, 64) ?? '',
        body: parts?.body ?? null,
        isSealed: parts?.isSealed === true,
        exchange,
      };
    });
    const id = asText(fields?.id, 64);
    if (!fields || id === null || drafts.some((part) => part.thing === '')) continue;
    const practice = asText(fields.practice, 64) ?? '';
    shares.push({ id, practice, leavesAtMs: asWhole(fields.leavesAtMs) ?? 0, drafts });
  }
  return shares;
}

function jsonToLetters(json: Json | null): readonly Letter[] {
  const letters: Letter[] = [];
  for (const one of asList(json ?? undefined, 1_000) ?? []) {
    const fields = asObject(one);
    const [mailbox, salt] = [asBytes(fields?.mailbox, 16), asBytes(fields?.salt, 16)];
    const writers = (asList(fields?.writers, 2) ?? []).map((writer) => asBytes(writer, 32)).filter((w) => w !== null);
    const accessSeed = asBytes(fields?.accessSeed, 32);
    const box = asSomeBytes(fields?.box, limits.boxBytesMax);
    const boxId = asHex(fields?.boxId, 16);
    if (!fields || !mailbox || !salt || !accessSeed || !box || boxId === null) continue;
    const key = { mailbox, salt, writers, writer: asWhole(fields.writer) ?? 0 };
    const relayUrl = asText(fields.relayUrl, limits.urlCharsMax) ?? '';
    letters.push({ relayUrl, key, accessSeed, boxId, box, expiryDay: asWhole(fields.expiryDay) ?? 0 });
  }
  return letters;
}

function jsonToRecovery(json: Json | null): RecoveryRecord | null {
  const fields = asObject(json ?? undefined);
  const phrase = asHex(fields?.phrase, 16);
  if (!fields || phrase === null) return null;
  const kinds = (asList(fields.spaces, 2) ?? []).filter(
    (kind): kind is SpaceKind => kind === 'mine' || kind === 'ours',
  );
  return { phrase, stage: fields.stage === 'vouch' ? 'vouch' : 'ring', spaces: kinds };
}

/** Brings the marks of what no relay has confirmed into memory, oldest first, once. */
export async function readUnsent(live: Live, space: SpaceModel): Promise<void> {
  if (space.isUnsentRead) return;
  space.isUnsentRead = true;
  const marks: [string, string][] = [...space.unsent];
  await eachRecord(live, unsentKey(space.kind, ''), (key, json) => {
    const entry = asText(asObject(json ?? undefined)?.key, limits.urlCharsMax);
    const hash = key.slice(unsentKey(space.kind, '').length);
    if (entry !== null && !live.tx.deletes.has(key)) marks.push([hash, entry]);
  });
  space.unsent.clear();
  for (const [hash, entry] of marks.sort(([, a], [, b]) => (a < b ? -1 : 1))) space.unsent.set(hash, entry);
}

/** Every record under a prefix, page by page. */
export async function eachRecord(
  live: Live,
  prefix: string,
  take: (key: string, json: Json | null) => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const page = await live.ports.store.range(prefix, after, limits.storeRangeMax);
    for (const [key, bytes] of page) take(key, recordToJson(bytes));
    const last = page[page.length - 1];
    if (!last || page.length < limits.storeRangeMax) return;
    after = last[0];
  }
}
