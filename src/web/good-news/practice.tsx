/** Good news, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import {
  asksMe,
  canBeAskedAbout,
  canBeClosed,
  type GoodNews,
  goodNews,
  goodNewsNewestFirst,
  lastSaidAtMs,
} from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { toShortWords } from './short-words.ts';

const dayMs = 24 * 3_600_000;
/** How long Today speaks of news and questions that one may still answer; of an answer or a warm word half as long. */
const newsMs = 4 * dayMs;
const usCardsMax = 3;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  ask: () => import('./ask-screen.tsx'),
  aloud: () => import('./aloud-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'good-news',
  order: 50,
  icon: 'good-news',
  routes: [
    { path: '/good-news', load: load.list },
    { path: '/good-news/new', isGuided: true, load: load.make },
    { path: '/good-news/:thing', load: load.detail },
    { path: '/good-news/:thing/edit', isGuided: true, load: load.make },
    { path: '/good-news/:thing/ask', isGuided: true, load: load.ask },
    { path: '/good-news/:thing/aloud', isGuided: true, load: load.aloud },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [1, 4], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/good-news/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/good-news' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const fresh = goodNewsNewestFirst(thingsOf(snapshot, goodNews)).filter(
      (one) => !leaving.has(one.id) && nowMs - lastSaidAtMs(one) < newsMs,
    );
    const recent = fresh.filter((one) => nowMs - lastSaidAtMs(one) < newsMs / 2);
    const card = (
      news: GoodNews | undefined,
      title: string,
      line: string | undefined,
      action: string,
      priority: number,
    ): readonly TodayCandidate[] =>
      news === undefined
        ? []
        : [
            {
              id: `${priority}-${news.id}`,
              priority,
              isForOne: false,
              render: () => (
                <Card title={title} icon="good-news">
                  {line !== undefined && <p class="voice-small">{toShortWords(line)}</p>}
                  <Button kind="quiet" isSmall href={`/good-news/${news.id}`}>
                    {action}
                  </Button>
                </Card>
              ),
            },
          ];
    const told = fresh.find(canBeAskedAbout);
    const asked = fresh.find(asksMe);
    const answered = recent.find(canBeClosed);
    const warm = recent.find((one) => one.teller === 'me' && one.warm !== null);
    return [
      ...card(told, m.told(name), told?.words?.happened, m.today.toldAction, 70),
      ...card(asked, m.today.asked(name), asked?.question?.text, m.today.askedAction, 70),
      ...card(answered, m.today.answered(name), answered?.answer?.words, m.today.answeredAction, 50),
      ...card(warm, m.today.warm(name), warm?.warm?.words, m.today.warmAction, 50),
    ].slice(0, 2);
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    return goodNewsNewestFirst(thingsOf(snapshot, goodNews))
      .filter(({ standing }) => standing === 'ours')
      .slice(0, usCardsMax)
      .map(
        ({ id, teller, words, toldAtMs, beganAtMs }): UsCard => ({
          id,
          atMs: toldAtMs ?? beganAtMs,
          render: () => (
            <Card href={`/good-news/${id}`} icon="good-news" title={teller === 'me' ? m.toldByMe : m.told(name)}>
              <p class="voice-small">{toShortWords(words?.happened ?? '')}</p>
            </Card>
          ),
        }),
      );
  },
};
