/** What I noticed, and what I was asked: first what is still open, then the rest. */
import { useSignal } from '@preact/signals';
import { type Noticing, noticing } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Rows } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { NoticingRow } from './noticing-view.tsx';
import { TendenciesCard } from './tendencies-card.tsx';
import '../check-in/check-in.css';
import './noticing.css';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const { nowMs } = app.moment.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const things = thingsOf(snapshot, noticing);
  const newestFirst = [...things.values()].sort((a, b) => beganAtMs(b) - beganAtMs(a));
  const open = newestFirst.filter((one) => noticing.isOpen(one, nowMs));
  const rest = newestFirst.filter((one) => !open.includes(one));
  const isEmpty = newestFirst.length === 0;
  return (
    <Frame
      title={m.list.title}
      lead={m.list.lead}
      back="/me"
      {...(isEmpty ? {} : { aside: <TendenciesCard noticings={things} isLink /> })}
    >
      <div class="buttons">
        <Button href="/noticing/new">{m.list.start}</Button>
      </div>
      {isEmpty && <EmptyState title={m.list.emptyTitle}>{m.list.empty}</EmptyState>}
      {open.length > 0 && (
        <section class="stack">
          <h2>{m.list.open}</h2>
          <div class="card">
            <Rows>
              {open.map((one) => (
                <NoticingRow key={one.id} one={one} />
              ))}
            </Rows>
          </div>
        </section>
      )}
      {rest.length > 0 && (
        <section class="stack">
          <h2>{m.list.rest}</h2>
          <div class="card">
            <Rows>
              {rest.slice(0, shownCount.value).map((one) => (
                <NoticingRow key={one.id} one={one} />
              ))}
            </Rows>
          </div>
          {rest.length > shownCount.value && (
            <Button
              kind="plain"
              onPress={() => {
                shownCount.value += limits.rowsShownMax;
              }}
            >
              {m.list.older}
            </Button>
          )}
        </section>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

const beganAtMs = (one: Noticing): number => (one.side === 'asker' ? one.noticedAtMs : one.askedAtMs);
