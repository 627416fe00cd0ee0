/** Words of empathy that the first load needs: its card in Practices, on Today, on Us, and beside a check-in. */
import { wordToLabel } from '../check-in/feelings.ts';
export const en = {
  listCard: {
    title: 'Answering a feeling',
    line: 'Say what they feel, and that it makes sense.',
    why: 'When someone sees what we feel, and that it makes sense, we are less alone with it. Advice can come later, if it is wanted.',
    evidenceNote:
      'Seven studies found that quarrels weigh less on couples who feel understood, and a diary study points the same way. Nobody has tested these sentences.',
    leaves: 'Your answer, which both can read once you share it. Words you keep for yourself stay with you.',
  },
  start: 'Find words for a feeling',
  mine: 'Words for feelings',
  today: {
    answered: (name: string) => `${wordToLabel(name)} has answered your feeling`,
    answeredAction: 'Read the answer',
    asks: (name: string) => `${wordToLabel(name)} asks: may I tell you something?`,
    asksAction: 'Read the question',
    welcome: (name: string) => `${wordToLabel(name)} would like to hear your story`,
    welcomeAction: 'Tell it',
    told: (name: string) => `${wordToLabel(name)} has told you a story`,
    toldAction: 'Read it',
    landed: (name: string) => `${wordToLabel(name)} tells you how your answer landed`,
    landedAction: 'Read it',
  },
  us: {
    mine: 'You answered a feeling',
    theirs: (name: string) => `${wordToLabel(name)} answered a feeling`,
  },
  about: {
    answer: 'Answer this feeling',
    said: 'What was said to it',
    hear: 'What would I like to hear?',
  },
};
