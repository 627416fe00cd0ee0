/** What was begun, newest first: what goes on, then what is over. */
import { useSignal } from '@preact/signals';
import type { Session } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, ListRow, Rows, useName, When } from '../shell/parts/index.ts';
import { sessionsOf } from './guided-things.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en).sessions;
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = sessionsOf(snapshot);
  const open = all.filter(({ ending }) => ending === null);
  const rest = all.filter(({ ending }) => ending !== null);
  return (
    <Frame title={m.title} lead={m.lead} back="/me">
      {all.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
      <SessionRows title={m.open} sessions={open.slice(0, limits.rowsShownMax)} />
      <SessionRows title={m.rest} sessions={rest.slice(0, shownCount.value)} />
      {rest.length > shownCount.value && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.older}
        </Button>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
      <div class="buttons">
        <Button href="/guided">{m.begin}</Button>
      </div>
    </Frame>
  );
}

function SessionRows({ title, sessions }: { readonly title: string; readonly sessions: readonly Session[] }) {
  const m = useMessages(en).sessions;
  const name = useName('partner');
  if (sessions.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <div class="card">
        <Rows>
          {sessions.map(({ id, script, topic, way, movedAtMs }) => (
            <ListRow
              key={id}
              title={script.name}
              note={
                <>
                  {topic !== '' && `${topic} · `}
                  {m.way[way](name)}, <When atMs={movedAtMs} />
                </>
              }
              href={`/guided/session/${id}`}
            />
          ))}
        </Rows>
      </div>
    </section>
  );
}
