/** The programme, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import {
  currentPath,
  isWelcome,
  pathStanding,
  programme,
  type Suggestion,
  sharedStepOf,
  suggestionToday,
  wantsDraw,
} from '#core';
import type { Snapshot } from '#device';
import type { Translate } from '../messages/language.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import {
  type Moment,
  type PracticeScreens,
  type TodayCandidate,
  thingsOf,
  type UsCard,
} from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { PathCard } from './today-card.tsx';

const dayMs = 24 * 3_600_000;
/** How long Today speaks of where the other one is, to someone who walks no path. */
const newsMs = 3 * dayMs;
/** After this, where somebody said they were is no news for Us. */
const usMs = 30 * dayMs;

const load = {
  home: () => import('./home-screen.tsx'),
  begin: () => import('./begin-screen.tsx'),
  rest: () => import('./rest-screen.tsx'),
  step: () => import('./step-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'programme',
  order: 25,
  icon: 'programme',
  routes: [
    { path: '/programme', load: load.home },
    { path: '/programme/begin', isGuided: true, load: load.begin },
    { path: '/programme/rest', isGuided: true, load: load.rest },
    { path: '/programme/away', isGuided: true, load: load.rest },
    { path: '/programme/step/:stage', load: load.step },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [2, 20], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/programme' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/programme' }),
  todayCards: (snapshot, moment, translate) => {
    const things = thingsOf(snapshot, programme);
    const path = currentPath(things);
    if (path === null) return joinCards(snapshot, moment, translate);
    const { nowMs, zone } = moment;
    const standing = pathStanding(path, nowMs);
    if (standing === 'resting' || standing === 'away') return [];
    const drawn: Suggestion | null = suggestionToday(things, path, nowMs, zone);
    const isFree = standing === 'walking' && drawn === null && !wantsDraw(things, path, nowMs, zone);
    const isBack = isWelcome(path, nowMs, zone);
    if (drawn?.isPutBy === true || (isFree && !isBack)) return [];
    return [
      {
        id: path.id,
        priority: isBack ? 50 : 30,
        isForOne: true,
        render: () => <PathCard path={path} isWelcome={isBack} isFree={isFree} />,
      },
    ];
  },
  usCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, programme);
    return [sharedStepOf(things, 'me'), sharedStepOf(things, 'partner')].flatMap((shared): readonly UsCard[] => {
      if (shared === null || shared.stage === null || nowMs - shared.atMs >= usMs) return [];
      const stage = m.stages[shared.stage];
      const title = shared.by === 'me' ? m.youAreAt(stage) : m.isAt(name, stage);
      return [
        {
          id: shared.id,
          atMs: shared.atMs,
          render: () => <Card href="/programme" icon="programme" title={title} />,
        },
      ];
    });
  },
};

/** Where the other one is, to someone who walks no path: an offer for some days, and no more. */
function joinCards(snapshot: Snapshot, { nowMs }: Moment, translate: Translate): readonly TodayCandidate[] {
  const shared = sharedStepOf(thingsOf(snapshot, programme), 'partner');
  if (shared === null || shared.stage === null || nowMs - shared.atMs >= newsMs) return [];
  const m = translate(en);
  const title = m.isAt(nameOf(snapshot.partner, 'Your partner'), m.stages[shared.stage]);
  return [
    {
      id: shared.id,
      priority: 50,
      isForOne: false,
      render: () => (
        <Card title={title} icon="programme">
          <p>{m.today.joinLine}</p>
          <Button kind="quiet" isSmall href="/programme">
            {m.today.joinAction}
          </Button>
        </Card>
      ),
    },
  ];
}
