/** Words of open questions that the first load needs: the card in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';
export const en = {
  listCard: {
    title: 'Open questions',
    line: 'One good question, and time for the answer.',
    why: 'People change, and what we know of each other grows old. Asking keeps it fresh, and being asked feels like being seen.',
    evidenceNote:
      'Experiments, some with couples, show that asking tells more than guessing; in a lab, taking turns at opening up brought strangers closer. Nobody has tested this deck.',
    leaves:
      'What you learnt, on a map that only you can read. Written answers, which both can read once both have written.',
  },
  start: 'The question for today',
  mine: 'My two maps',
  today: {
    asked: (name: string) => `${wordToLabel(name)} has a question for both of you`,
    askedAction: 'Read the question',
    opened: 'You have both answered',
    openedAction: 'Read both answers',
    returns: 'Something you once learnt',
    returnsMe: 'Something you once answered',
    returnsAction: 'Is it still true?',
    day: 'A question for today',
    dayLine: 'One open question, for the two of you or for you alone.',
    dayAction: 'See the question',
  },
  us: {
    mine: 'A question from you for both',
    theirs: (name: string) => `A question from ${name} for both`,
  },
};
