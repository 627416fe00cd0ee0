/** An open pause that belongs to this session: when the two go on, and the way to it. */
import { openPauses, pause, type Session } from '#core';
import { useAgreed } from '../pause/agreed.ts';
import { en as pauseEn } from '../pause/card-messages.ts';
import { returnToWords } from '../pause/return-words.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function PausedNote({ session }: { readonly session: Session }) {
  const m = useMessages(en).pausing;
  const words = useMessages(pauseEn);
  const { snapshot } = useApp();
  const things = thingsOf(snapshot.value, pause);
  const agreed = useAgreed([...things.values()].map(({ untilMs }) => untilMs));
  const open = openPauses(things, agreed.nowMs).find((one) => one.session === session.id);
  if (open === undefined) return null;
  const isDue = agreed.nowMs >= open.untilMs;
  return (
    <Note icon="pause" tone={open.isShared ? 'ours' : 'calm'} isNews>
      <p>{isDue ? m.due : m.text(returnToWords(open.untilMs, agreed, words))}</p>
      <div class="row">
        <Button kind="quiet" isSmall href={`/pause/${open.id}`}>
          {m.open}
        </Button>
      </div>
    </Note>
  );
}
