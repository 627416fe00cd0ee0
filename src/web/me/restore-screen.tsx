/** Coming back on an empty device: with the twelve words, a backup file, my other device, or my partner's help. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PhraseTrial, RecoveryRefusal } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, ListRow, Note, Rows, Steps } from '../shell/parts/index.ts';
import { FromFile } from './from-file.tsx';
import { meEn } from './messages.ts';
import { isOfUse, TrialNote } from './trial-note.tsx';
import { textToPhrase, withWord } from './words.ts';

type Way = 'choose' | 'phrase' | 'file' | 'device' | 'partner' | 'done';

export function Screen() {
  const app = useApp();
  const m = useMessages(meEn).restore;
  const way = useSignal<Way>('choose');
  const note = useSignal<string | null>(null);
  const close = () => app.back('/');
  const back = () => (way.value = 'choose');
  const finish = (words: string) => {
    note.value = words;
    way.value = 'done';
  };
  switch (way.value) {
    case 'choose':
      return (
        <Steps title={m.title} place={m.place} onClose={close}>
          <section class="card">
            <Rows>
              <ListRow
                icon="paper"
                title={m.phrase.label}
                note={m.phrase.hint}
                onPress={() => (way.value = 'phrase')}
              />
              <ListRow icon="backup" title={m.file.label} note={m.file.hint} onPress={() => (way.value = 'file')} />
              <ListRow
                icon="phone"
                title={m.device.label}
                note={m.device.hint}
                onPress={() => (way.value = 'device')}
              />
              <ListRow
                icon="ours"
                title={m.partner.label}
                note={m.partner.hint}
                onPress={() => (way.value = 'partner')}
              />
              <ListRow icon="restore" title={m.copy.label} note={m.copy.hint} href="/settings/export" />
            </Rows>
          </section>
        </Steps>
      );
    case 'phrase':
      return <FromPhrase onBack={back} onClose={close} onDone={() => finish(m.done)} />;
    case 'file':
      return (
        <Steps title={m.fileTitle} place={m.place} onBack={back} onClose={close}>
          <FromFile onDone={(count) => finish(count === 0 ? m.nothingNew : m.doneFile(count))} />
        </Steps>
      );
    case 'device':
    case 'partner': {
      const isPartner = way.value === 'partner';
      return (
        <Steps
          title={isPartner ? m.partnerTitle : m.deviceTitle}
          place={m.place}
          onBack={back}
          onClose={close}
          action={<Button href="/join">{m.deviceLink}</Button>}
        >
          <ol class="numbered">
            {(isPartner ? m.partnerSteps : m.deviceSteps).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Steps>
      );
    }
    case 'done':
      return (
        <Steps title={m.doneTitle} place={m.place} onClose={close} action={<Button href="/">{m.toToday}</Button>}>
          <p class="voice">{note.value}</p>
        </Steps>
      );
  }
}

interface FromPhraseProps {
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function FromPhrase(props: FromPhraseProps) {
  const app = useApp();
  const m = useMessages(meEn);
  const words = useSignal('');
  const server = useSignal(app.snapshot.value.connection.relayUrl ?? '');
  const refusal = useSignal<RecoveryRefusal | null>(null);
  /** What exactly does not fit, when the words do not. */
  const trial = useSignal<PhraseTrial | null>(null);
  /** The words fit together, and the server is being asked. */
  const isAsking = useSignal(false);
  const hasCalled = useSignal(false);
  const { recovery, connection } = app.snapshot.value;
  const bringBack = async () => {
    refusal.value = null;
    trial.value = null;
    hasCalled.value = false;
    const begun = await app.device.recover(textToPhrase(words.value), server.value.trim());
    isAsking.value = begun.ok;
    if (!begun.ok) refusal.value = begun.error;
    if (refusal.value === 'wrong-words') trial.value = await app.device.tryPhrase(textToPhrase(words.value));
  };
  useEffect(() => {
    if (!isAsking.value) return;
    if (connection.state !== 'offline') hasCalled.value = true;
    if (recovery === 'looking' || recovery === 'reading') return;
    isAsking.value = false;
    if (recovery === 'none') props.onDone();
    else refusal.value = recovery;
  });
  // It goes on trying by itself; meanwhile other words or another server can be tried.
  const isUnreachable = isAsking.value && hasCalled.value && connection.state === 'offline';
  const isBusy = isAsking.value && !isUnreachable;
  return (
    <Steps
      title={m.restore.phraseTitle}
      place={m.restore.place}
      lead={m.restore.phraseLead}
      onBack={props.onBack}
      onClose={props.onClose}
      closeWord="cancel"
      action={
        <Button isDisabled={isBusy || words.value.trim() === ''} onPress={() => void bringBack()}>
          {m.restore.bringBack}
        </Button>
      }
    >
      <Field
        label={m.restore.words}
        isLong
        isVoice
        capitals="none"
        value={words.value}
        onInput={(text) => (words.value = text)}
      />
      <details class="more">
        <summary>{m.restore.server}</summary>
        <Field
          label={m.restore.server}
          hint={m.restore.serverHint}
          capitals="none"
          value={server.value}
          onInput={(text) => (server.value = text)}
        />
      </details>
      {isBusy && (
        <Note icon="restore" isNews>
          <p>{m.restore.working}</p>
        </Note>
      )}
      {isUnreachable && (
        <Note icon="offline" isNews>
          <p>{m.refusals['no-connection']}</p>
        </Note>
      )}
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
    </Steps>
  );
}
