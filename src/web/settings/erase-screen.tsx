/** Erasing this device: what goes, what stays elsewhere, one deliberate tick, then at once. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { settingsEn } from './messages.ts';

export function Screen() {
  const app = useApp();
  const m = useMessages(settingsEn);
  const isSure = useSignal(false);
  return (
    <Steps
      title={m.eraseTitle}
      onClose={() => app.back('/settings')}
      closeWord="cancel"
      action={
        <Button kind="danger" isDisabled={!isSure.value} onPress={() => void app.eraseDevice()}>
          {m.eraseNow}
        </Button>
      }
    >
      <div class="stack">
        {m.eraseWhat.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <strong>{app.snapshot.value.isRecoverySet ? m.eraseWithPhrase : m.eraseWithout}</strong>
        </p>
      </div>
      <label class="option">
        <input
          type="checkbox"
          checked={isSure.value}
          onChange={(event) => (isSure.value = event.currentTarget.checked)}
        />
        <span class="option-mark">
          <span class="option-ring" />
        </span>
        <span class="option-label">{m.eraseSure}</span>
      </label>
    </Steps>
  );
}
