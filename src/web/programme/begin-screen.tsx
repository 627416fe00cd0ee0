/** Beginning: alone or together, and what the path asks for. One question, one press. */
import { useSignal } from '@preact/signals';
import type { ProgrammeCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, hasPartner, Note, Steps } from '../shell/parts/index.ts';
import { en } from './messages.ts';

type With = 'alone' | 'together';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run } = useCommand<ProgrammeCommand>(m.refusals);
  const chosen = useSignal<With | null>(null);
  // With nobody beside me it is the plainer one of the two; else neither is suggested.
  const company: With | null = chosen.value ?? (hasPartner(app.snapshot.value) ? null : 'alone');
  const start = async (): Promise<void> => {
    const things = await run({ practice: 'programme', type: 'begin', isTogether: company === 'together' });
    if (things !== null) app.navigate('/programme', { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.begin.title}
      lead={m.begin.lead}
      closeWord="cancel"
      onClose={() => app.back('/programme')}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={company === null} onPress={() => void start()}>
            {m.begin.start}
          </Button>
        </>
      }
    >
      <Choice
        look="list"
        label={m.begin.label}
        isLabelUnseen
        value={company}
        options={[
          { value: 'alone', icon: 'me', label: m.begin.alone, hint: m.begin.aloneHint },
          { value: 'together', icon: 'us', tone: 'ours', label: m.begin.together, hint: m.begin.togetherHint },
        ]}
        onChange={(value) => {
          chosen.value = value;
        }}
      />
      <p class="soft">{m.begin.asks}</p>
    </Steps>
  );
}
