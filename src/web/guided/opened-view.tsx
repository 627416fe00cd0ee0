/** Two sealed answers that have opened: the threads meet, once, and the answers stand side by side. */
import { answersHere, exchangeOfStep, placeOf, type Session, type Who } from '#core';
import { MeetingThreads } from '../check-in/meeting-threads.tsx';
import { useMessages } from '../shell/app.ts';
import { en } from './messages.ts';
import { SaidView } from './said-view.tsx';

export function OpenedView({ session, name }: { readonly session: Session; readonly name: (who: Who) => string }) {
  const m = useMessages(en).step;
  const place = placeOf(session);
  if (place === null) return null;
  const mineFirst = [...answersHere(session)].sort((a, b) => (a.by < b.by ? -1 : 1));
  return (
    <>
      <MeetingThreads pair={exchangeOfStep(session, session)} />
      <p class="unseen" role="status">
        {m.opened}
      </p>
      <div class="reveal-sides">
        {mineFirst.map((answer) => (
          <SaidView key={answer.by} said={{ place, answer }} name={name} />
        ))}
      </div>
    </>
  );
}
