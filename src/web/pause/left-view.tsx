/** Left for today, by either. Nobody is asked why. */
import type { PauseWhole } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { OpenPromise } from './open-promise.tsx';

export function LeftView({ whole }: { readonly whole: PauseWhole }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isMine = whole.pause.ending?.by === 'me';
  return (
    <Steps
      place={m.place}
      title={m.left.title}
      lead={isMine ? m.left.byMe : m.left.byThem(name)}
      onClose={() => app.back('/')}
      action={<Button onPress={() => app.navigate('/')}>{m.left.done}</Button>}
    >
      <p class="voice">{m.left.kind}</p>
      <OpenPromise whole={whole} text={m.left.promise} />
    </Steps>
  );
}
