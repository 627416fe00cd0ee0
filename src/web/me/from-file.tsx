/** Choose a backup file, give the words that open it, and read how much came back. */

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { PhraseTrial, RecoveryRefusal } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note } from '../shell/parts/index.ts';
import { readFile } from './files.ts';
import { meEn } from './messages.ts';
import { isOfUse, TrialNote } from './trial-note.tsx';
import { textToPhrase, withWord } from './words.ts';

export function FromFile({ onDone }: { readonly onDone?: (entries: number) => void }) {
  const app = useApp();
  const m = useMessages(meEn);
  const id = useId();
  const file = useSignal<File | null>(null);
  const words = useSignal('');
  const refusal = useSignal<RecoveryRefusal | null>(null);
  /** What exactly does not fit, when the words do not. */
  const trial = useSignal<PhraseTrial | null>(null);
  const entries = useSignal<number | null>(null);
  const isBusy = useSignal(false);
  const bringBack = async () => {
    if (file.value === null) return;
    isBusy.value = true;
    refusal.value = null;
    trial.value = null;
    const done = await app.device.importBackup(await readFile(file.value), textToPhrase(words.value));
    isBusy.value = false;
    if (!done.ok) {
      refusal.value = done.error;
      if (done.error === 'wrong-words') trial.value = await app.device.tryPhrase(textToPhrase(words.value));
    } else if (onDone !== undefined) onDone(done.value.entries);
    else entries.value = done.value.entries;
  };
  return (
    <div class="stack">
      <label class="button file-button" data-kind="quiet" for={id}>
        {file.value === null ? m.restore.chooseFile : m.restore.chosen(file.value.name)}
      </label>
      <input
        id={id}
        class="unseen"
        type="file"
        onChange={(event) => (file.value = event.currentTarget.files?.[0] ?? null)}
      />
      <Field
        label={m.restore.words}
        hint={m.restore.phraseLead}
        isLong
        capitals="none"
        value={words.value}
        onInput={(text) => (words.value = text)}
      />
      {refusal.value !== null && (
        <Note icon="info" isNews>
          <p>{m.refusals[refusal.value]}</p>
        </Note>
      )}
      {isOfUse(trial.value) && (
        <TrialNote
          trial={trial.value}
          onReplace={(at, word) => {
            words.value = withWord(words.value, at, word);
            trial.value = null;
            refusal.value = null;
          }}
        />
      )}
      {isBusy.value && (
        <p class="note" role="status">
          {m.restore.workingFile}
        </p>
      )}
      {entries.value !== null && (
        <Note icon="check" isNews>
          <p>{entries.value === 0 ? m.restore.nothingNew : m.restore.doneFile(entries.value)}</p>
        </Note>
      )}
      <Button
        kind={onDone === undefined ? 'quiet' : 'main'}
        isDisabled={file.value === null || words.value.trim() === '' || isBusy.value}
        onPress={() => void bringBack()}
      >
        {m.restore.bringBack}
      </Button>
    </div>
  );
}
