/** Letting go together takes both: one offers, the other agrees. Until then the promise is open. */
import { useSignal } from '@preact/signals';
import type { Pledge, PromisesCommand } from '#core';
import { limits } from '#kernel';
import type { CommandRun } from '../check-in/use-command.ts';
import { useMessages } from '../shell/app.ts';
import { Button, Field, Note, Sheet, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export function OfferView({
  pledge,
  run,
}: {
  readonly pledge: Pledge;
  readonly run: CommandRun<PromisesCommand>['run'];
}) {
  const m = useMessages(en).detail;
  const name = useName('partner');
  const { offer } = pledge;
  if (offer === null) return null;
  const isMine = offer.by === 'me';
  const type = isMine ? 'take-back-letting-go' : 'agree-letting-go';
  return (
    <Note tone="ours" icon="ours">
      <p>{isMine ? m.offeredByMe(name) : m.offered(name)}</p>
      {offer.words !== '' && <p class="voice-small">{offer.words}</p>}
      <div>
        <Button kind="quiet" isSmall onPress={() => void run({ practice: 'promises', type, thing: pledge.id })}>
          {isMine ? m.takeBack : m.agree}
        </Button>
      </div>
    </Note>
  );
}

export function OfferSheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOffer: (words: string) => void;
}) {
  const m = useMessages(en).offerSheet;
  const name = useName('partner');
  const words = useSignal('');
  return (
    <Sheet isOpen={props.isOpen} onClose={props.onClose} title={m.title}>
      <p>{m.text(name)}</p>
      <Field
        label={m.words}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          words.value = text;
        }}
      />
      <Button onPress={() => props.onOffer(words.value)}>{m.send(name)}</Button>
    </Sheet>
  );
}
