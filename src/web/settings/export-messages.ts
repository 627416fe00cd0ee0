/** Words for taking my things along, and for bringing them back from such a file. */
import { plural } from '../messages/language.ts';

export const exportEn = {
  title: 'Take my things with me',
  lead: 'What you wrote belongs to you. Here it is in a form that needs no app.',
  notLocked:
    'These files are not locked: whoever has one can read it. Keep them where only you look. A backup is the locked way.',
  page: 'Save a page to read or print',
  data: 'Save a data file',
  saved: (kilobytes: number) => `Saved, ${kilobytes} KB.`,
  what: 'What is in it',
  whatLines: [
    'All that you wrote, for yourself and for both. What you have deleted is not in it.',
    'What was shared with you, in plain words, with the day. What was taken back is only named.',
    'No signature and no key. It shows what you kept, and it proves nothing to anybody else.',
    'Nobody is told that you saved it.',
  ],
  backTitle: 'Bring things back',
  backLead: 'From a data file: what was yours alone comes back as yours alone. What is here already stays as it is.',
  backFirst: 'If you have your twelve words, come back with those first: they bring more, and need an empty device.',
  choose: 'Choose a data file',
  chosen: (name: string) => `Chosen: ${name}`,
  bring: 'Bring it back',
  working: 'Reading the file.',
  done: (count: number) =>
    plural('en', count, { one: 'One thing was brought back.', other: '# things were brought back.' }),
  known: 'Everything of yours in the file was here already.',
  pageFile: (day: string) => `my-words-${day}.html`,
  dataFile: (day: string) => `my-words-${day}.json`,

  doc: {
    title: 'What I wrote',
    lead: (day: string) => `Saved on ${day}. A copy of words, and no proof of anything.`,
    me: 'I',
    nothing: 'Nothing was written yet.',
    takenBack: 'was taken back, or cannot be read here',
    onlyMine: 'for myself',
    shared: 'shared',
  },

  refusals: {
    'not-a-copy': 'This is not a data file of this app. Choose another one. Nothing here has changed.',
    damaged: 'This file is not whole, so nothing was taken from it. Try another copy of it.',
    'newer-copy': 'This file was made by a newer version of the app. Update the app, then try again.',
    'too-big': 'This file is larger than such a file can be. Choose another one.',
    'nothing-mine': 'The file is whole, and holds nothing that was yours alone. Nothing here has changed.',
    'not-saved': 'There was no room to keep all of it. Free some space on this device, then bring it back once more.',
  },
};
