/**
 * The steps of a pairing that look the same from both sides, by what the device says: waiting, comparing four words,
 * and how it ended. The two beginnings (invite, join) are in their own screens, and so is adding a device of my own.
 */
import type { Pairing, PairingOutcome, Purpose } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps, useName } from '../shell/parts/index.ts';
import { pairingEn } from './messages.ts';

/** The screen for a step that needs no beginning any more, or null. */
export function Underway({ pairing }: { readonly pairing: Pairing }) {
  switch (pairing.step) {
    case 'joining':
      return <Waiting />;
    case 'comparing':
      return <Comparing pairing={pairing} />;
    case 'ended':
      return <Ended outcome={pairing.outcome} purpose={pairing.purpose} />;
    default:
      return null;
  }
}

function Waiting() {
  const app = useApp();
  const m = useMessages(pairingEn).join;
  return (
    <Steps title={m.waitingTitle} place={m.place} onClose={() => app.back('/us')}>
      <p class="soft">{m.waiting}</p>
    </Steps>
  );
}

function Comparing({ pairing }: { readonly pairing: Extract<Pairing, { step: 'comparing' }> }) {
  const app = useApp();
  const m = useMessages(pairingEn).compare;
  const isDevice = pairing.purpose === 'device';
  const title = pairing.isConfirmed ? m.saidTitle : isDevice ? m.deviceTitle : m.title;
  return (
    <Steps
      title={title}
      place={m.place}
      lead={pairing.isConfirmed ? m.said : isDevice ? m.deviceLead : m.lead}
      onClose={() => app.back('/us')}
      action={
        pairing.isConfirmed ? null : (
          <>
            <Button onPress={() => void app.device.confirmWords(true)}>{m.same}</Button>
            <Button kind="quiet" onPress={() => void app.device.confirmWords(false)}>
              {m.differ}
            </Button>
          </>
        )
      }
    >
      <section class="card ours" data-has-tone>
        <ol class="four-words ltr" lang="en">
          {pairing.words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ol>
      </section>
    </Steps>
  );
}

function Ended({ outcome, purpose }: { readonly outcome: PairingOutcome; readonly purpose: Purpose }) {
  const app = useApp();
  const m = useMessages(pairingEn);
  const name = useName('partner');
  const words = m.outcomes[outcome];
  const title = typeof words.title === 'string' ? words.title : words.title(name);
  const leave = async () => {
    await app.device.endPairing();
    app.navigate(nextAfter(outcome, purpose), { isReplacing: true });
  };
  const isTwo = outcome === 'paired' || outcome === 'returned';
  return (
    <Steps
      title={title}
      place={purpose === 'device' ? m.device.place : m.join.place}
      onClose={() => void leave()}
      action={<Button onPress={() => void leave()}>{words.action}</Button>}
    >
      {(isTwo || outcome === 'linked') && <ThreadsMeet isTwo={isTwo} />}
      <p class="voice-small">{words.text}</p>
    </Steps>
  );
}

/** The one signature: two threads meet, once. */
function ThreadsMeet({ isTwo }: { readonly isTwo: boolean }) {
  return (
    <svg class="threads threads-meet" viewBox="0 0 318 56" preserveAspectRatio="none" aria-hidden="true">
      <path class="dusk" d="M0 6C60 6 120 10 170 22s90 6 148 6" />
      <path class={isTwo ? 'ember' : 'dusk'} d="M0 50C60 50 120 46 170 34s90-6 148-6" />
    </svg>
  );
}

function nextAfter(outcome: PairingOutcome, purpose: Purpose): string {
  switch (outcome) {
    case 'paired':
    case 'returned':
    case 'linked':
    case 'declined':
    case 'i-declined':
    case 'cancelled':
      return '/';
    case 'expired':
    case 'used':
    case 'differed':
      return purpose === 'device' ? '/me/devices' : '/us';
    case 'wrong-link':
      return '/join';
  }
}
