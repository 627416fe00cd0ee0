/** One boundary: mine, or one that the other shares with me. */
import { type Boundary, boundaries, isLive } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame, toneOf, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { BoundaryView } from './boundary-view.tsx';
import { en } from './messages.ts';
import { OtherDetail } from './other-detail.tsx';
import { OwnDetail } from './own-detail.tsx';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const found = thingsOf(app.snapshot.value, boundaries).get(params.thing ?? '');
  if (found?.type === 'boundary' && (found.author === 'partner' || found.words !== null))
    return <Detail key={found.id} boundary={found} />;
  return (
    <Frame title={m.list.title} back="/boundaries">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Detail({ boundary }: { readonly boundary: Boundary }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isMine = boundary.author === 'me';
  const isOver = !isMine && !isLive(boundary, app.moment.value.nowMs);
  const { words } = boundary;
  const title = isOver || words === null ? m.list.endedTitle : words.about;
  return (
    <Frame title={title} back="/boundaries" {...(isMine ? {} : { kicker: m.detail.theirs(name) })}>
      {words !== null && !isOver && <BoundaryView words={words} tone={toneOf(app, boundary.author)} isMine={isMine} />}
      {isMine ? <OwnDetail boundary={boundary} /> : <OtherDetail boundary={boundary} />}
    </Frame>
  );
}
