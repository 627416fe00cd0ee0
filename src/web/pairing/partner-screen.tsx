/** Inviting a partner: what it means, my name (asked here and nowhere before), then the invitation and what follows. */

import { useSignal } from '@preact/signals';
import type { PairingRefusal } from '#device';
import { limits } from '#kernel';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Steps, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { Underway } from './flow.tsx';
import { Invitation } from './invitation.tsx';
import { pairingEn } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const { pairing } = useApp().snapshot.value;
  if (pairing.step === 'inviting' && pairing.purpose === 'partner') return <Invitation pairing={pairing} />;
  if (pairing.step === 'joining' || pairing.step === 'comparing' || pairing.step === 'ended') {
    return <Underway pairing={pairing} />;
  }
  return <Beginning isReturn={params.how === 'back'} />;
}

/** `isReturn`: the one with whom all this was shared has lost every device. */
function Beginning({ isReturn }: { readonly isReturn: boolean }) {
  const app = useApp();
  const m = useMessages(pairingEn);
  const other = useName('partner');
  const name = useSignal(app.snapshot.value.me.name ?? '');
  const refusal = useSignal<PairingRefusal | null>(null);
  const host = app.snapshot.value.connection.relayUrl;
  const invite = async () => {
    await app.device.setName(name.value.trim());
    const invited = await app.device.invite('partner', isReturn);
    refusal.value = invited.ok ? null : invited.error;
  };
  return (
    <Steps
      title={isReturn ? m.back.title(other) : m.partner.introTitle}
      place={isReturn ? m.back.place : m.partner.place}
      onClose={() => app.back('/us')}
      action={
        <Button isDisabled={name.value.trim() === ''} onPress={() => void invite()}>
          {m.partner.make}
        </Button>
      }
    >
      <div class="stack">
        {(isReturn ? m.back.intro(other) : m.partner.intro).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Field
        label={m.partner.nameQuestion}
        hint={m.partner.nameHint}
        value={name.value}
        charsMax={limits.nameCharsMax}
        capitals="words"
        onInput={(text) => (name.value = text)}
      />
      {isSameHost(host) && (
        <Note icon="server">
          <p class="note">{m.partner.hostNote(location.host)}</p>
        </Note>
      )}
      {refusal.value !== null && (
        <Note icon="info" isNews>
          <p>{m.refusals[refusal.value]}</p>
        </Note>
      )}
    </Steps>
  );
}

/** Whoever serves the app could change it; if the same one runs the relay, both should know (said before pairing). */
function isSameHost(relayUrl: string | null): boolean {
  return relayUrl !== null && URL.canParse(relayUrl) && new URL(relayUrl).host === location.host;
}
