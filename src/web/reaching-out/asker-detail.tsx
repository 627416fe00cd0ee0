/** My wish: who can read it, what was answered, and the ways on. A thank-you is offered, and never asked for. */
import { useSignal } from '@preact/signals';
import { isWishResting, type ReachingOutCommand, type Wish, type WishAnswer } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Bubble,
  Button,
  Chip,
  Chips,
  Field,
  hasPartner,
  Note,
  Sheet,
  toneOf,
  useName,
  When,
} from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { PromisedRow } from './promised-row.tsx';
import { plainThanks, thanksFor } from './reaching-out-content.ts';
import { AnswerBubble } from './wish-view.tsx';

export function AskerDetail({ wish }: { readonly wish: Wish }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<ReachingOutCommand>(m.refusals);
  const isDeleting = useSignal(false);
  const snapshot = app.snapshot.value;
  const isTwo = hasPartner(snapshot);
  const isLeaving = snapshot.windows.some((share) => share.thing === wish.id);
  const act = async (type: 'send' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'reaching-out', type, thing: wish.id });
    isDeleting.value = false;
    if (things !== null && type === 'forget' && wish.standing === 'mine') app.back('/reaching-out');
  };
  const isOpen = wish.standing === 'ours' && wish.answer === null;
  const isResting = isWishResting(wish, app.moment.value.nowMs);
  return (
    <>
      {wish.said !== null && wish.said.words !== '' && (
        <Bubble who={m.detail.yourWords} tone={toneOf(app, 'me')} isMine>
          {wish.said.words}
        </Bubble>
      )}
      <AnswerBubble wish={wish} by="partner" title={m.detail.answered(name)} />
      {wish.answer?.said.choice === 'here' && wish.thanks === null && <p class="soft">{m.detail.here}</p>}
      {wish.answer?.said.choice === 'at' && <PromisedRow thing={wish.answer.said.promise} title={m.detail.promised} />}
      {wish.thanks !== null && (
        <Bubble who={m.detail.thanked} tone={toneOf(app, 'me')} isMine>
          {wish.thanks.words === '' ? plainThanks : wish.thanks.words}
        </Bubble>
      )}
      <Standing wish={wish} isLeaving={isLeaving} isResting={isResting} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {!isLeaving && wish.standing === 'ours' && wish.answer !== null && wish.thanks === null && (
        <Thank thing={wish.id} choice={wish.answer.said.choice} run={run} />
      )}
      {!isLeaving && wish.said !== null && (wish.standing === 'mine' || isOpen) && (
        <div class="buttons">
          {wish.standing === 'mine' && isTwo && <Button onPress={() => void act('send')}>{m.detail.send(name)}</Button>}
          {isResting ? (
            <Button href="/reaching-out/new">{m.detail.askAnew}</Button>
          ) : (
            <Button
              kind={wish.standing === 'mine' && !isTwo ? 'main' : 'quiet'}
              href={`/reaching-out/${wish.id}/aloud`}
            >
              {m.detail.aloud}
            </Button>
          )}
        </div>
      )}
      <div class="row">
        {!isLeaving && isOpen && (
          <Button kind="quiet" isSmall icon="undo" onPress={() => void act('withdraw')}>
            {m.detail.withdraw}
          </Button>
        )}
        {!isLeaving && wish.standing !== 'ours' && wish.said !== null && (
          <Button kind="danger" isSmall onPress={() => (isDeleting.value = true)}>
            {m.detail.delete}
          </Button>
        )}
      </div>
      <Sheet isOpen={isDeleting.value} onClose={() => (isDeleting.value = false)} title={m.detail.deleteTitle}>
        <p>{m.detail.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act('forget')}>
            {m.detail.delete}
          </Button>
          <Button kind="quiet" onPress={() => (isDeleting.value = false)}>
            {m.detail.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** Who can read it, and what may come; nothing about what the other one does. */
function Standing({
  wish,
  isLeaving,
  isResting,
}: {
  readonly wish: Wish;
  readonly isLeaving: boolean;
  readonly isResting: boolean;
}) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  if (isLeaving)
    return (
      <Note icon="send" tone="ours">
        <p>{m.leaving(name)}</p>
      </Note>
    );
  if (wish.standing === 'mine')
    return (
      <Note icon="lock">
        <p>{m.mine}</p>
      </Note>
    );
  if (wish.standing === 'withdrawn')
    return (
      <Note icon="undo">
        <p>{m.taken}</p>
      </Note>
    );
  if (wish.answer !== null) return null;
  return (
    <Note icon={isResting ? 'info' : 'ours'} {...(isResting ? {} : { tone: 'ours' as const })}>
      <p>{isResting ? m.resting : m.waiting(name)}</p>
      <p class="note">
        <span class="day">
          <When atMs={wish.askedAtMs ?? wish.beganAtMs} hasTime />
        </span>
      </p>
    </Note>
  );
}

type Run = ReturnType<typeof useCommand<ReachingOutCommand>>['run'];

function Thank({
  thing,
  choice,
  run,
}: {
  readonly thing: string;
  readonly choice: WishAnswer['choice'];
  readonly run: Run;
}) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const words = useSignal('');
  return (
    <section class="stack">
      <h2>{m.thankTitle}</h2>
      <Chips label={m.thankTitle}>
        {thanksFor(choice).map(({ id, text }) => (
          <Chip key={id} isOn={words.value === text} onToggle={(isOn) => (words.value = isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      <div class="grows">
        <Field
          label={m.thankWords}
          isLong
          isVoice
          charsMax={limits.lineCharsMax}
          value={words.value}
          onInput={(text) => {
            words.value = text;
          }}
        />
      </div>
      <div class="buttons">
        <Button
          isDisabled={words.value.trim() === ''}
          onPress={() => void run({ practice: 'reaching-out', type: 'thank', thing, words: words.value })}
        >
          {m.thank(name)}
        </Button>
      </div>
    </section>
  );
}
