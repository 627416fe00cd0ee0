/** All check-ins that this device holds, by day: mine, and what was shared with me. At most a hundred rows at once. */
import { useSignal } from '@preact/signals';
import { type CheckIn, checkIn } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { isoDay, relativeDay } from '../shell/time.ts';
import { CheckInRow } from './check-in-view.tsx';
import { wordToLabel } from './feelings.ts';
import { en } from './messages.ts';
import { sealedByOther } from './sealed.ts';
import { WeekChart } from './week-chart.tsx';
import './feelings.css';
import './check-in.css';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const things = thingsOf(snapshot, checkIn);
  const waiting = sealedByOther(snapshot, 'waiting');
  const isEmpty = things.size === 0;
  return (
    <Frame
      title={m.list.title}
      back="/me"
      {...(isEmpty ? {} : { lead: m.list.lead, aside: <WeekChart checkIns={things} /> })}
    >
      <div class="buttons">
        <Button href="/check-in/new">{m.list.start}</Button>
      </div>
      {waiting !== null && (
        <Note icon="sealed" tone="ours">
          <p>{m.list.sealedByOther(name)}</p>
        </Note>
      )}
      {isEmpty ? <EmptyState title={m.list.emptyTitle}>{m.list.empty}</EmptyState> : <Days checkIns={things} />}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

function Days({ checkIns }: { readonly checkIns: ReadonlyMap<string, CheckIn> }) {
  const m = useMessages(en);
  const { nowMs, zone, locale } = useApp().moment.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const newestFirst = [...checkIns.values()].sort((a, b) => b.feltAtMs - a.feltAtMs || (a.id < b.id ? 1 : -1));
  const days = Map.groupBy(newestFirst.slice(0, shownCount.value), ({ feltAtMs }) => isoDay(feltAtMs, zone));
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} class="stack">
          <h2>{wordToLabel(relativeDay(ofDay[0]?.feltAtMs ?? nowMs, nowMs, zone, locale))}</h2>
          <ul class="card rows check-in-rows">
            {ofDay.map((one) => (
              <CheckInRow key={one.id} checkIn={one} />
            ))}
          </ul>
        </section>
      ))}
      {newestFirst.length > shownCount.value && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.list.older}
        </Button>
      )}
    </>
  );
}
