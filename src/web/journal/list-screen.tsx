/** The journal by month, latest first; and, folded away, what was deleted and can still be brought back. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type JournalEntry, journal, journalDeleted, journalNewestFirst, journalUndoMs } from '#core';
import { limits } from '#kernel';
import { toShortWords } from '../good-news/short-words.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, ListRow, More, Rows, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';
import { type Month, monthName, toMonths } from './months.ts';

export function Screen() {
  const m = useMessages(en).list;
  const shell = useMessages(shellEn);
  const app = useApp();
  const snapshot = app.snapshot.value;
  const { nowMs, zone, locale } = app.moment.value;
  const things = thingsOf(snapshot, journal);
  const months = toMonths(journalNewestFirst(things), zone);
  const deleted = journalDeleted(things, nowMs);
  return (
    <Frame title={m.title} lead={m.lead} back="/me">
      <div class="buttons">
        <Button href="/journal/new">{m.start}</Button>
      </div>
      {months.length === 0 && <EmptyState title={m.emptyTitle}>{m.empty}</EmptyState>}
      {months.map((month) => (
        <MonthOfRows key={month.key} month={month} />
      ))}
      {deleted.length > 0 && (
        <More title={m.deleted}>
          <Rows>
            {deleted.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                note={m.until(relativeDay((entry.deletedAtMs ?? 0) + journalUndoMs, nowMs, zone, locale))}
              />
            ))}
          </Rows>
        </More>
      )}
      {snapshot.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
    </Frame>
  );
}

function MonthOfRows({ month }: { readonly month: Month }) {
  const m = useMessages(en).list;
  const { locale } = useApp().moment.value;
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const name = monthName(month.key, locale) ?? month.key;
  return (
    <section class="stack">
      <h2>{name}</h2>
      <Card>
        <Rows>
          {month.entries.slice(0, shownCount.value).map((entry) => (
            <EntryRow key={entry.id} entry={entry} note={<When atMs={entry.writtenAtMs} hasTime />} />
          ))}
        </Rows>
      </Card>
      <div class="row">
        <Button kind="quiet" isSmall href={`/journal/month/${month.key}`}>
          {m.read(name)}
        </Button>
        {month.entries.length > shownCount.value && (
          <Button
            kind="plain"
            onPress={() => {
              shownCount.value += limits.rowsShownMax;
            }}
          >
            {m.older}
          </Button>
        )}
      </div>
    </section>
  );
}

function EntryRow({ entry, note }: { readonly entry: JournalEntry; readonly note: ComponentChildren }) {
  return (
    <ListRow
      href={`/journal/${entry.id}`}
      icon="paper"
      title={<span dir="auto">{toShortWords(entry.words)}</span>}
      note={note}
    />
  );
}
