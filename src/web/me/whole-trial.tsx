/** The drill of the whole card: all twelve words are typed, and what they would do is said. Nothing changes by it. */
import { useSignal } from '@preact/signals';
import type { PhraseTrial } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Steps } from '../shell/parts/index.ts';
import { meEn } from './messages.ts';
import { TrialNote } from './trial-note.tsx';
import { textToPhrase, withWord } from './words.ts';

export function WholeTrial(props: { readonly onShow: () => void; readonly onClose: () => void }) {
  const app = useApp();
  const m = useMessages(meEn);
  const written = useSignal('');
  const trial = useSignal<PhraseTrial | null>(null);
  const tryNow = async () => {
    trial.value = await app.device.tryPhrase(textToPhrase(written.value));
  };
  const replace = (at: number, word: string) => {
    written.value = withWord(written.value, at, word);
    void tryNow();
  };
  return (
    <Steps
      title={m.phrase.wholeTitle}
      place={m.phrase.place}
      lead={m.phrase.wholeLead}
      onClose={props.onClose}
      action={
        <>
          {trial.value?.type === 'works' ? (
            <Button onPress={props.onClose}>{m.phrase.hide}</Button>
          ) : (
            <Button isDisabled={written.value.trim() === ''} onPress={() => void tryNow()}>
              {m.phrase.tryNow}
            </Button>
          )}
          <Button kind="quiet" onPress={props.onShow}>
            {m.phrase.again}
          </Button>
        </>
      }
    >
      <Field
        label={m.restore.words}
        isLong
        isVoice
        capitals="none"
        value={written.value}
        onInput={(text) => {
          written.value = text;
          trial.value = null;
        }}
      />
      {trial.value !== null && <TrialNote trial={trial.value} onReplace={replace} isStillHere />}
    </Steps>
  );
}
