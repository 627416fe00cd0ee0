/**
 * English words of the shell and of the screens that open at once. Screens that load later carry theirs in a
 * `messages.ts` of their own. House voice: short, warm, adult, plain; no exclamation marks; what *you* can do.
 */
import { plural } from './language.ts';

export const en = {
  appName: 'Attune',
  skip: 'Skip to content',
  navigation: 'Main',
  places: { today: 'Today', practices: 'Practices', us: 'Us', me: 'Me' },

  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  pause: 'Pause',
  done: 'Done',
  continue: 'Continue',
  notNow: 'Not now',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  stepOf: (step: number, count: number) => `Step ${step} of ${count}`,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,

  you: 'You',
  theOther: 'your partner',
  bothOfYou: 'Both of you',

  visibility: {
    question: 'Who can read this?',
    mine: { label: 'Mine', hint: 'Stays on your own devices.' },
    later: { label: 'Mine for now', hint: 'Stays with you until you decide to share it.' },
    sealed: {
      label: 'Sealed until both',
      hint: (name: string) => `Closed until ${name} has written too. Then both open at once.`,
    },
    ours: { label: 'Ours', hint: (name: string) => `${name} can read it.` },
  },

  today: {
    dayAndPart: {
      night: (day: string) => `${day} night`,
      morning: (day: string) => `${day} morning`,
      afternoon: (day: string) => `${day} afternoon`,
      evening: (day: string) => `${day} evening`,
    },
    first: 'A quiet place to practise trust',
    greeting: {
      night: 'It is late. A small thing is enough',
      morning: 'A quiet moment before the day',
      afternoon: 'A quiet moment in between',
      evening: 'A quiet moment at the end of the day',
    },
    onlyHere: 'Only on this device until you choose otherwise.',
    onlyYours: 'What you write is yours until you share it.',
    cards: 'For today',
    orBegin: 'Or begin with',
    restTitle: 'Nothing needs you right now',
    rest: 'Look around in Practices if you feel like it, or close the app. Both are good.',
    firstNote: 'No account, no name. Begin wherever you like, and stop whenever you like.',
    returning: 'I have used Attune before',
  },

  practices: {
    title: 'Practices',
    lead: 'Each trains one small skill. Take what fits today.',
    none: 'Choose one to see what it asks of you and why it may help.',
    minutes: (from: number, to: number) => (from === to ? `${from} min` : `${from} to ${to} min`),
    people: { one: 'by yourself', two: 'for two', 'one-or-two': 'alone or together' },
    why: 'Why it may help',
    evidence: 'How sure is research?',
    evidenceWords: {
      trial: 'Tested in trials',
      studies: 'Supported by studies',
      'clinical-practice': 'Used in clinical practice',
      idea: 'An idea worth trying',
    },
    leaves: 'What it leaves behind',
    begin: 'Begin',
  },

  us: {
    title: 'Us',
    aloneTitle: 'For one, and for two',
    aloneLead: 'Everything here works alone. With someone beside you, a few things become possible.',
    twoAdds: [
      'Share a feeling or a promise on purpose, one at a time.',
      'Write about the same thing, sealed until you both have.',
      'Tell early that a promise will change, and see that it was heard.',
    ],
    twoNever: 'What you have written so far stays yours. Nothing is shared by inviting someone.',
    invite: 'Invite someone',
    haveLink: 'I was sent a link',
    pairedLead: (name: string) => `What you and ${name} both hold.`,
    sharedTitle: 'Shared lately',
    emptyTitle: 'Nothing shared yet',
    empty: (name: string) => `When one of you shares something, it will live here. Only you and ${name} can read it.`,
    whoReads: 'Who can read what, from which device',
    mineRead: 'What is mine: only these',
    oursRead: 'What is ours: all of these',
    noOtherDevice: 'Nobody else. The server in between cannot read any of it.',
    countOf: (count: number) => plural('en', count, { one: 'One device', other: '# devices' }),
    unknownDevice: (name: string) =>
      `A device you do not recognise is worth a calm question to ${name}, if asking is safe. You may also add, change and leave without asking anyone.`,
    talk: 'The best part happens away from the screen.',
  },

  devices: {
    thisOne: 'this device',
    paper: 'Recovery phrase on paper',
    since: 'since',
  },

  me: {
    title: 'Me',
    things: 'What I have written',
    nothingTitle: 'Nothing written yet',
    nothing: 'What you write will be listed here. Only your own devices can read it.',
    keep: 'Keep it safe',
    phrase: 'Recovery phrase',
    phraseSet: 'Made. Try it out from time to time.',
    phraseUnset: 'Twelve words on paper, in case this device is lost.',
    devices: 'My devices',
    devicesCount: (count: number) => plural('en', count, { one: 'Only this one', other: '# devices' }),
    backup: 'Backup',
    backupNote: 'An encrypted file that opens with your phrase.',
    more: 'More',
    settings: 'Settings',
    server: 'What the server sees',
    about: 'About Attune',
  },

  window: {
    goes: (name: string, left: string) => `Goes to ${name} in ${left}`,
    keep: 'Keep it mine',
    keepLong: 'Keep it mine, do not send',
    now: 'Send now',
    news: (name: string) => `Saved. It goes to ${name} in a moment. You can still keep it.`,
  },
  update: { ready: 'A new version is ready.', now: 'Use it now', later: 'Later' },
  offline: {
    some: (count: number) =>
      plural('en', count, {
        one: 'Saved here. It goes by itself when there is a connection.',
        other: 'All saved here. They go by themselves when there is a connection.',
      }),
  },
  earlier: 'Show earlier months',

  elsewhere: {
    title: 'Attune is open in another tab',
    text: 'Everything is saved. Only one tab writes at a time, so that nothing gets mixed up.',
    here: 'Use it here',
  },
  insecure: {
    title: 'This connection is not private',
    text: 'Attune locks what you write with keys that a browser only gives to secure pages. Open it with https, or on this machine itself.',
  },
  closedStore: {
    title: 'This browser keeps nothing here',
    text: 'Attune saves on your device, and this window does not allow it. A private window may be the reason. Open it in an ordinary one.',
    again: 'Try again',
  },
  notFound: {
    title: 'There is nothing at this address',
    text: 'The link may be old, or a letter may be missing.',
    home: 'To Today',
  },

  notHere: {
    title: 'This part has not been fetched yet',
    text: 'There seems to be no connection. Everything you wrote is safe on this device.',
  },

  notices: {
    title: 'Good to know',
    gap: {
      text: (whose: string) => `Some entries from ${whose} device have not arrived, though later ones have.`,
      next: 'They may still come. If this stays for days, the server may be holding them back; ask whoever runs it.',
    },
    fork: {
      text: (whose: string) => `Two different histories came from ${whose} device.`,
      next: 'This happens when a device was copied or restored from an old copy. Talk about it in person, and remove that device if neither of you did this.',
    },
    withheld: {
      text: (whose: string) =>
        `Another device has seen entries from ${whose} device that the server never gave to this one.`,
      next: 'Open Attune on the other device while both are connected. If nothing changes, ask whoever runs the server.',
    },
    rollback: {
      text: 'The server had lost some entries. Your devices have given them back.',
      next: 'Nothing for you to do.',
    },
    ahead: {
      text: (whose: string) => `A clock is wrong: entries from ${whose} device are dated in the future.`,
      next: 'They appear when their time has come. Check the date and time on that device.',
    },
    newer: {
      text: 'Some entries were written with a newer version of Attune.',
      next: 'They are kept, and you can read them once this device has the new version.',
    },
    removed: {
      text: 'This device was taken off the list by another of yours.',
      next: 'It keeps what it has and gets nothing new. If that was not you, look at the list on your other device.',
    },
    foreign: {
      text: 'The server sent something that neither of you wrote.',
      next: 'It was put aside and shown to nobody. You need not do anything.',
    },
    relay: {
      text: 'The server does not take new entries at the moment.',
      next: 'Everything is saved here and will go by itself. If it stays so, tell whoever runs the server.',
    },
    mended: {
      text: 'A part of the copy on this device could not be read.',
      next: 'It is being fetched again. A backup file from time to time is a good habit.',
    },
  },
  whose: { me: 'your own', partner: (name: string) => `${name}’s` },
};

export type ShellMessages = typeof en;
