/** A wish of the other that can be answered, or a calm word that it is not here. */
import type { ComponentChildren } from 'preact';
import { reachingOut, type Wish } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

export function WishOfOther(props: { readonly thing: string; readonly children: (wish: Wish) => ComponentChildren }) {
  const m = useMessages(en);
  const wish = thingsOf(useApp().snapshot.value, reachingOut).get(props.thing);
  if (wish !== undefined && wish.asker === 'partner' && wish.said !== null) return <>{props.children(wish)}</>;
  return (
    <Frame title={m.list.title} back="/reaching-out">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}
