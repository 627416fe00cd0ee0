/** What I wrote as a neutral observer, and what is shared. Latest first; nothing is counted. */
import { useSignal } from '@preact/signals';
import { type NeutralText, neutralNewestFirst, neutralObserver } from '#core';
import { limits } from '#kernel';
import { toShortWords } from '../good-news/short-words.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, ListRow, Rows, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { firstWords } from './first-words.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const all = neutralNewestFirst(thingsOf(snapshot, neutralObserver));
  const sections = [
    { title: m.own, texts: all.filter(({ standing }) => standing === 'mine') },
    { title: m.shared, texts: all.filter(({ standing }) => standing !== 'mine') },
  ].filter(({ texts }) => texts.length > 0);
  return (
    <Frame title={m.title} lead={m.lead} back="/practices">
      <div class="buttons">
        <Button href="/neutral-observer/new">{m.start}</Button>
      </div>
      {sections.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
      {sections.map(({ title, texts }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <Card>
            <Rows>
              {texts.slice(0, shownCount.value).map((text) => (
                <TextRow key={text.id} text={text} />
              ))}
            </Rows>
          </Card>
        </section>
      ))}
      {sections.some(({ texts }) => texts.length > shownCount.value) && (
        <Button
          kind="plain"
          onPress={() => {
            shownCount.value += limits.rowsShownMax;
          }}
        >
          {m.older}
        </Button>
      )}
      <p class="note">{m.afraid}</p>
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

function TextRow({ text }: { readonly text: NeutralText }) {
  const m = useMessages(en).list;
  const name = useName('partner');
  const isLeaving = useApp().snapshot.value.windows.some((share) => share.thing === text.id);
  return (
    <ListRow
      href={`/neutral-observer/${text.id}`}
      icon={text.standing === 'withdrawn' ? 'undo' : 'noticing'}
      title={<span dir="auto">{toShortWords(firstWords(text.own ?? text.shared)) || m.noAbout}</span>}
      note={
        <>
          {text.standing !== 'mine' && `${text.author === 'me' ? m.byMe : name}, `}
          <When atMs={text.sharedAtMs ?? text.beganAtMs} />
          {isLeaving ? `. ${m.leaving}` : text.standing === 'withdrawn' && `. ${m.taken}`}
        </>
      }
    />
  );
}
