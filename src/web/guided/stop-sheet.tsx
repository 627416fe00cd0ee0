/**
 * The way out of a session, in every step: to end it here, with a word or without, or to come back to it later. It stays
 * open while the other one goes on, so that a farewell that is being written is not lost.
 */
import { useSignal } from '@preact/signals';
import { type GuidedCommand, guidedLimits, type Session } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Sheet, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface StopSheetProps {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function StopSheet({ session: { id, way }, isOpen, onClose }: StopSheetProps) {
  const { stop: m, refusals } = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<GuidedCommand>(refusals);
  const words = useSignal('');
  const stop = async (): Promise<void> => {
    await run({ practice: 'guided', type: 'leave', thing: id, words: words.value });
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={m.title}>
      <p>{m.text}</p>
      {way === 'two-phones' && (
        <Field
          label={m.words(name)}
          hint={m.wordsHint}
          isLong
          isVoice
          charsMax={guidedLimits.answerCharsMax}
          value={words.value}
          onInput={(text) => (words.value = text)}
        />
      )}
      {refused && (
        <Note isNews icon="info">
          <p>{refused.sentence}</p>
        </Note>
      )}
      <div class="buttons">
        <Button onPress={() => void stop()}>{m.stop}</Button>
        <Button kind="quiet" onPress={() => app.navigate('/')}>
          {m.later}
        </Button>
      </div>
      <p class="note">{m.laterNote}</p>
    </Sheet>
  );
}
