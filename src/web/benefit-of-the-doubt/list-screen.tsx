/** What I wrote, latest first, and how it turned out. For me alone; nothing is counted. */
import { useSignal } from '@preact/signals';
import { benefitOfTheDoubt, type DoubtCommand, type DoubtShown, doubtsShown, type ThingId } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Note, Sheet } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { DoubtCard } from './doubt-card.tsx';
import { Exits } from './exits.tsx';
import { HelpFirst } from './help-first.tsx';
import { en } from './messages.ts';

const practice = 'benefit-of-the-doubt';

export function Screen() {
  const m = useMessages(en);
  const shell = useMessages(shellEn);
  const app = useApp();
  const { refused, run } = useCommand<DoubtCommand>(m.refusals);
  const deleting = useSignal<ThingId | null>(null);
  const news = useSignal('');
  const shownCount = useSignal<number>(limits.rowsShownMax);
  const { isHelpFirst, canBeginAgain, list } = doubtsShown(thingsOf(app.snapshot.value, benefitOfTheDoubt));
  const give = (command: DoubtCommand): void => {
    news.value = '';
    void run(command);
  };
  const close = (): void => {
    deleting.value = null;
  };
  const forget = async (): Promise<void> => {
    if (deleting.value !== null) await run({ practice, type: 'forget', thing: deleting.value });
    close();
  };
  const copy = async (question: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(question);
      news.value = m.list.copied;
    } catch {
      news.value = m.list.notCopied;
    }
  };
  const cardOf = (one: DoubtShown) => (
    <DoubtCard
      key={one.id}
      one={one}
      onCopy={(question) => void copy(question)}
      onDelete={() => {
        deleting.value = one.id;
      }}
    />
  );
  return (
    <Frame
      title={m.list.title}
      lead={m.list.lead}
      back="/practices"
      aside={
        <>
          {list.length === 0 && <EmptyState title={m.list.emptyTitle}>{m.list.empty}</EmptyState>}
          {list.slice(0, shownCount.value).map(cardOf)}
          {list.length > shownCount.value && (
            <Button
              kind="plain"
              onPress={() => {
                shownCount.value += limits.rowsShownMax;
              }}
            >
              {m.list.older}
            </Button>
          )}
          {app.snapshot.value.hasEarlierMonths && (
            <Button kind="plain" onPress={() => void app.device.loadEarlier()}>
              {shell.earlier}
            </Button>
          )}
        </>
      }
    >
      {isHelpFirst && (
        <HelpFirst canBeginAgain={canBeginAgain} onBeginAgain={() => give({ practice, type: 'begin-again' })} />
      )}
      <div class="buttons">
        <Button href="/benefit-of-the-doubt/new">{isHelpFirst ? m.list.note : m.list.start}</Button>
      </div>
      <Exits onLeave={() => give({ practice, type: 'leave' })} />
      {(refused !== null || news.value !== '') && (
        <Note isNews icon="info">
          <p>{refused?.sentence ?? news.value}</p>
        </Note>
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
