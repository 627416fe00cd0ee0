/** Noticing, as the shell sees it: its words and small cards. Every screen stands behind `load`. */
import { type Noticing, noticing } from '#core';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const dayMs = 24 * 3_600_000;
/** A question or an answer is news for this long; then it rests in the list, and Today is quiet. */
const newsMs = 7 * dayMs;
/** A question that I prepared and did not ask is offered for this long. */
const preparedMs = 2 * dayMs;

const load = {
  list: () => import('./list-screen.tsx'),
  steps: () => import('./steps-screen.tsx'),
  detail: () => import('./detail-screen.tsx'),
  answer: () => import('./answer-screen.tsx'),
  reading: () => import('./tendencies-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'noticing',
  order: 20,
  icon: 'noticing',
  routes: [
    { path: '/noticing', place: 'me', load: load.list },
    { path: '/noticing/new', isGuided: true, load: load.steps },
    { path: '/noticing/reading', place: 'me', load: load.reading },
    { path: '/noticing/:thing', place: 'me', load: load.detail },
    { path: '/noticing/:thing/steps', isGuided: true, load: load.steps },
    { path: '/noticing/:thing/told', isGuided: true, load: load.answer },
    { path: '/noticing/:thing/answer', isGuided: true, load: load.answer },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [2, 5], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/noticing/new' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/noticing' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const things = [...thingsOf(snapshot, noticing).values()].sort((a, b) => (a.id < b.id ? 1 : -1));
    const question = things.find((one) => isUnanswered(one, nowMs));
    const answered = things.find((one) => isNewAnswer(one, nowMs));
    const prepared = things.find((one) => isPrepared(one, nowMs));
    const card = (
      title: string,
      action: string,
      thing: Noticing,
      priority: number,
      isForOne: boolean,
    ): TodayCandidate => ({
      id: `${priority}-${thing.id}`,
      priority,
      isForOne,
      render: () => (
        <Card title={title} icon="noticing">
          <Button kind="quiet" isSmall href={`/noticing/${thing.id}`}>
            {action}
          </Button>
        </Card>
      ),
    });
    const cards = [
      ...(question === undefined ? [] : [card(m.asked(name), m.askedAction, question, 90, false)]),
      ...(answered === undefined ? [] : [card(m.answered(name), m.answeredAction, answered, 70, false)]),
      ...(prepared === undefined ? [] : [card(m.prepared, m.preparedAction, prepared, 50, true)]),
    ];
    return cards.slice(0, 2);
  },
};

/** Left for now is left: it does not come back by itself. */
const isUnanswered = (one: Noticing, nowMs: number): boolean =>
  one.side === 'asked' &&
  one.opener !== null &&
  one.myAnswer === null &&
  !one.isSetAside &&
  nowMs - one.askedAtMs < newsMs;

const isNewAnswer = (one: Noticing, nowMs: number): boolean =>
  one.side === 'asker' &&
  one.answer?.from === 'partner' &&
  one.answer.said !== null &&
  one.judged === null &&
  !one.isPutAway &&
  nowMs - one.answer.atMs < newsMs;

const isPrepared = (one: Noticing, nowMs: number): boolean =>
  one.side === 'asker' &&
  one.opener !== null &&
  one.asked === null &&
  !one.isPutAway &&
  nowMs - one.noticedAtMs < preparedMs;
