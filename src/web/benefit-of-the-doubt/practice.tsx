/** Benefit of the doubt, as the shell sees it. Never offered by itself: Today says nothing of a doubt. */
import type { PracticeScreens } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  end: () => import('./end-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'benefit-of-the-doubt',
  order: 58,
  icon: 'question',
  routes: [
    { path: '/benefit-of-the-doubt', load: load.list },
    { path: '/benefit-of-the-doubt/new', isGuided: true, load: load.make },
    { path: '/benefit-of-the-doubt/:thing/end', isGuided: true, load: load.end },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [4, 8], people: 'one', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/benefit-of-the-doubt/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/benefit-of-the-doubt' }),
  todayCards: () => [],
};
