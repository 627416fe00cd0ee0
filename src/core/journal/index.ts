/** The front door of the journal. */
import type { Practice } from '../practice.ts';
import { decideJournal, type JournalCommand } from './decide.ts';
import { type JournalEvent, journalToBody, parseJournal } from './events.ts';
import { foldJournal, type JournalEntry } from './fold.ts';
import { isJournalGone } from './view-model.ts';

export type { JournalCommand, JournalRefusal } from './decide.ts';
export type { JournalDraft, JournalEvent } from './events.ts';
export type { JournalEntry } from './fold.ts';
export {
  isJournalGone,
  type JournalById,
  journalDeleted,
  journalNewestFirst,
  journalUndoMs,
} from './view-model.ts';

export const journal: Practice<JournalEvent, JournalEntry, JournalCommand> = {
  key: 'journal',
  parse: parseJournal,
  toBody: journalToBody,
  fold: foldJournal,
  /** What can still be brought back stays at hand, however old it is. */
  isOpen: (entry, nowMs) => entry.deletedAtMs !== null && !isJournalGone(entry, nowMs),
  decide: decideJournal,
};
