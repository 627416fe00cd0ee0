/**
 * A pause begins with one breath of five seconds. Then one goes on, or takes a longer break. Until that is begun
 * nothing has been written, and the other one sees nothing.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { guided, pause, pausesGoingOn, type ThingId } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, hasPartner, Note, Steps, toneOf } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { useAgreed } from './agreed.ts';
import { en as cardEn } from './card-messages.ts';
import { LengthStep } from './length-step.tsx';
import { en } from './messages.ts';
import { goOnLines } from './pause-content.ts';
import { returnToWords } from './return-words.ts';
import './pause.css';

const breathMs = 5_000;

export function Screen({ query }: ScreenProps) {
  const session = query.get('session');
  const app = useApp();
  const step = useSignal<'breath' | 'choice' | 'length'>('breath');
  const sharing = useSharing(session);
  const home = session === null ? '/practices/pause' : `/guided/session/${session}`;
  const close = (): void => app.back(home);
  switch (step.value) {
    case 'breath':
      return <Breath onClose={close} onDone={() => (step.value = 'choice')} />;
    case 'choice':
      return <AfterBreath session={session} onClose={close} onLonger={() => (step.value = 'length')} />;
    case 'length':
      return <LengthStep session={session} sharing={sharing} onClose={close} onBack={() => (step.value = 'choice')} />;
  }
}

/** Who sees it: in a session that follows from the session; by itself one may choose, once there are two. */
export type Sharing = 'ours' | 'mine' | 'choose';

function useSharing(session: ThingId | null): Sharing {
  const snapshot = useApp().snapshot.value;
  if (!hasPartner(snapshot)) return 'mine';
  if (session === null) return 'choose';
  const found = thingsOf(snapshot, guided).get(session);
  return found?.type === 'session' && found.way !== 'two-phones' ? 'mine' : 'ours';
}

/** Five seconds that nobody has to press anything in. */
function Breath({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const m = useMessages(en);
  const app = useApp();
  useEffect(() => {
    const id = setTimeout(onDone, breathMs);
    return () => clearTimeout(id);
  }, []);
  return (
    <Steps place={m.place} title={m.breath.title} lead={m.breath.lead} onClose={onClose}>
      <div class={`pause-disc ${toneOf(app, 'me')}`} data-breathes aria-hidden="true" />
    </Steps>
  );
}

interface AfterBreathProps {
  readonly session: ThingId | null;
  readonly onClose: () => void;
  readonly onLonger: () => void;
}

function AfterBreath({ session, onClose, onLonger }: AfterBreathProps) {
  const m = useMessages(en);
  const cards = useMessages(cardEn);
  const app = useApp();
  const agreed = useAgreed();
  const things = thingsOf(app.snapshot.value, pause);
  const [going] = pausesGoingOn(things, session, agreed.nowMs);
  const first = useSignal(Math.floor(agreed.nowMs / 1000));
  const line = goOnLines[first.value % goOnLines.length];
  return (
    <Steps
      place={m.place}
      title={m.choice.title}
      lead={m.choice.lead}
      onClose={onClose}
      action={
        <>
          <Button onPress={onClose}>{m.choice.goOn}</Button>
          {going === undefined ? (
            <Button kind="quiet" onPress={onLonger}>
              {m.choice.longer}
            </Button>
          ) : (
            <Button kind="quiet" href={`/pause/${going.id}`}>
              {m.choice.toBreak}
            </Button>
          )}
        </>
      }
    >
      {line !== undefined && (
        <Bubble who={m.choice.sentence} tone={toneOf(app, 'me')} isMine>
          {line.text}
        </Bubble>
      )}
      {going !== undefined && (
        <Note icon="pause">
          <p>{m.choice.goesOn(returnToWords(going.untilMs, agreed, cards))}</p>
        </Note>
      )}
    </Steps>
  );
}
