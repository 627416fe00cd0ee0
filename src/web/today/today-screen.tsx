/** Today: a greeting by the time of day, at most three cards, and one action under the thumb. */

import type { Snapshot } from '#device';
import { en } from '../messages/en.ts';
import { type App, takenUp, useApp, useMessages } from '../shell/app.ts';
import { Notices } from '../shell/notices.tsx';
import { Button, Card, Icon, ListRow, Rows, toneOf, WhoTag } from '../shell/parts/index.ts';
import { hourToDayPart, weekday } from '../shell/time.ts';
import { backupOffer } from './backup-reminder.tsx';
import { type Offer, pickToday } from './pick-today.ts';

export function Screen() {
  const app = useApp();
  const m = useMessages(en);
  const snapshot = app.snapshot.value;
  const moment = app.moment.value;
  const part = hourToDayPart(new Date(moment.nowMs).getHours());
  const isFirst = snapshot.isReady ? isUntouched(snapshot) : !app.preferences.hasBegun.value;
  const cards = snapshot.isReady ? pickToday(offersOf(app)) : [];
  const title = isFirst ? m.today.first : m.today.greeting[part];
  return (
    <div class="screen today" data-has-aside>
      <header class="screen-head">
        <div class="row-apart">
          {/* The weekday needs `Intl`, which is slow to start: it comes with what is stored, into a line kept for it. */}
          <small>
            {snapshot.isReady ? m.today.dayAndPart[part](weekday(moment.nowMs, moment.zone, moment.locale)) : '\u00a0'}
          </small>
          {snapshot.partner !== null && (
            <span class="row">
              <WhoTag who="me" />
              <WhoTag who="partner" />
            </span>
          )}
        </div>
        <h1 tabIndex={-1} data-takes-focus>
          {title}
        </h1>
        {isFirst && <p class="soft">{m.today.firstNote}</p>}
      </header>
      <Threads app={app} />
      {cards.length > 0 && (
        <section class="stack today-cards" aria-label={m.today.cards}>
          {cards.map(({ practice, candidate }) => (
            <div key={`${practice}/${candidate.id}`}>{candidate.render()}</div>
          ))}
        </section>
      )}
      {snapshot.isReady && cards.length === 0 && <Invitations isFirst={isFirst} />}
      <Notices />
      <MainAction isFirst={isFirst} />
    </div>
  );
}

/** Nothing asks for attention: say so, and leave two doors ajar. */
function Invitations({ isFirst }: { readonly isFirst: boolean }) {
  const app = useApp();
  const m = useMessages(en);
  const others = takenUp(app).slice(1, 1 + invitationsMax);
  return (
    <section class="stack today-cards">
      {!isFirst && (
        <div class="stack-tight">
          <p class="voice">{m.today.restTitle}</p>
          <p class="soft">{m.today.rest}</p>
        </div>
      )}
      {others.length > 0 && (
        <Card title={m.today.orBegin}>
          <Rows>
            {others.map((practice) => {
              const card = practice.listCard(app.translate.value);
              const path = isFirst ? practice.start(app.translate.value).path : `/practices/${practice.key}`;
              return (
                <ListRow key={practice.key} icon={practice.icon} title={card.title} note={card.line} href={path} />
              );
            })}
          </Rows>
        </Card>
      )}
    </section>
  );
}

const invitationsMax = 2;

function MainAction({ isFirst }: { readonly isFirst: boolean }) {
  const app = useApp();
  const m = useMessages(en);
  const { isReady, connection } = app.snapshot.value;
  const isShared = isReady ? connection.isNeeded : app.preferences.hasBegun.value;
  return (
    <>
      <div class="main-action">
        <Button href="/check-in/new">{m.today.begin}</Button>
      </div>
      <div class="today-foot">
        <p class="note promise-line">
          <Icon name="lock" />
          <span>{isShared ? m.today.onlyYours : m.today.onlyHere}</span>
        </p>
        {isFirst && (
          <p class="note promise-line">
            <a href="/restore">{m.today.returning}</a>
          </p>
        )}
      </div>
    </>
  );
}

/** One thread alone, two together. A picture of the idea, not of anybody's data. */
function Threads({ app }: { readonly app: App }) {
  const isPaired = app.snapshot.value.partner !== null;
  return (
    <svg class="threads" viewBox="0 0 318 56" preserveAspectRatio="none" aria-hidden="true">
      <path class={toneOf(app, 'me')} d="M0 12C40 8 62 36 104 34S168 16 204 24s70 14 114 6" />
      {isPaired && (
        <path
          class={toneOf(app, 'partner')}
          stroke-dasharray="1 6"
          d="M0 48C38 52 66 30 106 36s60 16 96 8 66-16 116-10"
        />
      )}
    </svg>
  );
}

function offersOf(app: App): readonly Offer[] {
  const snapshot = app.snapshot.value;
  const moment = app.moment.value;
  const translate = app.translate.value;
  const ofPractices = takenUp(app).flatMap((practice) =>
    practice
      .todayCards(snapshot, moment, translate)
      .map((candidate) => ({ practice: practice.key, order: practice.order, candidate })),
  );
  return [...ofPractices, ...backupOffer(app)];
}

/** Nothing written, nobody paired: the first time. */
export function isUntouched(snapshot: Snapshot): boolean {
  if (snapshot.partner !== null || snapshot.hasEarlierMonths) return false;
  return [...snapshot.thingsByPractice.values()].every((things) => things.size === 0);
}
