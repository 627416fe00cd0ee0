/**
 * Where a link leads: what this is, then join or kindly decline. Nothing is sent before one of the two is chosen.
 * Without a link, one can be pasted here.
 */

import { useSignal } from '@preact/signals';
import type { Pairing, PairingRefusal } from '#device';
import { limits } from '#kernel';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Steps } from '../shell/parts/index.ts';
import { Underway } from './flow.tsx';
import { Invitation } from './invitation.tsx';
import { pairingEn } from './messages.ts';

export function Screen() {
  const { pairing } = useApp().snapshot.value;
  switch (pairing.step) {
    case 'none':
      return <Entering />;
    case 'invited':
      return pairing.purpose === 'device' ? <AsDevice pairing={pairing} /> : <AsPartner pairing={pairing} />;
    case 'inviting':
      return <Invitation pairing={pairing} />;
    default:
      return <Underway pairing={pairing} />;
  }
}

type Invited = Extract<Pairing, { step: 'invited' }>;

function Entering() {
  const app = useApp();
  const m = useMessages(pairingEn);
  const text = useSignal('');
  const refusal = app.linkRefusal.value;
  return (
    <Steps
      title={m.join.enterTitle}
      place={m.join.place}
      lead={m.join.enterLead}
      onClose={() => app.back('/')}
      action={
        <Button isDisabled={text.value.trim() === ''} onPress={() => void app.readLink(text.value.trim())}>
          {m.join.open}
        </Button>
      }
    >
      {refusal !== null && (
        <Note icon="link" isNews>
          <p>{m.refusals[refusal]}</p>
        </Note>
      )}
      <Field label={m.join.link} value={text.value} capitals="none" onInput={(value) => (text.value = value)} />
    </Steps>
  );
}

function AsPartner({ pairing }: { readonly pairing: Invited }) {
  const app = useApp();
  const m = useMessages(pairingEn).join;
  const name = useSignal(app.snapshot.value.me.name ?? '');
  const isReturn = useSignal(false);
  const refusal = useSignal<PairingRefusal | null>(null);
  const join = async () => {
    await app.device.setName(name.value.trim());
    const joined = await app.device.join(isReturn.value);
    refusal.value = joined.ok ? null : joined.error;
  };
  return (
    <Steps
      title={m.title}
      place={m.place}
      onClose={() => app.back('/')}
      action={
        <>
          <Button isDisabled={name.value.trim() === ''} onPress={() => void join()}>
            {m.join}
          </Button>
          <Button kind="quiet" onPress={() => void app.device.decline()}>
            {m.decline}
          </Button>
          <p class="note">{m.declineNote}</p>
        </>
      }
    >
      <div class="stack">
        {m.what.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Field
        label={m.nameQuestion}
        hint={m.nameHint}
        value={name.value}
        charsMax={limits.nameCharsMax}
        capitals="words"
        onInput={(text) => (name.value = text)}
      />
      <label class="option">
        <input
          type="checkbox"
          checked={isReturn.value}
          onChange={(event) => (isReturn.value = event.currentTarget.checked)}
        />
        <span class="option-mark">
          <span class="option-ring" />
        </span>
        <span class="option-label">{m.back}</span>
      </label>
      {isReturn.value && <p class="note">{m.backHint}</p>}
      <Refusal refusal={refusal.value} />
      <p class="note">{m.through(hostOf(pairing.relayUrl))}</p>
    </Steps>
  );
}

function AsDevice({ pairing }: { readonly pairing: Invited }) {
  const app = useApp();
  const m = useMessages(pairingEn).join;
  const refusal = useSignal<PairingRefusal | null>(null);
  const join = async () => {
    const joined = await app.device.join();
    refusal.value = joined.ok ? null : joined.error;
  };
  return (
    <Steps
      title={m.deviceTitle}
      place={m.place}
      onClose={() => app.back('/')}
      action={
        <>
          <Button onPress={() => void join()}>{m.joinDevice}</Button>
          <Button kind="quiet" onPress={() => void app.device.decline()}>
            {m.declineDevice}
          </Button>
        </>
      }
    >
      <div class="stack">
        {m.deviceWhat.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Refusal refusal={refusal.value} />
      <p class="note">{m.through(hostOf(pairing.relayUrl))}</p>
    </Steps>
  );
}

function Refusal({ refusal }: { readonly refusal: PairingRefusal | null }) {
  const m = useMessages(pairingEn);
  if (refusal === null) return null;
  return (
    <Note icon="info" isNews>
      <p>{m.refusals[refusal]}</p>
    </Note>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
