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
import { assert, bytesToHex, isSameBytes, limits, unreachable } from '#kernel';
import {
  challengeBytes,
  type DeviceFrame,
  decodeDeviceFrame,
  mailboxIdBytes,
  mailboxPreimage,
  openMessage,
  protocolVersion,
  type RefusalCode,
} from '#wire';
import { type Append, createCommitQueue, type WaitingBox } from './commit-queue.ts';
import { type Connection, createConnections, isSlow, type Read, takeToken } from './connections.ts';
import type { Relay, RelayPorts } from './ports.ts';
import type { AppendOutcome } from './store.ts';
import { createSubscriptions, type News } from './subscriptions.ts';

type Open = Extract<DeviceFrame, { type: 'open' }>;

const dayMs = 86_400_000;

export function createRelay(ports: RelayPorts): Relay {
  const subscriptions = createSubscriptions(() => connections);
  const connections = createConnections(subscriptions.leave);
  const queue = createCommitQueue(ports, (boxes, outcomes) => distribute(boxes, outcomes));
  let isStopping = false;
  let sweptDay = -1;
  let boxesPlaced = 0;

  const today = (): number => Math.floor(ports.clock() / dayMs);
  const settle = (work: Promise<void>): void => {
    work.catch(ports.broke);
  };

  // ---------------------------------------------------------------------------------------------- receiving

  const receive = (connection: Connection, bytes: Uint8Array): void => {
    if (connection.isClosed || isStopping) return;
    const frame = decodeDeviceFrame(bytes);
    // What cannot be read, and a second or a missing greeting, end the connection: there is nothing to answer to.
    if (frame === null || (frame.type === 'hello') === (connection.challenge !== null)) {
      connections.end(connection);
      return;
    }
    connection.heardMs = ports.clock();
    const code = takeToken(connection) ? handle(connection, frame) : 'busy';
    if (code !== null) connections.refuse(connection, code, frame);
    if (code === 'version') connections.end(connection);
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
        connections.send(connection, { type: 'pong' });
        return null;
      default:
        return unreachable(frame);
    }
  };

  const greet = (connection: Connection, version: number): RefusalCode | null => {
    if (version !== protocolVersion) return 'version';
    connection.challenge = ports.random(challengeBytes);
    connections.send(connection, {
      type: 'welcome',
      version: protocolVersion,
      challenge: connection.challenge,
      incarnation: ports.store.incarnation(),
      nowMs: connection.heardMs,
    });
    return null;
  };

  const open = (connection: Connection, frame: Open): RefusalCode | null => {
    const { mailbox, writer } = frame;
    const key = bytesToHex(mailbox);
    const hasRoom = connection.writers.has(key) || connection.writers.size < limits.mailboxesPerConnectionMax;
    if (!hasRoom || !mayOpen(connection, frame)) return 'refused';
    connection.writers.set(key, writer);
    const subscription = subscriptions.begin(connection, key);
    settle(ports.store.head(mailbox).then((head) => subscription.opened(mailbox, head)));
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
        connections.send(connection, { type: 'boxes', mailbox, after, ...page });
      } else {
        const page = await ports.store.idsAfter(mailbox, after, today(), limits.idsPerFrameMax);
        connections.send(connection, { type: 'ids', mailbox, after, ...page });
      }
    }
    connection.isReading = false;
  };

  const drained = (connection: Connection): void => {
    if (connection.isClosed || isSlow(connection)) return;
    subscriptions.catchUp(connection);
    if (!connection.isReading) settle(readOn(connection));
  };

  // ---------------------------------------------------------------------------------------------- appending

  const append = (connection: Connection, frame: Append): RefusalCode | null => {
    const key = bytesToHex(frame.mailbox);
    const writer = connection.writers.get(key);
    if (writer === undefined || !isExpiryDayFine(frame.expiryDay)) return 'refused';
    if (frame.box.length > limits.boxBytesMax) return 'too-big';
    return queue.add({ connection, frame, key, writer }) ? null : 'busy';
  };

  /** 0, or a day from today to a year ahead: a box that is born expired would be acknowledged and never served. */
  const isExpiryDayFine = (day: number): boolean =>
    day === 0 || (day >= today() && day <= today() + limits.expiryDaysMax);

  /** After the commit: answers to the writers, new boxes to the others. */
  const distribute = (batch: readonly WaitingBox[], outcomes: readonly AppendOutcome[]): void => {
    const newsByMailbox = new Map<string, News>();
    for (const [i, { connection, frame, key }] of batch.entries()) {
      const { mailbox, boxId, box } = frame;
      const outcome = outcomes[i];
      assert(outcome !== undefined, 'a store answers for every box');
      if (outcome.type === 'known')
        connections.send(connection, { type: 'acked', mailbox, boxId, position: outcome.position });
      else if (outcome.type !== 'placed') connections.refuse(connection, outcome.type, frame);
      else {
        const news = newsByMailbox.get(key) ?? { mailbox, boxes: [] };
        news.boxes.push({ position: outcome.position, boxId, box, connection });
        newsByMailbox.set(key, news);
        boxesPlaced += 1;
      }
    }
    for (const [key, news] of newsByMailbox) subscriptions.tell(key, news);
  };

  // ---------------------------------------------------------------------------------------------- the door

  const sweep = async (): Promise<void> => {
    const day = today();
    if (sweptDay === day || isStopping) return;
    const { isDone } = await ports.store.sweep(day, limits.sweepBoxesMax);
    if (isDone) sweptDay = day;
  };

  return {
    connect: (sink) => {
      const connection = connections.add(sink, ports.clock());
      return {
        receive: (bytes) => receive(connection, bytes),
        drained: () => drained(connection),
        close: () => connections.forget(connection),
      };
    },
    tick: async () => {
      const nowMs = ports.clock();
      for (const connection of connections.all()) {
        const isLate = connection.challenge === null && nowMs - connection.sinceMs > limits.openTimeoutMs;
        if (isLate || nowMs - connection.heardMs > limits.silenceMsMax) connections.end(connection);
      }
      await sweep().catch(ports.broke);
    },
    counters: () => ({
      connections: connections.count(),
      commits: queue.commits(),
      boxesPlaced,
      boxesQueued: queue.length(),
    }),
    stop: async () => {
      isStopping = true;
      await queue.idle();
      for (const connection of connections.all()) connections.end(connection);
    },
  };
}
