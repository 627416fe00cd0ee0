/** Choosing a passphrase: twice, with one reason where it is weak. Only a PIN, and what is no longer than one, is refused. */
import { useSignal } from '@preact/signals';
import { useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { lockEn } from './messages.ts';
import { adviceOn } from './passphrase.ts';
import { PassphraseField, SeenButton } from './passphrase-field.tsx';

export interface NewPassphraseProps {
  readonly label: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly isQuiet?: boolean;
  readonly onChosen: (passphrase: string) => void;
}

export function NewPassphrase({ label, action, isBusy, isQuiet, onChosen }: NewPassphraseProps) {
  const m = useMessages(lockEn);
  const first = useSignal('');
  const second = useSignal('');
  const isSeen = useSignal(false);
  /** For which passphrase the button was pressed: a word of advice belongs to it alone. */
  const asked = useSignal<string | null>(null);
  const isAsked = asked.value !== null && asked.value === first.value;
  const advice = isAsked ? adviceOn(first.value) : 'good';
  const isDifferent = isAsked && first.value !== second.value && advice !== 'pin' && advice !== 'tiny';
  const isShort = advice === 'short' && !isDifferent;
  const choose = () => {
    const hasRead = isShort;
    asked.value = first.value;
    const found = adviceOn(first.value);
    if (first.value !== second.value || found === 'pin' || found === 'tiny') return;
    if (found === 'good' || hasRead) onChosen(first.value);
  };
  return (
    <div class="stack">
      <PassphraseField
        label={label}
        value={first}
        hint={m.hint}
        isSeen={isSeen}
        error={advice === 'pin' || advice === 'tiny' ? m.advice[advice] : null}
      />
      <PassphraseField
        label={m.again}
        value={second}
        isSeen={isSeen}
        error={isDifferent ? m.differ : null}
        onEnter={choose}
      />
      <SeenButton isSeen={isSeen} words={m} />
      {isShort && (
        <Note icon="info" isNews>
          <p>{m.advice.short}</p>
        </Note>
      )}
      <Button kind={isQuiet === true ? 'quiet' : 'main'} isHeld={isBusy} onPress={choose}>
        {isBusy ? m.working : isShort ? m.anyway : action}
      </Button>
    </div>
  );
}
