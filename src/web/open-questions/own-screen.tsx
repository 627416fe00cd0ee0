/** A question of my own. A hint where it can be answered with yes or no; it holds nothing back. */
import { useSignal } from '@preact/signals';
import type { QuestionsCommand } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { hintOf } from '../empathy/hint-of.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Steps } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { questionHints } from './questions-content.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<QuestionsCommand>(m.refusals);
  const text = useSignal('');
  const hint = hintOf(text.value, questionHints);
  const save = async (): Promise<void> => {
    const things = await run({ practice: 'open-questions', type: 'keep-question', text: text.value });
    const kept = things?.[0];
    if (kept !== undefined) app.navigate(`/open-questions?q=${kept}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.own.title}
      lead={m.own.lead}
      closeWord="cancel"
      onClose={() => app.back('/open-questions')}
      action={
        <>
          <p class="note">{m.own.onlyYou}</p>
          <Button isDisabled={text.value.trim() === ''} onPress={() => void save()}>
            {m.own.save}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Field
          label={m.own.field}
          isLong
          isVoice
          charsMax={limits.lineCharsMax}
          value={text.value}
          error={refused?.sentence ?? null}
          onInput={(typed) => {
            clear();
            text.value = typed;
          }}
        />
        <div aria-live="polite">
          {hint !== null && (
            <Note icon="info">
              <p>{hint.text}</p>
            </Note>
          )}
        </div>
      </div>
    </Steps>
  );
}
