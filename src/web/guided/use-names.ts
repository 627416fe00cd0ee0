/**
 * How the two are called in a session. On a phone of one's own: "you", and the other one's name. On one phone that is
 * passed across "you" is the one who holds it, and whoever else has a name goes by it.
 */
import type { Session, Who } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

/** @param holder who should have the phone in their hands now; null: both look at it. */
export function useNames({ way }: Pick<Session, 'way'>, holder: Who | null): (who: Who) => string {
  const m = useMessages(en).step;
  const { me } = useApp().snapshot.value;
  const you = useName('me');
  const other = useName('partner');
  return (who) => {
    if (way !== 'passed') return who === 'me' ? you : other;
    if (who === holder) return you;
    return who === 'partner' ? other : (me.name ?? (holder === null ? you : m.theOther));
  };
}
