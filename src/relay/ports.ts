/** What the core of the relay needs from the world, and what it offers to it. */
import type { Bytes, Clock, Random } from '#kernel';
import type { RelayStore } from './store.ts';

export interface RelayPorts {
  readonly store: RelayStore;
  readonly clock: Clock;
  readonly random: Random;
  /** Calls back once, soon, after what has already arrived was received: the moment of a group commit. */
  readonly schedule: (run: () => void) => void;
  readonly hashing: {
    readonly sha256: (message: Bytes) => Bytes;
    /** Ed25519; false for anything that is not a good signature, never throws. */
    readonly verify: (publicKey: Bytes, message: Bytes, signature: Bytes) => boolean;
  };
  /** The store rejected: it is broken, and nobody was told otherwise. The server stops here. */
  readonly broke: (reason: unknown) => void;
}

/** Where frames for one device go. */
export interface RelaySink {
  readonly send: (bytes: Bytes) => void;
  readonly close: () => void;
  /** Bytes that were sent and have not left this machine. */
  readonly bufferedBytes: () => number;
}

export interface RelayConnection {
  readonly receive: (bytes: Uint8Array) => void;
  /** What was buffered has left. */
  readonly drained: () => void;
  /** The other side is gone. */
  readonly close: () => void;
}

/** Numbers only: nothing here says who. */
export interface RelayCounters {
  readonly connections: number;
  readonly commits: number;
  readonly boxesPlaced: number;
  readonly boxesQueued: number;
}

export interface Relay {
  readonly connect: (sink: RelaySink) => RelayConnection;
  /** Closes connections that are late or silent, and sweeps expired boxes once a day. Call it every second or so. */
  readonly tick: () => Promise<void>;
  readonly counters: () => RelayCounters;
  /** Takes nothing new, finishes what it accepted, closes every connection. The store stays open. */
  readonly stop: () => Promise<void>;
}
