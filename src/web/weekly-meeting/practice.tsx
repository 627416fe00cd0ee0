/** The weekly meeting, as the shell sees it: words and small cards. No card shows what anybody wrote. */
import { currentMeeting, weeklyMeeting } from '#core';
import { Button, Card, hasPartner, nameOf, When } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const soonMs = 18 * 3_600_000;

const load = {
  home: () => import('./home-screen.tsx'),
  note: () => import('./note-screen.tsx'),
  when: () => import('./when-screen.tsx'),
  bring: () => import('./bring-screen.tsx'),
  alone: async () => ({ Screen: (await import('./bring-screen.tsx')).AloneScreen }),
  onePhone: async () => ({ Screen: (await import('./bring-screen.tsx')).OnePhoneScreen }),
  meeting: () => import('./meeting-screen.tsx'),
  agenda: () => import('./agenda-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'weekly-meeting',
  order: 58,
  icon: 'calendar',
  routes: [
    { path: '/weekly-meeting', load: load.home },
    { path: '/weekly-meeting/note', isGuided: true, load: load.note },
    { path: '/weekly-meeting/note/:thing', isGuided: true, load: load.note },
    { path: '/weekly-meeting/propose', isGuided: true, load: load.when },
    { path: '/weekly-meeting/alone', isGuided: true, load: load.alone },
    { path: '/weekly-meeting/one-phone', isGuided: true, load: load.onePhone },
    { path: '/weekly-meeting/:thing', load: load.meeting },
    { path: '/weekly-meeting/:thing/move', isGuided: true, load: load.when },
    { path: '/weekly-meeting/:thing/bring', isGuided: true, load: load.bring },
    { path: '/weekly-meeting/:thing/agenda', isGuided: true, load: load.agenda },
  ],
  listCard: (translate) => ({
    ...translate(en).listCard,
    minutes: [15, 40],
    people: 'one-or-two',
    evidence: 'clinical-practice',
  }),
  start: (translate) => ({ label: translate(en).start, path: '/weekly-meeting' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/weekly-meeting' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const one = hasPartner(snapshot) ? currentMeeting(thingsOf(snapshot, weeklyMeeting), nowMs) : null;
    if (one === null || snapshot.windows.some(({ thing }) => thing === one.id)) return [];
    const { time, standing } = one;
    const path = `/weekly-meeting/${one.id}`;
    const line = time.atMs === null ? m.now : <When atMs={time.atMs} hasTime />;
    const card = (title: string, action: string, priority: number, says = line): readonly TodayCandidate[] => [
      {
        id: one.id,
        priority,
        isForOne: false,
        render: () => (
          <Card title={title} icon="calendar">
            <p>{says}</p>
            <Button kind="quiet" isSmall href={path}>
              {action}
            </Button>
          </Card>
        ),
      },
    ];
    if (standing === 'begun') return card(m.begun, m.go, 70, m.begunLine);
    if (one.mine !== null) return [];
    if (time.by === 'partner' && !one.isAgreed) return card(m.proposed(nameOf(snapshot.partner, '')), m.look, 65);
    return time.atMs !== null && time.atMs - nowMs < soonMs ? card(m.due, m.bring, 60) : [];
  },
};
