/** Words of the programme that the first load needs: the names of the steps, and its cards in Practices, on Today and on Us. */
import type { PathStage } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';

/** As in the content, where the rest of each step stands. */
const stages: { readonly [stage in PathStage]: string } = {
  aware: 'Awareness',
  'turn-toward': 'Being there',
  tolerate: 'Room for difference',
  understand: 'Understanding',
  'non-defensive': 'Staying open',
  empathy: 'Empathy',
  rhythm: 'A light rhythm',
};

const countWords = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export const en = {
  stages,
  listCard: {
    title: 'A path of six steps',
    line: 'One small skill after the other, at your own pace.',
    why: 'Each step brings a few small practices for one skill, and a reason for it. You stay as long as you like, and you alone decide when to go on. A skill has room to become your own.',
    evidenceNote:
      'In a trial with 117 people, a course without a helper made them more content than waiting did. In a small trial with one of the two, that person felt better and the couple did not. Nobody has tested this path.',
    leaves: 'Where you are, for you alone. The other one reads it only when you say so.',
  },
  start: 'Look at the path',
  mine: 'My path',
  isAt: (name: string, stage: string) => `${wordToLabel(name)} is at “${stage}”`,
  youAreAt: (stage: string) => `You are at “${stage}”`,
  today: {
    step: (stage: string) => `On the path: ${stage}`,
    welcome: 'Welcome back',
    welcomeLine: 'The path is where you left it.',
    begin: 'Begin',
    notToday: 'Not today',
    open: 'Open the path',
    joinLine: 'You could walk it together, each at your own pace.',
    joinAction: 'Look at it',
  },
  lot: {
    why: 'Why this one?',
    among: (count: number) => `Drawn by lot among ${countWords[count] ?? count} that fit this step.`,
    equal: 'Each had the same chance.',
    unequal: 'Some had more lots than others.',
    only: 'It is the one that fits this step today.',
    kept: 'What was in the draw is kept for you alone.',
  },
};
