/** The open connections: what is remembered of each, and everything that is sent to one. */
import { type Bytes, limits, noBytes } from '#kernel';
import { type DeviceFrame, encodeRelayFrame, type RefusalCode, type RelayFrame } from '#wire';
import type { RelaySink } from './ports.ts';

export type Read = Extract<DeviceFrame, { type: 'fetch' | 'list' }>;

export interface Connection {
  readonly sink: RelaySink;
  readonly sinceMs: number;
  heardMs: number;
  /** Set by `hello`. */
  challenge: Bytes | null;
  isClosed: boolean;
  /** Writer slot by mailbox, hex: what this connection has proved. */
  readonly writers: Map<string, number>;
  /** Boxes of this connection that wait for a commit. */
  queuedCount: number;
  reads: Read[];
  isReading: boolean;
  /** Mailboxes that moved while this connection was slow: newest position by mailbox, hex. */
  behind: Map<string, number> | null;
  tokens: number;
  tokensMs: number;
}

export interface Connections {
  readonly add: (sink: RelaySink, nowMs: number) => Connection;
  readonly all: () => Iterable<Connection>;
  readonly count: () => number;
  readonly send: (connection: Connection, frame: RelayFrame) => void;
  readonly sendBytes: (connection: Connection, bytes: Bytes) => void;
  readonly refuse: (connection: Connection, code: RefusalCode, frame: DeviceFrame) => void;
  /** Ends a connection from this side. */
  readonly end: (connection: Connection) => void;
  /** Forgets one that is gone. */
  readonly forget: (connection: Connection) => void;
}

/** `left` is told of each connection that is forgotten, while it still says what it had opened. */
export function createConnections(left: (connection: Connection) => void): Connections {
  const connections = new Set<Connection>();

  const forget = (connection: Connection): void => {
    if (connection.isClosed) return;
    connection.isClosed = true;
    connections.delete(connection);
    left(connection);
    connection.writers.clear();
    connection.reads = [];
    connection.behind = null;
  };
  const end = (connection: Connection): void => {
    if (connection.isClosed) return;
    forget(connection);
    connection.sink.close();
  };
  const sendBytes = (connection: Connection, bytes: Bytes): void => {
    if (connection.isClosed) return;
    connection.sink.send(bytes);
    if (connection.sink.bufferedBytes() > limits.sendBufferBytesHardMax) end(connection);
  };
  const send = (connection: Connection, frame: RelayFrame): void => {
    if (!connection.isClosed) sendBytes(connection, encodeRelayFrame(frame));
  };

  return {
    add: (sink, nowMs) => {
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
      return connection;
    },
    all: () => connections,
    count: () => connections.size,
    send,
    sendBytes,
    // Names what the frame named, so that refusals of one kind of frame differ in nothing but their code.
    refuse: (connection, code, frame) => {
      const mailbox = 'mailbox' in frame ? frame.mailbox : noBytes;
      const boxId = 'boxId' in frame ? frame.boxId : noBytes;
      send(connection, { type: 'refused', code, mailbox, boxId });
    },
    end,
    forget,
  };
}

/** Too much is on its way to this connection to push more. */
export const isSlow = (connection: Connection): boolean => connection.sink.bufferedBytes() > limits.sendBufferBytesMax;

/** A bucket of one second's worth of frames, which fills by the clock. False: it is empty. */
export function takeToken(connection: Connection): boolean {
  const elapsedMs = Math.max(0, connection.heardMs - connection.tokensMs);
  const max = limits.framesPerSecondMax;
  connection.tokens = Math.min(max, connection.tokens + (elapsedMs * max) / 1000);
  connection.tokensMs = connection.heardMs;
  if (connection.tokens < 1) return false;
  connection.tokens -= 1;
  return true;
}
