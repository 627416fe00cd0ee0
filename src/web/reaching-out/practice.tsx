/** Reaching out, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import { answersToMe, isWishResting, lastWordAtMs, reachingOut, type Wish, wishesNewestFirst, wishToMe } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { answerToWords } from './answer-words.ts';
import { en } from './card-messages.ts';

/** How long Today speaks of an answer that was not thanked for. After that it is in the list, quietly. */
const newsMs = 24 * 3_600_000;
/** A wish of last week is no longer what somebody would like. */
const usMs = 7 * newsMs;
const usCardsMax = 3;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  at: () => import('./at-screen.tsx'),
  notNow: () => import('./not-now-screen.tsx'),
  aloud: () => import('./aloud-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'reaching-out',
  order: 40,
  icon: 'reaching-out',
  routes: [
    { path: '/reaching-out', load: load.list },
    { path: '/reaching-out/new', isGuided: true, load: load.make },
    { path: '/reaching-out/aloud', isGuided: true, load: load.aloud },
    { path: '/reaching-out/:thing', load: load.detail },
    { path: '/reaching-out/:thing/at', isGuided: true, load: load.at },
    { path: '/reaching-out/:thing/not-now', isGuided: true, load: load.notNow },
    { path: '/reaching-out/:thing/aloud', isGuided: true, load: load.aloud },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [1, 2], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/reaching-out/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/reaching-out' }),
  todayCards: (snapshot, moment, translate) => {
    const { nowMs } = moment;
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, reachingOut);
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const card = (wish: Wish, title: string, line: string, action: string, priority: number): TodayCandidate => ({
      id: `${priority}-${wish.id}`,
      priority,
      isForOne: false,
      render: () => (
        <Card title={title} icon="reaching-out">
          {line !== '' && <p class="voice-small">{line}</p>}
          <Button kind="quiet" isSmall href={`/reaching-out/${wish.id}`}>
            {action}
          </Button>
        </Card>
      ),
    });
    const asked = wishToMe(things, nowMs);
    const answered = answersToMe(things, nowMs, newsMs).find(({ id }) => !leaving.has(id));
    return [
      ...(asked?.said && !leaving.has(asked.id)
        ? [card(asked, m.wouldLike(name, m.wishes[asked.said.wish]), asked.said.words, m.today.answer, 90)]
        : []),
      ...(answered?.answer
        ? [
            card(
              answered,
              m.today.answered(name),
              answerToWords(answered.answer.said, lastWordAtMs(answered), moment, m.answer),
              m.today.answeredAction,
              70,
            ),
          ]
        : []),
    ];
  },
  usCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    return wishesNewestFirst(thingsOf(snapshot, reachingOut))
      .filter((wish) => wish.standing === 'ours' && !isWishResting(wish, nowMs) && nowMs - lastWordAtMs(wish) < usMs)
      .slice(0, usCardsMax)
      .flatMap(({ id, asker, said, askedAtMs, beganAtMs }): readonly UsCard[] => {
        if (said === null) return [];
        const wish = m.wishes[said.wish];
        const title = asker === 'me' ? m.youWouldLike(wish) : m.wouldLike(name, wish);
        return [
          {
            id,
            atMs: askedAtMs ?? beganAtMs,
            render: () => (
              <Card href={`/reaching-out/${id}`} icon="reaching-out" title={title}>
                {said.words !== '' && <p class="voice-small">{said.words}</p>}
              </Card>
            ),
          },
        ];
      });
  },
};
