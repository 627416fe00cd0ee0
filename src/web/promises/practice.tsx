/** Promises, as the shell sees them: words and small cards. Every screen stands behind `load`. */
import { instantToWallDate, openPauses, type Pledge, pause, promises, type ThingId } from '#core';
import type { Snapshot } from '#device';
import { wordToLabel } from '../check-in/feelings.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const dayMs = 24 * 3_600_000;
/** How long Today speaks of a promise whose time has come. After that it waits in the list, quietly. */
const wasDueMs = 7 * dayMs;
const newsMs = 4 * dayMs;
const usCardsMax = 5;

const load = {
  list: () => import('./list-screen.tsx'),
  make: () => import('./make-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  change: () => import('./change-screen.tsx'),
  own: () => import('./own-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'promises',
  order: 30,
  icon: 'promises',
  routes: [
    { path: '/promises', load: load.list },
    { path: '/promises/new', isGuided: true, load: load.make },
    { path: '/promises/:thing', load: load.detail },
    { path: '/promises/:thing/change', isGuided: true, load: load.change },
    { path: '/promises/:thing/own', isGuided: true, load: load.own },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [2, 4], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/promises/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/promises' }),
  todayCards: (snapshot, { nowMs, zone }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const spokenOf = new Set([...snapshot.windows.map(({ thing }) => thing), ...returnsOf(snapshot, nowMs)]);
    const all = [...thingsOf(snapshot, promises).values()]
      .filter(({ id }) => !spokenOf.has(id))
      .sort((a, b) => a.when.dueAtMs - b.when.dueAtMs);
    const card = (
      pledge: Pledge | undefined,
      title: string,
      action: string,
      priority: number,
    ): readonly TodayCandidate[] =>
      pledge === undefined
        ? []
        : [
            {
              id: `${priority}-${pledge.id}`,
              priority,
              isForOne: pledge.maker === 'me',
              render: () => (
                <Card title={title} icon="promises">
                  <p class="voice-small">{wordToLabel(pledge.what)}</p>
                  <Button kind="quiet" isSmall href={`/promises/${pledge.id}`}>
                    {action}
                  </Button>
                </Card>
              ),
            },
          ];
    const isMineOpen = ({ maker, standing }: Pledge): boolean => maker === 'me' && standing === 'open';
    const offered = all.find(({ standing, offer }) => standing === 'open' && offer?.by === 'partner');
    const wasDue = all.find((one) => isMineOpen(one) && isWithin(one.when.dueAtMs, nowMs, wasDueMs));
    const dueToday = all.find((one) => isMineOpen(one) && isDueToday(one, nowMs, zone));
    const closed = all.filter(
      ({ maker, closedAtMs }) => maker === 'partner' && closedAtMs !== null && isWithin(closedAtMs, nowMs, newsMs),
    );
    const owned = closed.find(({ standing, answer }) => standing === 'owned' && answer === null);
    const kept = closed.find(({ standing, seen }) => standing === 'kept' && seen === null);
    const changed = all.find(
      ({ maker, standing, changes, seen }) =>
        maker === 'partner' &&
        standing === 'open' &&
        seen === null &&
        isWithin(changes.at(-1)?.atMs ?? 0, nowMs, newsMs),
    );
    return [
      ...card(offered, m.offer(name), m.offerAction, 90),
      ...card(wasDue, m.wasDue, m.action, offered === undefined ? 90 : 70),
      ...card(dueToday, m.dueToday, m.action, 70),
      ...card(owned, m.owned(name), m.ownedAction, 70),
      ...card(kept, m.kept(name), m.keptAction, 50),
      ...card(changed, m.changed(name), m.changedAction, 50),
    ].slice(0, 2);
  },
  usCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).us;
    const name = nameOf(snapshot.partner, 'Your partner');
    const spokenOf = new Set(returnsOf(snapshot, nowMs));
    return [...thingsOf(snapshot, promises).values()]
      .filter(({ id, to, standing }) => to === 'partner' && standing === 'open' && !spokenOf.has(id))
      .sort((a, b) => b.madeAtMs - a.madeAtMs)
      .slice(0, usCardsMax)
      .map(
        ({ id, madeAtMs, maker, what }): UsCard => ({
          id,
          atMs: madeAtMs,
          render: () => (
            <Card href={`/promises/${id}`} icon="promises" title={maker === 'me' ? m.mine : m.theirs(name)}>
              <p class="voice-small">{wordToLabel(what)}</p>
            </Card>
          ),
        }),
      );
  },
};

/** The promises to be back from a pause that goes on: its own card speaks of them. */
const returnsOf = (snapshot: Snapshot, nowMs: number): readonly ThingId[] =>
  openPauses(thingsOf(snapshot, pause), nowMs).flatMap(({ promise }) => promise ?? []);

/** Between then and `spanMs` later. */
const isWithin = (atMs: number, nowMs: number, spanMs: number): boolean => nowMs >= atMs && nowMs < atMs + spanMs;

/** Its last moment lies ahead, on this day. */
const isDueToday = ({ when }: Pledge, nowMs: number, zone: string): boolean =>
  when.dueAtMs > nowMs && instantToWallDate(when.dueAtMs - 1, zone) === instantToWallDate(nowMs, zone);
