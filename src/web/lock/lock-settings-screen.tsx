/** The lock under Me: putting it on, and, once it is on, when it closes, another passphrase, and taking it off. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, Screen as Frame, More, Note } from '../shell/parts/index.ts';
import { lockMinutes } from '../shell/preferences.ts';
import { lockEn } from './messages.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { Passkey } from './passkey.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { TriesNote } from './tries-note.tsx';
import { useTries } from './use-tries.ts';

export function Screen() {
  const app = useApp();
  const m = useMessages(lockEn);
  const isOn = app.lock.isOn.value;
  return (
    <Frame title={m.title} lead={m.lead} back="/me" aside={isOn ? <Aside /> : <What />}>
      {isOn ? <On /> : <Off />}
      {(isOn || app.lock.place === 2) && <Places />}
    </Frame>
  );
}

/** The first place needs its lock before there is a second one: else whoever uses that one could read the first. */
function Places() {
  const { lock } = useApp();
  const m = useMessages(lockEn).places;
  return (
    <Card title={m.title} icon="us">
      <p>{m.text}</p>
      <p class="note">{lock.place === 1 ? m.first : m.second}</p>
      <Button kind="quiet" onPress={lock.goToOtherPlace}>
        {m.go}
      </Button>
    </Card>
  );
}

function What() {
  const m = useMessages(lockEn).what;
  return (
    <Card title={m.title} icon="info">
      <WhatLines />
    </Card>
  );
}

function WhatLines() {
  const m = useMessages(lockEn).what;
  return (
    <ul class="plain-list">
      {m.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Off() {
  const app = useApp();
  const m = useMessages(lockEn);
  const isBusy = useSignal(false);
  const turnOn = async (passphrase: string) => {
    isBusy.value = true;
    await app.lock.turnOn(passphrase);
  };
  return (
    <>
      <Note icon="care">
        <p>{m.noReset}</p>
        {!app.snapshot.value.isRecoverySet && (
          <>
            <p>{m.noPhrase}</p>
            <p>
              <a href="/me/phrase">{m.makePhrase}</a>
            </p>
          </>
        )}
      </Note>
      <Card title={m.chooseTitle}>
        <NewPassphrase
          label={m.passphrase}
          action={m.turnOn}
          isBusy={isBusy.value}
          onChosen={(passphrase) => void turnOn(passphrase)}
        />
        <p class="note">{m.browser}</p>
      </Card>
    </>
  );
}

function On() {
  const app = useApp();
  const m = useMessages(lockEn);
  const { lockAfterMinutes } = app.preferences;
  const options = lockMinutes.map((minutes) => ({ value: String(minutes), label: m.afterOptions[minutes] }));
  return (
    <>
      <Button icon="lock" onPress={app.lock.lockNow}>
        {m.now}
      </Button>
      <div class="stack-tight">
        <Choice
          label={m.after}
          value={String(lockAfterMinutes.value)}
          options={options}
          onChange={(value) => (lockAfterMinutes.value = Number(value))}
        />
        <p class="note">{m.afterHint}</p>
      </div>
      <Note icon="care">
        <p>{m.noReset}</p>
      </Note>
    </>
  );
}

function Aside() {
  const { lock } = useApp();
  const m = useMessages(lockEn);
  return (
    <>
      {(lock.canHavePasskey || lock.passkey.value !== 'none') && (
        <More title={m.passkey.title}>
          <Passkey />
        </More>
      )}
      <More title={m.change.title}>
        <Change />
      </More>
      <More title={m.off.title}>
        <TakeOff />
      </More>
      <More title={m.what.title}>
        <WhatLines />
      </More>
    </>
  );
}

function Change() {
  const app = useApp();
  const m = useMessages(lockEn);
  const old = useSignal('');
  const doneCount = useSignal(0);
  const tries = useTries();
  const change = async (next: string) => {
    const isRight = await tries.run(() => app.lock.change(old.value, next));
    if (!isRight) return;
    old.value = '';
    doneCount.value += 1;
  };
  return (
    <div class="stack">
      {app.lock.passkey.value !== 'none' && <p>{m.passkey.changing}</p>}
      <PassphraseField label={m.change.old} value={old} />
      <NewPassphrase
        key={doneCount.value}
        label={m.change.next}
        action={m.change.save}
        isQuiet
        isBusy={tries.isBusy.value || tries.secondsLeft.value > 0}
        onChosen={(next) => void change(next)}
      />
      <TriesNote tries={tries} />
      {doneCount.value > 0 && !tries.isWrong.value && (
        <Note icon="check" isNews>
          <p>{m.change.done}</p>
        </Note>
      )}
    </div>
  );
}

function TakeOff() {
  const app = useApp();
  const m = useMessages(lockEn);
  const passphrase = useSignal('');
  const tries = useTries();
  const takeOff = () => void tries.run(() => app.lock.turnOff(passphrase.value));
  return (
    <div class="stack">
      <p>{m.off.text}</p>
      <PassphraseField label={m.passphrase} value={passphrase} onEnter={takeOff} />
      <TriesNote tries={tries} />
      <Button kind="danger" isHeld={tries.isBusy.value || tries.secondsLeft.value > 0} onPress={takeOff}>
        {m.off.button}
      </Button>
    </div>
  );
}
