/** Cues, as the shell sees it: its words and a small card. Every screen stands behind `load`. */
import { cuePractice, lastLookAtMs } from '#core';
import { Button, Card } from '../shell/parts/index.ts';
import { type PracticeScreens, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const dayMs = 24 * 3_600_000;
/** Today offers faces again after a few days, and after some weeks lets them be: whoever wants them knows the way. */
const restMs = 3 * dayMs;
const offeredMs = 30 * dayMs;

const load = {
  home: () => import('./home-screen.tsx'),
  look: () => import('./look-screen.tsx'),
  together: () => import('./together-screen.tsx'),
  seen: () => import('./seen-screen.tsx'),
  face: () => import('./face-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'cues',
  order: 80,
  icon: 'cues',
  routes: [
    { path: '/cues', load: load.home },
    { path: '/cues/look', isGuided: true, load: load.look },
    { path: '/cues/together', isGuided: true, load: load.together },
    { path: '/cues/seen', place: 'me', load: load.seen },
    { path: '/cues/face/:face', place: 'me', load: load.face },
  ],
  listCard: (translate) => ({
    ...translate(en).listCard,
    minutes: [2, 4],
    people: 'one-or-two',
    evidence: 'studies',
  }),
  start: (translate) => ({ label: translate(en).start, path: '/cues' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/cues/seen' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const lastMs = lastLookAtMs(thingsOf(snapshot, cuePractice));
    if (lastMs === null || nowMs - lastMs < restMs || nowMs - lastMs > offeredMs) return [];
    const m = translate(en).today;
    return [
      {
        id: 'faces',
        priority: 30,
        isForOne: true,
        render: () => (
          <Card title={m.title} icon="cues">
            <p class="voice-small">{m.line}</p>
            <Button kind="quiet" isSmall href="/cues">
              {m.action}
            </Button>
          </Card>
        ),
      },
    ];
  },
};
