/** Words of promises that the first load needs: its card in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';
export const en = {
  listCard: {
    title: 'Promises',
    line: 'Small words that you keep, or change in good time.',
    why: 'Love makes us promise more than we can keep. A small promise with a plan is more likely to come true, and saying early that it will change is a way of keeping your word.',
    evidenceNote:
      'Many experiments, most of them not with couples, show that if-then plans help people do what they mean to do; a few studies with couples show that loving partners promise more and keep no more.',
    leaves: 'The promise and how it went. One to yourself stays with you; one to the other, both can read.',
  },
  start: 'Make a small promise',
  mine: 'Promises',
  today: {
    dueToday: 'A promise for today',
    wasDue: 'A promise whose time has come',
    action: 'Look at it',
    owned: (name: string) => `${wordToLabel(name)} tells you how a promise went`,
    ownedAction: 'Read it',
    offer: (name: string) => `${wordToLabel(name)} would let a promise go`,
    offerAction: 'Look at it',
    changed: (name: string) => `${wordToLabel(name)} changed a promise in good time`,
    changedAction: 'Read it',
    kept: (name: string) => `${wordToLabel(name)} kept a promise`,
    keptAction: 'Say that you saw it',
  },
  us: {
    mine: 'You promised',
    theirs: (name: string) => `${wordToLabel(name)} promised`,
  },
};
