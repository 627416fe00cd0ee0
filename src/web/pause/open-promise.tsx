/** A promise of mine to be back that the pause itself could not close: it is for me to say how it went. */
import { type PauseWhole, promises } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function OpenPromise({ whole, text }: { readonly whole: PauseWhole; readonly text: string }) {
  const m = useMessages(en).wayBack;
  const pledges = thingsOf(useApp().snapshot.value, promises);
  const open = whole.parts.find(
    ({ by, promise }) => by === 'me' && promise !== null && pledges.get(promise)?.standing === 'open',
  );
  if (open?.promise === undefined || open.promise === null) return null;
  return (
    <Note icon="promises">
      <p>{text}</p>
      <div>
        <Button kind="quiet" isSmall href={`/promises/${open.promise}`}>
          {m.toPromise}
        </Button>
      </div>
    </Note>
  );
}
