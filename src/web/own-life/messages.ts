/** Words of own life's screens. */
import type { Balance, BalanceField, OwnLifeRefusal, OwnLifeSubject, PartOfDay } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';

const refusals: Readonly<Record<OwnLifeRefusal, string>> = {
  'own-life.refusal.not-there': 'This is no longer here.',
  'own-life.refusal.not-yours': 'This is for the other one to decide.',
  'own-life.refusal.still-leaving': 'It is just about to go. Keep it back first, or wait a moment.',
  'own-life.refusal.alone': 'There is nobody here yet to share it with. It stays yours.',
  'own-life.refusal.no-words': 'Write a few words first.',
  'own-life.refusal.words-too-long': 'This is longer than a line. Make it a little shorter.',
  'own-life.refusal.no-day': 'Choose at least one day.',
  'own-life.refusal.already-shared': 'Both of you can read this already.',
  'own-life.refusal.not-shared': 'This is not shared.',
  'own-life.refusal.still-shared': 'Both of you can read this. Take it back first.',
  'own-life.refusal.withdrawn': 'This was taken back.',
};

const subjects: Readonly<Record<OwnLifeSubject, string>> = {
  people: 'My people',
  interests: 'What I love to do',
  plans: 'My plans',
};
const subjectChoices: Readonly<Record<OwnLifeSubject, string>> = {
  people: 'Somebody',
  interests: 'An interest',
  plans: 'A plan',
};
const parts: Readonly<Record<PartOfDay, string>> = {
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  day: 'All day',
};
const fields: Readonly<Record<BalanceField, string>> = {
  people: 'Time with my own people',
  interests: 'Time for what I love to do',
  alone: 'Time by myself',
  together: 'Time for the two of us',
};
const balance: Readonly<Record<Balance, string>> = {
  less: 'Less of it',
  right: 'As it is',
  more: 'More of it',
};

export const en = {
  refusals,
  place: 'A life of my own',
  subjects,
  home: {
    title: 'A life of my own',
    lead: 'Only you can read this page, but for the times that you share.',
    times: 'Time that is mine',
    timesNone: 'An hour counts. “Thursday evening: choir.”',
    addTime: 'Keep some time',
    theirs: (name: string) => `Times of ${name}’s own`,
    add: 'Add something that is mine',
    none: {
      people: 'Friends, family, the neighbour you like to talk to.',
      interests: 'What makes you forget the time.',
      plans: 'Something you look forward to or would like to try.',
    },
    balance: 'Look at the balance',
    balanceNote: 'For you alone.',
    shared: 'Shared',
    changed: 'Shared as it was before',
    mine: 'Yours alone',
    leaving: 'About to go',
    taken: 'Taken back',
    takenTitle: 'A time',
  },
  note: {
    title: 'What is yours?',
    titleEdit: 'Change it as you like',
    lead: 'Only your own devices can read it.',
    about: 'It is',
    subjects: subjectChoices,
    words: 'In your words',
    save: 'Keep it',
    delete: 'Delete',
  },
  form: {
    title: 'Which time is yours?',
    titleEdit: 'Change this time',
    lead: 'It is yours alone until you share it.',
    leadShared: (name: string) => `${wordToLabel(name)} sees the change when you share it anew.`,
    days: 'Days of each week',
    part: 'When',
    parts,
    words: 'What it is for',
    wordsHint: 'If you like. It can just be yours.',
    save: 'Keep it',
  },
  time: {
    title: 'Time that is mine',
    titleTheirs: (name: string) => `A time of ${name}’s own`,
    missing: 'This is not on this device',
    missingText: 'It was deleted, or it is in an earlier month.',
    mine: 'Only your own devices can read it.',
    ours: (name: string) => `You and ${name} can both read it. It needs nobody’s yes.`,
    changed: (name: string, was: string) => `${wordToLabel(name)} still reads it as it was: ${was}.`,
    leaving: (name: string) => `It goes to ${name} in a moment. Until then you can keep it back.`,
    taken: 'You took this back. It is yours alone.',
    takenTheirs: (name: string) => `${wordToLabel(name)} took this back.`,
    share: (name: string) => `Share it with ${name}`,
    shareChange: (name: string) => `Share the change with ${name}`,
    edit: 'Change it',
    withdraw: 'Take it back',
    delete: 'Delete',
    cheerTitle: 'Cheer, if you like',
    cheerNote: (name: string) => `One tap. Leaving it sends nothing, and the time is ${name}’s either way.`,
    youCheered: 'You said',
    cheered: (name: string) => `${wordToLabel(name)} says`,
    cheeredOther: 'A warm word that this version does not know yet.',
  },
  balance: {
    title: 'How is the balance?',
    lead: 'As you would like it just now. Only you can read it, and nothing is added up.',
    fields,
    words: balance,
    wish: 'One small thing you would like',
    wishHint: 'If you like.',
    save: 'Keep it',
    earlier: 'Looks before',
    wished: 'You would have liked',
    sentence: {
      less: (what: string) => `${what}: less of it`,
      right: (what: string) => `${what}: as it is`,
      more: (what: string) => `${what}: more of it`,
    },
    delete: 'Delete this look',
  },
};
