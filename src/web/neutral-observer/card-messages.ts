/** Words of the neutral observer that the first load needs: its cards in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'The neutral observer',
    line: 'Seven minutes on one disagreement, as someone who wants the best for both would see it.',
    why: 'In a quarrel each of us sees one half. Someone who wishes you both well sees two halves of one thing. Taking that place for a while lets old anger go sooner.',
    evidenceNote:
      'A trial with 120 married couples ran for two years (2013). In the second year half of them wrote in this way, 21 minutes in all, and their marriages stopped losing quality. The questions here are in our own words.',
    leaves: 'Your text, on your own devices. You can share a copy of some parts. Nobody is told that you wrote.',
  },
  start: 'Write for seven minutes',
  mine: 'Neutral observer',
  today: {
    title: 'Seven minutes, seen from outside',
    'after-talk': 'There was a hard moment. How would someone see it who wants the best for both of you?',
    'four-months': 'Some months have gone by since the last time. Is there something worth a calm look?',
    write: 'Write',
    rest: 'Not now',
    shared: (name: string) => `${wordToLabel(name)} shares a look from outside`,
    sharedAction: 'Read it',
  },
  us: {
    mine: 'Your look from outside',
    theirs: (name: string) => `A look from outside, by ${name}`,
  },
};
