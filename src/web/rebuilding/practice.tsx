/** Rebuilding, as the shell sees it: words and small cards, which say nothing of what was broken. */
import { agreedHours, hourEndMs, livePath, offeredHour, openItems, rebuilding, theirProposal, theirSides } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const newsMs = 4 * 24 * 3_600_000;

const load = {
  list: () => import('./list-screen.tsx'),
  begin: () => import('./begin-screen.tsx'),
  write: () => import('./write-screen.tsx'),
  side: () => import('./side-screen.tsx'),
  openness: () => import('./openness-screen.tsx'),
  hours: () => import('./hours-screen.tsx'),
  rituals: () => import('./rituals-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'rebuilding',
  order: 78,
  icon: 'care',
  routes: [
    { path: '/rebuilding', load: load.list },
    { path: '/rebuilding/begin', isGuided: true, load: load.begin },
    { path: '/rebuilding/write', isGuided: true, load: load.write },
    { path: '/rebuilding/openness', load: load.openness },
    { path: '/rebuilding/hours', load: load.hours },
    { path: '/rebuilding/rituals', load: load.rituals },
    { path: '/rebuilding/side/:thing', load: load.side },
    { path: '/rebuilding/side/:thing/edit', isGuided: true, load: load.write },
  ],
  listCard: (translate) => ({
    ...{ ...translate(en).listCard, minutes: [5, 20], people: 'one-or-two', evidence: 'clinical-practice' },
  }),
  start: (translate) => ({ label: translate(en).start, path: '/rebuilding' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/rebuilding' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, rebuilding);
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const isFresh = (atMs: number | null | undefined): boolean => atMs != null && nowMs - atMs < newsMs;
    const card = (id: string | undefined, title: string, href: string, priority: number): readonly TodayCandidate[] => {
      if (id === undefined || leaving.has(id)) return [];
      const render = () => (
        <Card title={title} icon="care">
          <Button kind="quiet" isSmall href={href}>
            {m.look}
          </Button>
        </Card>
      );
      return [{ id: `${priority}-${id}`, priority, isForOne: false, render }];
    };
    const path = livePath(things, nowMs);
    if (path === null) {
      const theirs = theirProposal(things, nowMs);
      return isFresh(theirs?.beganAtMs) ? card(theirs?.id, m.proposed(name), '/rebuilding', 70) : [];
    }
    const now = agreedHours(things, path).find((hour) => hour.startMs <= nowMs && nowMs < hourEndMs(hour));
    const asked = openItems(things, path, nowMs).toMe.find(({ ask }) => isFresh(ask?.atMs));
    const offered = offeredHour(things, path, 'partner', nowMs);
    const shared = theirSides(things, path).find(({ sharedAtMs }) => isFresh(sharedAtMs));
    return [
      ...card(now?.id, m.hour, '/rebuilding/hours', 90),
      ...card(shared?.id, m.shared(name), `/rebuilding/side/${shared?.id ?? ''}`, 68),
      ...card(asked?.id, m.asked(name), '/rebuilding/openness', 66),
      ...(isFresh(offered?.beganAtMs) ? card(offered?.id, m.offered(name), '/rebuilding/hours', 64) : []),
    ].slice(0, 2);
  },
};
