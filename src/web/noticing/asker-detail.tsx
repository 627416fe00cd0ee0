/** My side of a noticing: the guess, the question to be said or already asked, the answer, and how close it was. */
import { useSignal } from '@preact/signals';
import { closenesses, type NoticingByMe, type NoticingCommand } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Card, Choice, hasPartner, Note, Sheet, toneOf, useName, When } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { closenessWord } from './noticing-content.ts';
import { AnswerView, GuessView } from './noticing-view.tsx';

export function AskerDetail({ one }: { readonly one: NoticingByMe }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const command = useCommand<NoticingCommand>(m.refusals);
  const asksDelete = useSignal(false);
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === one.id);
  const act = async (type: 'withdraw-question' | 'put-away' | 'forget'): Promise<void> => {
    const things = await command.run({ practice: 'noticing', type, thing: one.id });
    asksDelete.value = false;
    if (things !== null && type === 'forget' && one.asked?.how !== 'sent') app.back('/noticing');
  };
  const isSent = one.asked?.how === 'sent';
  return (
    <>
      {one.guess !== null && (
        <Card title={m.detail.guess}>
          <GuessView guess={one.guess} />
        </Card>
      )}
      <Question one={one} isLeaving={isLeaving} run={command.run} />
      <Answered one={one} run={command.run} />
      {command.refused && (
        <Note isNews icon="info">
          <p>{command.refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && (
        <div class="row">
          {isSent && one.answer === null && (
            <Button kind="quiet" isSmall icon="undo" onPress={() => void act('withdraw-question')}>
              {m.detail.withdraw}
            </Button>
          )}
          {one.judged === null && !one.isPutAway && (
            <Button kind="quiet" isSmall onPress={() => void act('put-away')}>
              {m.detail.putAway}
            </Button>
          )}
          <Button
            kind="danger"
            isSmall
            onPress={() => {
              asksDelete.value = true;
            }}
          >
            {m.detail.delete}
          </Button>
        </div>
      )}
      <Sheet isOpen={asksDelete.value} onClose={() => (asksDelete.value = false)} title={m.detail.deleteTitle}>
        <p>{isSent ? m.detail.deleteSentText(name) : m.detail.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act('forget')}>
            {m.detail.delete}
          </Button>
          <Button kind="quiet" onPress={() => (asksDelete.value = false)}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

type Run = ReturnType<typeof useCommand<NoticingCommand>>['run'];

/** The words to say, large, for the moment before; afterwards what was asked and how. */
function Question({
  one,
  isLeaving,
  run,
}: {
  readonly one: NoticingByMe;
  readonly isLeaving: boolean;
  readonly run: Run;
}) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { opener, asked } = one;
  if (isLeaving)
    return (
      <Note icon="send" tone="ours">
        <p>{m.detail.leaving(name)}</p>
      </Note>
    );
  if (asked === null && opener === null) {
    return one.isPutAway ? null : <Button href={`/noticing/${one.id}/steps`}>{m.detail.goOn}</Button>;
  }
  if (asked === null && opener !== null) {
    const say = (type: 'say' | 'send') => void run({ practice: 'noticing', type, thing: one.id, opener });
    return (
      <>
        <section class="noticing-say stack">
          <h2>{m.detail.sayNow}</h2>
          <p class="noticing-opener" dir="auto">
            {opener}
          </p>
        </section>
        <div class="buttons">
          <Button onPress={() => say('say')}>{m.detail.saidIt}</Button>
          {hasPartner(app.snapshot.value) && (
            <Button kind="quiet" onPress={() => say('send')}>
              {m.detail.sendInstead(name)}
            </Button>
          )}
          <Button kind="plain" href={`/noticing/${one.id}/steps`}>
            {m.detail.change}
          </Button>
        </div>
      </>
    );
  }
  if (asked === null) return null;
  return (
    <>
      <Bubble who={m.detail.youAsked} tone={toneOf(app, 'me')} isMine>
        {opener}
      </Bubble>
      <p class="note">
        {asked.how === 'withdrawn'
          ? m.detail.questionTaken
          : asked.how === 'sent'
            ? m.detail.sent(name)
            : m.detail.aloud}{' '}
        <When atMs={asked.atMs} hasTime />
      </p>
    </>
  );
}

function Answered({ one, run }: { readonly one: NoticingByMe; readonly run: Run }) {
  const m = useMessages(en);
  const name = useName('partner');
  const { answer, asked } = one;
  if (asked === null && answer === null) return null;
  if (answer === null) {
    return (
      <>
        {asked?.how === 'sent' && <p class="soft">{m.detail.waiting(name)}</p>}
        {one.guess !== null && asked?.how !== 'withdrawn' && (
          <Button kind={asked?.how === 'sent' ? 'quiet' : 'main'} href={`/noticing/${one.id}/told`}>
            {m.detail.writeDown}
          </Button>
        )}
      </>
    );
  }
  if (answer.said === null)
    return (
      <Note icon="undo">
        <p>{m.detail.answerTaken(name)}</p>
      </Note>
    );
  return (
    <>
      <AnswerView
        answer={answer.said}
        who="partner"
        isHeard={answer.from === 'told'}
        title={answer.from === 'told' ? m.detail.asIHeard(name) : m.detail.theySaid(name)}
      />
      {answer.changedAtMs !== null && (
        <p class="note">
          {m.detail.changed} <When atMs={answer.changedAtMs} hasTime />
        </p>
      )}
      {answer.from === 'told' && (
        <div>
          <Button kind="plain" href={`/noticing/${one.id}/told`}>
            {m.detail.writeDownAgain}
          </Button>
        </div>
      )}
      {one.guess !== null && (
        <div class="stack">
          <Choice
            look="list"
            label={m.detail.judge}
            value={one.judged?.closeness ?? null}
            options={closenesses.map((value) => ({ value, label: wordToLabel(closenessWord(value)) }))}
            onChange={(closeness) =>
              void run({ practice: 'noticing', type: 'judge', thing: one.id, closeness, words: '' })
            }
          />
          <p class="note">{m.detail.judgeHint}</p>
        </div>
      )}
    </>
  );
}
