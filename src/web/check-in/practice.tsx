/** Check-in, as the shell sees it: its words and small cards. Every screen stands behind `load`. */
import { checkIn } from '#core';
import type { Snapshot } from '#device';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { newestOpened, sealedByOther } from './sealed.ts';

const dayMs = 24 * 3_600_000;
/** After this, what was shared is on Us and in the list; Today lets it rest. */
const newsMs = 2 * dayMs;
const usCardsMax = 5;

const load = {
  list: () => import('./list-screen.tsx'),
  write: () => import('./write-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  both: () => import('./reveal-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'check-in',
  order: 10,
  icon: 'check-in',
  routes: [
    { path: '/check-in', place: 'me', load: load.list },
    { path: '/check-in/new', isGuided: true, load: load.write },
    { path: '/check-in/:thing', place: 'me', load: load.detail },
    { path: '/check-in/:thing/edit', isGuided: true, load: load.write },
    { path: '/check-in/:thing/both', load: load.both },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [1, 3], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/check-in/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/check-in' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = partnerName(snapshot);
    const cards: TodayCandidate[] = [];
    const waiting = sealedByOther(snapshot, 'waiting');
    const opened = newestOpened(snapshot);
    if (opened !== null && nowMs - opened.atMs < newsMs) {
      cards.push({
        id: `opened-${opened.mine}`,
        priority: 70,
        isForOne: false,
        render: () => (
          <Card title={m.opened} icon="ours" tone="ours">
            <p class="voice-small">{m.openedLine}</p>
            <Button kind="quiet" isSmall href={`/check-in/${opened.mine}/both`}>
              {m.openedAction}
            </Button>
          </Card>
        ),
      });
    }
    if (waiting !== null) {
      cards.push({
        id: `sealed-${waiting.thing}`,
        priority: 70,
        isForOne: false,
        render: () => (
          <Card title={m.sealedByOther(name)} icon="sealed">
            <p class="voice-small">{m.sealedByOtherLine}</p>
            <Button kind="quiet" isSmall href="/check-in/new?sealed">
              {m.sealedByOtherAction}
            </Button>
          </Card>
        ),
      });
    }
    const shared = newestShared(snapshot).find(({ author }) => author === 'partner');
    if (cards.length === 0 && shared !== undefined && nowMs - shared.atMs < newsMs) {
      cards.push({
        id: `shared-${shared.id}`,
        priority: 70,
        isForOne: false,
        render: () => (
          <Card title={m.shared(name)} icon="check-in">
            <Button kind="quiet" isSmall href={`/check-in/${shared.id}`}>
              {m.sharedAction}
            </Button>
          </Card>
        ),
      });
    }
    return cards.slice(0, 2);
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en).us;
    const name = partnerName(snapshot);
    return newestShared(snapshot)
      .slice(0, usCardsMax)
      .map(
        ({ id, atMs, author }): UsCard => ({
          id,
          atMs,
          render: () => (
            <Card href={`/check-in/${id}`} icon="check-in" title={author === 'me' ? m.sharedByMe : m.shared(name)} />
          ),
        }),
      );
  },
};

const partnerName = (snapshot: Snapshot): string => nameOf(snapshot.partner, 'Your partner');

/** What both can read now, newest first. */
function newestShared(
  snapshot: Snapshot,
): readonly { readonly id: string; readonly atMs: number; readonly author: 'me' | 'partner' }[] {
  return [...thingsOf(snapshot, checkIn).values()]
    .flatMap(({ id, standing, sharedAtMs, author }) =>
      standing === 'ours' && sharedAtMs !== null ? [{ id, atMs: sharedAtMs, author }] : [],
    )
    .sort((a, b) => b.atMs - a.atMs);
}
