/** A few words to one question about oneself, for oneself. Skipping needs no reason and leaves no trace. */
import { useSignal } from '@preact/signals';
import { coreLimits, type OpeningsCommand, openings } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { questionText } from './openings-content.ts';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const found = thingsOf(app.snapshot.value, openings).get(params.thing ?? '');
  const old = found?.type === 'opening' && found.author === 'me' && found.standing === 'mine' ? found : null;
  const question = old?.question ?? query.get('q') ?? '';
  const { refused, run, clear } = useCommand<OpeningsCommand>(m.refusals);
  const words = useSignal(old?.words ?? '');
  const text = questionText(question);
  const close = (): void => app.back(old === null ? '/openings' : `/openings/${old.id}`);
  const save = async (): Promise<void> => {
    const thing = old?.id ?? null;
    const things = await run({ practice: 'openings', type: 'write', thing, question, words: words.value });
    if (things !== null) app.navigate(`/openings/${things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={text === '' ? m.make.missing : text}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={close}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {text !== '' && (
            <Button isDisabled={words.value.trim() === ''} onPress={() => void save()}>
              {m.make.save}
            </Button>
          )}
          {old === null && (
            <Button kind="quiet" onPress={close}>
              {m.make.another}
            </Button>
          )}
        </>
      }
    >
      {text === '' ? (
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      ) : (
        <Field
          label={m.make.field}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={words.value}
          onInput={(typed) => {
            clear();
            words.value = typed;
          }}
        />
      )}
    </Steps>
  );
}
