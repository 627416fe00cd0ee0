/** Openings, as the shell sees it: words and small cards. No card shows what is written before it is opened. */
import { openings, openingsNewestFirst } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const newsMs = 3 * 24 * 3_600_000;

const load = {
  list: () => import('./list-screen.tsx'),
  aloud: () => import('./aloud-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'openings',
  order: 56,
  icon: 'sealed',
  routes: [
    { path: '/openings', load: load.list },
    { path: '/openings/new', isGuided: true, load: load.make },
    { path: '/openings/aloud', isGuided: true, load: load.aloud },
    { path: '/openings/:thing', load: load.detail },
    { path: '/openings/:thing/edit', isGuided: true, load: load.make },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [3, 10], people: 'one-or-two', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/openings' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/openings' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const all = openingsNewestFirst(thingsOf(snapshot, openings)).filter(
      ({ id, standing }) => standing === 'ours' && !leaving.has(id),
    );
    const shared = all.find(
      ({ author, isOpened, sharedAtMs }) => author === 'partner' && !isOpened && nowMs - (sharedAtMs ?? 0) < newsMs,
    );
    const warm = all.find((one) => one.author === 'me' && one.warm !== null && nowMs - one.warm.atMs < newsMs);
    const card = (id: string, title: string, line: string, action: string, priority: number): TodayCandidate => ({
      id: `${priority}-${id}`,
      priority,
      isForOne: false,
      render: () => (
        <Card title={title} icon="sealed">
          {line !== '' && <p>{line}</p>}
          <Button kind="quiet" isSmall href={`/openings/${id}`}>
            {action}
          </Button>
        </Card>
      ),
    });
    return [
      ...(shared === undefined ? [] : [card(shared.id, m.shared(name), m.line, m.look, 65)]),
      ...(warm === undefined ? [] : [card(warm.id, m.warm(name), '', m.read, 48)]),
    ];
  },
};
