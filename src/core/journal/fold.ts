/**
 * The journal: what the facts make. Only what my own devices wrote in my own space counts, whoever may have named the
 * same id elsewhere. The last version stands, and so does the last word on whether it is deleted.
 */
import type { Recorded, ThingId } from '../practice.ts';
import type { JournalEvent } from './events.ts';

export interface JournalEntry {
  readonly id: ThingId;
  readonly writtenAtMs: number;
  readonly words: string;
  readonly prompt: string | null;
  /** null: as first written. */
  readonly changedAtMs: number | null;
  /** null: it is kept. */
  readonly deletedAtMs: number | null;
}

export function foldJournal(recorded: readonly Recorded<JournalEvent>[]): JournalEntry | null {
  let born: JournalEntry | null = null;
  let changed: { readonly words: string; readonly atMs: number } | null = null;
  let deletedAtMs: number | null = null;
  for (const { event, thing, space, who, atMs } of recorded) {
    if (space !== 'mine' || who !== 'me') continue;
    switch (event.kind) {
      case 'journal/own-written': {
        const { words, prompt } = event;
        born ??= { id: thing, writtenAtMs: atMs, words, prompt, changedAtMs: null, deletedAtMs: null };
        break;
      }
      case 'journal/own-changed':
        changed = { words: event.words, atMs };
        break;
      case 'journal/own-deleted':
        deletedAtMs = atMs;
        break;
      case 'journal/own-restored':
        deletedAtMs = null;
        break;
    }
  }
  if (born === null) return null;
  return { ...born, words: changed?.words ?? born.words, changedAtMs: changed?.atMs ?? null, deletedAtMs };
}
