/** Promises: the open ones first (mine, the other's, to myself), then those that have closed. Nothing is counted. */
import { useSignal } from '@preact/signals';
import { coreLimits, type Pledge, promises } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, hasPartner, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { byClosed, byDue } from './due.ts';
import { en } from './messages.ts';
import { PromiseRow } from './promise-view.tsx';
import './promises.css';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const { nowMs } = app.moment.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = [...thingsOf(snapshot, promises).values()];
  const open = all.filter(({ standing }) => standing === 'open').sort(byDue);
  const closed = all.filter((pledge) => isClosedInSight(pledge, nowMs)).sort(byClosed);
  const sections = [
    { title: m.list.mine(name), pledges: open.filter(({ maker, to }) => maker === 'me' && to === 'partner') },
    { title: m.list.theirs(name), pledges: open.filter(({ maker }) => maker === 'partner') },
    { title: m.list.myself, pledges: open.filter(({ maker, to }) => maker === 'me' && to === 'myself') },
  ].filter(({ pledges }) => pledges.length > 0);
  const isEmpty = sections.length === 0 && closed.length === 0;
  const closedList = closed.length > 0 && (
    <section class="stack">
      <h2>{m.list.closed}</h2>
      <PromiseList pledges={closed.slice(0, shownCount.value)} />
      {closed.length > shownCount.value && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.list.older}
        </Button>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </section>
  );
  return (
    <Frame title={m.list.title} lead={m.list.lead} back="/practices" {...(closedList ? { aside: closedList } : {})}>
      <div class="buttons">
        <Button href="/promises/new">{m.list.start}</Button>
      </div>
      {isEmpty && (
        <EmptyState title={m.list.emptyTitle}>
          {hasPartner(snapshot) ? m.list.emptyTwo(name) : m.list.emptyAlone}
        </EmptyState>
      )}
      {sections.map(({ title, pledges }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <PromiseList pledges={pledges.slice(0, limits.rowsShownMax)} />
        </section>
      ))}
    </Frame>
  );
}

function PromiseList({ pledges }: { readonly pledges: readonly Pledge[] }) {
  return (
    <ul class="card rows promise-rows">
      {pledges.map((pledge) => (
        <PromiseRow key={pledge.id} pledge={pledge} />
      ))}
    </ul>
  );
}

/** What the other one closed goes out of sight after a while: no ledger of the other's promises. */
const isClosedInSight = ({ standing, maker, closedAtMs }: Pledge, nowMs: number): boolean =>
  standing !== 'open' && (maker === 'me' || nowMs - (closedAtMs ?? 0) < coreLimits.otherClosedMsMax);
