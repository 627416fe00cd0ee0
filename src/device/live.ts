/** What the parts of a device share while it is open: its ports, its model, and the transaction of the current task. */
import type { PracticeAny, RecordedAny } from '#core';
import type { Bytes, Json } from '#kernel';
import type { Model, SpaceKind, Transaction } from './model.ts';
import type { DevicePorts } from './types.ts';

export interface Live {
  readonly ports: DevicePorts;
  readonly practices: readonly PracticeAny[];
  readonly appUrl: string;
  readonly model: Model;
  readonly tx: Transaction;
  /** Events of practices that wait to be folded at the end of the task. */
  readonly gathered: RecordedAny[];
  /** Calls for entries that another device lacks, to be answered at the end of the task. */
  readonly lackingAsked: { readonly kind: SpaceKind; readonly name: string; readonly seq: number }[];
  /** Remembers what is derived from keys and asked for in each task; by a name that holds all it depends on. */
  readonly memo: <T>(name: string, make: () => Promise<T>) => Promise<T>;
  readonly readRecord: (key: string) => Promise<Json | null>;
  /** Box id (hex) -> entry hash of what is under way on this connection. */
  readonly inFlight: Map<string, string>;
  /** Mailbox -> seed of the key that opens it. */
  readonly accessSeeds: Map<string, Bytes>;
  /** Mailboxes that were read again for a hole on this connection, and what was last said to be lacking. */
  readonly rereadMailboxes: Set<string>;
  readonly saidLacking: Map<SpaceKind, string>;
  /** What happens after the task, when it is on disk. */
  readonly effects: {
    readonly send: (frame: Bytes) => void;
    readonly hangUp: () => void;
  };
}
