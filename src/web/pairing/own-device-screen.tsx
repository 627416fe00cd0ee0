/** Adding a device of my own: a different gesture than inviting, with one deliberate tick that it is in my hands. */

import { useSignal } from '@preact/signals';
import type { PairingRefusal } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note, Steps } from '../shell/parts/index.ts';
import { Underway } from './flow.tsx';
import { Invitation } from './invitation.tsx';
import { pairingEn } from './messages.ts';

export function Screen() {
  const { pairing } = useApp().snapshot.value;
  if (pairing.step === 'inviting' && pairing.purpose === 'device') return <Invitation pairing={pairing} />;
  if (pairing.step === 'joining' || pairing.step === 'comparing' || pairing.step === 'ended') {
    return <Underway pairing={pairing} />;
  }
  return <Beginning />;
}

function Beginning() {
  const app = useApp();
  const m = useMessages(pairingEn);
  const isMine = useSignal(false);
  const refusal = useSignal<PairingRefusal | null>(null);
  const show = async () => {
    const invited = await app.device.invite('device');
    refusal.value = invited.ok ? null : invited.error;
  };
  return (
    <Steps
      title={m.device.introTitle}
      place={m.device.place}
      onClose={() => app.back('/me/devices')}
      action={
        <Button isDisabled={!isMine.value} onPress={() => void show()}>
          {m.device.make}
        </Button>
      }
    >
      <div class="stack">
        {m.device.intro.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <label class="option">
        <input
          type="checkbox"
          checked={isMine.value}
          onChange={(event) => (isMine.value = event.currentTarget.checked)}
        />
        <span class="option-mark">
          <span class="option-ring" />
        </span>
        <span class="option-label">{m.device.mine}</span>
      </label>
      {refusal.value !== null && (
        <Note icon="info" isNews>
          <p>{m.refusals[refusal.value]}</p>
        </Note>
      )}
    </Steps>
  );
}
