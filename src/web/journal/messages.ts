/** Words of the journal's screens. */
import type { JournalRefusal } from '#core';

const refusals: Readonly<Record<JournalRefusal, string>> = {
  'journal.refusal.not-there': 'This is no longer here.',
  'journal.refusal.no-words': 'Write a few words first.',
  'journal.refusal.words-too-long': 'This is longer than one entry can hold. Keep a part of it for the next one.',
  'journal.refusal.deleted': 'This was deleted. Bring it back first, then change it.',
};

export const en = {
  refusals,
  place: 'Journal',
  write: {
    title: 'What would you like to write?',
    titleEdit: 'Change it as you like',
    lead: 'Only your own devices can read it.',
    leadEdit: 'The new version takes the place of the old one.',
    words: 'Your words',
    prompts: 'A question to begin with',
    promptsList: 'Questions to begin with',
    without: 'Without a question',
    save: 'Keep it',
    saveEdit: 'Save',
  },
  list: {
    title: 'Journal',
    lead: 'Written by you, for you.',
    start: 'Write something',
    emptyTitle: 'Nothing here yet',
    empty: 'What you write will live here. Only you can read it, and nobody is told that you write.',
    read: (month: string) => `Read ${month}`,
    older: 'Earlier in this month',
    deleted: 'Deleted in the last seven days',
    until: (day: string) => `Can be brought back until ${day}`,
  },
  month: {
    empty: 'Nothing from this month is here.',
    open: 'Open',
    earlier: (month: string) => `Earlier: ${month}`,
    later: (month: string) => `Later: ${month}`,
    notAMonth: 'A month',
  },
  entry: {
    title: 'Journal entry',
    missing: 'This is not on this device',
    missingText: 'It was deleted, or it is in an earlier month, which the list can show.',
    asked: 'It began with',
    changed: 'Changed',
    mine: 'Only your own devices can read it. To tell somebody of it, copy the words that are for them into another practice.',
    edit: 'Change it',
    delete: 'Delete',
    deleted: (day: string) => `Deleted. You can bring it back until ${day}. After that no screen shows it any more.`,
    restore: 'Bring it back',
  },
};
