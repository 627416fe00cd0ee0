/** Words for keeping things safe: devices, recovery phrase, backup, coming back. */
import { plural } from '../messages/language.ts';

export const meEn = {
  devices: {
    lead: 'Everything that is yours can be read on these devices, and on no other.',
    unknown:
      'If there is one you do not know, someone else may be reading. Erase it there if you can, and think about what is safe to do first.',
    add: 'Add a device',
    remove: 'Take off the list',
    removeOf: (name: string) => `Take ${name} off the list`,
    removeTitle: (name: string) => `Take ${name} off the list?`,
    removeWhat: [
      'From then on it gets nothing new, and all keys change.',
      'What it has read already stays on it, until it is erased there.',
      'Your recovery phrase ends with it. Make a new one afterwards.',
    ],
    removeNow: 'Take it off',
    removed: 'It is off the list. Make a new recovery phrase when you have a quiet moment.',
  },

  phrase: {
    place: 'Recovery phrase',
    introTitle: 'Twelve words that bring everything back',
    intro: [
      'If this device is lost, twelve words on paper open everything again. They are the only way: nobody else has a copy, and we cannot reset it.',
      'With them, a sealed copy is kept on the server. It cannot read it.',
      'Whoever has the words can read what is yours. Keep them where only you look.',
    ],
    isYourTime: 'Have paper and a pen ready, and a moment alone.',
    show: 'Show me the words',
    wordsTitle: 'Write these down, in order',
    wordsLead: 'On paper. A photo would be copied to places you do not see.',
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
    has: 'It was made on this device. Trying it from time to time keeps it useful.',
    tryIt: 'Try it with my paper',
    hide: 'Done',
    getReady: 'Getting your words ready.',
  },

  backup: {
    title: 'Backup',
    lead: 'One encrypted file with everything on this device. It opens with your recovery phrase, and only with it.',
    needsPhrase: 'The file opens with your recovery phrase, so that comes first.',
    makePhrase: 'Make a recovery phrase',
    export: 'Save a backup file',
    exported: (kilobytes: number) => `Saved, ${kilobytes} KB. Keep it somewhere else than this device.`,
    fileName: (day: string) => `attune-${day}.backup`,
    import: 'Bring back from a file',
    importNote: 'Entries that are here already stay as they are.',
  },

  restore: {
    place: 'Welcome back',
    title: 'How would you like to come back?',
    phrase: { label: 'With my twelve words', hint: 'Fetches what the server keeps sealed for you.' },
    file: { label: 'With a backup file', hint: 'And the twelve words that open it.' },
    device: { label: 'From my other device', hint: 'It shows a link or a code for this one.' },
    phraseTitle: 'Your twelve words',
    phraseLead: 'In order, with spaces between. The first four letters of each are enough.',
    words: 'Twelve words',
    server: 'Address of the server',
    serverHint: 'As it is, unless you used another.',
    bringBack: 'Bring everything back',
    working: 'Bringing back what the server keeps for you. This can take a minute.',
    workingFile: 'Reading the file.',
    fileTitle: 'Your backup file',
    chooseFile: 'Choose the file',
    chosen: (name: string) => `Chosen: ${name}`,
    deviceTitle: 'On your other device',
    deviceSteps: [
      'Open Attune there, and choose Me, then My devices, then Add a device.',
      'It shows a code. Point the camera of this device at it, or send yourself the link.',
      'Open the link on this device.',
    ],
    deviceLink: 'I have the link',
    doneTitle: 'Welcome back',
    done: 'Everything is here again.',
    doneFile: (count: number) =>
      plural('en', count, { one: 'One entry was brought back.', other: '# entries were brought back.' }),
    nothingNew: 'Everything in the file was here already.',
    toToday: 'To Today',
  },

  refusals: {
    'wrong-words': 'These words do not belong together. One may be misspelt, or two may have changed places.',
    'nothing-found': 'The words are good, but this server keeps nothing for them. Perhaps you used another server.',
    'no-connection': 'There is no connection to the server right now. Nothing is lost; try again in a while.',
    'has-entries':
      'Something has been written on this device already. To come back with your words, erase this device first, in Settings.',
    'not-a-backup': 'This file is not a backup of Attune.',
    damaged:
      'This file has been damaged, so it was left alone. Nothing here has changed. If there is another copy, try that one.',
    'newer-backup': 'This file was made by a newer version of Attune. Update the app, then try again.',
    'too-big': 'This file is larger than a backup can be.',
  },
};
