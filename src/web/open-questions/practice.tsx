/** Open questions, as the shell sees them: words and small cards. Every screen stands behind `load`. */
import { deckState, openQuestions, returningEntry, type SharedQuestion, sharedQuestions, usesByToday } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';
import { firstLine } from './first-line.ts';

const dayMs = 24 * 3_600_000;
const newsMs = 3 * dayMs;
/** How long Today speaks of a question that I neither answered nor left. */
const askedMs = 7 * dayMs;
const usCardsMax = 5;

const load = {
  home: () => import('./home-screen.tsx'),
  talk: () => import('./talk-screen.tsx'),
  write: () => import('./write-screen.tsx'),
  note: () => import('./note-screen.tsx'),
  own: () => import('./own-screen.tsx'),
  map: () => import('./map-screen.tsx'),
  entry: () => import('./entry-screen.tsx'),
  shared: () => import('./shared-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'open-questions',
  order: 70,
  icon: 'question',
  routes: [
    { path: '/open-questions', load: load.home },
    { path: '/open-questions/talk', isGuided: true, load: load.talk },
    { path: '/open-questions/write', isGuided: true, load: load.write },
    { path: '/open-questions/note', isGuided: true, load: load.note },
    { path: '/open-questions/own', isGuided: true, load: load.own },
    { path: '/open-questions/map', place: 'me', load: load.map },
    { path: '/open-questions/map/:thing', place: 'me', load: load.entry },
    { path: '/open-questions/:thing', load: load.shared },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [5, 20], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/open-questions' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/open-questions/map' }),
  todayCards: (snapshot, { nowMs, zone }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = thingsOf(snapshot, openQuestions);
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const shared = sharedQuestions(things).filter(({ id }) => !leaving.has(id));
    const card = (
      id: string | undefined,
      title: string,
      line: string,
      action: string,
      path: string,
      priority: number,
    ): readonly TodayCandidate[] =>
      id === undefined
        ? []
        : [
            {
              id,
              priority,
              isForOne: priority < 70,
              render: () => (
                <Card title={title} icon="question" {...(priority < 70 ? {} : { tone: 'ours' })}>
                  <p class="voice-small" dir="auto">
                    {line}
                  </p>
                  <Button kind="quiet" isSmall href={`/open-questions${path}`}>
                    {action}
                  </Button>
                </Card>
              ),
            },
          ];
    const opened = shared.find((one) => isOpenForBoth(one) && nowMs - lastAnswerMs(one) < newsMs);
    const asked = shared.find((one) => isToMe(one) && nowMs - one.askedAtMs < askedMs);
    const returning = returningEntry(things, nowMs, zone);
    const isDone = usesByToday(deckState(things).uses, nowMs, zone).today.length > 0;
    return [
      ...card(opened?.id, m.opened, opened?.question.text ?? '', m.openedAction, `/${opened?.id}`, 70),
      ...card(asked?.id, m.asked(name), asked?.question.text ?? '', m.askedAction, `/${asked?.id}`, 70),
      ...card(
        returning?.id,
        returning?.about === 'me' ? m.returnsMe : m.returns,
        firstLine(returning?.words ?? ''),
        m.returnsAction,
        `/map/${returning?.id}`,
        30,
      ),
      ...card(isDone ? undefined : 'day', m.day, m.dayLine, m.dayAction, '', 30),
    ];
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en).us;
    const name = nameOf(snapshot.partner, 'Your partner');
    return sharedQuestions(thingsOf(snapshot, openQuestions))
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .slice(0, usCardsMax)
      .map(
        ({ id, askedAtMs, asker, question }): UsCard => ({
          id,
          atMs: askedAtMs,
          render: () => (
            <Card href={`/open-questions/${id}`} icon="question" title={asker === 'me' ? m.mine : m.theirs(name)}>
              <p class="voice-small" dir="auto">
                {question.text}
              </p>
            </Card>
          ),
        }),
      );
  },
};

const isToMe = ({ asker, mine, isWithdrawn, isSetAside }: SharedQuestion): boolean =>
  asker === 'partner' && mine === null && !isWithdrawn && !isSetAside;

const isOpenForBoth = ({ mine, theirs }: SharedQuestion): boolean =>
  mine?.standing === 'open' && theirs?.standing === 'open';

const lastAnswerMs = ({ mine, theirs }: SharedQuestion): number => Math.max(mine?.atMs ?? 0, theirs?.atMs ?? 0);
