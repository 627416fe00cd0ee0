/** Whose turn it could be, as one calm sentence. Nothing waits for it, and no other screen speaks of it. */
import { openings, type Who, whoseTurn } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { hasPartner, Note, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

/** `only`: for this one's turn alone. */
export function TurnNote({ only }: { readonly only?: Who }) {
  const m = useMessages(en).turn;
  const app = useApp();
  const name = useName('partner');
  const snapshot = app.snapshot.value;
  const turn = whoseTurn(thingsOf(snapshot, openings), app.moment.value.nowMs);
  if (turn === null || !hasPartner(snapshot) || (only !== undefined && turn !== only)) return null;
  return (
    <Note icon="talk">
      <p>{turn === 'me' ? m.mine(name) : m.theirs(name)}</p>
    </Note>
  );
}
