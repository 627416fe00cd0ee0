/** One appreciation: mine to give, keep or take back; or one that I was given, with one warm tap if I like. */
import { useSignal } from '@preact/signals';
import { type Appreciation, type AppreciationCommand, appreciation } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Bubble,
  Button,
  Chip,
  Chips,
  EmptyState,
  Screen as Frame,
  hasPartner,
  Note,
  Sheet,
  toneOf,
  useName,
  When,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { warmWord, warmWords } from './appreciation-content.ts';
import { en } from './messages.ts';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const found = thingsOf(useApp().snapshot.value, appreciation).get(params.thing ?? '');
  if (found !== undefined) return <Detail key={found.id} one={found} />;
  return (
    <Frame title={m.list.title} back="/appreciation">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Detail({ one }: { readonly one: Appreciation }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<AppreciationCommand>(m.refusals);
  const isMine = one.author === 'me';
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === one.id);
  return (
    <Frame
      title={isMine ? m.detail.titleMine : m.detail.titleTheirs(name)}
      kicker={
        <span class="day">
          <When atMs={one.givenAtMs ?? one.beganAtMs} hasTime />
        </span>
      }
      back="/appreciation"
    >
      <Words one={one} />
      {one.warm !== null && (
        <Bubble
          who={isMine ? m.detail.warmTheirs(name) : m.detail.youSaid}
          tone={toneOf(app, isMine ? 'partner' : 'me')}
          isMine={!isMine}
        >
          {warmWord(one.warm.tap)}
        </Bubble>
      )}
      <Standing one={one} isLeaving={isLeaving} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {isMine && !isLeaving && <OwnActions one={one} run={run} />}
      {!isMine && !isLeaving && one.standing === 'ours' && one.warm === null && (
        <section class="stack">
          <h2>{m.detail.warmTitle}</h2>
          <Chips label={m.detail.warmTitle}>
            {warmWords.map(({ tap, text }) => (
              <Chip
                key={tap}
                isOn={false}
                onToggle={() => void run({ practice: 'appreciation', type: 'warm', thing: one.id, tap })}
              >
                {text}
              </Chip>
            ))}
          </Chips>
          <p class="note">{m.detail.warmNote}</p>
        </section>
      )}
    </Frame>
  );
}

function Words({ one }: { readonly one: Appreciation }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const tone = toneOf(useApp(), one.author);
  const isMine = one.author === 'me';
  if (one.words === null) return null;
  return (
    <section class={`bubble ${tone}`} data-is-mine={isMine || undefined}>
      <div class="stack">
        <p class="voice said" dir="auto">
          {one.words.did}
        </p>
        {one.words.meant !== '' && (
          <div class="stack-tight">
            <h2>{isMine ? m.meant : m.meantTheirs(name)}</h2>
            <p class="voice-small said" dir="auto">
              {one.words.meant}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

function Standing({ one, isLeaving }: { readonly one: Appreciation; readonly isLeaving: boolean }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const isMine = one.author === 'me';
  if (isLeaving)
    return (
      <Note icon="send" tone="ours">
        <p>{m.leaving(name)}</p>
      </Note>
    );
  if (one.standing === 'withdrawn')
    return (
      <Note icon="undo">
        <p>{isMine ? m.taken : m.takenTheirs(name)}</p>
      </Note>
    );
  if (!isMine) return null;
  const isKept = one.standing === 'mine';
  return (
    <Note icon={isKept ? 'lock' : 'ours'} {...(isKept ? {} : { tone: 'ours' })}>
      <p>{isKept ? m.kept : m.ours(name)}</p>
    </Note>
  );
}

function OwnActions(props: {
  readonly one: Appreciation;
  readonly run: ReturnType<typeof useCommand<AppreciationCommand>>['run'];
}) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  const asks = useSignal<'withdraw' | 'forget' | null>(null);
  const { one, run } = props;
  const isKept = one.standing === 'mine';
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'give' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'appreciation', type, thing: one.id });
    close();
    if (things !== null && type === 'forget' && isKept) app.back('/appreciation');
  };
  return (
    <>
      {isKept && hasPartner(app.snapshot.value) && (
        <div class="buttons">
          <Button onPress={() => void act('give')}>{m.give(name)}</Button>
        </div>
      )}
      <div class="row">
        {isKept && (
          <Button kind="quiet" isSmall icon="edit" href={`/appreciation/${one.id}/edit`}>
            {m.edit}
          </Button>
        )}
        {one.standing === 'ours' && (
          <Button kind="quiet" isSmall icon="undo" onPress={() => (asks.value = 'withdraw')}>
            {m.withdraw}
          </Button>
        )}
        {one.standing !== 'ours' && one.words !== null && (
          <Button kind="danger" isSmall onPress={() => (asks.value = 'forget')}>
            {m.delete}
          </Button>
        )}
      </div>
      <Sheet
        isOpen={asks.value !== null}
        onClose={close}
        title={asks.value === 'withdraw' ? m.withdrawTitle : m.deleteTitle}
      >
        <p>{asks.value === 'withdraw' ? m.withdrawText(name) : m.deleteText}</p>
        <div class="buttons">
          {asks.value === 'withdraw' ? (
            <Button onPress={() => void act('withdraw')}>{m.withdraw}</Button>
          ) : (
            <Button kind="danger" onPress={() => void act('forget')}>
              {m.delete}
            </Button>
          )}
          <Button kind="quiet" onPress={close}>
            {m.keep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
