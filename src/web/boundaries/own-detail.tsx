/** My boundary: who can read it, a question that came, and what I can do with it. Ending is quiet. */
import { useSignal } from '@preact/signals';
import { type BoundariesCommand, type Boundary, coreLimits, isDueForReview, isLive } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Field, hasPartner, Note, Sheet, toneOf, useName } from '../shell/parts/index.ts';
import { relativeDay } from '../shell/time.ts';
import { en } from './messages.ts';

type Run = ReturnType<typeof useCommand<BoundariesCommand>>['run'];

export function OwnDetail({ boundary }: { readonly boundary: Boundary }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<BoundariesCommand>(m.refusals);
  const asks = useSignal<'end' | 'delete' | null>(null);
  const snapshot = app.snapshot.value;
  const { nowMs } = app.moment.value;
  const isLeaving = snapshot.windows.some((share) => share.thing === boundary.id);
  const isShared = isLive(boundary, nowMs);
  const isDue = isDueForReview(boundary, nowMs);
  const canShare = hasPartner(snapshot) && !isShared && !isLeaving && !isDue;
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'share' | 'end' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'boundaries', type, thing: boundary.id });
    close();
    if (things !== null && type === 'forget') app.back('/boundaries');
  };
  return (
    <>
      <Talk boundary={boundary} isShared={isShared} isLeaving={isLeaving} run={run} />
      <Standing boundary={boundary} isLeaving={isLeaving} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        {isDue && !isShared && <Button href={`/boundaries/${boundary.id}/edit`}>{m.detail.review}</Button>}
        {canShare && <Button onPress={() => void act('share')}>{m.detail.share(name)}</Button>}
        <Button kind="quiet" href={`/boundaries/${boundary.id}/crossed`}>
          {m.detail.crossed}
        </Button>
      </div>
      <div class="row">
        {!isShared && !isDue && !isLeaving && (
          <Button kind="quiet" isSmall icon="edit" href={`/boundaries/${boundary.id}/edit`}>
            {m.detail.edit}
          </Button>
        )}
        {isShared && !isLeaving && (
          <Button kind="quiet" isSmall icon="undo" onPress={() => (asks.value = 'end')}>
            {m.detail.end}
          </Button>
        )}
        {!isShared && !isLeaving && (
          <Button kind="danger" isSmall onPress={() => (asks.value = 'delete')}>
            {m.detail.delete}
          </Button>
        )}
      </div>
      <Sheet isOpen={asks.value === 'end'} onClose={close} title={m.detail.endTitle}>
        <p>{m.detail.endText(name)}</p>
        <div class="buttons">
          <Button onPress={() => void act('end')}>{m.detail.end}</Button>
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

function Standing({ boundary, isLeaving }: { readonly boundary: Boundary; readonly isLeaving: boolean }) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  const { nowMs, zone, locale } = app.moment.value;
  const isShared = isLive(boundary, nowMs);
  const dayOf = (atMs: number): string => relativeDay(atMs, nowMs, zone, locale);
  const isDue = isDueForReview(boundary, nowMs);
  return (
    <Note icon={isLeaving ? 'send' : isShared ? 'ours' : 'lock'} {...(isLeaving || isShared ? { tone: 'ours' } : {})}>
      <p>{isLeaving ? m.leaving(name) : isShared ? m.ours(name, dayOf(boundary.sharing?.untilMs ?? nowMs)) : m.mine}</p>
      {isDue ? (
        <p>{m.due}</p>
      ) : (
        !isShared && boundary.reviewAtMs !== null && <p>{m.reviewOn(dayOf(boundary.reviewAtMs))}</p>
      )}
    </Note>
  );
}

/** What the other said of it, and my answer to a question, if I like. */
function Talk(props: {
  readonly boundary: Boundary;
  readonly isShared: boolean;
  readonly isLeaving: boolean;
  readonly run: Run;
}) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  const words = useSignal('');
  const { boundary, isShared, isLeaving, run } = props;
  const { id: thing, sharing } = boundary;
  if (sharing === null || !isShared) return null;
  const canAnswer = sharing.question !== null && sharing.answer === null && !isLeaving;
  return (
    <>
      {sharing.isUnderstood && <p class="soft">{m.understoodBy(name)}</p>}
      {sharing.question !== null && (
        <Bubble who={m.asks(name)} tone={toneOf(app, 'partner')}>
          {sharing.question.text}
        </Bubble>
      )}
      {sharing.answer !== null && (
        <Bubble who={m.youAnswered} tone={toneOf(app, 'me')} isMine>
          {sharing.answer.words}
        </Bubble>
      )}
      {canAnswer && (
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
              onPress={() => void run({ practice: 'boundaries', type: 'answer', thing, words: words.value })}
            >
              {m.answer(name)}
            </Button>
            {!sharing.isSetAside && (
              <Button kind="quiet" onPress={() => void run({ practice: 'boundaries', type: 'set-aside', thing })}>
                {m.leave}
              </Button>
            )}
          </div>
          <p class="note">{sharing.isSetAside ? m.left : m.leaveNote(name)}</p>
        </section>
      )}
    </>
  );
}
