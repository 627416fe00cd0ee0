/** The journal: what I may do. Whether there is a partner makes no difference to anything here. */
import { err, limits, ok, type Result } from '#kernel';
import type { Context, Refusal, ThingId } from '../practice.ts';
import { typedText } from '../text.ts';
import type { JournalDraft, JournalEvent } from './events.ts';
import type { JournalEntry } from './fold.ts';
import { isJournalGone } from './view-model.ts';

export type JournalCommand =
  | {
      readonly practice: 'journal';
      readonly type: 'write';
      readonly words: string;
      readonly prompt: string | null;
    }
  /** A new version in place of the old one. */
  | { readonly practice: 'journal'; readonly type: 'change'; readonly thing: ThingId; readonly words: string }
  /** `restore` within a week of `delete`. */
  | { readonly practice: 'journal'; readonly type: 'delete' | 'restore'; readonly thing: ThingId };

export type JournalRefusal =
  | 'journal.refusal.not-there'
  | 'journal.refusal.no-words'
  | 'journal.refusal.words-too-long'
  | 'journal.refusal.deleted';

const refuse = (refusal: JournalRefusal, field?: string) => err(field === undefined ? { refusal } : { refusal, field });
const own = (thing: ThingId, event: JournalEvent): JournalDraft => ({ thing, space: 'mine', event });

export function decideJournal(
  things: ReadonlyMap<ThingId, JournalEntry>,
  command: JournalCommand,
  context: Context,
): Result<readonly JournalDraft[], Refusal> {
  if (command.type === 'write') {
    const words = typedWords(command.words);
    if (!words.ok) return words;
    const prompt = command.prompt === null ? '' : typedText(command.prompt);
    if (prompt.length > limits.lineCharsMax) return refuse('journal.refusal.words-too-long', 'prompt');
    const event = { kind: 'journal/own-written', words: words.value, prompt: prompt === '' ? null : prompt } as const;
    return ok([own(context.newId(), event)]);
  }
  const entry = things.get(command.thing);
  if (entry === undefined || isJournalGone(entry, context.nowMs)) return refuse('journal.refusal.not-there');
  const isDeleted = entry.deletedAtMs !== null;
  switch (command.type) {
    case 'change': {
      if (isDeleted) return refuse('journal.refusal.deleted');
      const words = typedWords(command.words);
      if (!words.ok) return words;
      return ok(
        words.value === entry.words ? [] : [own(entry.id, { kind: 'journal/own-changed', words: words.value })],
      );
    }
    case 'delete':
      return ok(isDeleted ? [] : [own(entry.id, { kind: 'journal/own-deleted' })]);
    case 'restore':
      return ok(isDeleted ? [own(entry.id, { kind: 'journal/own-restored' })] : []);
  }
}

function typedWords(typed: string): Result<string, Refusal> {
  const words = typedText(typed);
  if (words === '') return refuse('journal.refusal.no-words', 'words');
  return words.length > limits.noteCharsMax ? refuse('journal.refusal.words-too-long', 'words') : ok(words);
}
