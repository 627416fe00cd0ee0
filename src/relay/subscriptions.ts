/**
 * Who hears of which mailbox. After a commit, each subscriber gets the boxes of others as `boxes` frames and the
 * acknowledgements of its own, all in the order of positions and without gaps.
 */
import { assert, type Bytes, hexToBytes, limits } from '#kernel';
import { emptyBoxesFrameBytes, encodeRelayFrame, type PlacedBox, placedBoxBytes } from '#wire';
import { type Connection, type Connections, isSlow } from './connections.ts';

/** A box of this commit, and who wrote it. */
export interface NewBox extends PlacedBox {
  readonly connection: Connection;
}

/** What a commit brought to one mailbox, in the order of positions. */
export interface News {
  readonly mailbox: Bytes;
  readonly boxes: NewBox[];
}

interface Subscriber {
  readonly connection: Connection;
  /** Until `opened` is sent there are no pushes. */
  isOpening: boolean;
  /** The newest position of which it heard, or will hear with `opened`. */
  head: number;
}

export interface Subscriptions {
  /** Begins to listen for a connection; call `opened` when the head is known. */
  readonly begin: (connection: Connection, key: string) => { readonly opened: (mailbox: Bytes, head: number) => void };
  readonly leave: (connection: Connection) => void;
  readonly tell: (key: string, news: News) => void;
  /** Tells a connection that has caught up where the mailboxes are that it missed. */
  readonly catchUp: (connection: Connection) => void;
}

export function createSubscriptions(connections: () => Connections): Subscriptions {
  const subscribersByMailbox = new Map<string, readonly Subscriber[]>();

  /** True when the connection is too slow for this push; it is told the newest position when it has drained. */
  const isLeftBehind = (connection: Connection, key: string, head: number): boolean => {
    if (!isSlow(connection) && connection.behind?.has(key) !== true) return false;
    connection.behind ??= new Map();
    connection.behind.set(key, head);
    return true;
  };

  const tellWriter = (connection: Connection, news: News, isPushed: boolean): void => {
    let run: NewBox[] = [];
    const pushRun = (): void => {
      if (isPushed) for (const bytes of encodeRun(news, run)) connections().sendBytes(connection, bytes);
      run = [];
    };
    for (const each of news.boxes) {
      if (each.connection !== connection) run.push(each);
      else {
        pushRun();
        const { boxId, position } = each;
        connections().send(connection, { type: 'acked', mailbox: news.mailbox, boxId, position });
      }
    }
    pushRun();
  };

  return {
    begin: (connection, key) => {
      const subscribers = subscribersByMailbox.get(key) ?? [];
      const known = subscribers.find((each) => each.connection === connection);
      const subscriber = known ?? { connection, isOpening: true, head: 0 };
      if (known === undefined) subscribersByMailbox.set(key, [...subscribers, subscriber]);
      subscriber.isOpening = true;
      return {
        opened: (mailbox, head) => {
          subscriber.isOpening = false;
          subscriber.head = Math.max(subscriber.head, head);
          connections().send(connection, { type: 'opened', mailbox, head: subscriber.head });
        },
      };
    },
    leave: (connection) => {
      for (const key of connection.writers.keys()) {
        const left = (subscribersByMailbox.get(key) ?? []).filter((each) => each.connection !== connection);
        if (left.length === 0) subscribersByMailbox.delete(key);
        else subscribersByMailbox.set(key, left);
      }
    },
    tell: (key, news) => {
      const head = headOf(news);
      let whole: readonly Bytes[] | null = null;
      for (const subscriber of subscribersByMailbox.get(key) ?? []) {
        const { connection } = subscriber;
        subscriber.head = head;
        const isPushed = !subscriber.isOpening && !isLeftBehind(connection, key, head);
        if (news.boxes.some((each) => each.connection === connection)) tellWriter(connection, news, isPushed);
        else if (isPushed) {
          whole ??= encodeRun(news, news.boxes);
          for (const bytes of whole) connections().sendBytes(connection, bytes);
        }
      }
    },
    catchUp: (connection) => {
      const behind = connection.behind;
      connection.behind = null;
      for (const [key, head] of behind ?? []) {
        const mailbox = hexToBytes(key);
        assert(mailbox !== null, 'a key of a mailbox is its id in hex');
        connections().send(connection, { type: 'head', mailbox, head });
      }
    },
  };
}

const headOf = (news: News): number => news.boxes.at(-1)?.position ?? 0;

/** One or more `boxes` frames for consecutive positions. */
function encodeRun(news: News, run: readonly NewBox[]): readonly Bytes[] {
  const frames: Bytes[] = [];
  let boxes: NewBox[] = [];
  let bytes = emptyBoxesFrameBytes;
  const flush = (): void => {
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (first === undefined || last === undefined) return;
    const [after, upTo] = [first.position - 1, last.position];
    frames.push(encodeRelayFrame({ type: 'boxes', mailbox: news.mailbox, after, upTo, head: headOf(news), boxes }));
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
