/** The pause, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import { clockCorrectionMs, openPauses, type Pause, pause, pauseWholes } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type Moment, type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { returnToWords } from './return-words.ts';

const load = {
  new: () => import('./new-screen.tsx'),
  pause: () => import('./pause-screen.tsx'),
};

/** How long Today speaks of the other one's last word on a pause. */
const newsMs = 3 * 3_600_000;

export const screens: PracticeScreens = {
  key: 'pause',
  order: 38,
  icon: 'pause',
  routes: [
    { path: '/pause/new', isGuided: true, load: load.new },
    { path: '/pause/:thing', isGuided: true, load: load.pause },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [1, 30], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/pause/new' }),
  todayCards: (snapshot, moment, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, pause);
    const now = agreedMoment(moment, snapshot.connection.clockDifferenceMs);
    const card = (one: Pause, priority: number, title: string, line: string, action: string): TodayCandidate => ({
      id: `${priority}-${one.id}`,
      priority,
      isForOne: one.by === 'me',
      render: () => (
        <Card title={title} icon="pause">
          {line !== '' && <p class="voice-small">{line}</p>}
          <Button kind="quiet" isSmall href={`/pause/${one.id}`}>
            {action}
          </Button>
        </Card>
      ),
    });
    const open = openPauses(things, now.nowMs);
    const due = open.find(({ untilMs }) => now.nowMs >= untilMs);
    const going = due ?? open[0];
    if (going !== undefined) {
      const at = returnToWords(going.untilMs, now, m);
      if (going === due) return [card(going, 90, m.today.due, m.today.dueLine(at), m.today.dueAction)];
      const line = going.by === 'partner' ? m.takes(name, at) : m.youTake(at);
      return [card(going, 70, m.today.until(at), line, m.today.untilAction)];
    }
    const last = pauseWholes(things).findLast(({ pause: one }) => one.isShared)?.pause;
    const isNews = last?.ending?.by === 'partner' && !last.back.includes('me') && now.nowMs - last.ending.atMs < newsMs;
    if (last?.ending === undefined || last.ending === null || !isNews) return [];
    if (last.ending.how === 'left') return [card(last, 70, m.today.left(name), '', m.today.leftAction)];
    // The other one is back. Until the time that was said, there is time.
    return now.nowMs < last.untilMs
      ? [card(last, 70, m.today.ready(name), '', m.today.readyAction)]
      : [card(last, 90, m.today.ready(name), '', m.today.dueAction)];
  },
  usCards: (snapshot, moment, translate) => {
    const m = translate(en);
    const name = nameOf(snapshot.partner, 'Your partner');
    const now = agreedMoment(moment, snapshot.connection.clockDifferenceMs);
    return openPauses(thingsOf(snapshot, pause), now.nowMs)
      .filter(({ isShared, untilMs }) => isShared && now.nowMs < untilMs)
      .slice(0, 1)
      .map(({ id, by, untilMs, beganAtMs }) => {
        const at = returnToWords(untilMs, now, m);
        return {
          id,
          atMs: beganAtMs,
          render: () => (
            <Card href={`/pause/${id}`} icon="pause" title={m.listCard.title}>
              <p class="voice-small">{by === 'me' ? m.youTake(at) : m.takes(name, at)}</p>
            </Card>
          ),
        };
      });
  },
};

/** Both phones speak of the same moment, also where one of their clocks is some minutes off. */
const agreedMoment = ({ nowMs, zone, locale }: Moment, clockDifferenceMs: number | null): Moment => ({
  nowMs: nowMs + clockCorrectionMs(clockDifferenceMs),
  zone,
  locale,
});
