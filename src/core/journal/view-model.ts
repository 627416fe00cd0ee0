/** The journal, as screens list it. */
import type { ThingId } from '../practice.ts';
import type { JournalEntry } from './fold.ts';

export type JournalById = ReadonlyMap<ThingId, JournalEntry>;

/** What I deleted can be brought back for a week: long enough to cool down, short enough to be rid of it. */
export const journalUndoMs = 7 * 24 * 3_600_000;

/** Deleted, and past bringing back: no screen shows it any more. */
export const isJournalGone = ({ deletedAtMs }: JournalEntry, nowMs: number): boolean =>
  deletedAtMs !== null && nowMs - deletedAtMs >= journalUndoMs;

/** Those that are kept, latest first. */
export const journalNewestFirst = (things: JournalById): readonly JournalEntry[] =>
  [...things.values()]
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .sort((a, b) => b.writtenAtMs - a.writtenAtMs || (a.id < b.id ? 1 : -1));

/** Those that can still be brought back, the last deleted first. */
export const journalDeleted = (things: JournalById, nowMs: number): readonly JournalEntry[] =>
  [...things.values()]
    .filter((entry) => entry.deletedAtMs !== null && !isJournalGone(entry, nowMs))
    .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0) || (a.id < b.id ? 1 : -1));
