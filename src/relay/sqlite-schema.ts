/**
 * The tables of the SQLite store, and the questions asked before one is opened for writing.
 *
 * `box` is a log in the order of arrival, without any index beside its row number: so a commit writes one or two
 * pages, however many mailboxes it touches. `place` and `shelf` find boxes by id and by position; they are written
 * in bulk behind the log, up to `store.indexed_end`, and what came later is held in memory (docs/decisions/0011).
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { assert } from '#kernel';
import { errorToStoreProblem, type StoreProblem } from './store-problem.ts';

export const schemaVersion = 1;
/** `attn`, so that a database of another program is not taken for ours. */
const applicationId = 0x6174746e;

/** Everything that a relay stores, by table: the published list. A test compares it with the real tables. */
export const storedFields: Readonly<Record<string, readonly string[]>> = {
  store: ['id', 'incarnation', 'opens', 'indexed_end', 'log_floor', 'trusted_day', 'waiting_day'],
  mailbox: ['id', 'mailbox', 'head', 'bytes_0', 'bytes_1'],
  box: ['id', 'mailbox', 'position', 'writer', 'expiry_day', 'box_id', 'box'],
  place: ['mailbox', 'box_id', 'position'],
  shelf: ['mailbox', 'position', 'box'],
};

const schema = `
  CREATE TABLE store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    incarnation BLOB NOT NULL,
    opens INTEGER NOT NULL,
    indexed_end INTEGER NOT NULL,
    log_floor INTEGER NOT NULL,
    trusted_day INTEGER NOT NULL,
    waiting_day INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE mailbox (
    id INTEGER PRIMARY KEY,
    mailbox BLOB NOT NULL UNIQUE,
    head INTEGER NOT NULL,
    bytes_0 INTEGER NOT NULL,
    bytes_1 INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE box (
    id INTEGER PRIMARY KEY,
    mailbox INTEGER NOT NULL,
    position INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    expiry_day INTEGER NOT NULL,
    box_id BLOB NOT NULL,
    box BLOB NOT NULL
  ) STRICT;
  CREATE INDEX box_by_expiry ON box (expiry_day) WHERE expiry_day <> 0;
  CREATE TABLE place (
    mailbox INTEGER NOT NULL,
    box_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (mailbox, box_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE shelf (
    mailbox INTEGER NOT NULL,
    position INTEGER NOT NULL,
    box INTEGER NOT NULL,
    PRIMARY KEY (mailbox, position)
  ) STRICT, WITHOUT ROWID;
`;

/** Two columns hold a quota each: one per writer. */
export const quotaColumns = ['bytes_0', 'bytes_1'] as const;

const quickCheckBytesMax = 16 * 1024 * 1024;
const walHeaderBytes = 32;
const walFrameHeadBytes = 24;

/** Looks without touching: SQLite opens the file read-only, and closing it changes nothing. null: fine, or not there. */
export function storeProblemOf(path: string): StoreProblem | null {
  if (!existsSync(path) || statSync(path).size === 0) return null;
  const damaged: StoreProblem = { type: 'damaged', path };
  if (!hasPlausibleLength(path)) return damaged;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    if (numberOf(database, 'PRAGMA application_id') !== applicationId) return damaged;
    const version = numberOf(database, 'PRAGMA user_version');
    if (version > schemaVersion) return { type: 'newer', path };
    if (version !== schemaVersion || !hasAllPages(database, path)) return damaged;
    if (statSync(path).size > quickCheckBytesMax) return null;
    return database.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok' ? null : damaged;
  } catch (error) {
    const problem = errorToStoreProblem(error, path);
    if (problem === null) throw error;
    return problem;
  } finally {
    database?.close();
  }
}

/** The first bytes are SQLite's, and without a WAL the file is as long as its header says (sqlite.org/fileformat2). */
function hasPlausibleLength(path: string): boolean {
  const head = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const count = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (count < head.length || head.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false;
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const hasWal = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  return hasWal || statSync(path).size >= head.readUInt32BE(28) * pageBytes;
}

/** Every page that the file lacks must be in the WAL. */
function hasAllPages(database: DatabaseSync, path: string): boolean {
  const pageBytes = numberOf(database, 'PRAGMA page_size');
  const lacking = numberOf(database, 'PRAGMA page_count') - Math.floor(statSync(path).size / pageBytes);
  const wal = `${path}-wal`;
  const walBytes = existsSync(wal) ? statSync(wal).size : 0;
  return lacking <= Math.max(0, Math.floor((walBytes - walHeaderBytes) / (pageBytes + walFrameHeadBytes)));
}

export function numberOf(database: DatabaseSync, sql: string): number {
  const value = Object.values(database.prepare(sql).get() ?? {})[0];
  assert(typeof value === 'number', 'the question has a number for an answer');
  return value;
}

/** Opens for writing, makes the tables when there are none. `bytesMax`: the host's limit on the size of the file. */
export function openDatabase(path: string, incarnation: Uint8Array, bytesMax: number | null): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA page_size = 4096;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA cache_size = -16384;
    PRAGMA busy_timeout = 5000;
  `);
  if (bytesMax !== null)
    database.exec(
      `PRAGMA max_page_count = ${Math.max(1, Math.floor(bytesMax / numberOf(database, 'PRAGMA page_size')))}`,
    );
  if (numberOf(database, 'PRAGMA user_version') === 0) {
    database.exec('BEGIN IMMEDIATE');
    database.exec(schema);
    database.prepare('INSERT INTO store VALUES (1, ?, 0, 0, 0, 0, 0)').run(incarnation);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  }
  return database;
}
