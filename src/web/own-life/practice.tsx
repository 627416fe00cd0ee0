/** Own life, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import { ownLife, ownTimes, type ProtectedTime, timesOfOther, wordsOfTime } from '#core';
import { toShortWords } from '../good-news/short-words.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { timeOfToday } from './own-days.ts';

/** How long Today speaks of a time that was shared, or of a cheer. */
const newsMs = 3 * 24 * 3_600_000;
const usCardsMax = 3;

const load = {
  home: () => import('./home-screen.tsx'),
  note: () => import('./note-screen.tsx'),
  form: () => import('./time-form-screen.tsx'),
  time: () => import('./time-screen.tsx'),
  balance: () => import('./balance-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'own-life',
  order: 140,
  icon: 'calendar',
  routes: [
    { path: '/own-life', load: load.home },
    { path: '/own-life/note', isGuided: true, load: load.note },
    { path: '/own-life/note/:thing', isGuided: true, load: load.note },
    { path: '/own-life/time', isGuided: true, load: load.form },
    { path: '/own-life/time/:thing', load: load.time },
    { path: '/own-life/time/:thing/edit', isGuided: true, load: load.form },
    { path: '/own-life/balance', isGuided: true, load: load.balance },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [2, 6], people: 'one-or-two', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/own-life' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/own-life' }),
  todayCards: (snapshot, { nowMs, zone }, translate) => {
    const words = translate(en);
    const m = words.today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, ownLife);
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const mine = ownTimes(things);
    const isFresh = (atMs: number | undefined | null): boolean => nowMs - (atMs ?? 0) < newsMs;
    const card = (
      time: ProtectedTime | null | undefined,
      title: string,
      action: string,
      kind: 'today' | 'shared' | 'cheered',
    ): readonly TodayCandidate[] =>
      time == null
        ? []
        : [
            {
              id: `${kind}-${time.id}`,
              priority: kind === 'shared' ? 70 : 50,
              isForOne: kind === 'today',
              render: () => (
                <Card title={title} icon="calendar" {...(kind === 'today' ? {} : { tone: 'ours' as const })}>
                  <p class="voice-small" dir="auto">
                    {toShortWords(toSentence(words, time))}
                  </p>
                  <Button kind="quiet" isSmall href={`/own-life/time/${time.id}`}>
                    {action}
                  </Button>
                </Card>
              ),
            },
          ];
    const today = timeOfToday(mine, nowMs, zone);
    const part = today?.own?.part ?? 'day';
    const shared = timesOfOther(things).find(
      (time) => time.standing === 'ours' && time.cheer === null && isFresh(time.sharedAtMs) && !leaving.has(time.id),
    );
    const cheered = mine.find(({ cheer }) => cheer !== null && isFresh(cheer.atMs));
    return [
      ...card(shared, m.shared(name), m.sharedAction, 'shared'),
      ...card(cheered, m.cheered(name), m.cheeredAction, 'cheered'),
      ...card(today, part === 'day' ? m.mineDay : m.mine[part], m.mineAction, 'today'),
    ];
  },
  usCards: (snapshot, _moment, translate) => {
    const words = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, ownLife);
    return [...ownTimes(things), ...timesOfOther(things)]
      .filter(({ shared }) => shared !== null)
      .sort((a, b) => (b.sharedAtMs ?? 0) - (a.sharedAtMs ?? 0))
      .slice(0, usCardsMax)
      .map(
        (time): UsCard => ({
          id: time.id,
          atMs: time.sharedAtMs ?? time.beganAtMs,
          render: () => (
            <Card
              href={`/own-life/time/${time.id}`}
              icon="calendar"
              title={time.owner === 'me' ? words.us.mine : words.us.theirs(name)}
            >
              <p class="voice-small">{toShortWords(toSentence(words, { ...time, own: null }))}</p>
            </Card>
          ),
        }),
      );
  },
};

function toSentence(words: typeof en, time: ProtectedTime): string {
  const its = wordsOfTime(time);
  return its === null ? '' : words.time(words.when(its.days, its.part), its.words);
}
