/** The pages for a counsellor, as the shell sees them. No card says what either has chosen, or has not. */
import { consentsTo, counsellor, counsellorPages, pageStanding } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { isoDay } from '../shell/time.ts';
import { en } from './card-messages.ts';

const newsMs = 3 * 24 * 3_600_000;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  page: () => import('./page-screen.tsx'),
  choose: () => import('./choose-screen.tsx'),
  mine: () => import('./mine-screen.tsx'),
  sheet: () => import('./sheet-screen.tsx'),
  about: () => import('./about-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'counsellor',
  order: 140,
  icon: 'paper',
  routes: [
    { path: '/counsellor', load: load.list },
    { path: '/counsellor/new', isGuided: true, load: load.make },
    { path: '/counsellor/about', load: load.about },
    { path: '/counsellor/:thing', load: load.page },
    { path: '/counsellor/:thing/choose', load: load.choose },
    { path: '/counsellor/:thing/mine', load: load.mine },
    { path: '/counsellor/:thing/print', load: load.sheet },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [5, 15], people: 'one-or-two', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/counsellor' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/counsellor' }),
  todayCards: (snapshot, { nowMs, zone }, translate) => {
    const m = translate(en).today;
    const things = thingsOf(snapshot, counsellor);
    const today = isoDay(nowMs, zone);
    const pages = counsellorPages(things).filter(({ day }) => day >= today);
    const opened = pages.find(
      ({ id }) =>
        pageStanding(things, id, nowMs) === 'open' &&
        consentsTo(things, id, 'partner').some(({ beganAtMs }) => nowMs - beganAtMs < newsMs),
    );
    const begun = pages.find(
      ({ id, author, beganAtMs }) =>
        author === 'partner' && nowMs - beganAtMs < newsMs && pageStanding(things, id, nowMs) === 'choosing',
    );
    const card = (path: string, title: string, line: string, action: string, priority: number): TodayCandidate => ({
      id: `${priority}-${path}`,
      priority,
      isForOne: false,
      render: () => (
        <Card title={title} icon="paper">
          {line !== '' && <p>{line}</p>}
          <Button kind="quiet" isSmall href={`/counsellor/${path}`}>
            {action}
          </Button>
        </Card>
      ),
    });
    const name = nameOf(snapshot.partner, 'Your partner');
    return [
      ...(opened === undefined ? [] : [card(`${opened.id}/print`, m.open, '', m.read, 66)]),
      ...(begun === undefined ? [] : [card(begun.id, m.begun(name), m.line, m.look, 46)]),
    ];
  },
};
