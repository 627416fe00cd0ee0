/** Somebody, an interest or a plan that is mine: one line. Also changes or deletes one. */
import { useSignal } from '@preact/signals';
import { type OwnLifeCommand, type OwnLifeSubject, type OwnNote, ownLife, ownLifeSubjects } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const found = thingsOf(useApp().snapshot.value, ownLife).get(params.thing ?? '');
  const old = found?.type === 'note' ? found : null;
  return <Writing key={old?.id ?? 'new'} old={old} />;
}

function Writing({ old }: { readonly old: OwnNote | null }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<OwnLifeCommand>(m.refusals);
  const about = useSignal<OwnLifeSubject>(old?.about ?? 'people');
  const words = useSignal(old?.words ?? '');
  const give = async (command: OwnLifeCommand): Promise<void> => {
    if ((await run(command)) !== null) app.navigate('/own-life', { isReplacing: true });
  };
  const thing = old?.id ?? null;
  return (
    <Steps
      place={m.place}
      title={old === null ? m.note.title : m.note.titleEdit}
      lead={m.note.lead}
      closeWord="cancel"
      onClose={() => app.back('/own-life')}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button
            isDisabled={words.value.trim() === ''}
            onPress={() =>
              void give({ practice: 'own-life', type: 'note', thing, about: about.value, words: words.value })
            }
          >
            {m.note.save}
          </Button>
          {old !== null && (
            <Button kind="danger" onPress={() => void give({ practice: 'own-life', type: 'forget', thing: old.id })}>
              {m.note.delete}
            </Button>
          )}
        </>
      }
    >
      <Choice
        label={m.note.about}
        value={about.value}
        options={ownLifeSubjects.map((value) => ({ value, label: m.note.subjects[value] }))}
        onChange={(value) => {
          about.value = value;
        }}
      />
      <Field
        label={m.note.words}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
    </Steps>
  );
}
