/**
 * The journal: the facts. All of them are mine: there is no shared kind, so nothing here has a way to the other.
 *
 * `journal/own-written` (birth), `own-changed` (a new version), `own-deleted`, `own-restored` (within the days of undo).
 */
import { type Json, limits } from '#kernel';
import { bodyField, bodyFields, readWords } from '../body.ts';
import type { DraftOf } from '../practice.ts';

export interface JournalWritten {
  readonly kind: 'journal/own-written';
  readonly words: string;
  /** The question it began with, as it stood on the screen; null: none. */
  readonly prompt: string | null;
}
export interface JournalChanged {
  readonly kind: 'journal/own-changed';
  readonly words: string;
}
export interface JournalMark {
  readonly kind: 'journal/own-deleted' | 'journal/own-restored';
}
export type JournalEvent = JournalWritten | JournalChanged | JournalMark;
/** With no shared event there is no draft into ours. */
export type JournalDraft = DraftOf<JournalEvent, never>;

const markKinds = ['journal/own-deleted', 'journal/own-restored'] as const;

const readEntryWords = readWords(limits.noteCharsMax);
const readPrompt = readWords(limits.lineCharsMax);

export function parseJournal(kind: string, body: Json): JournalEvent | null {
  const fields = bodyFields(body);
  if (fields === null) return null;
  const mark = markKinds.find((known) => known === kind);
  if (mark !== undefined) return { kind: mark };
  if (kind !== 'journal/own-written' && kind !== 'journal/own-changed') return null;
  const words = readEntryWords(bodyField(fields, 'words'));
  if (words === null) return null;
  if (kind === 'journal/own-changed') return { kind, words };
  const promptJson = bodyField(fields, 'prompt');
  const hasNone = promptJson === undefined || promptJson === null;
  const prompt = hasNone ? null : readPrompt(promptJson);
  return prompt === null && !hasNone ? null : { kind, words, prompt };
}

export function journalToBody(event: JournalEvent): Json {
  switch (event.kind) {
    case 'journal/own-written':
      return { words: event.words, prompt: event.prompt };
    case 'journal/own-changed':
      return { words: event.words };
    default:
      return {};
  }
}
