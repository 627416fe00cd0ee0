/** One wish: mine, with its answer and a thank-you if I like; or the other's, with three good answers. */
import { reachingOut } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { AskedDetail } from './asked-detail.tsx';
import { AskerDetail } from './asker-detail.tsx';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import { useWishLabel } from './wish-view.tsx';
import './reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const cards = useMessages(cardEn);
  const name = useName('partner');
  const label = useWishLabel();
  const wish = thingsOf(useApp().snapshot.value, reachingOut).get(params.thing ?? '');
  if (wish === undefined) {
    return (
      <Frame title={m.list.title} back="/reaching-out">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const { said } = wish;
  if (wish.asker === 'me') {
    return (
      <Frame
        title={said === null ? m.list.takenTitle : label(said.wish)}
        back="/reaching-out"
        {...(said === null ? {} : { kicker: m.detail.youWouldLike })}
      >
        <AskerDetail key={wish.id} wish={wish} />
      </Frame>
    );
  }
  return (
    <Frame
      title={said === null ? m.list.takenTitle : cards.wouldLike(name, cards.wishes[said.wish])}
      back="/reaching-out"
    >
      <AskedDetail key={wish.id} wish={wish} />
    </Frame>
  );
}
