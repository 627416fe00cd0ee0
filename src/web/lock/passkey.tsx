/** A passkey beside the passphrase: what it means first, then the passphrase, then where it is kept, and only then its use. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { en } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import type { PasskeyGrant } from './keeper.ts';
import { lockEn } from './messages.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { TriesNote } from './tries-note.tsx';
import { useTries } from './use-tries.ts';

type Step = 'read' | 'make' | 'here' | 'in-account' | 'removed';
type Said = 'stopped' | 'noSecret' | 'taken' | 'notUsed';

export function Passkey() {
  const { lock, preferences } = useApp();
  const m = useMessages(lockEn);
  const { covers } = useMessages(en);
  const words = m.passkey;
  const passphrase = useSignal('');
  const step = useSignal<Step>('read');
  const said = useSignal<Said | null>(null);
  const isBusy = useSignal(false);
  const tries = useTries();
  const grant = useRef<PasskeyGrant | null>(null);
  const letGo = (next: Step): void => {
    grant.current?.letGo();
    grant.current = null;
    step.value = next;
  };
  const hasLeft = useRef(false);
  useEffect(
    () => () => {
      hasLeft.current = true;
      grant.current?.letGo();
    },
    [],
  );
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.value !== 'read') top.current?.focus(); // the button that led here is gone
  }, [step.value]);

  const prove = async () => {
    said.value = null;
    const isRight = await tries.run(async () => {
      const { grant: given = null, ...tried } = await lock.grantPasskey(passphrase.value);
      if (hasLeft.current) given?.letGo();
      else grant.current = given;
      return tried;
    });
    if (!isRight) return;
    passphrase.value = '';
    step.value = 'make';
  };
  const once = async (run: (held: PasskeyGrant) => Promise<void>) => {
    if (isBusy.value || grant.current === null) return;
    isBusy.value = true;
    said.value = null;
    await run(grant.current).finally(() => {
      isBusy.value = false;
    });
  };
  const make = () =>
    once(async (held) => {
      const made = await held.make(covers[preferences.cover.value]);
      if (typeof made === 'object') step.value = made.isInAccount ? 'in-account' : 'here';
      else said.value = made === 'stopped' ? 'stopped' : 'noSecret';
    });
  const use = () =>
    once(async (held) => {
      const added = await held.add();
      if (added === 'stopped') said.value = 'notUsed';
      if (added === 'taken') said.value = 'taken';
      if (added !== 'stopped') letGo('read');
    });
  const remove = async () => {
    await lock.removePasskey();
    step.value = 'removed';
  };

  const on = lock.passkey.value;
  const at = step.value;
  return (
    <div class="stack" ref={top} tabIndex={-1}>
      {on !== 'none' ? (
        <>
          <p>{words.isOn}</p>
          <p>{words.where[on]}</p>
          <Button kind="quiet" onPress={() => void remove()}>
            {words.remove}
          </Button>
        </>
      ) : at === 'read' || at === 'removed' ? (
        <>
          {at === 'removed' && (
            <Note icon="check" isNews>
              <p>{words.removed}</p>
            </Note>
          )}
          <p>{words.text}</p>
          <ul class="plain-list">
            {words.care.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <PassphraseField label={words.proof} value={passphrase} onEnter={() => void prove()} />
          <TriesNote tries={tries} />
          <Button kind="quiet" isHeld={tries.isBusy.value || tries.secondsLeft.value > 0} onPress={() => void prove()}>
            {tries.isBusy.value ? m.working : words.continue}
          </Button>
        </>
      ) : at === 'make' ? (
        <>
          <p>{words.makeText}</p>
          <Button isHeld={isBusy.value} onPress={() => void make()}>
            {words.make}
          </Button>
        </>
      ) : (
        <>
          <Note icon={at === 'here' ? 'info' : 'care'} isNews>
            <p>{words.where[at]}</p>
          </Note>
          <p class="note">{words.useText}</p>
          <Button kind={at === 'here' ? 'main' : 'quiet'} isHeld={isBusy.value} onPress={() => void use()}>
            {words.use}
          </Button>
          <Button kind="quiet" onPress={() => letGo('read')}>
            {words.doNotUse}
          </Button>
        </>
      )}
      {said.value !== null && (
        <Note icon="info" isNews>
          <p>{words[said.value]}</p>
        </Note>
      )}
    </div>
  );
}
