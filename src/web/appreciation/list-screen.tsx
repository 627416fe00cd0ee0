/** What I kept, and what stands between us, of both side by side. Latest first; nothing is counted or compared. */
import { useSignal } from '@preact/signals';
import { type Appreciation, appreciation, appreciationsNewestFirst } from '#core';
import { limits } from '#kernel';
import { toShortWords } from '../good-news/short-words.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, ListRow, Rows, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = appreciationsNewestFirst(thingsOf(snapshot, appreciation));
  const sections = [
    { title: m.kept, list: all.filter(({ standing }) => standing === 'mine') },
    { title: m.shared, list: all.filter(({ standing }) => standing !== 'mine') },
  ].filter(({ list }) => list.length > 0);
  const longest = Math.max(0, ...sections.map(({ list }) => list.length));
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/appreciation/new">{m.start}</Button>
      </div>
      {sections.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
      {sections.map(({ title, list }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {list.slice(0, shownCount.value).map((one) => (
                <AppreciationRow key={one.id} one={one} />
              ))}
            </Rows>
          </Card>
        </section>
      ))}
      {longest > shownCount.value && (
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
    </Frame>
  );
}

function AppreciationRow({ one }: { readonly one: Appreciation }) {
  const m = useMessages(en).list;
  const name = useName('partner');
  const isLeaving = useApp().snapshot.value.windows.some((share) => share.thing === one.id);
  return (
    <ListRow
      href={`/appreciation/${one.id}`}
      icon={one.words === null ? 'undo' : one.standing === 'mine' ? 'lock' : 'appreciation'}
      title={<span dir="auto">{one.words === null ? m.takenTitle : toShortWords(one.words.did)}</span>}
      note={
        <>
          {one.standing !== 'mine' && `${one.author === 'me' ? m.byMe : m.by(name)}, `}
          <When atMs={one.givenAtMs ?? one.beganAtMs} />
          {isLeaving ? `. ${m.leaving}` : one.standing === 'withdrawn' && `. ${m.taken}`}
        </>
      }
    />
  );
}
