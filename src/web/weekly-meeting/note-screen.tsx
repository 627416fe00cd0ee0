/** One note for the meeting, new or put differently. Mine. */
import { useSignal } from '@preact/signals';
import { coreLimits, type MeetingPart, type WeeklyMeetingCommand, weeklyMeeting } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { partWords } from './meeting-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const found = thingsOf(app.snapshot.value, weeklyMeeting).get(params.thing ?? '');
  const old = found?.type === 'note' ? found : null;
  const { refused, run, clear } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const part = useSignal<MeetingPart>(old?.part ?? 'good');
  const words = useSignal(old?.words ?? '');
  const home = '/weekly-meeting';
  const save = async (): Promise<void> => {
    const said = { part: part.value, words: words.value };
    if ((await run({ practice: 'weekly-meeting', type: 'note', thing: old?.id ?? null, ...said })) !== null)
      app.back(home);
  };
  const forget = async (thing: string): Promise<void> => {
    if ((await run({ practice: 'weekly-meeting', type: 'forget', thing })) !== null) app.back(home);
  };
  return (
    <Steps
      place={m.place}
      title={m.note.title}
      lead={m.note.lead}
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
            {m.note.save}
          </Button>
          {old !== null && (
            <Button kind="danger" onPress={() => void forget(old.id)}>
              {m.note.delete}
            </Button>
          )}
        </>
      }
    >
      <Choice
        look="list"
        label={m.note.part}
        value={part.value}
        options={partWords.map(({ part: value, title, ask }) => ({ value, label: title, hint: ask }))}
        onChange={(value) => {
          part.value = value;
        }}
      />
      <Field
        label={m.note.field}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={words.value}
        onInput={(typed) => {
          clear();
          words.value = typed;
        }}
      />
    </Steps>
  );
}
