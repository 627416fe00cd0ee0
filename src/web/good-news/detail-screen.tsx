/** One piece of good news: what was told, the one question to it, the answer and the warm word, each if one likes. */
import { type GoodNews, goodNews } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { EmptyState, Screen as Frame, toneOf, useName, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { HearerDetail } from './hearer-detail.tsx';
import { en } from './messages.ts';
import { TellerDetail } from './teller-detail.tsx';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const name = useName('partner');
  const news = thingsOf(useApp().snapshot.value, goodNews).get(params.thing ?? '');
  if (news === undefined) {
    return (
      <Frame title={m.list.title} back="/good-news">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const isMine = news.teller === 'me';
  const title = !isMine
    ? m.detail.titleTheirs(name)
    : news.standing === 'mine'
      ? m.detail.titleOwn
      : m.detail.titleMine;
  return (
    <Frame
      title={title}
      kicker={
        <span class="day">
          <When atMs={news.toldAtMs ?? news.beganAtMs} hasTime />
        </span>
      }
      back="/good-news"
    >
      <News news={news} />
      {isMine ? <TellerDetail key={news.id} news={news} /> : <HearerDetail key={news.id} news={news} />}
    </Frame>
  );
}

function News({ news }: { readonly news: GoodNews }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const tone = toneOf(useApp(), news.teller);
  const isMine = news.teller === 'me';
  if (news.words === null) return null;
  const { happened, means } = news.words;
  return (
    <section class={`bubble ${tone}`} data-is-mine={isMine || undefined}>
      <div class="stack">
        <p class="voice said" dir="auto">
          {happened}
        </p>
        {means !== '' && (
          <div class="stack-tight">
            <h2>{isMine ? m.means : m.meansTheirs(name)}</h2>
            <p class="voice-small said" dir="auto">
              {means}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}
