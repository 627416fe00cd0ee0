/**
 * The relay protocol, version 1: what a device and a relay say to each other. Binary WebSocket messages, one frame
 * each. The relay is blind: a box is a random-looking id and padded ciphertext.
 *
 * A mailbox names itself: its id is the first 16 bytes of SHA-256("attune/mailbox/1" | salt | number of writers (u8)
 * | public key of each writer in slot order). So the relay needs no account and no registration: whoever opens a
 * mailbox shows salt and keys, the relay checks the hash, and a signature over the challenge of this connection
 * proves one of the keys. Writers are slots (0, 1), so that each has a quota of their own.
 *
 * A box is stored once for a (mailbox, box id): appending it again gives the same position. The relay acknowledges
 * and passes on only after the commit is on disk. Positions in a mailbox are 1, 2, 3 … without gaps.
 */
import type { Bytes } from '#kernel';

export const protocolVersion = 1;

export const mailboxIdBytes = 16;
export const boxIdBytes = 16;
export const saltBytes = 16;
export const publicKeyBytes = 32;
export const signatureBytes = 64;
export const challengeBytes = 32;
export const incarnationBytes = 16;
export const writersMax = 2;

/** One box as it lies in a mailbox. `position` starts at 1. */
export interface PlacedBox {
  readonly position: number;
  readonly boxId: Bytes;
  readonly box: Bytes;
}

/** What a device says. Mailboxes are named by id in every frame; unknown or unopened ones are refused. */
export type DeviceFrame =
  | { readonly type: 'hello'; readonly version: number }
  | {
      /** Prove a writer key and subscribe. `signature` = Ed25519 over `openMessage(challenge, mailbox, writer)`. */
      readonly type: 'open';
      readonly mailbox: Bytes;
      readonly salt: Bytes;
      readonly writers: readonly Bytes[];
      readonly writer: number;
      readonly signature: Bytes;
    }
  | {
      /** `expiryDay`: whole days since 1970-01-01 after which the relay forgets the box; 0 keeps it. */
      readonly type: 'append';
      readonly mailbox: Bytes;
      readonly boxId: Bytes;
      readonly expiryDay: number;
      readonly box: Bytes;
    }
  /** Ask for boxes after a position; answered by one `boxes` frame. */
  | { readonly type: 'fetch'; readonly mailbox: Bytes; readonly after: number }
  /** Ask for box ids alone, to find what the relay lacks; answered by one `ids` frame. */
  | { readonly type: 'list'; readonly mailbox: Bytes; readonly after: number }
  | { readonly type: 'ping' };

/** One code for everything about rights (`refused`), so that no reply tells why. The rest concern the writer only. */
export type RefusalCode = 'refused' | 'quota' | 'full' | 'too-big' | 'busy' | 'version';

/** What a relay says. */
export type RelayFrame =
  | {
      readonly type: 'welcome';
      readonly version: number;
      readonly challenge: Bytes;
      /** Changes whenever the store is not the continuation of the one before (restored from a backup, made anew). */
      readonly incarnation: Bytes;
      /** The relay's clock, a hint with which a device can tell its person that the two differ. */
      readonly nowMs: number;
    }
  /** `head`: position of the newest box, 0 when empty. New boxes are pushed from here on. */
  | { readonly type: 'opened'; readonly mailbox: Bytes; readonly head: number }
  /** Pushed (new boxes) or asked for (`fetch`). `head` as in `opened`; expired positions are simply absent. `upTo`: every box up to here is in this or was skipped as expired. */
  | {
      readonly type: 'boxes';
      readonly mailbox: Bytes;
      readonly after: number;
      readonly upTo: number;
      readonly head: number;
      readonly boxes: readonly PlacedBox[];
    }
  | {
      readonly type: 'ids';
      readonly mailbox: Bytes;
      readonly after: number;
      readonly upTo: number;
      readonly head: number;
      readonly boxIds: readonly Bytes[];
    }
  /** The box is on disk. */
  | { readonly type: 'acked'; readonly mailbox: Bytes; readonly boxId: Bytes; readonly position: number }
  /** Something new lies at `head` that was not pushed (the connection was slow); fetch it. */
  | { readonly type: 'head'; readonly mailbox: Bytes; readonly head: number }
  /** `mailbox` and `boxId` are empty bytes where the refusal is about no mailbox or no box. */
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly mailbox: Bytes; readonly boxId: Bytes }
  | { readonly type: 'pong' };
