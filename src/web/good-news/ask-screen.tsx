/** One question to the other's good news: three to begin with, or one's own. It ends as a question. */
import { useSignal } from '@preact/signals';
import { type GoodNews, type GoodNewsCommand, goodNews } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Field, Screen as Frame, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { threeQuestions } from './good-news-content.ts';
import { en } from './messages.ts';
import '../noticing/noticing.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const news = thingsOf(useApp().snapshot.value, goodNews).get(params.thing ?? '');
  if (news !== undefined && news.teller === 'partner' && news.words !== null)
    return <Asking key={news.id} news={news} />;
  return (
    <Frame title={m.list.title} back="/good-news">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Asking({ news }: { readonly news: GoodNews }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<GoodNewsCommand>(m.refusals);
  const question = useSignal('');
  const home = `/good-news/${news.id}`;
  const put = (text: string): void => {
    clear();
    question.value = text;
  };
  const save = async (): Promise<void> => {
    const things = await run({ practice: 'good-news', type: 'ask', thing: news.id, question: question.value });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.ask.title}
      lead={m.ask.lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={question.value.trim() === ''} onPress={() => void save()}>
            {m.ask.send(name)}
          </Button>
        </>
      }
    >
      <ul class="openers" aria-label={m.ask.ready}>
        {threeQuestions(news.id).map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="opener" aria-pressed={question.value === text} onClick={() => put(text)}>
              <span class="voice-small">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <Field
        label={m.ask.question}
        isLong
        isVoice
        charsMax={limits.lineCharsMax}
        value={question.value}
        onInput={put}
      />
    </Steps>
  );
}
