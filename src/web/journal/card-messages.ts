/** Words of the journal that the first load needs: its card in Practices. Today and Us never speak of it. */
export const en = {
  listCard: {
    title: 'Journal',
    line: 'Write for yourself. Nobody else can read it.',
    why: 'A room of your own makes it easier to come back to the other one. Words on a page hold still, so you can look at them.',
    evidenceNote: 'Writing for oneself has been studied a lot, with mixed results. Nobody has tested this journal.',
    leaves: 'Your words, on your own devices alone. There is no button that shares them.',
  },
  start: 'Write something',
  mine: 'Journal',
};
