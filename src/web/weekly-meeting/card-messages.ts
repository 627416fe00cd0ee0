/** Words of the weekly meeting that come with the device: its cards in Practices and on Today. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Weekly meeting',
    line: 'Half an hour for the two of you: good things first, then one topic.',
    why: 'With a set time to talk, small things need not come up at a bad moment. Good things first helps both of you to listen.',
    evidenceNote:
      'Many who work with couples suggest a fixed time each week. We have not found a trial of this form of it.',
    leaves:
      'Your notes stay yours. What you bring is shared once both of you have brought something; you can take it back. A yes to a time becomes a promise.',
  },
  start: 'Your weekly meeting',
  mine: 'Weekly meeting',
  today: {
    proposed: (name: string) => `${wordToLabel(name)} would like a weekly meeting`,
    look: 'Have a look',
    due: 'Your weekly meeting',
    now: 'Now, or when it suits you both.',
    bring: 'Choose what you bring',
    begun: 'Your weekly meeting is open',
    begunLine: 'Both of you have brought what you wanted to bring.',
    go: 'Go to it',
  },
};
