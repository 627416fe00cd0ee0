/**
 * Is this store the continuation of the one before? A small file beside the database holds the incarnation id, how
 * often the store was opened, and how far its log had come; the database holds id and openings too. A plain crash
 * leaves both in agreement. A database that was put back from a backup is behind the file, and gets a new id, so that
 * devices offer again what they hold. What this cannot see: docs/decisions/0012-incarnation.md.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type Bytes, bytesToHex, hexToBytes } from '#kernel';

export interface IncarnationMark {
  readonly incarnation: Bytes;
  /** How often the store was opened, this time included. */
  readonly opens: number;
  /** The newest number in the log of boxes that was certainly on disk. */
  readonly logEnd: number;
  /** True from before the database counts this opening until after. */
  readonly isOpening: boolean;
}

/** True when the database can only be what the file last saw, or grew from it. */
export function isContinuation(
  database: Pick<IncarnationMark, 'incarnation' | 'opens' | 'logEnd'>,
  file: IncarnationMark | null,
): boolean {
  if (file === null || bytesToHex(file.incarnation) !== bytesToHex(database.incarnation)) return false;
  const isSameOpening = database.opens === file.opens || (file.isOpening && database.opens === file.opens - 1);
  return isSameOpening && database.logEnd >= file.logEnd;
}

// Every field has a fixed width, so that the log field can be overwritten in place.
const header = 'attune incarnation 1\n';
const digits = 16;
const logFieldAt = header.length + 32 + 1 + digits + 1;
const pattern = /^attune incarnation 1\n([0-9a-f]{32})\n(\d{16})\n(\d{16})\n([ot])\n$/;

const numberToField = (value: number): string => String(value).padStart(digits, '0');

export function incarnationMarkToText(mark: IncarnationMark): string {
  const state = mark.isOpening ? 't' : 'o';
  return `${header}${bytesToHex(mark.incarnation)}\n${numberToField(mark.opens)}\n${numberToField(mark.logEnd)}\n${state}\n`;
}

/** null when it is not one of ours, or torn. */
export function textToIncarnationMark(text: string): IncarnationMark | null {
  const [, hex, opens, logEnd, state] = pattern.exec(text) ?? [];
  const incarnation = hexToBytes(hex ?? '');
  if (incarnation === null || incarnation.length === 0) return null;
  return { incarnation, opens: Number(opens), logEnd: Number(logEnd), isOpening: state === 't' };
}

export function readIncarnationFile(path: string): IncarnationMark | null {
  try {
    return textToIncarnationMark(readFileSync(path, 'latin1'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces the file as a whole; it is on disk when this returns. */
export function writeIncarnationFile(path: string, mark: IncarnationMark): void {
  const file = openSync(`${path}.new`, 'w');
  try {
    writeSync(file, incarnationMarkToText(mark));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

export interface LogMark {
  /** Not synced: after a power cut the mark may be behind the database, never ahead of it. */
  readonly advance: (logEnd: number) => void;
  readonly close: () => void;
}

/** Keeps the log field of the file up to date; costs one small write to the page cache. */
export function openLogMark(path: string): LogMark {
  const file = openSync(path, 'r+');
  return {
    advance: (logEnd) => void writeSync(file, numberToField(logEnd), logFieldAt),
    close: () => closeSync(file),
  };
}
