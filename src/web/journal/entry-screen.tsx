/** One entry: to read, to change, to delete, and for seven days to bring back. It has no way to anybody else. */
import { isJournalGone, type JournalCommand, type JournalEntry, journal, journalUndoMs } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en).entry;
  const app = useApp();
  const entry = thingsOf(app.snapshot.value, journal).get(params.thing ?? '');
  if (entry === undefined || isJournalGone(entry, app.moment.value.nowMs))
    return (
      <Frame title={m.title} back="/journal">
        <EmptyState title={m.missing}>{m.missingText}</EmptyState>
      </Frame>
    );
  return (
    <Frame
      title={m.title}
      kicker={
        <span class="day">
          <When atMs={entry.writtenAtMs} hasTime />
        </span>
      }
      back="/journal"
    >
      <Entry key={entry.id} entry={entry} />
    </Frame>
  );
}

function Entry({ entry }: { readonly entry: JournalEntry }) {
  const m = useMessages(en);
  const { nowMs, zone, locale } = useApp().moment.value;
  const { refused, run } = useCommand<JournalCommand>(m.refusals);
  const { id: thing, deletedAtMs } = entry;
  const act = (type: 'delete' | 'restore'): void => void run({ practice: 'journal', type, thing });
  return (
    <>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {deletedAtMs !== null ? (
        <>
          <Note isNews icon="undo">
            <p>{m.entry.deleted(relativeDay(deletedAtMs + journalUndoMs, nowMs, zone, locale))}</p>
          </Note>
          <div class="buttons">
            <Button kind="quiet" onPress={() => act('restore')}>
              {m.entry.restore}
            </Button>
          </div>
        </>
      ) : (
        <>
          {entry.prompt !== null && (
            <div class="stack-tight">
              <small>{m.entry.asked}</small>
              <p class="soft">{entry.prompt}</p>
            </div>
          )}
          <p class="voice said" dir="auto">
            {entry.words}
          </p>
          {entry.changedAtMs !== null && (
            <p class="note">
              {m.entry.changed} <When atMs={entry.changedAtMs} />
            </p>
          )}
          <Note icon="lock">
            <p>{m.entry.mine}</p>
          </Note>
          <div class="row">
            <Button kind="quiet" isSmall icon="edit" href={`/journal/${thing}/edit`}>
              {m.entry.edit}
            </Button>
            <Button kind="danger" isSmall onPress={() => act('delete')}>
              {m.entry.delete}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
