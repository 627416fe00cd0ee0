/**
 * Everything that a device knows while it is open, and how it lies in its store. Values are immutable; the model's
 * fields are replaced. Records are named by what they are for, never by what they say:
 *
 *   self                     keys, person, settings            cursor/<mailbox>      how far a mailbox was read
 *   space/<mine|ours>        ids, epochs, roots                unsent/<s>/<hash>     entry that no relay has confirmed
 *   head/<mine|ours>         chains, clock, members            tail/<ordinal>        event not yet in its month
 *   e/<m|o>/<device>/<seq>/<hash>   one entry's bytes          month/<YYYY-MM>       things of a month
 *   newer/<hash>             entry of a newer format           kept/<space>          what was shared in a space that was left
 *   carried/<part>           what is to be carried into the next space, until it is (carrying.ts)
 *   sealed/<who>/<seal>, windows, people, pairing, letters, recovery, months, partings
 */
import type { Recorded, State, ThingId } from '#core';
import type { EpochKeys } from '#crypto';
import { type Bytes, bytesToHex, bytesToText, type Json, jsonToText, textToBytes, textToJson } from '#kernel';
import { type Chains, type HybridTime, noTime } from '#log';
import type { MailboxKey, SyncState } from '#sync';
import type { Member, Membership } from './membership.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { SealedTable } from './sealed.ts';
import type { BackupMoments, PairingOutcome, Purpose, TracedFrame } from './types.ts';

export type SpaceKind = 'mine' | 'ours';

export interface Self {
  readonly signingSeed: Bytes;
  readonly author: Bytes;
  /** Hex of `author`: how members are named. */
  readonly device: string;
  readonly sealingKey: Bytes;
  readonly sealingPublicKey: Bytes;
  /** 32 hex digits. */
  readonly person: string;
}

export interface SpaceModel {
  readonly kind: SpaceKind;
  readonly id: Bytes;
  /** Seeds of the keys with which this person opens the mailboxes of `ours`, oldest first. Empty for `mine`: see accessSeedOf. */
  accessSeeds: readonly Bytes[];
  /** This person's slot among the writers. */
  readonly writer: number;
  /** Oldest first; the last is written with. */
  epochs: readonly EpochKeys[];
  chains: Chains;
  clock: HybridTime;
  membership: Membership;
  members: ReadonlyMap<string, Member>;
  /** Device name -> seq of the head that our last entries have told of. */
  told: Readonly<Record<string, number>>;
  /** Store keys of entries whose author is not (yet) a member, and of entries whose time has not come. */
  strangers: readonly string[];
  held: readonly { readonly key: string; readonly atMs: number; readonly device: string }[];
  /** Highest generation whose mailbox this device has compared with all that it holds. */
  comparedGeneration: number;
  /** By epoch id: the devices to which its key was sealed. Empty for the first epoch, which the invitation brings. */
  recipients: Readonly<Record<string, readonly string[]>>;
  /** Hashes of the parts of what both shared before, in another space (carrying.ts). Empty for most. */
  readonly carried: readonly string[];
  /** Entry hash (hex) -> store key, in the order of writing. */
  readonly unsent: Map<string, string>;
  /** Who is alone for years sends nothing for years: the marks are read once there is somebody to send to. */
  isUnsentRead: boolean;
}

export interface Share {
  readonly id: string;
  readonly practice: string;
  readonly leavesAtMs: number;
  readonly drafts: readonly SharePart[];
}

export interface SharePart {
  readonly thing: ThingId;
  readonly kind: string;
  readonly body: Json;
  readonly isSealed: boolean;
  /** Of a sealed one: what it opens with. */
  readonly exchange: string;
}

/** One box for a mailbox that is not a space's. */
export interface Letter {
  readonly relayUrl: string;
  readonly key: MailboxKey;
  readonly accessSeed: Bytes;
  readonly boxId: string;
  readonly box: Bytes;
  readonly expiryDay: number;
}

export interface PersonFacts {
  readonly name: string | null;
  readonly atMs: number;
}

export interface Model {
  self: Self;
  mine: SpaceModel | null;
  ours: SpaceModel | null;
  /** 32 hex digits; null while alone. */
  partner: string | null;
  /** Epochs of ours that my own space knows of, for devices that join me later. */
  toldEpochs: number;
  state: State;
  /** Next ordinal of the tail, and how many records it has. */
  ordinal: number;
  tailCount: number;
  loadedMonths: ReadonlySet<string>;
  allMonths: ReadonlySet<string>;
  dirtyMonths: Set<string>;
  sealed: SealedTable;
  windows: readonly Share[];
  people: Readonly<Record<string, PersonFacts>>;
  cancelWindowMs: number;
  /** Practices that this person has set aside on this device. */
  aside: ReadonlySet<string>;
  backup: BackupMoments;
  pairing: PairingRecord | null;
  /** Messages of a pairing or to the paper device that no relay has confirmed yet. */
  letters: readonly Letter[];
  /** How the last pairing ended, until it is put away. */
  pairingEnded: { readonly purpose: Purpose; readonly outcome: PairingOutcome } | null;
  /** Entropy of the recovery phrase, 32 hex digits; null: none yet. */
  phrase: string | null;
  /** Phrases that were made, that a person has seen, and that no longer count. */
  phrases: {
    readonly made: ReadonlySet<string>;
    readonly shown: ReadonlySet<string>;
    readonly ended: ReadonlySet<string>;
  };
  recovery: RecoveryRecord | null;
  /** Spaces of two that I have left: nothing brings this device back into one. */
  left: ReadonlySet<string>;
  /** Of those: the ones that went on as another space, so that what they held stays where it is. */
  moved: ReadonlySet<string>;
  /** My last word about a couple's space while I was in another one; null: none. It counts once that one is left. */
  nextOurs: Json | null;
  /** What was kept of them, oldest first. */
  partings: readonly Parting[];
  /** True: no server is spoken to, whatever waits. */
  isSilent: boolean;
  /** The relay kept nothing for the words that were tried last. */
  hasFoundNothing: boolean;
  /** The keys of this device are on disk. */
  isSelfKept: boolean;
  cursors: Map<string, { readonly cursor: number; readonly incarnation: string }>;
  sync: SyncState;
  relayUrl: string | null;
  newerCount: number;
  foreignCount: number;
  mendedCount: number;
  hasRolledBack: boolean;
  relayRefusal: string | null;
  isElsewhere: boolean;
  clockDifferenceMs: number | null;
  partnerHeardAtMs: number | null;
  trace: readonly TracedFrame[];
}

export interface Parting {
  /** Id of the space, hex: also under which its copy is kept. */
  readonly space: string;
  readonly leftAtMs: number;
  /** How the other one was called; '' when they gave no name. */
  readonly name: string;
}

export interface RecoveryRecord {
  readonly phrase: string;
  readonly stage: 'ring' | 'vouch';
  /** Spaces in which the paper device has not vouched for this device yet. */
  readonly spaces: readonly SpaceKind[];
}

export type AnyRecorded = Recorded<unknown>;

export interface Transaction {
  readonly puts: Map<string, Bytes>;
  readonly deletes: Set<string>;
  /** Run after the commit, in order. */
  readonly effects: (() => void)[];
}

export const createTransaction = (): Transaction => ({ puts: new Map(), deletes: new Set(), effects: [] });

export function put(transaction: Transaction, key: string, value: Json | Bytes): void {
  transaction.deletes.delete(key);
  transaction.puts.set(key, value instanceof Uint8Array ? value : textToBytes(jsonToText(value)));
}

export function remove(transaction: Transaction, key: string): void {
  transaction.puts.delete(key);
  transaction.deletes.add(key);
}

/** Our own records: any length. null when the record is damaged. */
export function recordToJson(bytes: Bytes | null): Json | null {
  const text = bytes === null ? null : bytesToText(bytes);
  return text === null ? null : textToJson(text, Number.MAX_SAFE_INTEGER);
}

export const spaces = (model: Model): readonly SpaceModel[] =>
  [model.mine, model.ours].filter((space): space is SpaceModel => space !== null);

export const currentEpoch = (space: SpaceModel): EpochKeys => {
  const last = space.epochs[space.epochs.length - 1];
  if (!last) throw new Error('This should not be possible: a space without an epoch');
  return last;
};

export const entryKey = (space: SpaceKind, deviceName: string, seq: number, hash: string): string =>
  `${chainPrefix(space, deviceName)}${String(seq).padStart(10, '0')}/${hash.slice(0, 32)}`;
export const chainPrefix = (space: SpaceKind, deviceName: string): string => `${spacePrefix(space)}${deviceName}/`;
export const spacePrefix = (space: SpaceKind): string => `e/${space === 'mine' ? 'm' : 'o'}/`;
export const unsentKey = (space: SpaceKind, hash: string): string => `unsent/${space === 'mine' ? 'm' : 'o'}/${hash}`;
export const keptKey = (space: string): string => `kept/${space}`;
export const tailKey = (ordinal: number): string => `tail/${String(ordinal).padStart(12, '0')}`;

export const newSpaceFields = (): Pick<
  SpaceModel,
  | 'chains'
  | 'clock'
  | 'told'
  | 'strangers'
  | 'held'
  | 'unsent'
  | 'isUnsentRead'
  | 'members'
  | 'comparedGeneration'
  | 'recipients'
  | 'carried'
> => ({
  chains: {},
  clock: noTime,
  told: {},
  strangers: [],
  held: [],
  unsent: new Map(),
  isUnsentRead: true,
  members: new Map(),
  comparedGeneration: 1,
  recipients: {},
  carried: [],
});

export const mailboxName = (keys: EpochKeys): string => bytesToHex(keys.mailbox);
