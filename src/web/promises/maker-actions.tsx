/** What the maker of a promise may do. While it is open: keep it, say early that it changes, own it, let it go. */
import { useSignal } from '@preact/signals';
import type { Pledge, PromisesCommand } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Sheet, useName } from '../shell/parts/index.ts';
import { CalendarButton } from './calendar-button.tsx';
import { en } from './messages.ts';
import { OfferSheet, OfferView } from './offer.tsx';

export function MakerActions({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const command = useCommand<PromisesCommand>(m.refusals);
  const asks = useSignal<'delete' | 'offer' | 'keep' | null>(null);
  const isOwn = pledge.to === 'myself';
  const close = (): void => {
    asks.value = null;
  };
  const act = async (one: PromisesCommand): Promise<void> => {
    const things = await command.run(one);
    if (things === null) return;
    close();
    if (one.type === 'forget') app.back('/promises');
  };
  return (
    <>
      {pledge.standing === 'open' && <OfferView pledge={pledge} run={command.run} />}
      {pledge.standing === 'open' && <OpenActions pledge={pledge} onKeep={() => (asks.value = 'keep')} />}
      {command.refused && (
        <Note isNews icon="info">
          <p>{command.refused.sentence}</p>
        </Note>
      )}
      <div class="row">
        {pledge.standing === 'open' && <CalendarButton pledge={pledge} />}
        {pledge.standing === 'open' && !isOwn && pledge.offer === null && (
          <Button kind="quiet" isSmall onPress={() => (asks.value = 'offer')}>
            {m.detail.offer}
          </Button>
        )}
        {pledge.standing === 'open' && isOwn && (
          <Button
            kind="quiet"
            isSmall
            onPress={() => void act({ practice: 'promises', type: 'let-go', thing: pledge.id })}
          >
            {m.detail.letGo}
          </Button>
        )}
        {(pledge.standing === 'kept' || pledge.standing === 'owned') && (
          <Button
            kind="quiet"
            isSmall
            icon="undo"
            onPress={() => void act({ practice: 'promises', type: 'reopen', thing: pledge.id })}
          >
            {m.detail.reopen}
          </Button>
        )}
        {isOwn && (
          <Button kind="danger" isSmall onPress={() => (asks.value = 'delete')}>
            {m.detail.delete}
          </Button>
        )}
      </div>
      <KeepSheet
        isOpen={asks.value === 'keep'}
        onClose={close}
        onKeep={(words) => void act({ practice: 'promises', type: 'keep', thing: pledge.id, words })}
      />
      <OfferSheet
        isOpen={asks.value === 'offer'}
        onClose={close}
        onOffer={(words) => void act({ practice: 'promises', type: 'offer-letting-go', thing: pledge.id, words })}
      />
      <Sheet isOpen={asks.value === 'delete'} onClose={close} title={m.detail.deleteTitle}>
        <p>{m.detail.deleteText}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void act({ practice: 'promises', type: 'forget', thing: pledge.id })}>
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

/** The ways on: before its time it can change, after its time it can be owned. */
function OpenActions({ pledge, onKeep }: { readonly pledge: Pledge; readonly onKeep: () => void }) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const isDue = useApp().moment.value.nowMs >= pledge.when.dueAtMs;
  return (
    <section class="stack">
      {isDue && <p class="voice-small">{m.wasDue}</p>}
      <div class="buttons">
        <Button icon="check" onPress={onKeep}>
          {m.kept}
        </Button>
        <Button kind="quiet" href={`/promises/${pledge.id}/${isDue ? 'own' : 'change'}`}>
          {isDue ? m.own : m.change}
        </Button>
      </div>
      <p class="note">{isDue ? (pledge.to === 'partner' ? m.ownHint(name) : m.ownHintMyself) : m.changeHint}</p>
    </section>
  );
}

function KeepSheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onKeep: (words: string) => void;
}) {
  const m = useMessages(en).keep;
  const words = useSignal('');
  return (
    <Sheet isOpen={props.isOpen} onClose={props.onClose} title={m.title}>
      <Field
        label={m.words}
        hint={m.wordsHint}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          words.value = text;
        }}
      />
      <Button onPress={() => props.onKeep(words.value)}>{m.save}</Button>
    </Sheet>
  );
}
