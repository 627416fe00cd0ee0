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
   * When a closed one opens, the same entry is recorded once more with `open`; open wins over closed in any order.
   */
  readonly seal: 'open' | 'closed';
}

/** How something that is to be ours leaves this device. */
export type ShareMode = 'at-once' | 'window' | 'sealed' | 'sealed-at-once';

/** An event that a command wishes to write. */
export interface Draft<Event = unknown> {
  readonly thing: ThingId;
  readonly space: Space;
  readonly event: Event;
  /**
   * `sealed`: travels to the partner as ciphertext, and opens for both once each of the two has sealed one of the
   * same exchange (simultaneous reveal). `window`: waits for the cancel window before it leaves this device, and so
   * does `sealed`; `sealed-at-once` does not, for a step of a talk in which the other one waits.
   */
  readonly mode?: ShareMode;
  /** Which sealed ones open together: of the same name. Without it, those of the same practice. */
  readonly exchange?: string;
}

/** What `decide` may look at besides the state. */
export interface Context {
  readonly nowMs: number;
  /** IANA name of the zone in which the person is now. */
  readonly zone: string;
  readonly isPaired: boolean;
  /** A new id, born now. Each call gives another. */
  readonly newId: () => ThingId;
  /**
   * True while a share of this thing waits for its cancel window on this device. A practice then refuses a second word
   * on the same thing, so that nothing can leave after its author deleted or replaced it. Absent: never.
   */
  readonly isLeaving?: (thing: ThingId) => boolean;
}

/**
 * What `decide` of a practice gives back: a draft for the mine space can only hold a private event, a draft for the
 * ours space only a shared one. The compiler, not care, keeps a private event from being drafted into ours.
 */
export type DraftOf<MineEvent, OursEvent> =
  | { readonly thing: ThingId; readonly space: 'mine'; readonly event: MineEvent; readonly mode?: 'at-once' }
  | {
      readonly thing: ThingId;
      readonly space: 'ours';
      readonly event: OursEvent;
      readonly mode: ShareMode;
      readonly exchange?: string;
    };

/** A refusal names a message (in the practice's content file) that says what to do next. */
export interface Refusal {
  readonly refusal: string;
  readonly field?: string;
}

/** A practice, as the core sees it. `Thing` is plain readonly data. */
export interface Practice<
  Event extends { readonly kind: string },
  Thing,
  Command extends { readonly practice: string },
> {
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
  /**
   * Kinds after which, by either of the two, nothing that is sealed on the thing opens any more. What its author takes back
   * before that has one name in all practices: `<key>/withdrawn`, for what they had sealed until then.
   */
  readonly endsSealed?: readonly string[];
  /** Its drafts are its own, or such as another practice has made for it (a talk that becomes a promise). */
  readonly decide: (
    things: ReadonlyMap<ThingId, Thing>,
    command: Command,
    context: Context,
  ) => Result<readonly Draft<{ readonly kind: string }>[], Refusal>;
}

/**
 * A practice with its own types forgotten, for the generic keeper of things. Every `Practice` fits it. What a member
 * takes is `never`: the keeper may hand back only what the same practice made.
 */
export interface PracticeAny {
  readonly key: string;
  readonly parse: (kind: string, body: Json) => { readonly kind: string } | null;
  readonly toBody: (event: never) => Json;
  readonly fold: (recorded: never) => unknown;
  readonly isOpen: (thing: never, nowMs: number) => boolean;
  readonly endsSealed?: readonly string[];
  readonly decide: (things: never, command: never, context: Context) => Result<readonly Draft[], Refusal>;
}

/** The things and the commands of a practice, as types. */
export type ThingOf<P extends PracticeAny> = NonNullable<ReturnType<P['fold']>>;
export type CommandOf<P extends PracticeAny> = Parameters<P['decide']>[1];
