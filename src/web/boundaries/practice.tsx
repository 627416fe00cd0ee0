/** Boundaries, as the shell sees them: words and small cards. Every screen stands behind `load`. */
import { type Boundary, boundaries, boundariesOf, hasQuestion, isDueForReview, isLive } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const dayMs = 24 * 3_600_000;
/** How long Today speaks of something that came; it never comes back to it. */
const newsMs = 4 * dayMs;
const usCardsMax = 2;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  crossed: () => import('./crossed-screen.tsx'),
  notes: () => import('./notes-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'boundaries',
  order: 72,
  icon: 'boundaries',
  routes: [
    { path: '/boundaries', load: load.list },
    { path: '/boundaries/new', isGuided: true, load: load.make },
    { path: '/boundaries/notes', load: load.notes },
    { path: '/boundaries/:thing', load: load.detail },
    { path: '/boundaries/:thing/edit', isGuided: true, load: load.make },
    { path: '/boundaries/:thing/crossed', isGuided: true, load: load.crossed },
  ],
  listCard: (translate) => ({ ...translate(en).listCard, minutes: [3, 10], people: 'one-or-two', evidence: 'idea' }),
  start: (translate) => ({ label: translate(en).start, path: '/boundaries/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/boundaries' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const all = boundariesOf(thingsOf(snapshot, boundaries)).filter(({ id }) => !leaving.has(id));
    const isFresh = (atMs: number | undefined): boolean => atMs !== undefined && nowMs - atMs < newsMs;
    const card = (
      one: Boundary | undefined,
      title: string,
      action: string,
      priority: number,
      isForOne = false,
    ): readonly TodayCandidate[] => {
      if (one === undefined) return [];
      const render = () => (
        <Card title={title} icon="boundaries">
          <p class="voice-small" dir="auto">
            {one.words?.about}
          </p>
          <Button kind="quiet" isSmall href={`/boundaries/${one.id}`}>
            {action}
          </Button>
        </Card>
      );
      return [{ id: `${priority}-${one.id}`, priority, isForOne, render }];
    };
    const live = all.filter((one) => isLive(one, nowMs));
    const theirs = live.filter(({ author }) => author === 'partner');
    const fresh = theirs.find(
      ({ sharing }) => isFresh(sharing?.atMs) && sharing?.question === null && !sharing.isUnderstood,
    );
    const asked = all.find((one) => hasQuestion(one, nowMs) && isFresh(one.sharing?.question?.atMs));
    const answered = theirs.find(({ sharing }) => isFresh(sharing?.answer?.atMs));
    const due = all.find((one) => isDueForReview(one, nowMs));
    return [
      ...card(fresh, m.shared(name), m.today.read, 70),
      ...card(asked, m.today.asks(name), m.today.asksAction, 70),
      ...card(answered, m.today.answered(name), m.today.read, 50),
      ...card(due, m.today.review, m.today.reviewAction, 50, true),
    ].slice(0, 2);
  },
  usCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    return boundariesOf(thingsOf(snapshot, boundaries))
      .filter((one) => isLive(one, nowMs))
      .slice(0, usCardsMax)
      .map(
        ({ id, author, words, sharing, beganAtMs }): UsCard => ({
          id,
          atMs: sharing?.atMs ?? beganAtMs,
          render: () => (
            <Card href={`/boundaries/${id}`} icon="boundaries" title={author === 'me' ? m.sharedByMe : m.shared(name)}>
              <p class="voice-small" dir="auto">
                {words?.about}
              </p>
            </Card>
          ),
        }),
      );
  },
};
