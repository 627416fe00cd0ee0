/** The other's news: one question if I like, and a warm word at the end if I like. Leaving it sends nothing. */
import { useSignal } from '@preact/signals';
import { coreLimits, type GoodNews, type GoodNewsCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Chip, Chips, Field, More, Note, toneOf, useName } from '../shell/parts/index.ts';
import { warmLines } from './good-news-content.ts';
import { en } from './messages.ts';

type Run = ReturnType<typeof useCommand<GoodNewsCommand>>['run'];

export function HearerDetail({ news }: { readonly news: GoodNews }) {
  const m = useMessages(en).detail;
  const refusals = useMessages(en).refusals;
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<GoodNewsCommand>(refusals);
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === news.id);
  if (news.standing === 'withdrawn')
    return (
      <Note icon="undo">
        <p>{m.takenTheirs(name)}</p>
      </Note>
    );
  return (
    <>
      {news.question !== null && (
        <Bubble who={m.youAsked} tone={toneOf(app, 'me')} isMine>
          {news.question.text}
        </Bubble>
      )}
      {news.answer !== null && (
        <Bubble who={m.answered(name)} tone={toneOf(app, 'partner')}>
          {news.answer.words}
        </Bubble>
      )}
      {news.warm !== null && (
        <Bubble who={m.youSaid} tone={toneOf(app, 'me')} isMine>
          {news.warm.words}
        </Bubble>
      )}
      {isLeaving && (
        <Note icon="send" tone="ours">
          <p>{m.leaving(name)}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && news.question === null && (
        <>
          <div class="buttons">
            <Button href={`/good-news/${news.id}/ask`}>{m.ask}</Button>
            <Button kind="quiet" href={`/good-news/${news.id}/aloud`}>
              {m.aloud}
            </Button>
          </div>
          <p class="note">{m.askNote}</p>
          {news.isSetAside ? (
            <p class="note">{m.left}</p>
          ) : (
            <div class="stack-tight">
              <div>
                <Button
                  kind="plain"
                  onPress={() => void run({ practice: 'good-news', type: 'set-aside', thing: news.id })}
                >
                  {m.leave}
                </Button>
              </div>
              <p class="note">{m.leaveNote(name)}</p>
            </div>
          )}
        </>
      )}
      {!isLeaving && news.question !== null && news.warm === null && (
        <>
          {news.answer === null && <p class="soft">{m.waiting(name)}</p>}
          {news.answer === null ? (
            <More title={m.warmTitle}>
              <Close thing={news.id} run={run} />
            </More>
          ) : (
            <section class="stack">
              <h2>{m.warmTitle}</h2>
              <Close thing={news.id} run={run} />
            </section>
          )}
        </>
      )}
    </>
  );
}

function Close({ thing, run }: { readonly thing: string; readonly run: Run }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const words = useSignal('');
  return (
    <>
      <Chips label={m.warmTitle}>
        {warmLines.map(({ id, text }) => (
          <Chip key={id} isOn={words.value === text} onToggle={(isOn) => (words.value = isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      <div class="grows">
        <Field
          label={m.warmWords}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={words.value}
          onInput={(text) => {
            words.value = text;
          }}
        />
      </div>
      <div class="buttons">
        <Button
          isDisabled={words.value.trim() === ''}
          onPress={() => void run({ practice: 'good-news', type: 'close', thing, words: words.value })}
        >
          {m.warm(name)}
        </Button>
      </div>
    </>
  );
}
