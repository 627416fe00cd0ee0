/** My notes about crossings: no count, no chart, no search. After a while they fade from here. */
import { useSignal } from '@preact/signals';
import { type BoundariesCommand, boundaries, type Crossing, crossingsOf } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, Note, Sheet, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<BoundariesCommand>(m.refusals);
  const isShowingAll = useSignal(false);
  const deleting = useSignal<Crossing | null>(null);
  const things = thingsOf(app.snapshot.value, boundaries);
  const { nowMs } = app.moment.value;
  const faded = crossingsOf(things, null, nowMs, true);
  const shown = [...crossingsOf(things, null, nowMs), ...(isShowingAll.value ? faded : [])];
  const hasEarlier = app.snapshot.value.hasEarlierMonths;
  const showFaded = (): void => {
    isShowingAll.value = true;
    if (hasEarlier) void app.device.loadEarlier();
  };
  const close = (): void => {
    deleting.value = null;
  };
  const forget = async (): Promise<void> => {
    if (deleting.value !== null) await run({ practice: 'boundaries', type: 'forget', thing: deleting.value.id });
    close();
  };
  const nameOfBoundary = (thing: string): string => {
    const found = things.get(thing);
    return found?.type === 'boundary' ? (found.words?.about ?? m.notes.gone) : m.notes.gone;
  };
  return (
    <Frame title={m.notes.title} lead={m.notes.lead} back="/boundaries">
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {shown.length === 0 && <EmptyState title={m.notes.emptyTitle}>{m.notes.empty}</EmptyState>}
      {shown.map((note) => (
        <Card key={note.id} title={<span dir="auto">{nameOfBoundary(note.boundary)}</span>} icon="lock">
          <small>
            <When atMs={note.beganAtMs} />
          </small>
          {(['happened', 'said', 'did'] as const)
            .filter((field) => note.words[field] !== '')
            .map((field) => (
              <div key={field} class="stack-tight">
                <h3>{m.crossed[field]}</h3>
                <p class="voice-small said" dir="auto">
                  {note.words[field]}
                </p>
              </div>
            ))}
          <div>
            <Button kind="danger" isSmall onPress={() => (deleting.value = note)}>
              {m.notes.delete}
            </Button>
          </div>
        </Card>
      ))}
      {(hasEarlier || (faded.length > 0 && !isShowingAll.value)) && (
        <Button kind="plain" onPress={showFaded}>
          {m.notes.faded}
        </Button>
      )}
      <Sheet isOpen={deleting.value !== null} onClose={close} title={m.notes.deleteTitle}>
        <p>{m.notes.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.notes.delete}
          </Button>
          <Button kind="quiet" onPress={close}>
            {m.notes.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}
