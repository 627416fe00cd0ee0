/** One opening: mine to share, keep or take back; or one that I receive: first how to listen, then one press opens it. */
import { useSignal } from '@preact/signals';
import { canShareDepth, type Opening, type OpeningsCommand, openings } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Bubble,
  Button,
  Card,
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
import { en } from './messages.ts';
import { depthOf, questionText, receiveLines, warmLines, warmText } from './openings-content.ts';
import { TurnNote } from './turn-note.tsx';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const found = thingsOf(useApp().snapshot.value, openings).get(params.thing ?? '');
  if (found?.type === 'opening') return <Detail key={found.id} one={found} />;
  return (
    <Frame title={m.list.title} back="/openings">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Detail({ one }: { readonly one: Opening }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<OpeningsCommand>(m.refusals);
  const isMine = one.author === 'me';
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === one.id);
  const isClosed = !isMine && !one.isOpened && one.standing === 'ours';
  return (
    <Frame
      title={isMine ? m.detail.titleMine : m.detail.titleTheirs(name)}
      kicker={
        <span class="day">
          <When atMs={one.sharedAtMs ?? one.beganAtMs} hasTime />
        </span>
      }
      back="/openings"
    >
      {isClosed ? <Closed one={one} run={run} /> : <Words one={one} />}
      {one.warm !== null && (
        <Bubble
          who={isMine ? m.detail.warmTheirs(name) : m.detail.youSaid}
          tone={toneOf(app, isMine ? 'partner' : 'me')}
          isMine={!isMine}
        >
          {warmText(one.warm.warm)}
        </Bubble>
      )}
      <Standing one={one} isLeaving={isLeaving} />
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {isMine && !isLeaving && <OwnActions one={one} run={run} />}
      {!isMine && !isLeaving && !isClosed && one.standing === 'ours' && one.warm === null && (
        <section class="stack">
          <h2>{m.detail.warmTitle}</h2>
          <Chips label={m.detail.warmTitle}>
            {warmLines.map(({ warm, text }) => (
              <Chip
                key={warm}
                isOn={false}
                onToggle={() => void run({ practice: 'openings', type: 'warm', thing: one.id, warm })}
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

type Run = ReturnType<typeof useCommand<OpeningsCommand>>['run'];

/** What I receive, before I open it. That I did is written to mine only. */
function Closed({ one, run }: { readonly one: Opening; readonly run: Run }) {
  const m = useMessages(en).detail;
  const things = thingsOf(useApp().snapshot.value, openings);
  return (
    <>
      <Card title={m.receive} icon="care">
        <ul>
          {receiveLines.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </Card>
      <p>{m.depth(depthOf(one.question))}</p>
      {!canShareDepth(things, one.question) && (
        <Note icon="info">
          <p>{m.deeper}</p>
        </Note>
      )}
      <div class="buttons">
        <Button onPress={() => void run({ practice: 'openings', type: 'open', thing: one.id })}>{m.open}</Button>
      </div>
      <p class="note">{m.openNote}</p>
    </>
  );
}

function Words({ one }: { readonly one: Opening }) {
  const tone = toneOf(useApp(), one.author);
  if (one.words === null) return null;
  return (
    <section class={`bubble ${tone}`} data-is-mine={one.author === 'me' || undefined}>
      <div class="stack">
        <h2>{questionText(one.question)}</h2>
        <p class="voice said" dir="auto">
          {one.words}
        </p>
      </div>
    </section>
  );
}

function Standing({ one, isLeaving }: { readonly one: Opening; readonly isLeaving: boolean }) {
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
        <p>{isMine ? m.taken : m.takenTheirs}</p>
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

function OwnActions(props: { readonly one: Opening; readonly run: Run }) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  const asks = useSignal<'withdraw' | 'forget' | null>(null);
  const { one, run } = props;
  const isKept = one.standing === 'mine';
  const canShare = canShareDepth(thingsOf(app.snapshot.value, openings), one.question);
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'share' | 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'openings', type, thing: one.id });
    close();
    if (things !== null && type === 'forget' && isKept) app.back('/openings');
  };
  return (
    <>
      {isKept && hasPartner(app.snapshot.value) && !canShare && <p class="note">{m.tooDeep}</p>}
      {isKept && hasPartner(app.snapshot.value) && canShare && (
        <>
          <TurnNote only="partner" />
          <div class="buttons">
            <Button onPress={() => void act('share')}>{m.share(name)}</Button>
          </div>
        </>
      )}
      <div class="row">
        {isKept && (
          <Button kind="quiet" isSmall icon="edit" href={`/openings/${one.id}/edit`}>
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
