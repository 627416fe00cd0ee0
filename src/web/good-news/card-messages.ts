/** Words of good news that the first load needs: its cards in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Good news',
    line: 'Share something good, and be asked about it.',
    why: 'Good things grow when somebody wants to hear more. It takes one question, asked because you would like to know. Small news counts as much as big news.',
    evidenceNote:
      'In a study of 79 couples, how partners met good news told more about how they fared than how they met bad news. In a later one, people trained to answer warmly felt more thanked by the other, and were no more content with each other. Nobody has tested this exercise itself.',
    leaves:
      'The news, one question and what was answered, for both to read. Good things that you keep for yourself stay with you.',
  },
  start: 'Something good happened',
  mine: 'Good things',
  told: (name: string) => `${wordToLabel(name)} has good news`,
  toldByMe: 'You shared good news',
  today: {
    toldAction: 'Read it',
    asked: (name: string) => `${wordToLabel(name)} would like to hear more`,
    askedAction: 'Read the question',
    answered: (name: string) => `${wordToLabel(name)} tells you more`,
    answeredAction: 'Read it',
    warm: (name: string) => `${wordToLabel(name)} has a warm word for you`,
    warmAction: 'Read it',
  },
};
