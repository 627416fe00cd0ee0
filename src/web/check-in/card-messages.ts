/** Words of the check-in that the first load needs: its card in Practices, on Today and on Us. */
import { wordToLabel } from './feelings.ts';
export const en = {
  listCard: {
    title: 'Check-in',
    line: 'Find a word for how you are.',
    why: 'A feeling with a name is easier to carry, and easier for someone else to answer. You may notice that the second word fits better than the first.',
    evidenceNote:
      'Lab studies show that naming a feeling can take away some of its heat, and a diary study shows that partners read each other better when feelings are said. Neither tested this app.',
    leaves: 'A check-in that only you can read, unless you choose to share it.',
  },
  start: 'How are you, right now?',
  mine: 'Check-ins',
  today: {
    sealedByOther: (name: string) => `${wordToLabel(name)} has sealed a check-in`,
    sealedByOtherLine: 'It opens for both of you if you seal one too, whenever you like.',
    sealedByOtherAction: 'Write mine',
    opened: 'Both of you have written',
    openedLine: 'Your two check-ins are open now.',
    openedAction: 'Read them together',
    shared: (name: string) => `${wordToLabel(name)} has shared how they are`,
    sharedAction: 'Read it',
  },
  us: {
    shared: (name: string) => `${wordToLabel(name)} shared a check-in`,
    sharedByMe: 'You shared a check-in',
  },
};
