/** The neutral observer, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import { guided, neutralNewestFirst, neutralObserver, neutralSuggestion, pause } from '#core';
import { toShortWords } from '../good-news/short-words.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { firstWords } from './first-words.ts';
import { hardMomentsEndedAtMs } from './hard-moments.ts';
import { SuggestionCard } from './suggestion-card.tsx';

/** How long Today speaks of what the other one shared. */
const newsMs = 4 * 24 * 3_600_000;
const usCardsMax = 3;

const load = {
  list: () => import('./list-screen.tsx'),
  write: () => import('./write-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  share: () => import('./share-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'neutral-observer',
  order: 135,
  icon: 'noticing',
  routes: [
    { path: '/neutral-observer', load: load.list },
    { path: '/neutral-observer/new', isGuided: true, load: load.write },
    { path: '/neutral-observer/:thing', load: load.detail },
    { path: '/neutral-observer/:thing/edit', isGuided: true, load: load.write },
    { path: '/neutral-observer/:thing/share', isGuided: true, load: load.share },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [7, 10], people: 'one', evidence: 'trial' }),
  start: (translate) => ({ label: translate(en).start, path: '/neutral-observer/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/neutral-observer' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, neutralObserver);
    const hard = hardMomentsEndedAtMs(thingsOf(snapshot, pause).values(), thingsOf(snapshot, guided).values());
    const why = neutralSuggestion(things, hard, nowMs);
    const shared = neutralNewestFirst(things).find(
      ({ author, sharedAtMs, shared: words }) =>
        author === 'partner' && words !== null && nowMs - (sharedAtMs ?? 0) < newsMs,
    );
    return [
      ...(why === null
        ? []
        : [
            {
              id: why,
              priority: why === 'after-talk' ? 50 : 30,
              isForOne: true,
              render: () => <SuggestionCard why={why} />,
            } as const,
          ]),
      ...(shared === undefined
        ? []
        : [
            {
              id: `shared-${shared.id}`,
              priority: 70,
              isForOne: false,
              render: () => (
                <Card title={m.shared(name)} icon="noticing" tone="ours">
                  <p class="voice-small" dir="auto">
                    {toShortWords(firstWords(shared.shared))}
                  </p>
                  <Button kind="quiet" isSmall href={`/neutral-observer/${shared.id}`}>
                    {m.sharedAction}
                  </Button>
                </Card>
              ),
            },
          ]),
    ];
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en).us;
    const name = nameOf(snapshot.partner, 'Your partner');
    return neutralNewestFirst(thingsOf(snapshot, neutralObserver))
      .filter(({ shared }) => shared !== null)
      .slice(0, usCardsMax)
      .map(
        ({ id, author, shared, sharedAtMs, beganAtMs }): UsCard => ({
          id,
          atMs: sharedAtMs ?? beganAtMs,
          render: () => (
            <Card href={`/neutral-observer/${id}`} icon="noticing" title={author === 'me' ? m.mine : m.theirs(name)}>
              <p class="voice-small">{toShortWords(firstWords(shared))}</p>
            </Card>
          ),
        }),
      );
  },
};
