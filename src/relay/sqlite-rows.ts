/** Rows of SQLite, read by name. A STRICT table cannot hold another type, so a wrong one is a defect of a query. */
import type { SQLOutputValue } from 'node:sqlite';
import { assert, type Bytes } from '#kernel';

export type Row = Record<string, SQLOutputValue>;

export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  assert(typeof value === 'number', `the column ${column} is a number`);
  return value;
}

export function bytesIn(row: Row | undefined, column: string): Bytes {
  const value = row?.[column];
  assert(value instanceof Uint8Array, `the column ${column} is bytes`);
  return value;
}
