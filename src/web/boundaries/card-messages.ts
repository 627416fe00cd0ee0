/** Words of boundaries that come with the device: its cards in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Boundaries',
    line: 'What is fine, what to ask you first, and what is a no.',
    why: 'A clear no makes a yes worth more. When both of you know where the edges are, there is less to guess, and less to resent. A boundary says what you do, not what the other one has to do.',
    evidenceNote:
      'Therapists work with boundaries, and people who say what they need tend to feel safer. We know of no trial of this exercise.',
    leaves:
      'What you write, for you alone. What you share, for both to read until it ends. Notes about a crossing stay on your own devices.',
  },
  start: 'Write a boundary',
  mine: 'Boundaries',
  shared: (name: string) => `${wordToLabel(name)} has shared a boundary`,
  sharedByMe: 'You shared a boundary',
  today: {
    read: 'Read it',
    asks: (name: string) => `${wordToLabel(name)} asks about a boundary`,
    asksAction: 'Read the question',
    answered: (name: string) => `${wordToLabel(name)} answers your question`,
    review: 'Is this still right for you?',
    reviewAction: 'Look at it again',
  },
};
