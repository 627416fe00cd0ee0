/** Words of the respect reflection that come with the device. */
export const en = {
  listCard: {
    title: 'How I spoke of you',
    line: 'Look back on how you spoke of the other one to others this week.',
    why: 'How we tell a story to others also shapes how we see it. To talk with a friend when it is hard is good and needed. It helps to do it in words that you could say at home, too.',
    evidenceNote: 'This is our own exercise. Nobody has tested it.',
    leaves: 'Your answers, for you alone. Nothing in the app can share them.',
  },
  start: 'Look back on the week',
  mine: 'How I spoke of you',
  today: {
    title: 'How did you speak of the other one this week?',
    line: 'A few minutes, for you alone.',
    action: 'Look back',
  },
};
