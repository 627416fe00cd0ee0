/** Words of reaching out that the first load needs: the six wishes, the answers, and its cards in Practices, on Today and on Us. */
import type { WishKey } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';

/** Each follows "would like". */
const wishes: { readonly [key in WishKey]: string } = {
  'ten-minutes': 'ten minutes',
  hug: 'a hug',
  'to-be-heard': 'to be heard',
  help: 'help with something',
  fun: 'some fun',
  'quiet-company': 'quiet company',
};

export const en = {
  wishes,
  wouldLike: (name: string, wish: string) => `${wordToLabel(name)} would like ${wish}`,
  youWouldLike: (wish: string) => `You would like ${wish}`,
  listCard: {
    title: 'Reaching out',
    line: 'Say what you would like, in one tap.',
    why: 'A wish that is said can be met. The other one can be here, name a time, or say not tonight: each of these is an answer that one can rely on. Small moments like these are what closeness is made of.',
    evidenceNote:
      'A study of 50 newly wed couples points this way. Small everyday moments seemed to shape how they quarrelled, and less the other way round. Nobody has tested this exercise itself.',
    leaves:
      'The wish and its answer, for both to read. What you keep for yourself stays with you. A time that is named becomes a promise.',
  },
  start: 'Say what you would like',
  mine: 'What I would like',
  answer: {
    here: 'I’m here.',
    at: (day: string, time: string) => `${day}, ${time}.`,
    notNow: { evening: 'Not tonight', day: 'Not just now' },
    plain: (not: string) => `${not}.`,
    because: (not: string, because: string) => `${not}, because ${because}.`,
    but: (not: string, but: string) => `${not}, but ${but}.`,
    both: (not: string, because: string, but: string) => `${not}, because ${because}, but ${but}.`,
  },
  today: {
    answer: 'Answer',
    answered: (name: string) => `${wordToLabel(name)} answers you`,
    answeredAction: 'Read it',
  },
};
