/** A boundary of mine was crossed: a note for me, a calm sentence to say, what I did. Help is always in sight. */
import { useSignal } from '@preact/signals';
import { type BoundariesCommand, type BoundaryWords, boundaries, coreLimits } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Chips, EmptyState, Field, Screen as Frame, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { sentencesFor } from './boundaries-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const found = thingsOf(useApp().snapshot.value, boundaries).get(params.thing ?? '');
  if (found?.type === 'boundary' && found.author === 'me' && found.words !== null)
    return <Noting key={found.id} thing={found.id} boundary={found.words} />;
  return (
    <Frame title={m.list.title} back="/boundaries">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Noting({ thing, boundary }: { readonly thing: string; readonly boundary: BoundaryWords }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<BoundariesCommand>(m.refusals);
  const words = { happened: useSignal(''), said: useSignal(''), did: useSignal('') };
  const put = (field: keyof typeof words, text: string): void => {
    clear();
    words[field].value = text;
  };
  const save = async (): Promise<void> => {
    const [happened, said, did] = [words.happened.value, words.said.value, words.did.value];
    const things = await run({ practice: 'boundaries', type: 'note-crossing', thing, happened, said, did });
    if (things !== null) app.navigate('/boundaries/notes', { isReplacing: true });
  };
  const paragraph = (field: keyof typeof words, hint?: string) => (
    <Field
      label={m.crossed[field]}
      {...(hint === undefined ? {} : { hint })}
      isLong
      isVoice
      charsMax={coreLimits.paragraphCharsMax}
      value={words[field].value}
      onInput={(text) => put(field, text)}
    />
  );
  return (
    <Steps
      place={boundary.about}
      title={m.crossed.title}
      lead={m.crossed.lead}
      closeWord="cancel"
      onClose={() => app.back(`/boundaries/${thing}`)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{m.crossed.save}</Button>
        </>
      }
    >
      {paragraph('happened', m.crossed.happenedHint)}
      {paragraph('said')}
      <Chips label={m.crossed.ready}>
        {sentencesFor(boundary).map(({ id, text }) => (
          <Chip key={id} isOn={words.said.value === text} onToggle={(isOn) => put('said', isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      {paragraph('did')}
      <Card title={m.crossed.help} icon="care">
        <p>{m.crossed.helpText}</p>
        <Button kind="quiet" isSmall href="/help">
          {m.crossed.helpLink}
        </Button>
      </Card>
    </Steps>
  );
}
