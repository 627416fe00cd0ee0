/**
 * What a relay needs from a store of boxes. One contract suite (`store.contract.ts`) holds for every store.
 *
 * - `append` is one transaction: when its promise resolves, everything it calls `placed` or `known` is on disk.
 * - Positions of a mailbox are 1, 2, 3 … without gaps, and no position is ever given twice, even when the newest
 *   boxes have expired and are gone.
 * - A (mailbox, box id) is stored once; appending it again tells its position.
 * - A box that keeps to day D is served up to and including day D. 0 keeps it for good.
 * - A mailbox comes into being with its first box: opening one that does not exist leaves no trace.
 *
 * Nothing else is stored: no keys, no addresses, no names, no time finer than the day of expiry.
 */
import type { Bytes } from '#kernel';
import type { PlacedBox } from '#wire';

export interface BoxToAppend {
  readonly mailbox: Bytes;
  /** Slot of the writer: whose quota it uses. */
  readonly writer: number;
  readonly boxId: Bytes;
  readonly expiryDay: number;
  readonly box: Bytes;
}

export type AppendOutcome =
  | { readonly type: 'placed'; readonly position: number }
  | { readonly type: 'known'; readonly position: number }
  /** This writer has used up their part of this mailbox. */
  | { readonly type: 'quota' }
  /** The store has no room for any new box. */
  | { readonly type: 'full' };

/** `upTo`: everything up to here was looked at; what is missing has expired. `head`: the newest position ever given. */
export interface BoxesPage {
  readonly upTo: number;
  readonly head: number;
  readonly boxes: readonly PlacedBox[];
}
export interface IdsPage {
  readonly upTo: number;
  readonly head: number;
  readonly boxIds: readonly Bytes[];
}

export interface Swept {
  readonly count: number;
  readonly isDone: boolean;
}

export interface RelayStore {
  /** 16 random bytes that change whenever this store is not the continuation of the one before. */
  readonly incarnation: () => Bytes;
  /** Outcomes in the order of the boxes. Rejects only when the store is broken: then nothing was written. */
  readonly append: (boxes: readonly BoxToAppend[]) => Promise<readonly AppendOutcome[]>;
  /** 0 for a mailbox without a box. */
  readonly head: (mailbox: Bytes) => Promise<number>;
  /** Boxes that live on `today`, in order, at most `countMax`, and a frame of at most `bytesMax`. */
  readonly boxesAfter: (
    mailbox: Bytes,
    after: number,
    today: number,
    countMax: number,
    bytesMax: number,
  ) => Promise<BoxesPage>;
  readonly idsAfter: (mailbox: Bytes, after: number, today: number, countMax: number) => Promise<IdsPage>;
  /**
   * Deletes at most `countMax` boxes that have expired on `today`, and gives their quota back. It deletes only when the
   * days go by one at a time: a clock that jumped (or a server that slept) has to hold for a day. `isDone` is false when
   * more may be left for today, or when a full disk was in the way: call again.
   */
  readonly sweep: (today: number, countMax: number) => Promise<Swept>;
  readonly close: () => Promise<void>;
}

export interface RelayStoreOptions {
  readonly quotaBytesPerWriter: number;
}
