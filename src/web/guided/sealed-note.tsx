/** What can be known of sealed words: that they are there. Told calmly, and of the other one only that theirs are. */
import { exchangeOfStep, type Session } from '#core';
import type { SealedThing, Snapshot } from '#device';
import { useApp, useMessages } from '../shell/app.ts';
import { Note, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import type { Stage } from './stage.ts';

export function SealedNote({ session, stage }: { readonly session: Session; readonly stage: Stage }) {
  const m = useMessages(en).step;
  const { snapshot } = useApp();
  const name = useName('partner');
  if (session.way !== 'two-phones') return null;
  if (stage === 'write' && sealedHere(snapshot.value, session, 'partner') !== null) {
    return (
      <Note icon="sealed">
        <p>{m.sealedTheirs(name)}</p>
      </Note>
    );
  }
  if (stage !== 'sealed') return null;
  const isMeeting = sealedHere(snapshot.value, session, 'me')?.state === 'meeting';
  return (
    <Note icon="sealed" tone="ours" isNews>
      <p>{isMeeting ? m.sealedMeeting : m.sealedMine}</p>
    </Note>
  );
}

const sealedHere = ({ sealed }: Snapshot, session: Session, who: SealedThing['who']): SealedThing | null =>
  sealed.find((one) => one.exchange === exchangeOfStep(session, session) && one.who === who) ?? null;
