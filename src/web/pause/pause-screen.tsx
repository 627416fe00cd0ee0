/** One pause, the same on both screens: while it goes on, when its time has come, and the way back in. */
import { type PauseWhole, pause, pauseWholeOf } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { LeftView } from './left-view.tsx';
import { en } from './messages.ts';
import { Running } from './running.tsx';
import { WayBack } from './way-back.tsx';
import './pause.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const whole = pauseWholeOf(thingsOf(app.snapshot.value, pause), params.thing ?? '');
  if (whole !== null) return <Shown key={whole.pause.id} whole={whole} />;
  return (
    <Steps place={m.place} title={m.missing} onClose={() => app.back('/')}>
      <EmptyState title={m.place}>{m.missingText}</EmptyState>
    </Steps>
  );
}

function Shown({ whole }: { readonly whole: PauseWhole }) {
  const { ending, back } = whole.pause;
  if (ending?.how === 'left') return <LeftView whole={whole} />;
  return back.includes('me') ? <WayBack whole={whole} /> : <Running whole={whole} />;
}
