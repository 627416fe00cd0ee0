/** Words for keeping things safe: devices, recovery phrase, backup, coming back. */
import { plural } from '../messages/language.ts';

export const meEn = {
  devices: {
    lead: 'Everything that is yours can be read on these devices, and on no other.',
    unknown:
      'If there is one you do not know, someone else may be reading along. Taking it off the list can be noticed, so think first about what is safe for you.',
    add: 'Add a device',
    remove: 'Take off the list',
    removeOf: (name: string) => `Take off the list: ${name}`,
    removeTitle: (name: string) => `Take ${name} off the list?`,
    removeWhat: [
      'From then on it gets nothing new.',
      'What it has read already stays on it, until it is erased there.',
      'If you have a recovery phrase, it ends too. You can make a new one afterwards.',
    ],
    removeNow: 'Take it off',
    keep: 'Leave it on the list',
    removedMark: 'taken off the list',
    written: {
      title: 'Written in your name',
      lead: 'When, and from which of your devices, newest first. Only you can see this.',
      none: 'Nothing yet.',
      aDevice: 'another device',
      notMine: 'Something here is not from you?',
      what: [
        'Somebody may have held this device, or another one of yours, while it was open. You need not say anything to anybody, and nothing has to be decided now.',
        'Open it, and take it back where it stands. What somebody has read cannot be unread.',
        'A lock keeps this device closed while you are away from it.',
      ],
      lock: 'The lock',
    },
    removed:
      'It is off the list. Old recovery words have ended with it. You can make new ones when you have a quiet moment.',
  },

  phrase: {
    place: 'Recovery phrase',
    introTitle: 'Twelve words that bring everything back',
    intro: [
      'If this device is lost, twelve words on paper bring everything back. Nobody else has a copy of them, and nobody can make you new ones.',
      'For this, a sealed copy of what you write is kept on the server, even while you are alone. The server cannot read it.',
      'Whoever finds the words can read what is yours and what you two share. Keep them where only you look.',
    ],
    isYourTime: 'Have paper and a pen ready, and a moment alone.',
    show: 'Show me the words',
    wordsTitle: 'Write these down, in order',
    wordsLead: 'On paper. A photo may be copied to places you do not see.',
    written: 'I have written them down',
    drillTitle: 'Try it once, from your paper',
    drillLead: 'Three of the words, so that you know your paper works.',
    wordNumber: (number: number) => `Word ${number}`,
    check: 'Check',
    notYet: 'That is not quite what we have. Look at your paper again, or see the words once more.',
    again: 'See the words again',
    doneTitle: 'Your paper works',
    done: 'Put it where only you look. You can try it again from here at any time.',
    hasTitle: 'You have a recovery phrase',
    has: 'Trying it shows that your paper is where you think, and can be read.',
    tryIt: 'Try it with my paper',
    hide: 'Done',
    print: 'Print a card',
    tryWhole: 'Try the whole card',
    tryWholeHint: 'All twelve words, as if this device were lost.',
    wholeTitle: 'Type what is on your card',
    wholeLead: 'Nothing changes here, whatever you type. A word that cannot be read: write x in its place.',
    tryNow: 'Try it now',
    card: {
      title: 'Keep this where only you look',
      lead: 'These twelve words, in this order, open what their owner wrote, on a new phone or computer. Nobody else needs them.',
      where: 'Address on the card',
      wheres: { none: 'Leave it out', address: 'Print it' },
      whereHint: 'With the address it is easier to come back. Without it, the card says nothing to others.',
      printer: 'Some printers keep a copy of what they print. Writing by hand is the quietest way.',
      now: 'Print',
    },
    getReady: 'Getting your words ready.',
  },

  trial: {
    works: 'This card works. With these words everything would come back.',
    fits: 'These words fit together. Whether anything is kept for them shows when you come back with them.',
    another: 'These words belong together, but to another card. The ones that count on this device are others.',
    ended: 'These words counted once, and ended when a device was taken off the list. A new card is needed.',
    'not-together':
      'Each of these is a word of ours, yet together they do not fit. One may be another word, or two may have changed places.',
    count: (count: number) =>
      plural('en', count, {
        one: 'One word is here, and a card has twelve. If some cannot be read, write x in their place.',
        other: '# words are here, and a card has twelve. If some cannot be read, write x in their place.',
      }),
    unknown: (number: number, word: string) => `Word ${number}, “${word}”, is none of ours.`,
    meant: 'Did you mean one of these?',
    unreadable: 'Nothing near to it is known. Look at the paper once more, in good light.',
    differs: (numbers: string) =>
      `Almost. On the card that counts, this place is different: ${numbers}. Look there, then try again.`,
    stillHere: 'Your words are still on this device. You can see them again, and write a new card.',
  },

  backup: {
    title: 'Backup',
    lead: 'One locked file with everything on this device. Only your recovery phrase opens it.',
    needsPhrase: 'The file opens with your recovery phrase, so that comes first.',
    makePhrase: 'Make a recovery phrase',
    export: 'Save a backup file',
    exported: (kilobytes: number) => `Saved, ${kilobytes} KB. Keep it somewhere other than this device.`,
    fileName: (day: string) => `attune-${day}.backup`,
    notSaved: 'The file could not be made just now. Nothing was lost. Try again in a while.',
    remind: 'A quiet word on Today when the last file is old',
    reminds: { on: 'Yes', off: 'No' },
    importNote: 'A file can be brought back to a device on which nothing has been written yet.',
  },

  restore: {
    place: 'Welcome back',
    title: 'How would you like to come back?',
    phrase: { label: 'With my twelve words', hint: 'Fetches what the server keeps sealed for you.' },
    file: { label: 'With a backup file', hint: 'And the twelve words that open it.' },
    device: { label: 'From my other device', hint: 'It shows a link or a code for this one.' },
    partner: {
      label: 'With my partner’s help',
      hint: 'Brings back what you two shared, and nothing that was only yours.',
    },
    phraseTitle: 'Your twelve words',
    phraseLead: 'In order, with spaces between. The first four letters of each are enough.',
    words: 'Twelve words',
    server: 'Address of the server',
    serverHint: 'Leave it as it is, unless you used another.',
    bringBack: 'Bring everything back',
    working: 'Bringing back what the server keeps for you. This can take a minute.',
    workingFile: 'Reading the file.',
    fileTitle: 'Your backup file',
    chooseFile: 'Choose the file',
    chosen: (name: string) => `Chosen: ${name}`,
    copy: { label: 'With a data file that I saved', hint: 'Brings back what was mine alone.' },
    deviceTitle: 'On your other device',
    deviceSteps: [
      'Open Attune there, and choose Me, then My devices, then Add a device.',
      'It shows a code. Point the camera of this device at it, or send yourself the link.',
      'Open the link on this device.',
    ],
    partnerTitle: 'On your partner’s device',
    partnerSteps: [
      'Ask them to open Attune, and to choose Us, then “Bring you back” with your name in it.',
      'Open their link or code on this device, and say there that you have shared before.',
      'Say the four words to each other. Then what you two shared comes over.',
      'What was only yours is not on their device. It comes back with your twelve words or your backup file, and in no other way.',
    ],
    deviceLink: 'I have the link',
    doneTitle: 'Welcome back',
    done: 'What the server kept for you is here again.',
    doneFile: (count: number) =>
      plural('en', count, { one: 'One entry was brought back.', other: '# entries were brought back.' }),
    nothingNew: 'Everything in the file was here already.',
    toToday: 'To Today',
  },

  refusals: {
    'wrong-words':
      'These words do not fit together. One may be misspelt, or two may have changed places. Look at your paper once more.',
    'nothing-found':
      'The words fit together, but this server keeps nothing for them. If you used another server, give its address. A backup file works too.',
    'no-connection': 'There is no connection to the server right now. Nothing is lost. Try again in a while.',
    'has-entries':
      'Something has been written on this device already. To come back with your words, erase this device first, in Settings.',
    'not-a-backup': 'This file is not a backup of Attune. Choose another one.',
    damaged:
      'These words do not open this file. They may belong to another one, or the file is damaged. Nothing here has changed. Look at your paper, or try another copy.',
    'newer-backup': 'This file was made by a newer version of Attune. Update the app, then try again.',
    'too-big': 'This file is larger than a backup can be. Choose another one.',
  },
};
