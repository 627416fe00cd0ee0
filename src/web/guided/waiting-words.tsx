/** What one reads while there is nothing to do: what the other one does, and never what they have not done. */
import { useMessages } from '../shell/app.ts';
import { useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { asksAt } from './stage.ts';
import type { StepViewProps } from './step-view.tsx';

export function WaitingWords({ session, turn }: Omit<StepViewProps, 'onStop'>) {
  const m = useMessages(en).step;
  const name = useName('partner');
  const { place, stage, isActor, mayOpen } = turn;
  const { step } = place;
  if (stage !== 'rest') return null;
  const asks = asksAt(place, session);
  if (session.way === 'passed') return asks.length < step.asks.length ? <p class="note">{m.paper}</p> : null;
  if (isActor && asks.length === 0)
    return mayOpen || session.way === 'alone' ? null : <p class="note">{m.whenDone(name)}</p>;
  if (isActor) {
    return (
      <p class="soft" role="status">
        {m.youSaid} {mayOpen ? '' : m.writes(name)}
      </p>
    );
  }
  const general =
    step.gate !== null
      ? m.decides(name)
      : asks.length > 0
        ? m.writes(name)
        : step.isQuiet
          ? m.talks(name)
          : m.goesOn(name);
  return <p class="voice-small">{step.meanwhile || general}</p>;
}
