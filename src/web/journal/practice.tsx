/**
 * The journal, as the shell sees it. It gives Today and Us nothing: what lies in it, and whether anything does, is
 * seen only by who opens it.
 */
import type { PracticeScreens } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const load = {
  list: () => import('./list-screen.tsx'),
  write: () => import('./write-screen.tsx'),
  month: () => import('./month-screen.tsx'),
  entry: () => import('./entry-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'journal',
  order: 130,
  icon: 'paper',
  routes: [
    { path: '/journal', place: 'me', load: load.list },
    { path: '/journal/new', isGuided: true, load: load.write },
    { path: '/journal/month/:month', place: 'me', load: load.month },
    { path: '/journal/:thing', place: 'me', load: load.entry },
    { path: '/journal/:thing/edit', isGuided: true, load: load.write },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [2, 15], people: 'one', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/journal/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/journal' }),
  todayCards: () => [],
};
