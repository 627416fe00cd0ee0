/** Words of the pages for a counsellor that come with the device: the card in Practices and on Today. */
import { wordToLabel } from '../check-in/feelings.ts';

export const en = {
  listCard: {
    title: 'For a counsellor',
    line: 'A page to print for a session: only what both of you chose, or only what is yours.',
    why: 'A counsellor can help sooner with your own words at hand. Choosing alone leaves each of you free to keep things back.',
    evidenceNote: 'Our own idea. Nobody has tested whether such a page helps a session.',
    leaves: 'The page holds what both of you chose, and ends by itself. Words for your own page stay on your devices.',
  },
  start: 'See the pages',
  mine: 'Pages for a counsellor',
  today: {
    begun: (name: string) => `${wordToLabel(name)} began a page for a counsellor`,
    line: 'You may add to it, or leave it. Nobody is told either way.',
    look: 'See the page',
    open: 'Your page for the session is open',
    read: 'Read it',
  },
};
