/** Words of the pause that the first load needs: when one is back, its card in Practices, on Today and on Us. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  /** Each follows "back" or "go on". */
  at: (time: string) => `at ${time}`,
  dayAt: (day: string, time: string) => `${day} at ${time}`,
  takes: (name: string, at: string) => `${wordToLabel(name)} takes a break and is back ${at}.`,
  youTake: (at: string) => `You take a break and are back ${at}.`,
  listCard: {
    title: 'Pause',
    line: 'One breath, and a break that keeps its word.',
    why: 'Anger comes fast and goes slowly. A short wait helps you choose what you say. A time to come back makes it a break, and not a door that shuts.',
    evidenceNote:
      'In a game with 81 young couples, a wait of five seconds made people less harsh, and as much so as ten or fifteen. It was no real quarrel, and it says nothing about a home where there is fear or violence. How long a longer break is best nobody has shown.',
    leaves:
      'A break for both, and the promise to be back, can be read by both of you. A break of your own stays with you.',
  },
  start: 'Take a breath',
  today: {
    until: (at: string) => `A break: back ${at}`,
    untilAction: 'See the break',
    due: 'It is time to go on',
    dueLine: (at: string) => `Back ${at}, as it was said.`,
    dueAction: 'Go on from here',
    ready: (name: string) => `${wordToLabel(name)} is ready to go on`,
    readyAction: 'See the break',
    left: (name: string) => `${wordToLabel(name)} leaves it for today`,
    leftAction: 'Read it',
  },
};
