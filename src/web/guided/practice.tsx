/** Guided practices, as the shell sees them: words and small cards. Every screen stands behind `load`. */
import { type GuidedCommand, guided, type Session } from '#core';
import { useApp } from '../shell/app.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import type { PracticeScreens, TodayCandidate, UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { isInvitation, sessionsOf } from './guided-things.ts';

const dayMs = 24 * 3_600_000;
/** How long Today speaks of something that was begun. Then it waits in its list, quietly. */
const invitedMs = 7 * dayMs;
const goingOnMs = 3 * dayMs;
const usCardsMax = 5;

const load = {
  library: () => import('./library-screen.tsx'),
  about: () => import('./about-screen.tsx'),
  begin: () => import('./begin-screen.tsx'),
  session: () => import('./session-screen.tsx'),
  sessions: () => import('./sessions-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'guided',
  order: 35,
  icon: 'talk',
  routes: [
    { path: '/guided', load: load.library },
    { path: '/guided/sessions', place: 'me', load: load.sessions },
    { path: '/guided/session/:thing', isGuided: true, load: load.session },
    { path: '/guided/kept/:thing', load: load.about },
    { path: '/guided/kept/:thing/begin', isGuided: true, load: load.begin },
    { path: '/guided/:pack/:key', load: load.about },
    { path: '/guided/:pack/:key/begin', isGuided: true, load: load.begin },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [2, 40], people: 'one-or-two', evidence: 'clinical-practice' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/guided' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/guided/sessions' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const open = sessionsOf(snapshot).filter((session) => guided.isOpen(session, nowMs));
    const invited = open.find((one) => isInvitation(one) && nowMs - one.beganAtMs < invitedMs);
    const goesOn = open.find((one) => !isInvitation(one) && nowMs - one.movedAtMs < goingOnMs);
    const card = (session: Session, title: string, action: string, priority: number): TodayCandidate => ({
      id: session.id,
      priority,
      isForOne: session.way !== 'two-phones',
      render: () => <SessionCard session={session} title={title} action={action} notNow={m.notNow} />,
    });
    return [
      ...(invited === undefined ? [] : [card(invited, m.invited(name, invited.script.name), m.look, 90)]),
      ...(goesOn === undefined ? [] : [card(goesOn, m.goesOn(goesOn.script.name), m.goOn, 70)]),
    ];
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en).us;
    return sessionsOf(snapshot)
      .filter(({ way, ending }) => way === 'two-phones' && ending !== null)
      .slice(0, usCardsMax)
      .map(
        ({ id, script, ending, movedAtMs }): UsCard => ({
          id,
          atMs: movedAtMs,
          render: () => (
            <Card href={`/guided/session/${id}`} icon="talk" title={ending?.how === 'whole' ? m.whole : m.left}>
              <p class="voice-small">{script.name}</p>
            </Card>
          ),
        }),
      );
  },
};

interface SessionCardProps {
  readonly session: Session;
  readonly title: string;
  readonly action: string;
  readonly notNow: string;
}

/** "Not now" stays on my devices: the other one is told nothing. */
function SessionCard({ session: { id, topic, script }, title, action, notNow }: SessionCardProps) {
  const app = useApp();
  const setAside: GuidedCommand = { practice: 'guided', type: 'set-aside', thing: id };
  return (
    <Card title={title} icon="talk">
      <p class="voice-small">{topic === '' ? script.line : topic}</p>
      <div class="row">
        <Button kind="quiet" isSmall href={`/guided/session/${id}`}>
          {action}
        </Button>
        <Button kind="plain" onPress={() => void app.device.command(setAside)}>
          {notNow}
        </Button>
      </div>
    </Card>
  );
}
