/** Good things that are only mine, and good news that both can read. Latest first; nothing is counted. */
import { useSignal } from '@preact/signals';
import { type GoodNews, goodNews, goodNewsNewestFirst } from '#core';
import { limits } from '#kernel';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
  EmptyState,
  Screen as Frame,
  hasPartner,
  ListRow,
  Rows,
  useName,
  When,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { toShortWords } from './short-words.ts';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = goodNewsNewestFirst(thingsOf(snapshot, goodNews));
  const sections = [
    { title: m.shared, news: all.filter(({ standing }) => standing !== 'mine') },
    { title: m.own, news: all.filter(({ standing }) => standing === 'mine') },
  ].filter(({ news }) => news.length > 0);
  const longest = Math.max(0, ...sections.map(({ news }) => news.length));
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/good-news/new">{m.start}</Button>
      </div>
      {sections.length === 0 && (
        <EmptyState title={m.emptyTitle}>{hasPartner(snapshot) ? m.emptyTwo(name) : m.emptyAlone}</EmptyState>
      )}
      {sections.map(({ title, news }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {news.slice(0, shownCount.value).map((one) => (
                <NewsRow key={one.id} news={one} />
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

function NewsRow({ news }: { readonly news: GoodNews }) {
  const m = useMessages(en).list;
  const name = useName('partner');
  const isLeaving = useApp().snapshot.value.windows.some((share) => share.thing === news.id);
  return (
    <ListRow
      href={`/good-news/${news.id}`}
      icon={news.words === null ? 'undo' : 'good-news'}
      title={<span dir="auto">{news.words === null ? m.takenTitle : toShortWords(news.words.happened)}</span>}
      note={
        <>
          {news.standing !== 'mine' && `${news.teller === 'me' ? m.byMe : m.by(name)}, `}
          <When atMs={news.toldAtMs ?? news.beganAtMs} />
          {isLeaving ? `. ${m.leaving}` : news.standing === 'withdrawn' && `. ${m.taken}`}
        </>
      }
    />
  );
}
