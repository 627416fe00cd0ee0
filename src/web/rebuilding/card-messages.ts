/** Words of rebuilding that come with the device: its cards in Practices and on Today. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Rebuilding',
    line: 'When trust was broken: a path with two different parts.',
    why: 'Trust comes back through what can be seen, over time. It helps to have words, limits and rest for it. There is no duty to forgive, and no date by which all is well.',
    evidenceNote:
      'Couple therapists work in such steps. The one trial that we know of was small, and was done with a therapist. We know of no trial of this exercise.',
    leaves:
      'What you write, for you alone until you share it. Agreed openness ends by itself. Your answers at the door are kept nowhere.',
  },
  start: 'Look at the path',
  mine: 'Rebuilding',
  today: {
    proposed: (name: string) => `${wordToLabel(name)} proposes something for a calm moment`,
    shared: (name: string) => `${wordToLabel(name)} shares something with you`,
    asked: (name: string) => `${wordToLabel(name)} proposes an openness`,
    offered: (name: string) => `${wordToLabel(name)} offers an hour for questions`,
    hour: 'Your hour for questions',
    look: 'Look at it',
  },
};
