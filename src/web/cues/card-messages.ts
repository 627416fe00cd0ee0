/** Words of cues that the first load needs: its card in Practices and on Today. */
export const en = {
  listCard: {
    title: 'Faces',
    line: 'See a face, guess lightly, and find a question to ask.',
    why: 'One face can mean many things, and what was going on changes all of it. Looking at both, again and again, makes room for the thought that helps most: I could ask.',
    evidenceNote:
      'A review of 2019 found that people do not show a feeling in one way, and that one face can come with many feelings. In 25 experiments asking helped, and guessing harder did not. Nobody has tested this exercise itself.',
    leaves:
      'Which faces you looked at and how familiar they are, for you alone. What you think they mean is kept nowhere.',
  },
  start: 'Look at a few faces',
  mine: 'Faces I looked at',
  today: {
    title: 'A few faces, for a quiet moment',
    line: 'What could it be? And what would you ask?',
    action: 'Look at them',
  },
};
