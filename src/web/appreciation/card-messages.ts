/** Words of appreciation that come with the device: its cards in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'Kind words',
    line: 'What the other one did, and what it meant to you.',
    why: 'It is easy to take each other for granted. One small thing, named, says: I saw you. There is no need to do it every day.',
    evidenceNote:
      'Studies of couples find that thanks and closeness go together. We have not found a trial of this very exercise.',
    leaves:
      'What you keep, for you alone. What you give, for both to read, with one warm word back if the other one likes.',
  },
  start: 'Say what you liked',
  mine: 'Kind words',
  given: (name: string) => `${wordToLabel(name)} says what they liked`,
  givenByMe: 'You said what you liked',
  today: { read: 'Read it', warm: (name: string) => `${wordToLabel(name)} has a warm word for you` },
};
