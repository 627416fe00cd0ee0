/** What I wrote, latest first. For me alone; nothing is counted. */
import { useSignal } from '@preact/signals';
import { type Reflection, type RespectCommand, reflectionsNewestFirst, respect } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, EmptyState, Screen as Frame, Note, Sheet, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { questions } from './respect-content.ts';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const { refused, run } = useCommand<RespectCommand>(m.refusals);
  const deleting = useSignal<Reflection | null>(null);
  const all = reflectionsNewestFirst(thingsOf(app.snapshot.value, respect)).slice(0, limits.rowsShownMax);
  const close = (): void => {
    deleting.value = null;
  };
  const forget = async (): Promise<void> => {
    if (deleting.value !== null) await run({ practice: 'respect', type: 'forget', thing: deleting.value.id });
    close();
  };
  return (
    <Frame title={m.list.title} lead={m.list.lead} back="/practices">
      <div class="buttons">
        <Button href="/respect/new">{m.list.start}</Button>
      </div>
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {all.length === 0 && <EmptyState title={m.list.emptyTitle}>{m.list.empty}</EmptyState>}
      {all.map((one) => (
        <Card key={one.id} title={<When atMs={one.beganAtMs} />} icon="lock">
          {questions
            .flatMap(({ id, text }) =>
              one.answers.filter(({ question }) => question === id).map((a) => ({ ...a, text })),
            )
            .map(({ question, words, text }) => (
              <div key={question} class="stack-tight">
                <h3>{text}</h3>
                <p class="voice-small said" dir="auto">
                  {words}
                </p>
              </div>
            ))}
          {one.otherwise !== '' && (
            <div class="stack-tight">
              <h3>{m.list.otherwise}</h3>
              <p class="voice-small said" dir="auto">
                {one.otherwise}
              </p>
            </div>
          )}
          <div class="row">
            <Button kind="quiet" isSmall icon="edit" href={`/respect/${one.id}/edit`}>
              {m.list.edit}
            </Button>
            <Button kind="danger" isSmall onPress={() => (deleting.value = one)}>
              {m.list.delete}
            </Button>
          </div>
        </Card>
      ))}
      {app.snapshot.value.hasEarlierMonths && (
        <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
          {shell.earlier}
        </Button>
      )}
      <Sheet isOpen={deleting.value !== null} onClose={close} title={m.list.deleteTitle}>
        <p>{m.list.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.list.delete}
          </Button>
          <Button kind="quiet" onPress={close}>
            {m.list.keep}
          </Button>
        </div>
      </Sheet>
    </Frame>
  );
}
