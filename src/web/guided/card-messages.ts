/** Words of guided practices that Today, Practices and Us show. */
import { wordToLabel } from '../check-in/feelings.ts';
export const en = {
  listCard: {
    title: 'Guided practices',
    line: 'Step by step, for two or for one. The app is quiet while you talk.',
    why: 'A talk goes better when each knows whose turn it is, and when nobody looks for a way out before both feel understood. The steps see to that, so that the two of you can look at each other.',
    evidenceNote:
      'It differs from one to the next: a few were tested, some rest on studies, some are what therapists do, some are our own ideas. Each says so before it begins.',
    leaves: 'What you write in the steps. Each practice says before it begins who can read it.',
  },
  start: 'Choose a practice',
  mine: 'Guided practices',
  today: {
    invited: (name: string, practice: string) => `${wordToLabel(name)} would like to do “${practice}” with you`,
    goesOn: (practice: string) => `“${practice}” goes on`,
    look: 'Have a look',
    goOn: 'Go on',
    notNow: 'Not now',
  },
  us: {
    whole: 'You two went through this',
    left: 'You two stopped in the middle',
  },
};
