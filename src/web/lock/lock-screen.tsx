/** What stands in front of the app: the lock, what to do without the passphrase, and the copying under another key. */
import { useSignal } from '@preact/signals';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { Forgotten } from './forgotten.tsx';
import { lockEn } from './messages.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { TriesNote } from './tries-note.tsx';
import { useTries } from './use-tries.ts';

export function LockScreen() {
  const app = useApp();
  const isForgotten = useSignal(false);
  const front = app.lock.front.value;
  if (front === 'work' || front === 'stopped') return <Work isStopped={front === 'stopped'} />;
  return isForgotten.value ? (
    <Forgotten onBack={() => (isForgotten.value = false)} />
  ) : (
    <Closed onForgotten={() => (isForgotten.value = true)} />
  );
}

function Closed({ onForgotten }: { readonly onForgotten: () => void }) {
  const app = useApp();
  const shell = useMessages(en);
  const words = useMessages(lockEn);
  const m = words.front;
  const passphrase = useSignal('');
  const tries = useTries();
  const isPasskeyNot = useSignal(false);
  const isPasskeyAsked = useSignal(false);
  const isHeld = tries.isBusy.value || tries.secondsLeft.value > 0;
  const open = async () => {
    if (passphrase.value === '') return;
    await tries.run(() => app.lock.open(passphrase.value));
  };
  const openWithPasskey = async () => {
    isPasskeyNot.value = false;
    isPasskeyAsked.value = true;
    const tried = await app.lock.openWithPasskey().finally(() => {
      isPasskeyAsked.value = false;
    });
    isPasskeyNot.value = tried !== 'ok';
  };
  return (
    <div class="alone-screen">
      <h1 tabIndex={-1} data-takes-focus>
        {m.title}
      </h1>
      <p class="soft">{app.lock.place === 1 ? m.lead : m.leadOfSecond}</p>
      <PassphraseField label={words.passphrase} value={passphrase} onEnter={() => void open()} />
      <TriesNote tries={tries} />
      <Button isHeld={isHeld} onPress={() => void open()}>
        {tries.isBusy.value ? m.opening : m.open}
      </Button>
      {app.lock.passkey.value !== 'none' && (
        <Button kind="quiet" isHeld={isPasskeyAsked.value} onPress={() => void openWithPasskey()}>
          {m.passkey}
        </Button>
      )}
      {isPasskeyNot.value && (
        <Note icon="info" isNews>
          <p>{m.passkeyNot}</p>
        </Note>
      )}
      <div class="buttons">
        <Button kind="plain" onPress={onForgotten}>
          {m.forgot}
        </Button>
        <Button kind="plain" onPress={app.lock.goToOtherPlace}>
          {m.other}
        </Button>
        <Button kind="plain" href="/help">
          {shell.help}
        </Button>
      </div>
    </div>
  );
}

function Work({ isStopped }: { readonly isStopped: boolean }) {
  const m = useMessages(lockEn).work;
  return (
    <div class="alone-screen" role="status">
      <h1>{isStopped ? m.stoppedTitle : m.title}</h1>
      <p class="soft">{isStopped ? m.stopped : m.text}</p>
      {isStopped && <Button onPress={() => window.location.replace('/me/lock')}>{m.again}</Button>}
    </div>
  );
}
