/**
 * A changed client: whatever a member of a space could write with a program of their own. It takes the keys from the
 * disk of a device (whose own tab should be closed), signs and seals what it likes, and speaks to the relay as the
 * protocol says. Nothing here uses the code under test, so a patched copy of it changes nothing.
 */
import { createBoxKeys, entryHashToBoxId, labels, labelToBytes, type Primitives, sealBox } from '#crypto';
import {
  type Bytes,
  bytesToHex,
  bytesToText,
  concatBytes,
  hexToBytes,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonToText,
  noBytes,
  textToJson,
} from '#kernel';
import { bytesToEntry, deviceToName, type Entry, entryToBytes, entryToSignedBytes, noHash, type Seen } from '#log';
import { decodeRelayFrame, encodeDeviceFrame, mailboxPreimage, openMessage } from '#wire';
import type { Disk } from './disk.ts';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

export type SpaceKind = 'mine' | 'ours';

/** What lies on a disk under one key, as JSON. */
export function diskJson(disk: Disk, key: string): JsonObject {
  const bytes = disk.records.get(key);
  const json = bytes === undefined ? null : textToJson(bytesToText(bytes) ?? '', Number.MAX_SAFE_INTEGER);
  return json !== null && isJsonObject(json) ? json : {};
}

/** Every entry that a device keeps of a space. */
export const diskEntries = (disk: Disk, kind: SpaceKind): readonly Entry[] =>
  [...disk.records]
    .filter(([key]) => key.startsWith(kind === 'mine' ? 'e/m/' : 'e/o/'))
    .map(([, bytes]) => bytesToEntry(bytes))
    .filter((entry): entry is Entry => entry !== null && entry !== 'newer');

/** Hex of a field; '' when there is none. */
const hexOf = (json: Json | undefined): string => (typeof json === 'string' ? json : '');
const bytesOf = (json: Json | undefined): Bytes => hexToBytes(hexOf(json)) ?? noBytes;
const listOf = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);
const objectOf = (json: Json | undefined): JsonObject =>
  json !== undefined && json !== null && isJsonObject(json) ? json : {};

/** The keys with which one space is read and written, from the disk of a device that belongs to it. */
export interface SpaceKeys {
  readonly id: Bytes;
  readonly epochKey: Bytes;
  readonly mailbox: Bytes;
  readonly salt: Bytes;
  readonly writers: readonly Bytes[];
  readonly writer: number;
  readonly accessSeed: Bytes;
}

export async function diskToSpaceKeys(primitives: Primitives, disk: Disk, kind: SpaceKind): Promise<SpaceKeys> {
  const space = diskJson(disk, `space/${kind}`);
  const epoch = objectOf(listOf(space.epochs).at(-1));
  const epochKey = bytesOf(epoch.key);
  const writers = listOf(epoch.writers).map(bytesOf);
  const derived = (label: keyof typeof labels, length: number) =>
    primitives.hkdf(epochKey, noBytes, labelToBytes(labels[label]), length);
  const salt = await derived('mailboxSalt', 16);
  const mailbox = (await primitives.sha256(mailboxPreimage(salt, writers))).slice(0, 16);
  const accessSeed =
    kind === 'mine' ? await derived('mineAccess', 32) : bytesOf(listOf(space.accessSeeds).at(-1) ?? space.accessSeed);
  const writer = typeof space.writer === 'number' ? space.writer : 0;
  return { id: bytesOf(space.id), epochKey, mailbox, salt, writers, writer, accessSeed };
}

export interface Identity {
  readonly author: Bytes;
  readonly signingSeed: Bytes;
  /** 32 hex digits. */
  readonly person: string;
}

export interface Forged {
  /** Default: this client's own device, with its chain going on. */
  readonly by?: Identity;
  readonly seq?: number;
  readonly prev?: Bytes;
  readonly atMs?: number;
  readonly atCount?: number;
  readonly seen?: readonly Seen[];
  readonly space?: Bytes;
  readonly signature?: Bytes;
  /** Of the format of entries. */
  readonly version?: number;
  readonly boxId?: Bytes;
}

export interface ChangedClient {
  readonly keys: SpaceKeys;
  readonly self: Identity;
  /** A device that nobody knows. */
  readonly stranger: (name: string) => Promise<Identity>;
  /** Signs an entry. Continues the author's chain unless told otherwise. */
  readonly entry: (kind: string, body: Json, forged?: Forged) => Promise<Bytes>;
  /** Seals these bytes for the space and puts them into its mailbox. */
  readonly send: (bytes: Bytes, boxId?: Bytes) => Promise<void>;
  /** Both. */
  readonly write: (kind: string, body: Json, forged?: Forged) => Promise<void>;
  /** Gives the relay time to commit and everyone time to read. */
  readonly done: () => Promise<void>;
  /** Puts a box as it is into the mailbox. */
  readonly append: (boxId: Bytes, box: Bytes) => void;
}

export async function createChangedClient(
  world: World,
  of: SimDevice,
  primitives: Primitives,
  kind: SpaceKind = 'ours',
): Promise<ChangedClient> {
  const keys = await diskToSpaceKeys(primitives, of.disk, kind);
  const boxKeys = await createBoxKeys(primitives, keys.epochKey, keys.mailbox);
  const record = diskJson(of.disk, 'self');
  const signingSeed = bytesOf(record.signingSeed);
  const self: Identity = {
    signingSeed,
    author: await primitives.signingPublicKey(signingSeed),
    person: hexOf(record.person),
  };
  const heads = new Map<string, { readonly seq: number; readonly head: Bytes }>();
  for (const [name, chain] of Object.entries(objectOf(diskJson(of.disk, `head/${kind}`).chains))) {
    const { seq, head } = objectOf(chain);
    heads.set(name, { seq: typeof seq === 'number' ? seq : 0, head: bytesOf(head) });
  }

  const connection = world.relay().connect({
    send: (bytes) => {
      const frame = decodeRelayFrame(bytes);
      if (frame?.type === 'welcome') void open(frame.challenge);
    },
    close: () => {},
    bufferedBytes: () => 0,
  });
  const open = async (challenge: Bytes): Promise<void> => {
    const { mailbox, salt, writers, writer, accessSeed } = keys;
    const signature = await primitives.sign(accessSeed, openMessage(challenge, mailbox, writer));
    connection.receive(encodeDeviceFrame({ type: 'open', mailbox, salt, writers, writer, signature }));
  };
  connection.receive(encodeDeviceFrame({ type: 'hello', version: 1 }));
  await world.run(10);

  const entry: ChangedClient['entry'] = async (entryKind, body, forged = {}) => {
    const by = forged.by ?? self;
    const head = heads.get(deviceToName(by.author)) ?? { seq: 0, head: noHash };
    const seq = forged.seq ?? head.seq + 1;
    const signed = entryToSignedBytes({
      space: forged.space ?? keys.id,
      author: by.author,
      seq,
      prev: forged.prev ?? (head.seq === 0 ? noHash : head.head),
      atMs: forged.atMs ?? world.clockwork.nowMs(),
      atCount: forged.atCount ?? 0,
      seen: forged.seen ?? [],
      kind: entryKind,
      body,
    });
    if (forged.version !== undefined) signed[0] = forged.version;
    const message = concatBytes(labelToBytes(labels.entrySignature), signed);
    const signature = forged.signature ?? (await primitives.sign(by.signingSeed, message));
    const hash = await primitives.sha256(concatBytes(labelToBytes(labels.entryHash), signed, signature));
    if (forged.seq === undefined) heads.set(deviceToName(by.author), { seq, head: hash });
    return entryToBytes({ signed, signature });
  };

  const send: ChangedClient['send'] = async (bytes, boxId) => {
    const hash = await primitives.sha256(concatBytes(labelToBytes(labels.entryHash), bytes));
    const sealed = await sealBox(primitives, boxKeys, hash, bytes);
    append(boxId ?? (await entryHashToBoxId(primitives, boxKeys, hash)), sealed.box);
  };

  let sent = 0;
  const append = (boxId: Bytes, box: Bytes): void => {
    sent += 1;
    connection.receive(encodeDeviceFrame({ type: 'append', mailbox: keys.mailbox, boxId, expiryDay: 0, box }));
  };

  return {
    keys,
    self,
    stranger: async (name) => {
      const seed = await primitives.sha256(new TextEncoder().encode(`stranger ${name}`));
      return {
        signingSeed: seed,
        author: await primitives.signingPublicKey(seed),
        person: bytesToHex(seed.slice(0, 16)),
      };
    },
    entry,
    send,
    write: async (entryKind, body, forged = {}) => {
      await send(await entry(entryKind, body, forged), forged.boxId);
      // The relay takes what one connection has sent in portions.
      if (sent % 400 === 0) await world.run(200);
    },
    done: () => world.run(3_000),
    append,
  };
}

/** All that a screen shows, as one text: for "nothing has changed". */
export function snapshotText(sim: SimDevice, leaveOut: readonly string[] = []): string {
  const snapshot = sim.device?.snapshot();
  if (!snapshot) return 'closed';
  return JSON.stringify(
    snapshot,
    (key, value: unknown) => {
      if (leaveOut.includes(key)) return undefined;
      return value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
    },
    1,
  );
}

/** Things of a practice that a device shows, by id. */
export const thingsOn = (sim: SimDevice, practice: string): ReadonlyMap<string, unknown> =>
  sim.device?.snapshot().thingsByPractice.get(practice) ?? new Map();

export const noticesOn = (sim: SimDevice): readonly string[] =>
  (sim.device?.snapshot().notices ?? []).map((notice) => notice.type);

/** The word of a person, as other text: for bodies that no app would write. */
export const jsonOf = (value: unknown): Json => textToJson(JSON.stringify(value), Number.MAX_SAFE_INTEGER) ?? null;
export const textOf = jsonToText;
