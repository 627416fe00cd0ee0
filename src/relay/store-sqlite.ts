/**
 * The relay store on one machine: node:sqlite, write-ahead log, synced before a commit returns.
 *
 * A commit only appends rows to the log `box`. The two indexes are written in bulk, behind it, when `tailBoxesMax`
 * boxes have gathered; until then those boxes (the tail) are found through memory, and opening the store reads them
 * again. `mailbox` rows are as of the indexed part, so a commit does not touch them either. Measured against indexes
 * written with each commit: docs/decisions/0011-store-layout.md.
 *
 * Memory and disk agree at all times: what a failed commit had put into memory is taken back before it is answered.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assert, type Bytes, bytesToHex, err, limits, ok, type Random, type Result } from '#kernel';
import { emptyBoxesFrameBytes, incarnationBytes, type PlacedBox, placedBoxBytes, writersMax } from '#wire';
import { createCheckpoints } from './checkpoints.ts';
import { isContinuation, type LogMark, openLogMark, readIncarnationFile, writeIncarnationFile } from './incarnation.ts';
import { bytesIn, numberIn } from './sqlite-rows.ts';
import { openDatabase, quotaColumns, storeProblemOf } from './sqlite-schema.ts';
import { prepareStatements } from './sqlite-statements.ts';
import type { AppendOutcome, BoxesPage, BoxToAppend, IdsPage, RelayStore, RelayStoreOptions, Swept } from './store.ts';
import { errorToStoreProblem, type StoreProblem } from './store-problem.ts';
import { type SweepDays, trustDay } from './sweep-days.ts';

assert(quotaColumns.length === writersMax, 'every writer has a quota column');

export interface SqliteStoreOptions extends RelayStoreOptions {
  readonly folder: string;
  readonly random: Random;
  /** A limit on the size of the database file, set by the host; null: the disk is the limit. */
  readonly bytesMax?: number | null;
  /** `inline` checkpoints on the caller's thread: for tests, and for tools that open a store briefly. */
  readonly checkpoints?: 'worker' | 'inline';
  /** Boxes that gather before their indexes are written. */
  readonly tailBoxesMax?: number;
}

export const databaseName = 'boxes.db';
export const incarnationName = 'incarnation';

/** A box that the indexes do not know yet. */
interface TailBox {
  readonly mailbox: Mailbox;
  readonly row: number;
  readonly position: number;
  readonly boxId: Bytes;
  readonly writer: number;
  readonly expiryDay: number;
  readonly cost: number;
}

interface Mailbox {
  readonly key: string;
  readonly row: number;
  head: number;
  indexedHead: number;
  bytesByWriter: number[];
  tail: TailBox[];
  readonly tailPositions: Map<string, number>;
}

const tailBoxesMaxDefault = 2_048;
const mailboxesCachedMax = 20_000;
/** What a commit writes beyond its boxes, roughly: it only times the checkpoints. */
const commitBytes = 6 * 1024;

/** A full disk was in the way. */
const noneSwept: Swept = { count: 0, isDone: false };

const costOf = (bytes: number): number => bytes + limits.quotaBytesPerBox;
const isLive = (expiryDay: number, today: number): boolean => expiryDay === 0 || expiryDay >= today;

export function openSqliteStore(options: SqliteStoreOptions): Result<RelayStore, StoreProblem> {
  const path = join(options.folder, databaseName);
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const problem = storeProblemOf(path);
    if (problem !== null) return err(problem);
    const lock = takeFolder(options.folder);
    try {
      return ok(createStore(options, path, lock));
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    const problem = errorToStoreProblem(error, options.folder);
    if (problem === null) throw error;
    return err(problem.type === 'damaged' ? { ...problem, path } : problem);
  }
}

/** One process owns a folder. The lock is SQLite's, on a file of its own: the kernel drops it when the process dies. */
function takeFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return lock;
}

function createStore(options: SqliteStoreOptions, path: string, lock: DatabaseSync): RelayStore {
  const database = openDatabase(path, options.random(incarnationBytes), options.bytesMax ?? null);
  const sql = prepareStatements(database);
  const checkpoints = createCheckpoints(database, path, options.checkpoints === 'inline');
  const tailBoxesMax = options.tailBoxesMax ?? tailBoxesMaxDefault;
  const mailboxes = new Map<string, Mailbox>();
  let tail: TailBox[] = [];
  const stored = sql.store.get();
  let days: SweepDays = { trusted: numberIn(stored, 'trusted_day'), waiting: numberIn(stored, 'waiting_day') };
  let logEnd = Math.max(numberIn(sql.newestRow.get(), 'row'), numberIn(stored, 'log_floor'));

  // ---------------------------------------------------------------------------------------------- mailboxes

  const mailboxOf = (id: Bytes): Mailbox | null => {
    const key = bytesToHex(id);
    const cached = mailboxes.get(key);
    if (cached !== undefined) return cached;
    const row = sql.mailbox.get(id);
    if (row === undefined) return null;
    const bytesByWriter = quotaColumns.map((column) => numberIn(row, column));
    return keep(key, numberIn(row, 'id'), numberIn(row, 'head'), bytesByWriter);
  };

  const keep = (key: string, row: number, head: number, bytesByWriter: number[]): Mailbox => {
    if (mailboxes.size >= mailboxesCachedMax)
      for (const [other, mailbox] of mailboxes) if (mailbox.tail.length === 0) mailboxes.delete(other);
    const mailbox = { key, row, head, indexedHead: head, bytesByWriter, tail: [], tailPositions: new Map() };
    mailboxes.set(key, mailbox);
    return mailbox;
  };

  const positionOf = (mailbox: Mailbox, boxId: Bytes): number | null => {
    const recent = mailbox.tailPositions.get(bytesToHex(boxId));
    if (recent !== undefined) return recent;
    const row = mailbox.indexedHead === 0 ? undefined : sql.place.get(mailbox.row, boxId);
    return row === undefined ? null : numberIn(row, 'position');
  };

  const addToTail = (box: TailBox): void => {
    const { mailbox } = box;
    mailbox.head = box.position;
    mailbox.bytesByWriter[box.writer] = (mailbox.bytesByWriter[box.writer] ?? 0) + box.cost;
    mailbox.tail.push(box);
    mailbox.tailPositions.set(bytesToHex(box.boxId), box.position);
    logEnd = box.row;
  };

  const takeFromTail = (box: TailBox): void => {
    const { mailbox } = box;
    mailbox.head = box.position - 1;
    mailbox.bytesByWriter[box.writer] = (mailbox.bytesByWriter[box.writer] ?? 0) - box.cost;
    mailbox.tail.pop();
    mailbox.tailPositions.delete(bytesToHex(box.boxId));
    logEnd = box.row - 1;
    if (mailbox.head === 0) mailboxes.delete(mailbox.key); // its row may have gone with the commit
  };

  /** Runs in one transaction. False when there was no room: then nothing of it happened on disk. */
  const transact = (run: () => void): boolean => {
    try {
      sql.begin.run();
      run();
      sql.commit.run();
      return true;
    } catch (error) {
      if (database.isTransaction) sql.rollback.run();
      if (errorToStoreProblem(error, path)?.type === 'no-room') return false;
      throw error;
    }
  };

  // ---------------------------------------------------------------------------------------------- appending

  const place = (request: BoxToAppend, added: TailBox[]): AppendOutcome => {
    const { boxId, writer, expiryDay, box } = request;
    let mailbox = mailboxOf(request.mailbox);
    const known = mailbox === null ? null : positionOf(mailbox, boxId);
    if (known !== null) return { type: 'known', position: known };
    const cost = costOf(box.length);
    if ((mailbox?.bytesByWriter[writer] ?? 0) + cost > options.quotaBytesPerWriter) return { type: 'quota' };
    if (mailbox === null) {
      const { lastInsertRowid } = sql.addMailbox.run(request.mailbox);
      const none = quotaColumns.map(() => 0);
      mailbox = keep(bytesToHex(request.mailbox), Number(lastInsertRowid), 0, none);
    }
    const position = mailbox.head + 1;
    const row = logEnd + 1;
    // Into memory first: if the row fails, everything that was added is taken back together.
    const placed = { mailbox, row, position, boxId, writer, expiryDay, cost };
    added.push(placed);
    addToTail(placed);
    sql.addBox.run(row, mailbox.row, position, writer, expiryDay, boxId, box);
    return { type: 'placed', position };
  };

  const append = (requests: readonly BoxToAppend[]): readonly AppendOutcome[] => {
    if (tail.length >= tailBoxesMax) indexTail();
    const added: TailBox[] = [];
    let outcomes: readonly AppendOutcome[] = [];
    let isDone = false;
    try {
      isDone =
        tail.length < 4 * tailBoxesMax &&
        transact(() => {
          outcomes = requests.map((request) => place(request, added));
        });
    } finally {
      if (!isDone) for (const box of added.toReversed()) takeFromTail(box);
    }
    if (!isDone) return requests.map(knownOrFull);
    for (const box of added) tail.push(box);
    if (added.length > 0) mark.advance(logEnd);
    checkpoints.wrote(added.reduce((sum, box) => sum + box.cost, commitBytes));
    return outcomes;
  };

  const knownOrFull = ({ mailbox: id, boxId }: BoxToAppend): AppendOutcome => {
    const mailbox = mailboxOf(id);
    const position = mailbox === null ? null : positionOf(mailbox, boxId);
    return position === null ? { type: 'full' } : { type: 'known', position };
  };

  /** Writes the indexes of the whole tail, mailbox by mailbox, so that neighbours share pages. */
  const indexTail = (): void => {
    const sorted = tail.toSorted((a, b) => a.mailbox.row - b.mailbox.row || a.position - b.position);
    const touched = new Set(sorted.map((box) => box.mailbox));
    const isDone = transact(() => {
      for (const { mailbox, row, position, boxId } of sorted) {
        sql.addShelf.run(mailbox.row, position, row);
        sql.addPlace.run(mailbox.row, boxId, position);
      }
      for (const mailbox of touched) setMailbox(mailbox, mailbox.bytesByWriter);
      sql.setIndexedEnd.run(logEnd);
    });
    if (!isDone) return;
    for (const mailbox of touched) {
      mailbox.indexedHead = mailbox.head;
      mailbox.tail = [];
      mailbox.tailPositions.clear();
    }
    checkpoints.wrote(tail.length * 64 + touched.size * 8_192);
    tail = [];
  };

  const setMailbox = (mailbox: Mailbox, [bytes0 = 0, bytes1 = 0]: readonly number[]): void => {
    sql.setMailbox.run(mailbox.head, bytes0, bytes1, mailbox.row);
  };

  // ---------------------------------------------------------------------------------------------- reading

  const boxesAfter = (id: Bytes, after: number, today: number, countMax: number, bytesMax: number): BoxesPage => {
    const mailbox = mailboxOf(id);
    if (mailbox === null) return { upTo: after, head: 0, boxes: [] };
    const boxes: PlacedBox[] = [];
    let bytes = emptyBoxesFrameBytes;
    let isCut = false;
    const take = (position: number, boxId: Bytes, box: Bytes): void => {
      bytes += placedBoxBytes(box.length);
      isCut = boxes.length === countMax || bytes > bytesMax;
      if (!isCut) boxes.push({ position, boxId, box });
    };
    if (after < mailbox.indexedHead)
      for (const row of sql.boxes.iterate(mailbox.row, after, today, countMax + 1)) {
        take(numberIn(row, 'position'), bytesIn(row, 'box_id'), bytesIn(row, 'box'));
        if (isCut) break;
      }
    for (const { row, position, boxId } of livingTail(mailbox, after, today)) {
      if (isCut) break;
      take(position, boxId, bytesIn(sql.boxOfRow.get(row), 'box'));
    }
    return {
      upTo: isCut ? (boxes.at(-1)?.position ?? after) : Math.max(after, mailbox.head),
      head: mailbox.head,
      boxes,
    };
  };

  const idsAfter = (id: Bytes, after: number, today: number, countMax: number): IdsPage => {
    const mailbox = mailboxOf(id);
    if (mailbox === null) return { upTo: after, head: 0, boxIds: [] };
    const indexed = after < mailbox.indexedHead ? sql.boxIds.all(mailbox.row, after, today, countMax + 1) : [];
    const found = [
      ...indexed.map((row) => ({ position: numberIn(row, 'position'), boxId: bytesIn(row, 'box_id') })),
      ...livingTail(mailbox, after, today),
    ];
    const some = found.slice(0, countMax);
    const upTo = some.length < found.length ? (some.at(-1)?.position ?? after) : Math.max(after, mailbox.head);
    return { upTo, head: mailbox.head, boxIds: some.map((box) => box.boxId) };
  };

  const livingTail = (mailbox: Mailbox, after: number, today: number): readonly TailBox[] =>
    mailbox.tail.filter((box) => box.position > after && isLive(box.expiryDay, today));

  // ---------------------------------------------------------------------------------------------- forgetting

  const sweep = (today: number, countMax: number): Swept => {
    const trust = trustDay(days, today);
    const rows = trust.isTrusted ? sql.expired.all(today, countMax) : [];
    if (rows.length > 0) indexTail();
    if (rows.length > 0 && tail.length > 0) return noneSwept; // no room for the indexes
    const bytesLeft = new Map<Mailbox, number[]>();
    const isDone = transact(() => {
      for (const row of rows) {
        const mailbox = mailboxOf(bytesIn(row, 'name'));
        assert(mailbox !== null, 'a box lies in a mailbox');
        sql.removeShelf.run(mailbox.row, numberIn(row, 'position'));
        sql.removePlace.run(mailbox.row, bytesIn(row, 'box_id'));
        sql.removeBox.run(numberIn(row, 'id'));
        const left = bytesLeft.get(mailbox) ?? [...mailbox.bytesByWriter];
        const writer = numberIn(row, 'writer');
        left[writer] = (left[writer] ?? 0) - costOf(numberIn(row, 'bytes'));
        bytesLeft.set(mailbox, left);
      }
      for (const [mailbox, left] of bytesLeft) setMailbox(mailbox, left);
      sql.setSwept.run(trust.days.trusted, trust.days.waiting, logEnd);
    });
    if (!isDone) return noneSwept;
    days = trust.days;
    for (const [mailbox, left] of bytesLeft) mailbox.bytesByWriter = left;
    // What was deleted still stands in the write-ahead log: empty it, so that the bytes are gone from the disk files.
    if (rows.length > 0 && rows.length < countMax) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return { count: rows.length, isDone: rows.length < countMax };
  };

  // ---------------------------------------------------------------------------------------------- opening

  const readTail = (): void => {
    for (const row of sql.tail.all(numberIn(stored, 'indexed_end'))) {
      const mailbox = mailboxOf(bytesIn(row, 'name'));
      assert(mailbox !== null, 'a box lies in a mailbox');
      const box = {
        mailbox,
        row: numberIn(row, 'id'),
        position: numberIn(row, 'position'),
        boxId: bytesIn(row, 'box_id'),
        writer: numberIn(row, 'writer'),
        expiryDay: numberIn(row, 'expiry_day'),
        cost: costOf(numberIn(row, 'bytes')),
      };
      assert(box.position === mailbox.head + 1, 'positions have no gaps');
      addToTail(box);
      tail.push(box);
    }
  };

  const readIncarnation = (): { readonly incarnation: Bytes; readonly mark: LogMark } => {
    const file = join(options.folder, incarnationName);
    const before = readIncarnationFile(file);
    const known = { incarnation: bytesIn(stored, 'incarnation'), opens: numberIn(stored, 'opens'), logEnd };
    const incarnation = isContinuation(known, before) ? known.incarnation : options.random(incarnationBytes);
    const opens = Math.max(known.opens, before?.opens ?? 0) + 1;
    writeIncarnationFile(file, { incarnation, opens, logEnd, isOpening: true });
    sql.setOpening.run(incarnation, opens);
    writeIncarnationFile(file, { incarnation, opens, logEnd, isOpening: false });
    return { incarnation, mark: openLogMark(file) };
  };

  const { incarnation, mark } = readIncarnation();
  readTail();

  return {
    incarnation: () => incarnation,
    append: async (requests) => append(requests),
    head: async (mailbox) => mailboxOf(mailbox)?.head ?? 0,
    boxesAfter: async (...page) => boxesAfter(...page),
    idsAfter: async (...page) => idsAfter(...page),
    sweep: async (today, countMax) => sweep(today, countMax),
    close: async () => {
      await checkpoints.close();
      mark.close();
      database.close();
      lock.close();
    },
  };
}
