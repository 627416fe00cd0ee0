/** Appreciation, as the shell sees it: words and small cards. Nothing here asks for one. */
import { appreciation, appreciationsNewestFirst } from '#core';
import { toShortWords } from '../good-news/short-words.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const newsMs = 3 * 24 * 3_600_000;
const usCardsMax = 3;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'appreciation',
  order: 55,
  icon: 'appreciation',
  routes: [
    { path: '/appreciation', load: load.list },
    { path: '/appreciation/new', isGuided: true, load: load.make },
    { path: '/appreciation/:thing', load: load.detail },
    { path: '/appreciation/:thing/edit', isGuided: true, load: load.make },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [1, 3], people: 'one-or-two', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/appreciation/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/appreciation' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const all = appreciationsNewestFirst(thingsOf(snapshot, appreciation)).filter(
      ({ id, standing }) => standing === 'ours' && !leaving.has(id),
    );
    const given = all.find(
      ({ author, warm, givenAtMs }) => author === 'partner' && warm === null && nowMs - (givenAtMs ?? 0) < newsMs,
    );
    const warm = all.find((one) => one.author === 'me' && one.warm !== null && nowMs - one.warm.atMs < newsMs);
    const card = (id: string, title: string, line: string, priority: number): TodayCandidate => ({
      id: `${priority}-${id}`,
      priority,
      isForOne: false,
      render: () => (
        <Card title={title} icon="appreciation">
          <p class="voice-small" dir="auto">
            {toShortWords(line)}
          </p>
          <Button kind="quiet" isSmall href={`/appreciation/${id}`}>
            {m.today.read}
          </Button>
        </Card>
      ),
    });
    return [
      ...(given === undefined ? [] : [card(given.id, m.given(name), given.words?.did ?? '', 70)]),
      ...(warm === undefined ? [] : [card(warm.id, m.today.warm(name), warm.words?.did ?? '', 50)]),
    ];
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    return appreciationsNewestFirst(thingsOf(snapshot, appreciation))
      .filter(({ standing }) => standing === 'ours')
      .slice(0, usCardsMax)
      .map(
        ({ id, author, words, givenAtMs, beganAtMs }): UsCard => ({
          id,
          atMs: givenAtMs ?? beganAtMs,
          render: () => (
            <Card
              href={`/appreciation/${id}`}
              icon="appreciation"
              title={author === 'me' ? m.givenByMe : m.given(name)}
            >
              <p class="voice-small" dir="auto">
                {toShortWords(words?.did ?? '')}
              </p>
            </Card>
          ),
        }),
      );
  },
};
