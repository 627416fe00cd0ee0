/**
 * What every practice gives to the house, and what the house gives to it.
 *
 * Everything that a practice knows is a set of *things* (a check-in, a noticing, a promise). A thing is the fold of
 * the few events that carry its id, taken in their total order. So the state cannot depend on the order in which
 * entries arrive, on duplicates, or on what came between: a late entry refolds one thing.
 */
import type { Json, Result } from '#kernel';

/** Where an entry lives: `mine` on one person's devices, `ours` on both persons'. */
export type Space = 'mine' | 'ours';

/** Whose device wrote it, from where I sit. */
export type Who = 'me' | 'partner';

/**
 * The id of a thing: its birth as 12 hex digits of milliseconds, then 20 of randomness. The first part says in which
 * month its record is kept, for ever.
 */
export type ThingId = string;

/** One event as it came out of the log. `body` has been checked by `parse` of its practice. */
export interface Recorded<Event> {
  readonly event: Event;
  readonly thing: ThingId;
  /** Hash of the entry, hex: the last word of the order and the guard against duplicates. */
  readonly entry: string;
  readonly space: Space;
  readonly who: Who;
  /** Device that wrote it, hex; second word of the order. */
  readonly device: string;
  readonly seq: number;
  /** Hybrid logical clock: milliseconds, then a count within the same millisecond. First word of the order. */
  readonly atMs: number;
  readonly atCount: number;
  /**
   * `open` for everything but sealed events. `closed`: mine, sealed, and the partner cannot read it yet. A sealed event of
   * the partner does not reach a fold before it has opened; until then only `Snapshot.sealed` tells that it exists.
   */
  readonly seal: 'open' | 'closed';
}

/** An event that a command wishes to write. */
export interface Draft<Event = unknown> {
  readonly thing: ThingId;
  readonly space: Space;
  readonly event: Event;
  /**
   * `sealed`: travels to the partner as ciphertext, and opens for both once each of the two has sealed one of the
   * same practice (simultaneous reveal). `window`: waits for the cancel window before it leaves this device.
   */
  readonly mode?: 'at-once' | 'window' | 'sealed';
}

/** What `decide` may look at besides the state. */
export interface Context {
  readonly nowMs: number;
  /** IANA name of the zone in which the person is now. */
  readonly zone: string;
  readonly isPaired: boolean;
  /** A new id, born now. Each call gives another. */
  readonly newId: () => ThingId;
}

/** A refusal names a message (in the practice's content file) that says what to do next. */
export interface Refusal {
  readonly refusal: string;
  readonly field?: string;
}

/** A practice, as the core sees it. `Thing` is plain readonly data. */
export interface Practice<Event extends { readonly kind: string }, Thing, Command extends { readonly practice: string }> {
  /** `check-in`, `noticing`, `promises`: also the name of its folder in core/ and web/, and the first word of its event kinds. */
  readonly key: string;
  /** Reads a body from the log (written by any version, or by a partner who means harm). null: not one of ours or not whole. */
  readonly parse: (kind: string, body: Json) => Event | null;
  /** The body to be written for an event: the inverse of `parse`. */
  readonly toBody: (event: Event) => Json;
  /** Total: never throws, whatever was written. null: these events make no thing that can be shown (yet). */
  readonly fold: (recorded: readonly Recorded<Event>[]) => Thing | null;
  /** Open things stay at hand however old they are (an open promise); closed ones rest with their month. */
  readonly isOpen: (thing: Thing, nowMs: number) => boolean;
  readonly decide: (
    things: ReadonlyMap<ThingId, Thing>,
    command: Command,
    context: Context,
  ) => Result<readonly Draft<Event>[], Refusal>;
}
