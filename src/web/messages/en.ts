/**
 * English words of the shell and of the screens that open at once. Screens that load later carry theirs in a
 * `messages.ts` of their own. House voice: short, warm, adult, plain; no exclamation marks; what *you* can do.
 */
import { plural } from './language.ts';

export const en = {
  appName: 'Attune',
  /** How the app is called from outside. */
  covers: { attune: 'Attune', notes: 'Notes' },
  skip: 'Skip to content',
  navigation: 'Main',
  help: 'Help',
  helpNote: 'When this is not enough. It leaves no trace',
  exit: 'Exit',
  exitLabel: 'Exit: an empty page at once',
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
    mine: { label: 'Mine', hint: 'Only your own devices can read it.' },
    later: { label: 'Mine for now', hint: 'Only you can read it, until you choose to share it.' },
    sealed: {
      label: 'Sealed until both',
      hint: (name: string) => `Closed until you and ${name} have both written. Then both open at once.`,
    },
    ours: { label: 'Ours', hint: (name: string) => `You and ${name} can both read it.` },
  },

  today: {
    dayAndPart: {
      night: (day: string) => `${day} night`,
      morning: (day: string) => `${day} morning`,
      afternoon: (day: string) => `${day} afternoon`,
      evening: (day: string) => `${day} evening`,
    },
    first: 'A quiet place to practise trust',
    begin: 'How are you, right now?',
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
    backup: {
      title: 'Keep it safe',
      none: 'A locked file, kept somewhere else, brings back what you wrote if this device is lost.',
      old: 'Your last backup file is some months old. A fresh one holds what you wrote since.',
      make: 'Backup',
      later: 'Not now',
      never: 'No reminders',
    },
    returning: 'I have used Attune before',
  },

  practices: {
    title: 'Practices',
    lead: 'Each trains one small skill. Take what fits today.',
    none: 'Choose one to see what it asks of you and why it may help.',
    minutes: (from: number, to: number) => (from === to ? `${from} min` : `${from} to ${to} min`),
    people: { one: 'by yourself', two: 'for two', 'one-or-two': 'alone or together' },
    why: 'Why it may help',
    evidence: 'How sure is the research?',
    evidenceWords: {
      trial: 'Tested in trials',
      studies: 'Supported by studies',
      'clinical-practice': 'Used in clinical practice',
      idea: 'An idea worth trying',
    },
    leaves: 'What it leaves behind',
    begin: 'Begin',
    aside: 'Set aside',
    setAside: 'Set this practice aside',
    asideNote:
      'Not for you, or not now? Then it is offered no more on this device. What was written stays, and nobody is told.',
    isAside: 'Set aside on this device. Nobody is told.',
    takeUp: 'Take it up again',
  },

  us: {
    title: 'Us',
    aloneTitle: 'For one, and for two',
    aloneLead: 'Every practice works alone. With someone beside you, a few more things are possible.',
    twoAdds: [
      'Share a feeling or a promise on purpose, one at a time.',
      'Each write a check-in, sealed until both of you have.',
      'Say early that a promise will change, and hear “I saw that” when you kept one.',
    ],
    twoNever:
      'What you have written so far stays yours. Nothing is shared by inviting someone. Set it up yourself, on a device that only you can open.',
    invite: 'Invite someone',
    haveLink: 'I was sent a link',
    pairedLead: (name: string) => `What you and ${name} can both read.`,
    sharedTitle: 'Shared lately',
    emptyTitle: 'Nothing shared yet',
    empty: (name: string) => `When one of you shares something, it will live here. Only you and ${name} can read it.`,
    whoReads: 'Who can read what, from which device',
    mineRead: 'What is mine: only these',
    oursRead: 'What is ours: all of these',
    noOtherDevice: 'No other device can read it, and neither can the server in between.',
    countOf: (count: number) => plural('en', count, { one: 'One device', other: '# devices' }),
    unknownDevice: (name: string) =>
      `If you do not know one of ${name}’s devices, a calm question may help, if asking is safe for you. Your own devices are yours to change; you need not ask anyone.`,
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
    nothing: 'What you write will live here. Only your own devices can read it, unless you choose to share it.',
    keep: 'Keep it safe',
    phrase: 'Recovery phrase',
    phraseSet: 'Made. You can try it out here.',
    phraseUnset: 'Twelve words on paper, in case this device is lost.',
    devices: 'My devices',
    devicesCount: (count: number) => plural('en', count, { one: 'Only this one', other: '# devices' }),
    backup: 'Backup',
    backupNote: 'A locked file that only your phrase opens.',
    lock: 'Lock',
    lockOn: 'On. Your passphrase opens this device.',
    lockOff: 'Off. Whoever opens this browser can read here.',
    lockNow: 'Lock now',
    more: 'More',
    settings: 'Settings',
    server: 'What the server sees',
    about: 'About Attune',
  },

  window: {
    goes: (name: string, left: string) => `Goes to ${name} in ${left}`,
    keep: 'Keep it mine',
    keepLong: 'Keep it mine, do not send it',
    now: 'Send now',
    news: (name: string) => `Saved. It goes to ${name} in a moment. Until then you can keep it back.`,
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
    title: 'Attune is open in another tab or window',
    text: 'What you saved is there too. Only one writes at a time, so that nothing gets mixed up.',
    here: 'Use it here',
  },
  insecure: {
    title: 'This connection is not private',
    text: 'Attune needs a secure address to keep what you write private. Ask whoever runs it for one that begins with https. On the machine that runs it, localhost works too.',
  },
  closedStore: {
    title: 'This browser keeps nothing here',
    text: 'Attune saves on your device, and could not do so here. A private window or a full disk may be the reason. Use an ordinary window, or free some space, then try again.',
    again: 'Try again',
  },
  notFound: {
    title: 'There is nothing at this address',
    text: 'The link may be old, or a letter may be missing.',
    home: 'To Today',
  },

  notHere: {
    title: 'This part is not on your device yet',
    text: 'There seems to be no connection. What you saved is still on this device. Try again once you are online.',
  },

  notices: {
    title: 'Good to know',
    gap: {
      text: (whose: string) => `Some entries from ${whose} device have not arrived, though later ones have.`,
      next: 'They may still come. If this lasts for days, the server may be holding them back. Whoever runs it may know more.',
    },
    fork: {
      text: (whose: string) => `Two different histories came from ${whose} device.`,
      next: 'This happens when a device is copied, or brought back from an old copy. If that device is yours and you did neither, you can take it off the list: Me, then My devices.',
    },
    withheld: {
      text: (whose: string) =>
        `Another device has seen entries from ${whose} device that the server never gave to this one.`,
      next: 'Open Attune on the other device while both are online. If nothing changes, ask whoever runs the server.',
    },
    rollback: {
      text: 'The server had lost some entries. Your devices have given them back.',
      next: 'There is nothing for you to do.',
    },
    ahead: {
      text: (whose: string) => `A clock seems to be wrong: entries from ${whose} device are dated in the future.`,
      next: 'They appear when their time has come. Setting the date and time on that device helps.',
    },
    newer: {
      text: 'Some entries were written with a newer version of Attune.',
      next: 'They are kept, and you can read them once this device has the new version.',
    },
    foreign: {
      text: 'The server sent something that came from none of the devices on the list.',
      next: 'It was put aside, unread. There is nothing for you to do.',
    },
    relay: {
      text: 'The server does not take new entries at the moment.',
      next: 'Everything is saved here and will go by itself. If it stays so, tell whoever runs the server.',
    },
    mended: {
      text: 'A part of the copy on this device could not be read.',
      next: 'What the server or your other devices still have is fetched again. A backup file now and then helps.',
    },
  },
  whose: { me: 'your own', partner: (name: string) => `${name}’s` },
};

export type ShellMessages = typeof en;
