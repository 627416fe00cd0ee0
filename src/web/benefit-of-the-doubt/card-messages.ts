/** Words of benefit of the doubt that come with the device. */
export const en = {
  listCard: {
    title: 'Benefit of the doubt',
    line: 'Set what you saw apart from the story you tell, and then ask.',
    why: 'When we do not know, we fill the gap with a story. Other stories may fit just as well. None of them is the answer; only asking can tell. This is for small doubts. It is not for fear.',
    evidenceNote: 'This is our own exercise. Nobody has tested it.',
    leaves: 'Your words, for you alone. They stay on your own devices, and nothing in the app can share them.',
  },
  start: 'Look at a doubt',
  mine: 'Benefit of the doubt',
};
