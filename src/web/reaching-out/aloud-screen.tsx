/** The words to say, large, to be read out or shown. For a wish that was kept, or for one that nobody wrote down. */
import { useSignal } from '@preact/signals';
import { reachingOut, wishKeys } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { openersFor } from './reaching-out-content.ts';
import './reaching-out.css';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const at = useSignal(0);
  const kept = thingsOf(app.snapshot.value, reachingOut).get(params.thing ?? '')?.said ?? null;
  const wish = kept?.wish ?? wishKeys.find((key) => key === query.get('wish'));
  const close = (): void =>
    app.back(params.thing === undefined ? '/reaching-out/new' : `/reaching-out/${params.thing}`);
  if (wish === undefined) {
    return (
      <Frame title={m.list.title} back="/reaching-out">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const openers = openersFor(wish);
  return (
    <Steps
      place={m.place}
      title={openers[at.value % openers.length]?.text ?? ''}
      onClose={close}
      action={
        <>
          <Button onPress={close}>{m.aloud.done}</Button>
          <Button kind="quiet" onPress={() => (at.value += 1)}>
            {m.aloud.another}
          </Button>
        </>
      }
    >
      {kept !== null && kept.words !== '' && (
        <p class="voice" dir="auto">
          {kept.words}
        </p>
      )}
      <p class="soft aloud-note">{m.aloud.note}</p>
    </Steps>
  );
}
