/** A story of my own, after their yes. It leaves after the cancel window; a copy is mine at once. */
import { useSignal } from '@preact/signals';
import { type EmpathyAsking, type EmpathyCommand, empathy, saidToFeeling } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Screen as Frame, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const to = params.feeling ?? '';
  const { askings } = saidToFeeling(thingsOf(app.snapshot.value, empathy), to);
  const asking = askings.find(({ by, isWithdrawn, reply }) => by === 'me' && !isWithdrawn && reply?.reply === 'yes');
  if (asking === undefined) {
    return (
      <Frame title={m.list.title} back={`/empathy/${to}`}>
        <Note icon="info">
          <p>{m.story.notYet}</p>
        </Note>
      </Frame>
    );
  }
  return <Telling key={asking.id} asking={asking} />;
}

function Telling({ asking }: { readonly asking: EmpathyAsking }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<EmpathyCommand>(m.refusals);
  const words = useSignal(asking.story?.words ?? '');
  const home = `/empathy/${asking.to}`;
  const send = async (): Promise<void> => {
    const things = await run({ practice: 'empathy', type: 'tell', thing: asking.id, words: words.value });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.story.title}
      lead={m.story.lead(name)}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <Button isDisabled={words.value.trim() === ''} onPress={() => void send()}>
          {m.story.share(name)}
        </Button>
      }
    >
      <Field
        label={m.story.field}
        isLong
        isVoice
        charsMax={limits.noteCharsMax}
        value={words.value}
        error={refused?.sentence ?? null}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
    </Steps>
  );
}
