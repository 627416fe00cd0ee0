/** The news, large, with its three questions below: for two people and one screen. Nothing is written. */
import { goodNews } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { threeQuestions } from './good-news-content.ts';
import { en } from './messages.ts';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const news = thingsOf(app.snapshot.value, goodNews).get(params.thing ?? '');
  if (news === undefined || news.words === null) {
    return (
      <Frame title={m.list.title} back="/good-news">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const close = (): void => app.back(`/good-news/${news.id}`);
  return (
    <Steps
      place={m.place}
      title={m.aloud.title}
      lead={m.aloud.note}
      onClose={close}
      action={<Button onPress={close}>{m.aloud.done}</Button>}
    >
      <div class="stack">
        <p class="aloud" dir="auto">
          {news.words.happened}
        </p>
        {news.words.means !== '' && (
          <p class="voice" dir="auto">
            {news.words.means}
          </p>
        )}
      </div>
      <section class="stack">
        <h2>{m.aloud.questions}</h2>
        <ul class="stack">
          {threeQuestions(news.id).map(({ id, text }) => (
            <li key={id} class="voice">
              {text}
            </li>
          ))}
        </ul>
      </section>
    </Steps>
  );
}
