/** Empathy, as the shell sees it: words and small cards. Every screen stands behind `load`. */
import { checkIn, type EmpathyAnswer, type EmpathyAsking, empathy, saidToFeeling } from '#core';
import { firstLine } from '../open-questions/first-line.ts';
import { Button, Card, nameOf } from '../shell/parts/index.ts';
import { type PracticeScreens, type TodayCandidate, thingsOf, type UsCard } from '../shell/practice-screens.ts';
import { en } from './card-messages.ts';

const dayMs = 24 * 3_600_000;
const newsMs = 3 * dayMs;
/** How long Today speaks of a question that I neither answered nor left. */
const askedMs = 7 * dayMs;
const usCardsMax = 5;

const load = {
  list: () => import('./list-screen.tsx'),
  about: () => import('./about-screen.tsx'),
  answer: () => import('./answer-screen.tsx'),
  keep: () => import('./keep-screen.tsx'),
  story: () => import('./story-screen.tsx'),
};

export const screens: PracticeScreens = {
  key: 'empathy',
  order: 60,
  icon: 'empathy',
  routes: [
    { path: '/empathy', load: load.list },
    { path: '/empathy/:feeling', load: load.about },
    { path: '/empathy/:feeling/answer', isGuided: true, load: load.answer },
    { path: '/empathy/:feeling/keep', isGuided: true, load: load.keep },
    { path: '/empathy/:feeling/story', isGuided: true, load: load.story },
  ],
  listCard: (translate) => {
    const m = translate(en).listCard;
    return { ...m, minutes: [2, 5], people: 'one-or-two', evidence: 'studies' };
  },
  start: (translate) => ({ label: translate(en).start, path: '/empathy' }),
  mine: (translate) => ({ label: translate(en).mine, path: '/empathy' }),
  todayCards: (snapshot, { nowMs }, translate) => {
    const m = translate(en).today;
    const name = nameOf(snapshot.partner, 'Your partner');
    const leaving = new Set(snapshot.windows.map(({ thing }) => thing));
    const all = [...thingsOf(snapshot, empathy).values()]
      .filter(({ id }) => !leaving.has(id))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const answers = all.filter((one) => one.type === 'answer').filter(({ standing }) => standing === 'ours');
    const askings = all.filter((one) => one.type === 'asking').filter(({ isWithdrawn }) => !isWithdrawn);
    const isNews = (atMs: number): boolean => nowMs - atMs < newsMs;
    const card = (
      to: string | undefined,
      title: string,
      action: string,
      priority: number,
      path = '',
    ): readonly TodayCandidate[] =>
      to === undefined
        ? []
        : [
            {
              id: `${priority}-${to}-${action}`,
              priority,
              isForOne: false,
              render: () => (
                <Card title={title} icon="empathy">
                  <Button kind="quiet" isSmall href={`/empathy/${to}${path}`}>
                    {action}
                  </Button>
                </Card>
              ),
            },
          ];
    const asks = askings.find((one) => isWaiting(one) && nowMs - one.askedAtMs < askedMs);
    const welcome = askings.find((one) => isWelcome(one) && isNews(one.reply?.atMs ?? 0));
    const told = askings.find((one) => one.by === 'partner' && one.story !== null && isNews(one.story.atMs));
    const answered = answers.find((one) => isUntold(one) && isNews(one.sharedAtMs ?? 0));
    const landed = answers.find((one) => one.by === 'me' && one.landed !== null && isNews(one.landed.atMs));
    // That a feeling was shared is said by check-in's own card; its screen leads here.
    return [
      ...card(asks?.to, m.asks(name), m.asksAction, 90),
      ...card(answered?.to, m.answered(name), m.answeredAction, 70),
      ...card(welcome?.to, m.welcome(name), m.welcomeAction, 70, '/story'),
      ...card(told?.to, m.told(name), m.toldAction, 70),
      ...card(landed?.to, m.landed(name), m.landedAction, 50),
    ].slice(0, 2);
  },
  usCards: (snapshot, _moment, translate) => {
    const m = translate(en).us;
    const name = nameOf(snapshot.partner, 'Your partner');
    return [...thingsOf(snapshot, empathy).values()]
      .flatMap((one) => (one.type === 'answer' && one.standing === 'ours' ? [one] : []))
      .sort((a, b) => (b.sharedAtMs ?? 0) - (a.sharedAtMs ?? 0))
      .slice(0, usCardsMax)
      .map(
        ({ id, to, by, sharedAtMs, words }): UsCard => ({
          id,
          atMs: sharedAtMs ?? 0,
          render: () => (
            <Card href={`/empathy/${to}`} icon="empathy" title={by === 'me' ? m.mine : m.theirs(name)}>
              <p class="voice-small" dir="auto">
                {firstLine(words ?? '')}
              </p>
            </Card>
          ),
        }),
      );
  },
  about: (thing, practice, snapshot, translate) => {
    const m = translate(en).about;
    const feeling = practice === 'check-in' ? thingsOf(snapshot, checkIn).get(thing) : undefined;
    if (feeling === undefined) return [];
    const { answers, askings } = saidToFeeling(thingsOf(snapshot, empathy), thing);
    const said = answers.length + askings.length > 0 ? [{ label: m.said, path: `/empathy/${thing}` }] : [];
    if (feeling.author === 'me')
      return feeling.words === null ? said : [...said, { label: m.hear, path: `/empathy/${thing}/keep` }];
    if (feeling.standing !== 'ours') return said;
    return said.length > 0 ? said : [{ label: m.answer, path: `/empathy/${thing}/answer` }];
  },
};

const isWaiting = (one: EmpathyAsking): boolean => one.by === 'partner' && one.reply === null && !one.isSetAside;

const isWelcome = (one: EmpathyAsking): boolean =>
  one.by === 'me' && one.reply?.reply === 'yes' && one.story?.standing !== 'ours';

/** An answer to me, of which I have not said how it landed. I need not. */
const isUntold = (one: EmpathyAnswer): boolean => one.by === 'partner' && one.landed === null;
