/** The respect reflection, as the shell sees it. Offered quietly, to whoever has done it before. */
import { isOffered, respect } from '#core';
import { Button, Card } from '../shell/parts/index.ts';
import { type PracticeScreens, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'respect',
  order: 57,
  icon: 'talk',
  routes: [
    { path: '/respect', load: load.list },
    { path: '/respect/new', isGuided: true, load: load.make },
    { path: '/respect/:thing/edit', isGuided: true, load: load.make },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [3, 6], people: 'one', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/respect/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/respect' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const { title, line, action } = translate(en).today;
    if (!isOffered(thingsOf(snapshot, respect), nowMs)) return [];
    const render = () => (
      <Card title={title} icon="talk">
        <p>{line}</p>
        <Button kind="quiet" isSmall href="/respect/new">
          {action}
        </Button>
      </Card>
    );
    return [{ id: 'offer', priority: 30, isForOne: true, render }];
  },
};
