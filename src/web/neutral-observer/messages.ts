/** Words of the neutral observer's screens. */
import type { NeutralRefusal } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';

const refusals: Readonly<Record<NeutralRefusal, string>> = {
  'neutral-observer.refusal.not-there': 'This is no longer here.',
  'neutral-observer.refusal.not-yours': 'This is for the other one to decide.',
  'neutral-observer.refusal.still-leaving': 'It is just about to go. Keep it back first, or wait a moment.',
  'neutral-observer.refusal.alone': 'There is nobody here yet to share it with. It stays yours.',
  'neutral-observer.refusal.no-words': 'Write a few words first.',
  'neutral-observer.refusal.words-too-long': 'This is longer than it can hold. Make it a little shorter.',
  'neutral-observer.refusal.nothing-chosen': 'Choose a part that has words in it.',
  'neutral-observer.refusal.already-shared': 'A copy of this was shared before.',
  'neutral-observer.refusal.not-shared': 'This is not shared.',
  'neutral-observer.refusal.still-shared': 'The other one can read a copy. Take that back first.',
};

export const en = {
  refusals,
  place: 'Neutral observer',
  about: {
    title: 'Which disagreement?',
    lead: 'One of the last months, best one that has cooled down. A few words are enough.',
    label: 'We were not of one mind when',
    afraid:
      'If you were afraid of the other one in it, leave this. A threat does not have two sides that you need to see.',
    begin: 'Begin',
  },
  write: {
    timer: 'Seven minutes for all three questions. Nothing ends when they are over.',
    continue: 'Continue',
    done: 'Done',
  },
  list: {
    title: 'The neutral observer',
    lead: 'One disagreement, seen by someone who wants the best for both.',
    start: 'Write for seven minutes',
    own: 'Yours alone',
    shared: 'Shared',
    older: 'Earlier',
    emptyTitle: 'Nothing here yet',
    empty: 'What you write will live here. It is yours alone, unless you share a copy of a part.',
    byMe: 'You',
    noAbout: 'A disagreement',
    leaving: 'About to go',
    taken: 'Taken back',
    afraid:
      'It is for ordinary quarrels. If you are afraid of the other one, do not use it to explain away what they do.',
  },
  detail: {
    missing: 'This is not on this device',
    missingText: 'It was deleted, or it is in an earlier month, which the list can show.',
    titleMine: 'Your look from outside',
    titleTheirs: (name: string) => `A look from outside, by ${name}`,
    about: 'The disagreement',
    mine: 'Only your own devices can read it.',
    leaving: (name: string) => `A copy goes to ${name} in a moment. Until then you can keep it back.`,
    shared: (name: string) => `You and ${name} can both read this`,
    own: 'Yours alone',
    ofOther: (name: string) => `You need not answer. If it moves something, tell ${name} in person.`,
    taken: 'You took this back.',
    takenTheirs: (name: string) => `${wordToLabel(name)} took this back.`,
    share: 'Share a part of it',
    edit: 'Go on writing',
    withdraw: 'Take it back',
    withdrawTitle: 'Take it back?',
    withdrawText: (name: string) =>
      `${wordToLabel(name)} no longer sees it, only that something was taken back. What was read stays read.`,
    delete: 'Delete',
    deleteTitle: 'Delete this text?',
    deleteText: 'Your devices no longer show it. Nobody is told.',
    keep: 'Keep it',
  },
  share: {
    title: 'Which parts would you like to share?',
    lead: (name: string) => `${wordToLabel(name)} gets a copy of these parts as they are now. The rest stays yours.`,
    choose: 'Parts',
    preview: (name: string) => `What ${name} will read`,
    share: (name: string) => `Share with ${name}`,
    alone: 'There is nobody here yet to share it with. It stays yours.',
  },
};
