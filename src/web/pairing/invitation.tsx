/** An invitation that is out: the code for a camera (loaded when needed), the link to send or copy, how long it lasts. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Pairing } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { timeLeft } from '../shell/time.ts';
import { pairingEn } from './messages.ts';

export function Invitation({ pairing }: { readonly pairing: Extract<Pairing, { step: 'inviting' }> }) {
  const app = useApp();
  const m = useMessages(pairingEn);
  const isCopied = useSignal(false);
  const { nowMs, locale } = app.moment.value;
  const isDevice = pairing.purpose === 'device';
  const copy = async () => {
    await navigator.clipboard.writeText(pairing.link);
    isCopied.value = true;
  };
  const share = async () => {
    try {
      await navigator.share({ text: m.partner.shareText, url: pairing.link });
    } catch {
      // AbortError: the person closed the system's sheet. Nothing was sent, nothing to say.
    }
  };
  const canShare = !isDevice && 'share' in navigator;
  return (
    <Steps
      title={isDevice ? m.device.showTitle : m.partner.showTitle}
      place={isDevice ? m.device.place : m.partner.place}
      lead={isDevice ? m.device.showLead : m.partner.showLead}
      onClose={() => app.back(isDevice ? '/me/devices' : '/us')}
      action={
        <>
          {canShare && (
            <Button icon="share" onPress={() => void share()}>
              {m.partner.share}
            </Button>
          )}
          <Button
            kind={canShare || isDevice ? 'quiet' : 'main'}
            icon={isCopied.value ? 'check' : 'copy'}
            onPress={() => void copy()}
          >
            {isCopied.value ? m.partner.copied : isDevice ? m.device.copy : m.partner.copy}
          </Button>
          <Button kind="plain" onPress={() => void app.device.endPairing()}>
            {m.partner.cancel}
          </Button>
        </>
      }
    >
      <Code text={pairing.link} label={m.partner.qr} />
      <p class="note">
        {m.partner.left(timeLeft(pairing.expiresAtMs - nowMs, locale))} {m.partner.waiting}
      </p>
    </Steps>
  );
}

/** Black on white in every theme: cameras read it so. */
function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const drawn = useSignal<{ readonly path: string; readonly side: number } | null>(null);
  useEffect(() => {
    void import('./qr-code.ts').then(({ textToQrPath }) => {
      drawn.value = textToQrPath(text);
    });
  }, [text, drawn]);
  const side = drawn.value?.side ?? 1;
  return (
    <div class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <path d={drawn.value?.path ?? ''} />
      </svg>
    </div>
  );
}
