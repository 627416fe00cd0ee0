/**
 * Moving sealed boxes between a device and its relay. Pure: `step(state, input)` gives the next state and what is to
 * be done. It reads no box, knows no time and no randomness, and holds no content but what is under way.
 *
 * - A mailbox is read by position. What was delivered is saved by the device together with its cursor in one commit,
 *   so a crash reads again and loses nothing; the device ignores what it has.
 * - A box counts as sent when the relay says that it is on disk. Appending is idempotent (box ids), so after any doubt
 *   it is simply appended again.
 * - When the relay's store is not the one we knew (another incarnation, or a head behind our cursor), everything is
 *   read again from the start and what the relay lacks is offered again: devices are the relay's backup.
 */
import { type Bytes, bytesToHex, limits } from '#kernel';
import {
  type DeviceFrame,
  openMessage,
  type PlacedBox,
  protocolVersion,
  type RefusalCode,
  type RelayFrame,
} from '#wire';

/** What it takes to open a mailbox. */
export interface MailboxKey {
  readonly mailbox: Bytes;
  readonly salt: Bytes;
  readonly writers: readonly Bytes[];
  readonly writer: number;
}

interface MailboxState {
  readonly key: MailboxKey;
  readonly phase: 'closed' | 'opening' | 'opened' | 'refused';
  /** What the device has committed: the store it was read from, and up to where. */
  readonly incarnation: string;
  /** Delivered to the device on this connection, perhaps not yet committed. */
  readonly delivered: number;
  readonly head: number;
  readonly isFetching: boolean;
  /** Box ids (hex) under way. */
  readonly inFlight: readonly string[];
  /** Positions beyond `delivered` that hold boxes of our own: nothing to read there. */
  readonly ownPositions: readonly number[];
  /** Box ids that the relay holds, gathered while an inventory is taken; null: none is. */
  readonly inventory: readonly string[] | null;
  readonly wantsInventory: boolean;
  /** The relay could take no more; nothing is offered until the next poll or connection. */
  readonly isStalled: boolean;
}

export interface SyncState {
  readonly connection: 'offline' | 'connecting' | 'online';
  readonly challenge: Bytes | null;
  readonly incarnation: string;
  /** By mailbox id, hex. */
  readonly mailboxes: Readonly<Record<string, MailboxState>>;
}

export type SyncInput =
  | { readonly type: 'connecting' }
  /** The socket is open. */
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  | { readonly type: 'frame'; readonly frame: RelayFrame }
  /** Take part in a mailbox, from a committed cursor (0 and '' for a new one). */
  | { readonly type: 'watch'; readonly key: MailboxKey; readonly cursor: number; readonly incarnation: string }
  | { readonly type: 'unwatch'; readonly mailbox: string }
  | { readonly type: 'signed'; readonly mailbox: string; readonly signature: Bytes }
  | {
      readonly type: 'append';
      readonly mailbox: string;
      readonly boxId: Bytes;
      readonly box: Bytes;
      readonly expiryDay: number;
    }
  /** Ask whether anything new lies there: a push may have been lost. */
  | { readonly type: 'poll' }
  /** Find out what the relay holds, once caught up. */
  | { readonly type: 'take-inventory'; readonly mailbox: string };

export type SyncOutput =
  | { readonly type: 'send'; readonly frame: DeviceFrame }
  | { readonly type: 'sign'; readonly mailbox: string; readonly message: Bytes }
  /** Keep these and the cursor `upTo` in one commit. */
  | {
      readonly type: 'deliver';
      readonly mailbox: string;
      readonly boxes: readonly PlacedBox[];
      readonly upTo: number;
      readonly incarnation: string;
    }
  | { readonly type: 'acked'; readonly mailbox: string; readonly boxId: string; readonly position: number }
  /** Room for `count` more boxes of this mailbox. */
  | { readonly type: 'want'; readonly mailbox: string; readonly count: number }
  /** All that the relay held at its head has been delivered. */
  | { readonly type: 'caught-up'; readonly mailbox: string }
  /** The relay's store is another than before, or went back. */
  | { readonly type: 'rolled-back'; readonly mailbox: string }
  | { readonly type: 'inventory'; readonly mailbox: string; readonly boxIds: readonly string[] }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly mailbox: string; readonly boxId: string }
  | { readonly type: 'clock'; readonly relayNowMs: number }
  | { readonly type: 'hang-up' };

/** How many more boxes may be under way to this mailbox now, and which are (box ids, hex). */
export function outboxRoom(
  state: SyncState,
  mailbox: string,
): { readonly count: number; readonly inFlight: ReadonlySet<string> } {
  const found = state.mailboxes[mailbox];
  if (found?.phase !== 'opened' || found.isStalled) return { count: 0, inFlight: new Set() };
  return { count: limits.outboxInFlightMax - found.inFlight.length, inFlight: new Set(found.inFlight) };
}

/** Up to where a mailbox has been read, and of which store of the relay. */
export function cursorOf(
  state: SyncState,
  mailbox: string,
): { readonly cursor: number; readonly incarnation: string } | null {
  const found = state.mailboxes[mailbox];
  return found ? { cursor: found.delivered, incarnation: incarnationToKeep(found) } : null;
}

/** True while the relay could take no more of some mailbox. */
export const isStalled = (state: SyncState): boolean =>
  Object.values(state.mailboxes).some((mailbox) => mailbox.isStalled);

/** True when all that the relay holds, as far as it has said, has been delivered on this connection. */
export function isCaughtUp(state: SyncState, mailbox: string): boolean {
  const found = state.mailboxes[mailbox];
  return found?.phase === 'opened' && !found.isFetching && found.delivered >= found.head;
}

/** Ends the name of a store from which an inventory is still owed: the wish must outlive a closed app. */
const owed = '?';
const incarnationToKeep = (mailbox: MailboxState): string => mailbox.incarnation + (mailbox.wantsInventory ? owed : '');

/** True while the relay owes an answer. */
export const isAwaiting = (state: SyncState): boolean =>
  Object.values(state.mailboxes).some(
    (mailbox) =>
      mailbox.phase === 'opening' || mailbox.isFetching || mailbox.inFlight.length > 0 || mailbox.inventory !== null,
  );

export type Step = readonly [SyncState, readonly SyncOutput[]];

export const noSync: SyncState = { connection: 'offline', challenge: null, incarnation: '', mailboxes: {} };

export function step(state: SyncState, input: SyncInput): Step {
  switch (input.type) {
    case 'connecting':
      return [{ ...state, connection: 'connecting' }, []];
    case 'connected':
      return [state, [{ type: 'send', frame: { type: 'hello', version: protocolVersion } }]];
    case 'disconnected':
      return [closeAll(state), []];
    case 'frame':
      return receive(state, input.frame);
    case 'watch':
      return watch(state, input.key, input.cursor, input.incarnation);
    case 'unwatch': {
      const { [input.mailbox]: _gone, ...mailboxes } = state.mailboxes;
      return [{ ...state, mailboxes }, []];
    }
    case 'signed':
      return sendOpen(state, input.mailbox, input.signature);
    case 'append':
      return append(state, input.mailbox, input.boxId, input.box, input.expiryDay);
    case 'poll':
      return poll(state);
    case 'take-inventory': {
      const mailbox = state.mailboxes[input.mailbox];
      if (!mailbox || mailbox.inventory !== null) return [state, []];
      const asked = put(state, input.mailbox, { ...mailbox, wantsInventory: true });
      return mailbox.phase === 'opened' ? settle(asked, input.mailbox) : [asked, []];
    }
  }
}

function poll(state: SyncState): Step {
  let next = state;
  const outputs: SyncOutput[] = [{ type: 'send', frame: { type: 'ping' } }];
  if (state.connection !== 'online') return [state, []];
  for (const [id, mailbox] of Object.entries(state.mailboxes)) {
    if (mailbox.phase !== 'opened' || mailbox.isFetching) continue;
    next = put(next, id, { ...mailbox, isFetching: true, isStalled: false });
    outputs.push({ type: 'send', frame: { type: 'fetch', mailbox: mailbox.key.mailbox, after: mailbox.delivered } });
  }
  return [next, outputs];
}

function closeAll(state: SyncState): SyncState {
  const mailboxes: Record<string, MailboxState> = {};
  for (const [id, mailbox] of Object.entries(state.mailboxes)) {
    mailboxes[id] = {
      ...mailbox,
      phase: 'closed',
      isFetching: false,
      inFlight: [],
      ownPositions: [],
      inventory: null,
      isStalled: false,
    };
  }
  return { ...state, connection: 'offline', challenge: null, mailboxes };
}

function watch(state: SyncState, key: MailboxKey, cursor: number, incarnation: string): Step {
  const id = bytesToHex(key.mailbox);
  if (state.mailboxes[id]) return [state, []];
  const isOwed = incarnation.endsWith(owed);
  const mailbox: MailboxState = {
    key,
    phase: 'closed',
    incarnation: isOwed ? incarnation.slice(0, -owed.length) : incarnation,
    delivered: cursor,
    head: 0,
    isFetching: false,
    inFlight: [],
    ownPositions: [],
    inventory: null,
    wantsInventory: isOwed,
    isStalled: false,
  };
  return askToOpen(put(state, id, mailbox), id);
}

function askToOpen(state: SyncState, id: string): Step {
  const mailbox = state.mailboxes[id];
  if (!mailbox || mailbox.phase !== 'closed' || state.challenge === null) return [state, []];
  const message = openMessage(state.challenge, mailbox.key.mailbox, mailbox.key.writer);
  return [put(state, id, { ...mailbox, phase: 'opening' }), [{ type: 'sign', mailbox: id, message }]];
}

function sendOpen(state: SyncState, id: string, signature: Bytes): Step {
  const mailbox = state.mailboxes[id];
  if (!mailbox || mailbox.phase !== 'opening') return [state, []];
  return [state, [{ type: 'send', frame: { type: 'open', ...mailbox.key, signature } }]];
}

function receive(state: SyncState, frame: RelayFrame): Step {
  switch (frame.type) {
    case 'welcome': {
      if (frame.version !== protocolVersion) return refuseAll(state, 'version');
      let next: SyncState = {
        ...state,
        connection: 'online',
        challenge: frame.challenge,
        incarnation: bytesToHex(frame.incarnation),
      };
      const outputs: SyncOutput[] = [{ type: 'clock', relayNowMs: frame.nowMs }];
      for (const id of Object.keys(next.mailboxes)) {
        const [after, more] = askToOpen(next, id);
        next = after;
        outputs.push(...more);
      }
      return [next, outputs];
    }
    case 'opened':
      return opened(state, bytesToHex(frame.mailbox), frame.head);
    case 'boxes':
      return boxes(state, bytesToHex(frame.mailbox), frame.after, frame.upTo, frame.head, frame.boxes);
    case 'ids':
      return ids(state, bytesToHex(frame.mailbox), frame.upTo, frame.head, frame.boxIds);
    case 'acked': {
      const id = bytesToHex(frame.mailbox);
      const boxId = bytesToHex(frame.boxId);
      const mailbox = state.mailboxes[id];
      if (!mailbox?.inFlight.includes(boxId)) return [state, []];
      const inFlight = mailbox.inFlight.filter((one) => one !== boxId);
      const ownPositions = [...mailbox.ownPositions, frame.position]
        .sort((a, b) => a - b)
        .slice(-limits.outboxInFlightMax);
      const head = Math.max(mailbox.head, frame.position);
      const [next, more] = want(put(state, id, passOwn({ ...mailbox, inFlight, ownPositions, head })), id);
      return [next, [{ type: 'acked', mailbox: id, boxId, position: frame.position }, ...more]];
    }
    case 'head': {
      const id = bytesToHex(frame.mailbox);
      const mailbox = state.mailboxes[id];
      if (mailbox?.phase !== 'opened') return [state, []];
      return settle(put(state, id, { ...mailbox, head: Math.max(mailbox.head, frame.head) }), id);
    }
    case 'refused':
      return refused(state, frame.code, bytesToHex(frame.mailbox), bytesToHex(frame.boxId));
    case 'pong':
      return [state, []];
  }
}

function opened(state: SyncState, id: string, head: number): Step {
  const mailbox = state.mailboxes[id];
  if (mailbox?.phase !== 'opening') return [state, []];
  const isAnother = mailbox.incarnation !== '' && mailbox.incarnation !== state.incarnation;
  const isBehind = head < mailbox.delivered;
  const base: MailboxState = { ...mailbox, phase: 'opened', head, incarnation: state.incarnation };
  if (!isAnother && !isBehind) return settle(put(state, id, base), id);
  const [next, outputs] = settle(put(state, id, { ...base, delivered: 0, ownPositions: [], wantsInventory: true }), id);
  return [next, [{ type: 'rolled-back', mailbox: id }, ...outputs]];
}

function boxes(
  state: SyncState,
  id: string,
  after: number,
  upTo: number,
  head: number,
  placed: readonly PlacedBox[],
): Step {
  const mailbox = state.mailboxes[id];
  if (mailbox?.phase !== 'opened') return [state, []];
  const isNext = after === mailbox.delivered && upTo >= after;
  const known: MailboxState = { ...mailbox, head: Math.max(mailbox.head, head, upTo) };
  if (!isNext) return settle(put(state, id, { ...known, isFetching: false }), id);
  // An answer that goes no further ends the asking, whatever newest position was once claimed; news will begin it again.
  const isEnd = upTo === after;
  const moved = passOwn({ ...known, head: isEnd ? upTo : known.head, delivered: upTo, isFetching: false });
  const deliver: SyncOutput = {
    type: 'deliver',
    mailbox: id,
    boxes: placed,
    upTo: moved.delivered,
    incarnation: incarnationToKeep(moved),
  };
  const [next, outputs] = settle(put(state, id, moved), id);
  return [next, [deliver, ...outputs]];
}

/** Steps over positions that hold what this device itself has sent. */
function passOwn(mailbox: MailboxState): MailboxState {
  let delivered = mailbox.delivered;
  for (const position of mailbox.ownPositions) if (position === delivered + 1) delivered = position;
  return { ...mailbox, delivered, ownPositions: mailbox.ownPositions.filter((position) => position > delivered) };
}

function ids(state: SyncState, id: string, upTo: number, head: number, boxIds: readonly Bytes[]): Step {
  const mailbox = state.mailboxes[id];
  if (!mailbox?.inventory) return [state, []];
  const inventory = [...mailbox.inventory, ...boxIds.map(bytesToHex)];
  if (upTo < head && boxIds.length > 0) {
    const asked = put(state, id, { ...mailbox, inventory });
    return [asked, [{ type: 'send', frame: { type: 'list', mailbox: mailbox.key.mailbox, after: upTo } }]];
  }
  const done = put(state, id, { ...mailbox, inventory: null, wantsInventory: false });
  return [done, [{ type: 'inventory', mailbox: id, boxIds: inventory }]];
}

/** Whatever should come next for an opened mailbox: fetch, else take an inventory, else say that all is here. */
function settle(state: SyncState, id: string): Step {
  const mailbox = state.mailboxes[id];
  if (mailbox?.phase !== 'opened' || mailbox.isFetching) return [state, []];
  if (mailbox.delivered < mailbox.head) {
    const fetching = put(state, id, { ...mailbox, isFetching: true });
    return [
      fetching,
      [{ type: 'send', frame: { type: 'fetch', mailbox: mailbox.key.mailbox, after: mailbox.delivered } }],
    ];
  }
  const caughtUp: SyncOutput = { type: 'caught-up', mailbox: id };
  if (mailbox.wantsInventory && mailbox.inventory === null) {
    const listing = put(state, id, { ...mailbox, inventory: [] });
    return [listing, [caughtUp, { type: 'send', frame: { type: 'list', mailbox: mailbox.key.mailbox, after: 0 } }]];
  }
  const [next, more] = want(state, id);
  return [next, [caughtUp, ...more]];
}

function append(state: SyncState, id: string, boxId: Bytes, box: Bytes, expiryDay: number): Step {
  const mailbox = state.mailboxes[id];
  const name = bytesToHex(boxId);
  if (mailbox?.phase !== 'opened' || mailbox.inFlight.includes(name)) return [state, []];
  const next = put(state, id, { ...mailbox, inFlight: [...mailbox.inFlight, name] });
  return [next, [{ type: 'send', frame: { type: 'append', mailbox: mailbox.key.mailbox, boxId, expiryDay, box } }]];
}

function want(state: SyncState, id: string): Step {
  const mailbox = state.mailboxes[id];
  if (mailbox?.phase !== 'opened' || mailbox.isStalled) return [state, []];
  const count = limits.outboxInFlightMax - mailbox.inFlight.length;
  return [state, count > 0 ? [{ type: 'want', mailbox: id, count }] : []];
}

function refused(state: SyncState, code: RefusalCode, id: string, boxId: string): Step {
  if (code === 'version') return refuseAll(state, code);
  const mailbox = state.mailboxes[id];
  if (!mailbox) return [state, [{ type: 'refused', code, mailbox: '', boxId: '' }]];
  const said: SyncOutput = { type: 'refused', code, mailbox: id, boxId };
  if (boxId === '') return [put(state, id, { ...mailbox, phase: 'refused' }), [said]];
  // The box stays with the device and is offered again after the next poll.
  const inFlight = mailbox.inFlight.filter((one) => one !== boxId);
  return [put(state, id, { ...mailbox, inFlight, isStalled: true }), [said]];
}

const refuseAll = (state: SyncState, code: RefusalCode): Step => [
  closeAll(state),
  [{ type: 'refused', code, mailbox: '', boxId: '' }, { type: 'hang-up' }],
];

const put = (state: SyncState, id: string, mailbox: MailboxState): SyncState => ({
  ...state,
  mailboxes: { ...state.mailboxes, [id]: mailbox },
});
