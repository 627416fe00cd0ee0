/** Words of noticing that the first load needs: its card in Practices and on Today. */
import { wordToLabel } from '../check-in/feelings.ts';
export const en = {
  listCard: {
    title: 'Noticing',
    line: 'See a small sign, guess gently, and ask.',
    why: 'A guess can be wrong, and it feels right all the same. Asking is what tells you. With time you may see what you tend to read well, and what you tend to mistake for something else.',
    evidenceNote:
      'Lab studies found that trying to see with another’s eyes made people surer but no more right, while asking helped; diary studies of couples point the same way. Nobody has tested this exercise itself.',
    leaves: 'What you saw and guessed, for you alone. If you send a question, only the question goes.',
  },
  start: 'Notice something',
  mine: 'What I noticed',
  today: {
    asked: (name: string) => `${wordToLabel(name)} asks you something`,
    askedAction: 'Read the question',
    answered: (name: string) => `${wordToLabel(name)} has answered you`,
    answeredAction: 'Read the answer',
    prepared: 'A question you wanted to ask',
    preparedAction: 'See the words',
  },
};
