/** An entry: one field, and a question above it for whoever wants one. Also changes an entry. */
import { useSignal } from '@preact/signals';
import { type JournalCommand, type JournalEntry, journal } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, More, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { prompts } from './journal-content.ts';
import { en } from './messages.ts';
import '../noticing/noticing.css';

export function Screen({ params }: ScreenProps) {
  const found = thingsOf(useApp().snapshot.value, journal).get(params.thing ?? '');
  const old = found?.deletedAtMs === null ? found : null;
  return <Writing key={old?.id ?? 'new'} old={old} />;
}

function Writing({ old }: { readonly old: JournalEntry | null }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<JournalCommand>(m.refusals);
  const words = useSignal(old?.words ?? '');
  const prompt = useSignal<string | null>(old?.prompt ?? null);
  const home = old === null ? '/journal' : `/journal/${old.id}`;
  const save = async (): Promise<void> => {
    const things = await run(
      old === null
        ? { practice: 'journal', type: 'write', words: words.value, prompt: prompt.value }
        : { practice: 'journal', type: 'change', thing: old.id, words: words.value },
    );
    if (things !== null) app.navigate(`/journal/${old?.id ?? things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={old === null ? m.write.title : m.write.titleEdit}
      lead={old === null ? m.write.lead : m.write.leadEdit}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={words.value.trim() === ''} onPress={() => void save()}>
            {old === null ? m.write.save : m.write.saveEdit}
          </Button>
        </>
      }
    >
      {prompt.value !== null && <p class="voice">{prompt.value}</p>}
      <Field
        label={m.write.words}
        isLong
        isVoice
        charsMax={limits.noteCharsMax}
        value={words.value}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
      {old === null && (
        <More title={m.write.prompts}>
          <ul class="openers" aria-label={m.write.promptsList}>
            {prompts.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  class="opener"
                  aria-pressed={prompt.value === text}
                  onClick={() => {
                    prompt.value = prompt.value === text ? null : text;
                  }}
                >
                  <span class="voice-small">{text}</span>
                </button>
              </li>
            ))}
          </ul>
          {prompt.value !== null && (
            <div>
              <Button
                kind="plain"
                onPress={() => {
                  prompt.value = null;
                }}
              >
                {m.write.without}
              </Button>
            </div>
          )}
        </More>
      )}
    </Steps>
  );
}
