/** A few gentle questions about how I spoke of the other, and one thing to do otherwise. Declining is one tap. */
import { useSignal } from '@preact/signals';
import { coreLimits, isOffered, type Quiet, type Reflection, type RespectCommand, respect } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { questions, smallSteps } from './respect-content.ts';

export function Screen({ params }: ScreenProps) {
  const old = thingsOf(useApp().snapshot.value, respect).get(params.thing ?? '');
  const own = old?.type === 'reflection' ? old : null;
  return <Writing key={own?.id ?? 'new'} old={own} />;
}

function Writing({ old }: { readonly old: Reflection | null }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<RespectCommand>(m.refusals);
  const answers = useSignal<Readonly<Record<string, string>>>(
    Object.fromEntries((old?.answers ?? []).map(({ question, words }) => [question, words])),
  );
  const otherwise = useSignal(old?.otherwise ?? '');
  const canDecline = old === null && isOffered(thingsOf(app.snapshot.value, respect), app.moment.value.nowMs);
  const put = (question: string, words: string): void => {
    clear();
    answers.value = { ...answers.value, [question]: words };
  };
  const putOtherwise = (words: string): void => {
    clear();
    otherwise.value = words;
  };
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'respect',
      type: 'reflect',
      thing: old?.id ?? null,
      answers: Object.entries(answers.value).map(([question, words]) => ({ question, words })),
      otherwise: otherwise.value,
    });
    if (things !== null) app.navigate('/respect', { isReplacing: true });
  };
  const decline = async (quiet: Quiet): Promise<void> => {
    if ((await run({ practice: 'respect', type: 'decline', quiet })) !== null) app.back('/');
  };
  return (
    <Steps
      place={m.place}
      title={m.make.title}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={() => app.back('/respect')}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{m.make.save}</Button>
        </>
      }
    >
      {questions.map(({ id, text }) => (
        <Field
          key={id}
          label={text}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={answers.value[id] ?? ''}
          onInput={(words) => put(id, words)}
        />
      ))}
      <Field
        label={m.make.otherwise}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={otherwise.value}
        onInput={putOtherwise}
      />
      <Chips label={m.make.steps}>
        {smallSteps.map(({ id, text }) => (
          <Chip key={id} isOn={otherwise.value === text} onToggle={(isOn) => putOtherwise(isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      {canDecline && (
        <div class="stack-tight">
          <div class="row">
            <Button kind="quiet" isSmall onPress={() => void decline('this-week')}>
              {m.make.notThisWeek}
            </Button>
            <Button kind="quiet" isSmall onPress={() => void decline('until-i-begin')}>
              {m.make.noOffers}
            </Button>
          </div>
          <p class="note">{m.make.quietNote}</p>
        </div>
      )}
    </Steps>
  );
}
