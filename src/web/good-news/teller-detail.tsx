/** My news: who can read it, the question that came, and my answer if I like. One clear act shares or takes it back. */
import { useSignal } from '@preact/signals';
import { asksMe, coreLimits, type GoodNews, type GoodNewsCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Field, hasPartner, Note, Sheet, toneOf, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

type Run = ReturnType<typeof useCommand<GoodNewsCommand>>['run'];

export function TellerDetail({ news }: { readonly news: GoodNews }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<GoodNewsCommand>(m.refusals);
  const asks = useSignal<'withdraw' | 'delete' | null>(null);
  const snapshot = app.snapshot.value;
  const isLeaving = snapshot.windows.some((share) => share.thing === news.id);
  const isTwo = hasPartner(snapshot);
  const isOwn = news.standing === 'mine';
  const canShare = isOwn && isTwo && !isLeaving;
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'share' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'good-news', type, thing: news.id });
    close();
    if (things !== null && type === 'forget' && isOwn) app.back('/good-news');
  };
  return (
    <>
      {news.question !== null && (
        <Bubble who={m.detail.asks(name)} tone={toneOf(app, 'partner')}>
          {news.question.text}
        </Bubble>
      )}
      {news.answer !== null && (
        <Bubble who={m.detail.youAnswered} tone={toneOf(app, 'me')} isMine>
          {news.answer.words}
        </Bubble>
      )}
      {news.warm !== null && (
        <Bubble who={m.detail.warmTheirs(name)} tone={toneOf(app, 'partner')}>
          {news.warm.words}
        </Bubble>
      )}
      {!isLeaving && asksMe(news) && <Answer thing={news.id} run={run} />}
      <Standing news={news} isLeaving={isLeaving} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {news.words !== null && news.standing !== 'withdrawn' && news.question === null && (
        <div class="buttons">
          {canShare && <Button onPress={() => void act('share')}>{m.detail.share(name)}</Button>}
          <Button kind="quiet" href={`/good-news/${news.id}/aloud`}>
            {m.detail.aloud}
          </Button>
        </div>
      )}
      <div class="row">
        {isOwn && !isLeaving && (
          <Button kind="quiet" isSmall icon="edit" href={`/good-news/${news.id}/edit`}>
            {m.detail.edit}
          </Button>
        )}
        {news.standing === 'ours' && !isLeaving && (
          <Button kind="quiet" isSmall icon="undo" onPress={() => (asks.value = 'withdraw')}>
            {m.detail.withdraw}
          </Button>
        )}
        {news.standing !== 'ours' && news.words !== null && !isLeaving && (
          <Button kind="danger" isSmall onPress={() => (asks.value = 'delete')}>
            {m.detail.delete}
          </Button>
        )}
      </div>
      <Sheet isOpen={asks.value === 'withdraw'} onClose={close} title={m.detail.withdrawTitle}>
        <p>{m.detail.withdrawText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void act('withdraw')}>{m.detail.withdraw}</Button>
          <Button kind="quiet" onPress={close}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
      <Sheet isOpen={asks.value === 'delete'} onClose={close} title={m.detail.deleteTitle}>
        <p>{m.detail.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act('forget')}>
            {m.detail.delete}
          </Button>
          <Button kind="quiet" onPress={close}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

function Standing({ news, isLeaving }: { readonly news: GoodNews; readonly isLeaving: boolean }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  if (isLeaving)
    return (
      <Note icon="send" tone="ours">
        <p>{m.leaving(name)}</p>
      </Note>
    );
  if (news.standing === 'mine')
    return (
      <Note icon="lock">
        <p>{m.mine}</p>
      </Note>
    );
  if (news.standing === 'withdrawn')
    return (
      <Note icon="undo">
        <p>{m.taken}</p>
      </Note>
    );
  return news.question === null ? (
    <Note icon="ours" tone="ours">
      <p>{m.ours(name)}</p>
    </Note>
  ) : null;
}

function Answer({ thing, run }: { readonly thing: string; readonly run: Run }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const words = useSignal('');
  return (
    <section class="stack">
      <Field
        label={m.answerTitle}
        hint={m.answerHint}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={words.value}
        onInput={(text) => {
          words.value = text;
        }}
      />
      <div class="buttons">
        <Button
          isDisabled={words.value.trim() === ''}
          onPress={() => void run({ practice: 'good-news', type: 'answer', thing, words: words.value })}
        >
          {m.answer(name)}
        </Button>
      </div>
    </section>
  );
}
