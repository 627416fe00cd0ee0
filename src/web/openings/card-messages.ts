/** Words of openings that come with the device: its cards in Practices and on Today. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Openings',
    line: 'Say something about yourself, from light to deep.',
    why: 'To be known a little more can bring two people closer. Small steps in turns leave room for both: nobody has to say everything at once, or alone.',
    evidenceNote:
      'In lab studies, strangers who opened up in turns felt closer (Aron 1997, Sprecher 2013). We have not found a trial of this very exercise with couples.',
    leaves: 'What you write, for you alone until you share it. Whether you opened something stays with you.',
  },
  start: 'Choose a question',
  mine: 'Openings',
  today: {
    shared: (name: string) => `${wordToLabel(name)} shares something with you`,
    line: 'For a calm moment. Nobody is told when you open it.',
    look: 'Look at it',
    warm: (name: string) => `${wordToLabel(name)} has a warm word for you`,
    read: 'Read it',
  },
};
