/**
 * The relay: keeps boxes that it cannot read, and passes them on. Everything that is not deterministic comes in as a
 * port, there are no sockets and no timers, so that the same code runs in the server and in the simulator.
 *
 * - A box is acknowledged, and passed on, only after the commit that holds it is on disk. Boxes that arrive together
 *   share a commit. The queue before it is bounded; beyond it the answer is `busy`.
 * - On one connection, acknowledgements and pushes of a mailbox come in the order of positions, without gaps. A
 *   connection is not sent its own boxes. One that reads too slowly is sent nothing new, and one `head` when it has
 *   caught up; one that does not read at all is closed.
 * - Everything about rights has one answer, which does not depend on what the store holds.
 * - Fairness: quotas are per writer of a mailbox; queues, rates and the number of mailboxes are per connection.
 */
import {
  assert,
  type Bytes,
  bytesToHex,
  type Clock,
  hexToBytes,
  isSameBytes,
  limits,
  noBytes,
  type Random,
  unreachable,
} from '#kernel';
import {
  challengeBytes,
  type DeviceFrame,
  decodeDeviceFrame,
  emptyBoxesFrameBytes,
  encodeRelayFrame,
  mailboxIdBytes,
  mailboxPreimage,
  openMessage,
  type PlacedBox,
  placedBoxBytes,
  protocolVersion,
  type RefusalCode,
  type RelayFrame,
} from '#wire';
import type { AppendOutcome, RelayStore } from './store.ts';

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

type Open = Extract<DeviceFrame, { type: 'open' }>;
type Append = Extract<DeviceFrame, { type: 'append' }>;
type Read = Extract<DeviceFrame, { type: 'fetch' | 'list' }>;

interface Connection {
  readonly sink: RelaySink;
  readonly sinceMs: number;
  heardMs: number;
  /** Set by `hello`. */
  challenge: Bytes | null;
  isClosed: boolean;
  /** Writer slot by mailbox, hex. */
  readonly writers: Map<string, number>;
  queuedCount: number;
  reads: Read[];
  isReading: boolean;
  /** Mailboxes that moved while this connection was slow: newest position by mailbox, hex. */
  behind: Map<string, number> | null;
  tokens: number;
  tokensMs: number;
}

interface Subscriber {
  readonly connection: Connection;
  /** Until `opened` is sent there are no pushes; this is the newest position that was not pushed meanwhile. */
  headMissed: number | null;
}

/** A box of this commit, and who wrote it. */
interface NewBox extends PlacedBox {
  readonly connection: Connection;
}
interface NewBoxes {
  readonly mailbox: Bytes;
  readonly boxes: NewBox[];
  head: number;
}

interface Waiting {
  readonly connection: Connection;
  readonly frame: Append;
  readonly key: string;
  readonly writer: number;
}

const dayMs = 86_400_000;

export function createRelay(ports: RelayPorts): Relay {
  const connections = new Set<Connection>();
  const subscribersByMailbox = new Map<string, Subscriber[]>();
  const queue: Waiting[] = [];
  let queuedBytes = 0;
  let isCommitting = false;
  let isStopping = false;
  let sweptDay = -1;
  let commits = 0;
  let boxesPlaced = 0;
  const whenIdle: (() => void)[] = [];

  const today = (): number => Math.floor(ports.clock() / dayMs);

  // ---------------------------------------------------------------------------------------------- sending

  const sendBytes = (connection: Connection, bytes: Bytes): void => {
    if (connection.isClosed) return;
    connection.sink.send(bytes);
    if (connection.sink.bufferedBytes() > limits.sendBufferBytesHardMax) end(connection);
  };
  const send = (connection: Connection, frame: RelayFrame): void => {
    if (!connection.isClosed) sendBytes(connection, encodeRelayFrame(frame));
  };
  /** Names what the frame named, so that refusals of one kind of frame differ in nothing but their code. */
  const refuse = (connection: Connection, code: RefusalCode, frame: DeviceFrame): void => {
    const mailbox = 'mailbox' in frame ? frame.mailbox : noBytes;
    const boxId = 'boxId' in frame ? frame.boxId : noBytes;
    send(connection, { type: 'refused', code, mailbox, boxId });
    if (code === 'version') end(connection);
  };
  const isSlow = (connection: Connection): boolean => connection.sink.bufferedBytes() > limits.sendBufferBytesMax;

  /** Ends a connection from this side. */
  const end = (connection: Connection): void => {
    if (connection.isClosed) return;
    forget(connection);
    connection.sink.close();
  };

  const forget = (connection: Connection): void => {
    connection.isClosed = true;
    connections.delete(connection);
    for (const key of connection.writers.keys()) {
      const left = (subscribersByMailbox.get(key) ?? []).filter((each) => each.connection !== connection);
      if (left.length === 0) subscribersByMailbox.delete(key);
      else subscribersByMailbox.set(key, left);
    }
    connection.writers.clear();
    connection.reads = [];
    connection.behind = null;
  };

  // ---------------------------------------------------------------------------------------------- receiving

  const receive = (connection: Connection, bytes: Uint8Array): void => {
    if (connection.isClosed || isStopping) return;
    const frame = decodeDeviceFrame(bytes);
    // What cannot be read, and a second or a missing greeting, end the connection: there is nothing to answer to.
    if (frame === null || (frame.type === 'hello') === (connection.challenge !== null)) {
      end(connection);
      return;
    }
    connection.heardMs = ports.clock();
    const code = takeToken(connection) ? handle(connection, frame) : 'busy';
    if (code !== null) refuse(connection, code, frame);
  };

  const handle = (connection: Connection, frame: DeviceFrame): RefusalCode | null => {
    switch (frame.type) {
      case 'hello':
        return greet(connection, frame.version);
      case 'open':
        return open(connection, frame);
      case 'append':
        return append(connection, frame);
      case 'fetch':
      case 'list':
        return read(connection, frame);
      case 'ping':
        send(connection, { type: 'pong' });
        return null;
      default:
        return unreachable(frame);
    }
  };

  /** A bucket of one second's worth of frames, which fills by the clock. */
  const takeToken = (connection: Connection): boolean => {
    const elapsedMs = Math.max(0, connection.heardMs - connection.tokensMs);
    const max = limits.framesPerSecondMax;
    connection.tokens = Math.min(max, connection.tokens + (elapsedMs * max) / 1000);
    connection.tokensMs = connection.heardMs;
    if (connection.tokens < 1) return false;
    connection.tokens -= 1;
    return true;
  };

  const greet = (connection: Connection, version: number): RefusalCode | null => {
    if (version !== protocolVersion) return 'version';
    connection.challenge = ports.random(challengeBytes);
    send(connection, {
      type: 'welcome',
      version: protocolVersion,
      challenge: connection.challenge,
      incarnation: ports.store.incarnation(),
      nowMs: connection.heardMs,
    });
    return null;
  };

  // ---------------------------------------------------------------------------------------------- opening

  const open = (connection: Connection, frame: Open): RefusalCode | null => {
    const key = bytesToHex(frame.mailbox);
    const isNew = !connection.writers.has(key);
    if (!mayOpen(connection, frame) || (isNew && connection.writers.size >= limits.mailboxesPerConnectionMax))
      return 'refused';
    connection.writers.set(key, frame.writer);
    const subscribers = subscribersByMailbox.get(key) ?? [];
    const subscriber = subscribers.find((each) => each.connection === connection) ?? { connection, headMissed: 0 };
    if (isNew) subscribersByMailbox.set(key, [...subscribers, subscriber]);
    else if (subscriber.headMissed === null) subscriber.headMissed = 0;
    settle(
      ports.store.head(frame.mailbox).then((head) => {
        const newest = Math.max(head, subscriber.headMissed ?? 0);
        subscriber.headMissed = null;
        send(connection, { type: 'opened', mailbox: frame.mailbox, head: newest });
      }),
    );
    return null;
  };

  /** Rights depend on the frame and on this connection alone, never on what the store holds. */
  const mayOpen = (connection: Connection, frame: Open): boolean => {
    const { mailbox, salt, writers, writer, signature } = frame;
    const publicKey = writers[writer];
    if (publicKey === undefined || connection.challenge === null) return false;
    const hash = ports.hashing.sha256(mailboxPreimage(salt, writers));
    if (!isSameBytes(hash.subarray(0, mailboxIdBytes), mailbox)) return false;
    return ports.hashing.verify(publicKey, openMessage(connection.challenge, mailbox, writer), signature);
  };

  // ---------------------------------------------------------------------------------------------- reading

  const read = (connection: Connection, frame: Read): RefusalCode | null => {
    if (!connection.writers.has(bytesToHex(frame.mailbox))) return 'refused';
    if (connection.reads.length >= limits.readsWaitingMax) return 'busy';
    connection.reads.push(frame);
    if (!connection.isReading) settle(readOn(connection));
    return null;
  };

  /** One answer at a time, and none while the last ones have not left: so a reader costs a bounded amount of memory. */
  const readOn = async (connection: Connection): Promise<void> => {
    connection.isReading = true;
    while (!connection.isClosed && !isSlow(connection)) {
      const frame = connection.reads.shift();
      if (frame === undefined) break;
      const { mailbox, after } = frame;
      if (frame.type === 'fetch') {
        const [countMax, bytesMax] = [limits.boxesPerFrameMax, limits.frameBytesMax];
        const page = await ports.store.boxesAfter(mailbox, after, today(), countMax, bytesMax);
        send(connection, { type: 'boxes', mailbox, after, ...page });
      } else {
        const page = await ports.store.idsAfter(mailbox, after, today(), limits.idsPerFrameMax);
        send(connection, { type: 'ids', mailbox, after, ...page });
      }
    }
    connection.isReading = false;
  };

  // ---------------------------------------------------------------------------------------------- appending

  const append = (connection: Connection, frame: Append): RefusalCode | null => {
    const { mailbox, box, expiryDay } = frame;
    const key = bytesToHex(mailbox);
    const writer = connection.writers.get(key);
    if (writer === undefined || !isExpiryDayFine(expiryDay)) return 'refused';
    if (box.length > limits.boxBytesMax) return 'too-big';
    if (
      queue.length >= limits.appendQueueBoxesMax ||
      queuedBytes + box.length > limits.appendQueueBytesMax ||
      connection.queuedCount >= limits.appendQueueBoxesPerConnectionMax
    )
      return 'busy';
    connection.queuedCount += 1;
    queuedBytes += box.length;
    queue.push({ connection, frame, key, writer });
    if (!isCommitting) {
      isCommitting = true;
      ports.schedule(() => settle(commitAll()));
    }
    return null;
  };

  /** 0, or a day from today to a year ahead: a box that is born expired would be acknowledged and never served. */
  const isExpiryDayFine = (day: number): boolean =>
    day === 0 || (day >= today() && day <= today() + limits.expiryDaysMax);

  const commitAll = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, limits.commitBoxesMax);
      for (const { frame, connection } of batch) {
        queuedBytes -= frame.box.length;
        connection.queuedCount -= 1;
      }
      const boxes = batch.map(({ frame: { mailbox, boxId, expiryDay, box }, writer }) => ({
        mailbox,
        writer,
        boxId,
        expiryDay,
        box,
      }));
      const outcomes = await ports.store.append(boxes);
      commits += 1;
      distribute(batch, outcomes);
    }
    isCommitting = false;
    for (const tell of whenIdle.splice(0)) tell();
  };

  /** After the commit: answers to the writers, new boxes to the others. */
  const distribute = (batch: readonly Waiting[], outcomes: readonly AppendOutcome[]): void => {
    const newByMailbox = new Map<string, NewBoxes>();
    batch.forEach(({ connection, frame, key }, i) => {
      const { mailbox, boxId, box } = frame;
      const outcome = outcomes[i];
      assert(outcome !== undefined, 'a store answers for every box');
      if (outcome.type === 'known') send(connection, { type: 'acked', mailbox, boxId, position: outcome.position });
      else if (outcome.type !== 'placed') refuse(connection, outcome.type, frame);
      else {
        const placed = { position: outcome.position, boxId, box, connection };
        const others = newByMailbox.get(key);
        if (others === undefined) newByMailbox.set(key, { mailbox, boxes: [placed], head: placed.position });
        else {
          others.boxes.push(placed);
          others.head = placed.position;
        }
        boxesPlaced += 1;
      }
    });
    for (const [key, boxes] of newByMailbox) tellSubscribers(key, boxes);
  };

  const tellSubscribers = (key: string, news: NewBoxes): void => {
    let whole: readonly Bytes[] | null = null;
    for (const subscriber of subscribersByMailbox.get(key) ?? []) {
      const { connection } = subscriber;
      if (subscriber.headMissed !== null) subscriber.headMissed = news.head;
      const isPushed = subscriber.headMissed === null && !isLeftBehind(connection, key, news.head);
      if (news.boxes.some((each) => each.connection === connection)) tellWriter(connection, news, isPushed);
      else if (isPushed) {
        whole ??= encodeRun(news, news.boxes);
        for (const bytes of whole) sendBytes(connection, bytes);
      }
    }
  };

  /** Own boxes are acknowledged, those of others pushed, all in the order of their positions. */
  const tellWriter = (connection: Connection, news: NewBoxes, isPushed: boolean): void => {
    let run: NewBox[] = [];
    const pushRun = (): void => {
      if (isPushed) for (const bytes of encodeRun(news, run)) sendBytes(connection, bytes);
      run = [];
    };
    for (const each of news.boxes) {
      if (each.connection !== connection) run.push(each);
      else {
        pushRun();
        send(connection, { type: 'acked', mailbox: news.mailbox, boxId: each.boxId, position: each.position });
      }
    }
    pushRun();
  };

  /** True when the connection is too slow for this push; it is told the newest position when it has drained. */
  const isLeftBehind = (connection: Connection, key: string, head: number): boolean => {
    if (!isSlow(connection) && connection.behind?.has(key) !== true) return false;
    connection.behind ??= new Map();
    connection.behind.set(key, head);
    return true;
  };

  const drained = (connection: Connection): void => {
    if (connection.isClosed || isSlow(connection)) return;
    const behind = connection.behind;
    connection.behind = null;
    for (const [key, head] of behind ?? []) {
      const mailbox = hexToBytes(key);
      assert(mailbox !== null, 'a key of a mailbox is its id in hex');
      send(connection, { type: 'head', mailbox, head });
    }
    if (!connection.isReading) settle(readOn(connection));
  };

  // ---------------------------------------------------------------------------------------------- the door

  const settle = (work: Promise<void>): void => {
    work.catch(ports.broke);
  };

  return {
    connect: (sink) => {
      const nowMs = ports.clock();
      const connection: Connection = {
        sink,
        sinceMs: nowMs,
        heardMs: nowMs,
        challenge: null,
        isClosed: false,
        writers: new Map(),
        queuedCount: 0,
        reads: [],
        isReading: false,
        behind: null,
        tokens: limits.framesPerSecondMax,
        tokensMs: nowMs,
      };
      connections.add(connection);
      return {
        receive: (bytes) => receive(connection, bytes),
        drained: () => drained(connection),
        close: () => forget(connection),
      };
    },
    tick: async () => {
      const nowMs = ports.clock();
      for (const connection of connections) {
        const isLate = connection.challenge === null && nowMs - connection.sinceMs > limits.openTimeoutMs;
        if (isLate || nowMs - connection.heardMs > limits.silenceMsMax) end(connection);
      }
      if (sweptDay === today() || isStopping) return;
      const day = today();
      const sweep = ports.store.sweep(day, limits.sweepBoxesMax);
      settle(
        sweep.then((count) => {
          if (count < limits.sweepBoxesMax) sweptDay = day;
        }),
      );
      await sweep.catch(() => {}); // `settle` has told that the store broke
    },
    counters: () => ({ connections: connections.size, commits, boxesPlaced, boxesQueued: queue.length }),
    stop: async () => {
      isStopping = true;
      if (isCommitting) await new Promise<void>((resolve) => whenIdle.push(resolve));
      for (const connection of connections) end(connection);
    },
  };
}

/** One or more `boxes` frames for consecutive positions. */
function encodeRun(news: NewBoxes, run: readonly NewBox[]): readonly Bytes[] {
  const frames: Bytes[] = [];
  let boxes: NewBox[] = [];
  let bytes = emptyBoxesFrameBytes;
  const flush = (): void => {
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (first === undefined || last === undefined) return;
    const { mailbox, head } = news;
    frames.push(
      encodeRelayFrame({ type: 'boxes', mailbox, after: first.position - 1, upTo: last.position, head, boxes }),
    );
    boxes = [];
    bytes = emptyBoxesFrameBytes;
  };
  for (const each of run) {
    const more = placedBoxBytes(each.box.length);
    if (boxes.length === limits.boxesPerFrameMax || bytes + more > limits.frameBytesMax) flush();
    boxes.push(each);
    bytes += more;
  }
  flush();
  return frames;
}
