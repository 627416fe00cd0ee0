/**
 * What a device offers to the screens (and to the simulator, which calls the same), and the ports it needs.
 */

import type { MyCopy, MyCopyProblem, Refusal, SharedThing, ThingId, Who, Written } from '#core';
import type { Primitives } from '#crypto';
import type { Bytes, Clock, Json, Random, Result } from '#kernel';

// ------------------------------------------------------------------------------------------------ what screens see

/** Everything that a screen may draw, as one immutable value; a new one after each change. */
export interface Snapshot {
  /** False until the device has been read from disk (well under half a second). */
  readonly isReady: boolean;
  /** By practice key, then by thing id; what `fold` of the practice made. Months that are not loaded are absent. */
  readonly thingsByPractice: ReadonlyMap<string, ReadonlyMap<ThingId, unknown>>;
  /** Sealed events of both that wait for the other's, or for the other's phone. */
  readonly sealed: readonly SealedThing[];
  /** Things that wait for their cancel window on this device. */
  readonly windows: readonly WaitingShare[];
  readonly me: Person;
  /** null while alone. */
  readonly partner: Person | null;
  readonly pairing: Pairing;
  readonly devices: readonly DeviceInfo[];
  readonly connection: Connection;
  readonly notices: readonly Notice[];
  readonly isRecoverySet: boolean;
  readonly recovery: RecoveryProgress;
  /** Couples that I have left, oldest first, and of which a copy is kept here. */
  readonly partings: readonly Parting[];
  /** This device speaks to no server, whatever waits. */
  readonly isSilent: boolean;
  /** Keys of practices that this person has set aside on this device: not offered, and told to nobody. */
  readonly aside: ReadonlySet<string>;
  readonly backup: BackupMoments;
  readonly hasEarlierMonths: boolean;
}

/** Of this device alone, and as sealed as what was written: both tell when somebody was here. null: never. */
export interface BackupMoments {
  /** When a backup file was last saved from it. */
  readonly savedAtMs: number | null;
  /** When it last said a word about one. */
  readonly remindedAtMs: number | null;
}

export interface Parting {
  /** For `readKept` and `forgetKept`. */
  readonly space: string;
  readonly leftAtMs: number;
  /** How the other one was called; '' when they gave no name. */
  readonly name: string;
}

/**
 * Bringing everything back from the words, after `recover` has said ok. `looking`: the server has not answered yet.
 * `reading`: it keeps something for these words, and not all of it is here. `nothing-found`: it keeps nothing for
 * them; other words may be tried.
 */
export type RecoveryProgress = 'none' | 'looking' | 'reading' | 'nothing-found';

export interface Person {
  /** null until asked, at pairing. */
  readonly name: string | null;
  readonly tone: 'dusk' | 'ember';
}

export interface SealedThing {
  readonly thing: ThingId;
  readonly practice: string;
  /** The practice, or the name that was given when it was sealed: those of one exchange open together. */
  readonly exchange: string;
  readonly who: Who;
  readonly atMs: number;
  /** `waiting`: the other has not sealed theirs. `meeting`: both have; opens when the other's phone has been there. `open`: both can read it. */
  readonly state: 'waiting' | 'meeting' | 'open';
  /** The sealed thing of the other with which it opened or opens. */
  readonly counterpart: ThingId | null;
}

/** One of the things of a share; those of one `id` leave together. */
export interface WaitingShare {
  readonly id: string;
  readonly thing: ThingId;
  readonly practice: string;
  readonly leavesAtMs: number;
}

export interface DeviceInfo {
  /** Hex of its signing key. */
  readonly id: string;
  readonly who: Who;
  readonly isThis: boolean;
  readonly kind: 'device' | 'paper';
  readonly addedAtMs: number;
  /** Taken off the list: gets nothing new. It stays on the list for ever. */
  readonly isRemoved: boolean;
  readonly name: string;
}

export interface Connection {
  readonly relayUrl: string | null;
  readonly state: 'offline' | 'connecting' | 'online';
  /** False while there is nobody to exchange with: then no server is spoken to at all. */
  readonly isNeeded: boolean;
  /** Entries saved here that no relay has confirmed yet. */
  readonly unsentCount: number;
  /** When an entry of the partner was last written, by their clock; null: none yet. Never sent anywhere. */
  readonly partnerHeardAtMs: number | null;
  /** Difference between the relay's clock and ours, ms; null until known. A hint. */
  readonly clockDifferenceMs: number | null;
}

/** Something that a person should know about the history itself. */
export type Notice =
  /** The chain of this device has a hole: the server may be holding entries back. */
  | { readonly type: 'gap'; readonly device: string; readonly who: Who }
  /** Two different entries with the same place in a chain. */
  | { readonly type: 'fork'; readonly device: string; readonly who: Who }
  /** Another device has seen entries that the server never showed us. */
  | { readonly type: 'withheld'; readonly device: string; readonly who: Who }
  /** The server lost entries (restored from an old copy); we gave them back. */
  | { readonly type: 'rollback' }
  /** Entries whose clock is ahead; they appear when their time has come. */
  | { readonly type: 'ahead'; readonly device: string; readonly who: Who; readonly count: number }
  /** Entries from a newer version of the app; kept, and shown after an update. */
  | { readonly type: 'newer'; readonly count: number }
  /** This device was taken off the list by another of mine. It keeps what it has and gets nothing new. */
  | { readonly type: 'removed' }
  /** Boxes that nobody with our keys wrote. */
  | { readonly type: 'foreign'; readonly count: number }
  /** The server refuses or is full. */
  | { readonly type: 'relay'; readonly code: string }
  /** The same app was opened elsewhere on this device and took over. */
  | { readonly type: 'elsewhere' }
  /** A part of the local store could not be read; it is being fetched again. */
  | { readonly type: 'mended'; readonly count: number };

export type Purpose = 'partner' | 'device';

export type Pairing =
  | { readonly step: 'none' }
  /** I showed a link; nobody has used it yet. */
  | { readonly step: 'inviting'; readonly purpose: Purpose; readonly link: string; readonly expiresAtMs: number }
  /** I opened a link; before anything is sent I am asked (join or kindly decline). */
  | { readonly step: 'invited'; readonly purpose: Purpose; readonly relayUrl: string }
  /** Waiting for the other device to answer. */
  | { readonly step: 'joining'; readonly purpose: Purpose }
  /** Both say the four words aloud. `isConfirmed`: I said that they are the same. */
  | {
      readonly step: 'comparing';
      readonly purpose: Purpose;
      readonly words: readonly string[];
      readonly isConfirmed: boolean;
    }
  | { readonly step: 'ended'; readonly purpose: Purpose; readonly outcome: PairingOutcome };

export type PairingOutcome =
  | 'paired'
  /** Both have shared before, and what they shared is carried over. */
  | 'returned'
  | 'linked'
  | 'expired'
  | 'used'
  | 'wrong-link'
  | 'differed'
  | 'declined'
  | 'i-declined'
  | 'cancelled';

export type PairingRefusal =
  | 'already-paired'
  | 'has-entries'
  | 'wrong-link'
  | 'newer-link'
  | 'expired'
  | 'no-pairing'
  | 'too-many-devices';

export interface Device {
  readonly snapshot: () => Snapshot;
  /** Called after each change. Returns its own end. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Decides, saves, then resolves: what resolved `ok` is on disk. */
  readonly command: (command: {
    readonly practice: string;
  }) => Promise<Result<{ readonly things: readonly ThingId[] }, Refusal>>;
  /** Takes a share back while its window is open. False: it has left. */
  readonly cancelShare: (id: string) => Promise<boolean>;
  /** Lets a share go without waiting for the window. */
  readonly shareNow: (id: string) => Promise<boolean>;
  readonly setName: (name: string) => Promise<void>;
  readonly setCancelWindow: (ms: number) => Promise<void>;
  readonly setAside: (practice: string, isAside: boolean) => Promise<void>;
  readonly noteBackup: (moments: Partial<BackupMoments>) => Promise<void>;
  /** What was written in my name and is at hand, newest first, and from which of my devices; no words. */
  readonly written: () => Promise<readonly Written[]>;
  /** Loads one more month of things into the snapshot. */
  readonly loadEarlier: () => Promise<void>;

  /** @param isReturn for a partner who lost every device: what both have shared is carried over to them. */
  readonly invite: (purpose: Purpose, isReturn?: boolean) => Promise<Result<{ readonly link: string }, PairingRefusal>>;
  /** Reads a link (the whole URL or its fragment). Nothing is sent yet. */
  readonly openLink: (link: string) => Promise<Result<{ readonly purpose: Purpose }, PairingRefusal>>;
  /** @param isReturn I have shared with whoever invites me before: what they carry over is taken as mine and theirs. */
  readonly join: (isReturn?: boolean) => Promise<Result<null, PairingRefusal>>;
  readonly decline: () => Promise<void>;
  /** The answer to "are the words the same?". */
  readonly confirmWords: (isSame: boolean) => Promise<void>;
  /** Ends a pairing on this side, at any step, or puts its outcome away. */
  readonly endPairing: () => Promise<void>;

  /** Takes another device of mine off the list and changes all keys. The recovery phrase ends with it. */
  readonly removeDevice: (id: string) => Promise<Result<null, 'not-mine' | 'this-device'>>;

  /**
   * Leaves the partner: at once, without a connection, telling nobody. `isSilent`: this device speaks to no server from
   * then on; otherwise my other devices hear of it by way of the server, and leave too.
   */
  readonly leave: (isSilent: boolean) => Promise<Result<null, 'alone' | 'not-saved'>>;
  readonly setSilent: (isSilent: boolean) => Promise<void>;
  /** What was shared in a space that I have left; null: it was deleted here. */
  readonly readKept: (space: string) => Promise<MyCopy | null>;
  readonly forgetKept: (space: string) => Promise<void>;

  /** Makes (once) and returns the twelve words; shown again on request. */
  readonly recoveryPhrase: () => Promise<readonly string[]>;
  /** Whether these words would bring everything back. Changes nothing, and asks no server. */
  readonly tryPhrase: (words: readonly string[]) => Promise<PhraseTrial>;
  /** On an empty device: begins to bring back everything from the phrase and the relay; the snapshot says how far it is. */
  readonly recover: (words: readonly string[], relayUrl: string) => Promise<Result<null, RecoveryRefusal>>;
  /** An encrypted copy of everything on this device; opens with the phrase. */
  readonly exportBackup: () => Promise<Bytes>;
  readonly importBackup: (
    file: Bytes,
    words: readonly string[],
  ) => Promise<Result<{ readonly entries: number }, RecoveryRefusal>>;

  /** What I wrote and what was shared with me, to take along: readable by anybody, and a proof of nothing. */
  readonly makeMyCopy: () => Promise<MyCopy>;
  /** What the two share now, as it was written, newest first; `except` names practices that are left out. */
  readonly readShared: (except: readonly string[]) => Promise<readonly SharedThing[]>;
  /** Brings back what was mine alone, from the text of such a file. What is here already stays as it is. */
  readonly bringBackMyCopy: (
    text: string,
  ) => Promise<Result<{ readonly things: number; readonly known: number }, MyCopyRefusal>>;

  /** The last frames that went to and came from the relay, newest last, for "what the server sees". */
  readonly wireTrace: () => readonly TracedFrame[];
  readonly connect: () => void;
  readonly disconnect: () => void;
  /** Lets go of the store and the socket. Nothing is lost. */
  readonly close: () => Promise<void>;
  /** Resolves when nothing is queued in this device (for tests and the simulator; the network may still owe answers). */
  readonly settled: () => Promise<void>;
}

export type RecoveryRefusal =
  | 'wrong-words'
  | 'nothing-found'
  | 'no-connection'
  | 'has-entries'
  | 'not-a-backup'
  | 'damaged'
  | 'newer-backup'
  | 'too-big';

/**
 * What a trial of the words says. `works`: they are the ones that count. `fits`: they belong together, and this device
 * has none to compare with. `another`: they belong together, and others count here. `ended`: they counted until a device
 * was taken off the list. `differs`: all are words, and those at `at` (from 0) are not what was written down.
 */
export type PhraseTrial =
  | { readonly type: 'works' | 'fits' | 'another' | 'ended' | 'not-together' }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'unknown-word'; readonly at: number; readonly word: string; readonly nearest: readonly string[] }
  | { readonly type: 'differs'; readonly at: readonly number[] };

/** `nothing-mine`: a whole copy, without anything that could be a thing of mine. `not-saved`: no room for all of it. */
export type MyCopyRefusal = MyCopyProblem | 'nothing-mine' | 'not-saved';

export interface TracedFrame {
  readonly atMs: number;
  readonly direction: 'out' | 'in';
  readonly bytes: Bytes;
}

// ------------------------------------------------------------------------------------------------ what a device needs

/** Atomic key-value store. A `commit` is on disk as a whole or not at all when its promise resolves. */
export interface Store {
  /** Takes the store for this instance; an older instance (another tab) is refused from then on. */
  readonly open: () => Promise<void>;
  readonly get: (key: string) => Promise<Bytes | null>;
  /** All records whose key begins with `prefix` and is greater than `after`, in key order, at most `countMax`. */
  readonly range: (prefix: string, after: string, countMax: number) => Promise<readonly (readonly [string, Bytes])[]>;
  /** @returns 'taken' when another instance has opened the store since, 'full' when there is no room: nothing was written. */
  readonly commit: (
    puts: readonly (readonly [string, Bytes])[],
    deletes: readonly string[],
  ) => Promise<'ok' | 'taken' | 'full'>;
  readonly close: () => Promise<void>;
}

/** Opens one connection at a time to a relay; binary messages, in order. */
export interface Transport {
  readonly connect: (url: string, events: TransportEvents) => TransportConnection;
}
export interface TransportEvents {
  readonly opened: () => void;
  readonly received: (bytes: Bytes) => void;
  readonly closed: () => void;
}
export interface TransportConnection {
  readonly send: (bytes: Bytes) => void;
  readonly close: () => void;
}

/** Calls back once, not before `delayMs`. Returns its own end. */
export type Timer = (delayMs: number, run: () => void) => () => void;

export interface DevicePorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly primitives: Primitives;
  readonly store: Store;
  readonly transport: Transport;
  readonly timer: Timer;
  /** IANA zone of the person now. */
  readonly zone: () => string;
  /** The 2,048 words (BIP-39 English), loaded only when a code or a phrase is needed. */
  readonly words: () => Promise<readonly string[]>;
  /** A short name for this device's entry in the device list, such as "Phone". */
  readonly deviceName: string;
}

export interface DeviceOptions {
  /** Where entries go; null stays alone and offline. */
  readonly relayUrl: string | null;
  /** Origin put before an invitation's fragment. */
  readonly appUrl: string;
}

/** Bodies as they stand in the log, for exports and tests. */
export type Body = Json;
