/** One text: who can read which of it, and one clear act to share a part, or to take that back. */
import { useSignal } from '@preact/signals';
import { type NeutralCommand, type NeutralText, neutralObserver } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Card,
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
import { PartsView } from './parts-view.tsx';
import '../reaching-out/reaching-out.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const name = useName('partner');
  const text = thingsOf(useApp().snapshot.value, neutralObserver).get(params.thing ?? '');
  if (text === undefined || text.type !== 'text')
    return (
      <Frame title={m.list.title} back="/neutral-observer">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  return (
    <Frame
      title={text.author === 'me' ? m.detail.titleMine : m.detail.titleTheirs(name)}
      kicker={
        <span class="day">
          <When atMs={text.author === 'me' ? text.beganAtMs : (text.sharedAtMs ?? text.beganAtMs)} hasTime />
        </span>
      }
      back="/neutral-observer"
    >
      {text.author === 'me' ? <Mine key={text.id} text={text} /> : <OfOther text={text} />}
    </Frame>
  );
}

function OfOther({ text }: { readonly text: NeutralText }) {
  const m = useMessages(en).detail;
  const app = useApp();
  const name = useName('partner');
  if (text.shared === null)
    return (
      <Note icon="undo">
        <p>{m.takenTheirs(name)}</p>
      </Note>
    );
  return (
    <>
      <section class={`bubble ${toneOf(app, 'partner')}`}>
        <PartsView words={text.shared} />
      </section>
      <p class="note">{m.ofOther(name)}</p>
    </>
  );
}

function Mine({ text }: { readonly text: NeutralText }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<NeutralCommand>(m.refusals);
  const asks = useSignal<'withdraw' | 'delete' | null>(null);
  const { id: thing, standing, own, shared } = text;
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  const isOpen = !isLeaving;
  const close = (): void => {
    asks.value = null;
  };
  const act = async (type: 'withdraw' | 'forget'): Promise<void> => {
    const things = await run({ practice: 'neutral-observer', type, thing });
    close();
    if (things !== null && type === 'forget' && standing === 'mine') app.back('/neutral-observer');
  };
  return (
    <>
      {shared !== null && (
        <Card icon="ours" tone="ours" title={isLeaving ? m.detail.leaving(name) : m.detail.shared(name)}>
          <PartsView words={shared} />
        </Card>
      )}
      {standing === 'withdrawn' && (
        <Note icon="undo">
          <p>{m.detail.taken}</p>
        </Note>
      )}
      {own !== null && (
        <Card icon="lock" title={m.detail.own}>
          <PartsView words={own} />
        </Card>
      )}
      {standing === 'mine' && (
        <Note icon={isLeaving ? 'send' : 'lock'} {...(isLeaving && { tone: 'ours' })}>
          <p>{isLeaving ? m.detail.leaving(name) : m.detail.mine}</p>
        </Note>
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      {isOpen && standing === 'mine' && hasPartner(app.snapshot.value) && (
        <div class="buttons">
          <Button kind="quiet" href={`/neutral-observer/${thing}/share`}>
            {m.detail.share}
          </Button>
        </div>
      )}
      <div class="row">
        {isOpen && own !== null && (
          <Button kind="quiet" isSmall icon="edit" href={`/neutral-observer/${thing}/edit`}>
            {m.detail.edit}
          </Button>
        )}
        {isOpen && standing === 'ours' && (
          <Button kind="quiet" isSmall icon="undo" onPress={() => (asks.value = 'withdraw')}>
            {m.detail.withdraw}
          </Button>
        )}
        {isOpen && standing !== 'ours' && own !== null && (
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
