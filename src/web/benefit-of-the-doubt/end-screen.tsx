/** How a doubt turned out: one word, for me alone, which can be changed. The ways out are in sight here too. */
import { useSignal } from '@preact/signals';
import { benefitOfTheDoubt, type DoubtCommand, type DoubtShown, doubtsShown, type TurnedOut, turnedOuts } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Choice, EmptyState, Screen as Frame, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { Exits } from './exits.tsx';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const { list } = doubtsShown(thingsOf(useApp().snapshot.value, benefitOfTheDoubt));
  const doubt = list.find(({ id, turnedOut }) => id === params.thing && turnedOut !== undefined);
  if (doubt !== undefined) return <Telling key={doubt.id} doubt={doubt} />;
  return (
    <Frame title={m.list.title} back="/benefit-of-the-doubt">
      <EmptyState title={m.end.missing}>{m.end.missingText}</EmptyState>
    </Frame>
  );
}

function Telling({ doubt }: { readonly doubt: DoubtShown }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<DoubtCommand>(m.refusals);
  const how = useSignal<TurnedOut | null>(doubt.turnedOut?.how ?? null);
  const practice = 'benefit-of-the-doubt';
  const save = async (turnedOut: TurnedOut): Promise<void> => {
    const things = await run({ practice, type: 'say-how-it-turned-out', thing: doubt.id, turnedOut });
    if (things !== null) app.navigate('/benefit-of-the-doubt', { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.end.title}
      lead={m.end.lead}
      closeWord="cancel"
      onClose={() => app.back('/benefit-of-the-doubt')}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Exits onLeave={() => void run({ practice, type: 'leave' })} />
          <Button isDisabled={how.value === null} onPress={() => how.value !== null && void save(how.value)}>
            {m.save}
          </Button>
        </>
      }
    >
      <Card title={m.list.saw} icon="lock">
        <p class="voice-small said" dir="auto">
          {doubt.saw}
        </p>
      </Card>
      <Choice
        label={m.list.how}
        isLabelUnseen
        look="list"
        value={how.value}
        options={turnedOuts.map((value) => ({ value, label: m.turnedOut[value] }))}
        onChange={(value) => {
          clear();
          how.value = value;
        }}
      />
    </Steps>
  );
}
