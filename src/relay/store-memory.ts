/**
 * A relay store in memory, for tests and for the simulator: deterministic, with snapshots. `restore` does what an
 * operator does with a backup: the boxes go back in time and, unless the operator managed to hide it, the
 * incarnation changes. A crash of the relay is a new relay on the same store, because `append` is all or nothing.
 */
import { type Bytes, bytesToHex, limits, type Random } from '#kernel';
import { emptyBoxesFrameBytes, incarnationBytes, type PlacedBox, placedBoxBytes, writersMax } from '#wire';
import type { AppendOutcome, BoxToAppend, RelayStore, RelayStoreOptions } from './store.ts';
import { noSweepDays, type SweepDays, trustDay } from './sweep-days.ts';

interface KeptBox extends PlacedBox {
  readonly writer: number;
  readonly expiryDay: number;
}

interface Mailbox {
  head: number;
  boxes: KeptBox[];
  readonly positionsById: Map<string, number>;
  readonly bytesByWriter: number[];
}

/** Opaque: everything that the store held at one moment. */
export interface MemoryStoreSnapshot {
  readonly incarnation: Bytes;
  readonly mailboxes: ReadonlyMap<string, Readonly<Mailbox>>;
  readonly days: SweepDays;
  readonly storedBytes: number;
}

export interface MemoryStore extends RelayStore {
  readonly snapshot: () => MemoryStoreSnapshot;
  /** `isUnnoticed` keeps the incarnation of the snapshot: a backup of the whole machine. */
  readonly restore: (snapshot: MemoryStoreSnapshot, isUnnoticed?: boolean) => void;
  /** Everything that is kept, for invariants. */
  readonly boxesOf: (mailbox: Bytes) => readonly PlacedBox[];
  readonly mailboxCount: () => number;
}

export interface MemoryStoreOptions extends RelayStoreOptions {
  readonly random: Random;
  /** The store is `full` beyond this many bytes of boxes. */
  readonly bytesMax?: number;
}

const emptyMailbox = (): Mailbox => ({
  head: 0,
  boxes: [],
  positionsById: new Map(),
  bytesByWriter: new Array<number>(writersMax).fill(0),
});

const copyOf = (mailbox: Readonly<Mailbox>): Mailbox => ({
  head: mailbox.head,
  boxes: [...mailbox.boxes],
  positionsById: new Map(mailbox.positionsById),
  bytesByWriter: [...mailbox.bytesByWriter],
});

const copyOfAll = (mailboxes: ReadonlyMap<string, Readonly<Mailbox>>): Map<string, Mailbox> =>
  new Map([...mailboxes].map(([key, mailbox]) => [key, copyOf(mailbox)]));

/** Index of the first box after a position; boxes lie in the order of their positions. */
function indexAfter(boxes: readonly KeptBox[], after: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boxes[middle]?.position ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

const costOf = (box: Bytes): number => box.length + limits.quotaBytesPerBox;
const isLive = (box: KeptBox, today: number): boolean => box.expiryDay === 0 || box.expiryDay >= today;

export function createMemoryStore(options: MemoryStoreOptions): MemoryStore {
  let incarnation = options.random(incarnationBytes);
  let mailboxes = new Map<string, Mailbox>();
  let days = noSweepDays;
  let storedBytes = 0;

  const mailboxOf = (id: Bytes): Mailbox => mailboxes.get(bytesToHex(id)) ?? emptyMailbox();
  const livingAfter = (mailbox: Mailbox, after: number, today: number): KeptBox[] =>
    mailbox.boxes.slice(indexAfter(mailbox.boxes, after)).filter((box) => isLive(box, today));

  const place = (request: BoxToAppend): AppendOutcome => {
    const key = bytesToHex(request.mailbox);
    const id = bytesToHex(request.boxId);
    const mailbox = mailboxes.get(key) ?? emptyMailbox();
    const known = mailbox.positionsById.get(id);
    if (known !== undefined) return { type: 'known', position: known };
    const used = (mailbox.bytesByWriter[request.writer] ?? 0) + costOf(request.box);
    if (used > options.quotaBytesPerWriter) return { type: 'quota' };
    if (storedBytes + costOf(request.box) > (options.bytesMax ?? Number.MAX_SAFE_INTEGER)) return { type: 'full' };
    const { boxId, box, writer, expiryDay } = request;
    mailbox.head += 1;
    mailbox.boxes.push({ position: mailbox.head, boxId, box, writer, expiryDay });
    mailbox.positionsById.set(id, mailbox.head);
    mailbox.bytesByWriter[writer] = used;
    mailboxes.set(key, mailbox);
    storedBytes += costOf(box);
    return { type: 'placed', position: mailbox.head };
  };

  const removeExpired = (mailbox: Mailbox, today: number, countMax: number): number => {
    const kept: KeptBox[] = [];
    let count = 0;
    for (const each of mailbox.boxes) {
      if (isLive(each, today) || count === countMax) kept.push(each);
      else {
        count += 1;
        storedBytes -= costOf(each.box);
        mailbox.positionsById.delete(bytesToHex(each.boxId));
        mailbox.bytesByWriter[each.writer] = (mailbox.bytesByWriter[each.writer] ?? 0) - costOf(each.box);
      }
    }
    mailbox.boxes = kept;
    return count;
  };

  return {
    incarnation: () => incarnation,
    append: async (requests) => requests.map(place),
    head: async (mailbox) => mailboxOf(mailbox).head,
    boxesAfter: async (id, after, today, countMax, bytesMax) => {
      const mailbox = mailboxOf(id);
      const later = livingAfter(mailbox, after, today);
      const boxes: PlacedBox[] = [];
      let bytes = emptyBoxesFrameBytes;
      for (const { position, boxId, box } of later) {
        bytes += placedBoxBytes(box.length);
        if (boxes.length === countMax || bytes > bytesMax) break;
        boxes.push({ position, boxId, box });
      }
      const upTo = boxes.length < later.length ? (boxes.at(-1)?.position ?? after) : Math.max(after, mailbox.head);
      return { upTo, head: mailbox.head, boxes };
    },
    idsAfter: async (id, after, today, countMax) => {
      const mailbox = mailboxOf(id);
      const later = livingAfter(mailbox, after, today);
      const some = later.slice(0, countMax);
      const upTo = some.length < later.length ? (some.at(-1)?.position ?? after) : Math.max(after, mailbox.head);
      return { upTo, head: mailbox.head, boxIds: some.map((box) => box.boxId) };
    },
    sweep: async (today, countMax) => {
      const trust = trustDay(days, today);
      days = trust.days;
      let count = 0;
      if (trust.isTrusted)
        for (const mailbox of mailboxes.values()) count += removeExpired(mailbox, today, countMax - count);
      return { count, isDone: count < countMax };
    },
    close: async () => {},
    snapshot: () => ({ incarnation, mailboxes: copyOfAll(mailboxes), days, storedBytes }),
    restore: (snapshot, isUnnoticed = false) => {
      incarnation = isUnnoticed ? snapshot.incarnation : options.random(incarnationBytes);
      mailboxes = copyOfAll(snapshot.mailboxes);
      days = snapshot.days;
      storedBytes = snapshot.storedBytes;
    },
    boxesOf: (mailbox) => mailboxOf(mailbox).boxes.map(({ position, boxId, box }) => ({ position, boxId, box })),
    mailboxCount: () => mailboxes.size,
  };
}
