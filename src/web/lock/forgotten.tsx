/** The passphrase is forgotten: said honestly, with what remains, and a way to begin anew in two steps. */
import { useSignal } from '@preact/signals';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button } from '../shell/parts/index.ts';
import { lockEn } from './messages.ts';

export function Forgotten({ onBack }: { readonly onBack: () => void }) {
  const shell = useMessages(en);
  const m = useMessages(lockEn).forgotten;
  const isErasing = useSignal(false);
  if (isErasing.value) return <Erase onBack={onBack} />;
  return (
    <div class="alone-screen">
      <h1>{m.title}</h1>
      {m.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul class="plain-list">
        {m.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <p>
        <strong>{m.alone}</strong>
      </p>
      <Button onPress={onBack}>{m.back}</Button>
      <Button kind="quiet" onPress={() => (isErasing.value = true)}>
        {m.erase}
      </Button>
      <Button kind="plain" href="/help">
        {shell.help}
      </Button>
    </div>
  );
}

function Erase({ onBack }: { readonly onBack: () => void }) {
  const app = useApp();
  const m = useMessages(lockEn).forgotten;
  const isSure = useSignal(false);
  return (
    <div class="alone-screen">
      <h1>{m.sureTitle}</h1>
      <p>{m.sureText}</p>
      <label class="option">
        <input
          type="checkbox"
          checked={isSure.value}
          onChange={(event) => (isSure.value = event.currentTarget.checked)}
        />
        <span class="option-mark">
          <span class="option-ring" />
        </span>
        <span class="option-label">{m.sure}</span>
      </label>
      <Button onPress={onBack}>{m.back}</Button>
      <Button kind="danger" isDisabled={!isSure.value} onPress={() => void app.eraseDevice()}>
        {m.now}
      </Button>
    </div>
  );
}
