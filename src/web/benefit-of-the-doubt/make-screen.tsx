/**
 * Four steps: what I saw, the story, what else it may have been, asking. The ways out are in sight on each. Nothing is
 * kept before the last one. Where help comes first one step is left: what I saw, with the words that stand there already.
 */
import { useSignal } from '@preact/signals';
import { benefitOfTheDoubt, coreLimits, type DoubtCommand, doubtsShown, typedExplanations } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { gentleQuestions, otherIdeas } from './doubt-content.ts';
import { Exits } from './exits.tsx';
import { HelpFirst } from './help-first.tsx';
import { en } from './messages.ts';

const steps = ['saw', 'story', 'others', 'ask'] as const;
type Words = Readonly<Record<'saw' | 'story' | 'first' | 'second' | 'question', string>>;

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<DoubtCommand>(m.refusals);
  const { isHelpFirst, canBeginAgain } = doubtsShown(thingsOf(app.snapshot.value, benefitOfTheDoubt));
  const at = useSignal(0);
  const words = useSignal<Words>({ saw: '', story: '', first: '', second: '', question: '' });
  const ideas = useSignal<readonly string[]>([]);
  const { saw, story, first, second, question } = words.value;
  const step = isHelpFirst ? 'saw' : (steps[at.value] ?? 'saw');
  const others = typedExplanations([...ideas.value, first, second]);
  const isDone = {
    saw: saw.trim() !== '',
    story: story.trim() !== '',
    others: others.length >= coreLimits.explanationsMin,
    ask: question.trim() !== '',
  };
  const put = (field: keyof Words, text: string): void => {
    clear();
    words.value = { ...words.value, [field]: text };
  };
  const toggle = (text: string, isOn: boolean): void => {
    ideas.value = isOn ? [...ideas.value, text] : ideas.value.filter((one) => one !== text);
  };
  const go = (by: number): void => {
    clear();
    at.value += by;
  };
  const practice = 'benefit-of-the-doubt';
  const save = async (): Promise<void> => {
    const things = await run(
      isHelpFirst ? { practice, type: 'note', saw } : { practice, type: 'write', saw, story, others, question },
    );
    if (things !== null) app.navigate('/benefit-of-the-doubt', { isReplacing: true });
  };
  const leave = (): void => {
    at.value = 0;
    void run({ practice, type: 'leave' });
  };
  const isLast = isHelpFirst || step === 'ask';
  return (
    <Steps
      place={m.place}
      title={isHelpFirst ? m.helpFirst.seenTitle : m[step].title}
      lead={isHelpFirst ? m.helpFirst.seenLead : m[step].lead}
      {...(!isHelpFirst && { step: at.value + 1, stepCount: steps.length })}
      closeWord="cancel"
      onClose={() => app.back('/benefit-of-the-doubt')}
      {...(!isHelpFirst && at.value > 0 && { onBack: () => go(-1) })}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Exits onLeave={leave} />
          <Button isDisabled={!isDone[step]} onPress={() => (isLast ? void save() : go(1))}>
            {isLast ? m.save : m.next}
          </Button>
        </>
      }
    >
      {isHelpFirst && (
        <HelpFirst canBeginAgain={canBeginAgain} onBeginAgain={() => void run({ practice, type: 'begin-again' })} />
      )}
      {(step === 'saw' || step === 'story') && (
        <Field
          key={step}
          label={m[step].field}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={words.value[step]}
          onInput={(text) => put(step, text)}
        />
      )}
      {step === 'saw' && !isHelpFirst && <p class="note">{m.exits.note}</p>}
      {step === 'others' && (
        <>
          <Chips label={m.others.ideas}>
            {otherIdeas.map(({ id, text }) => (
              <Chip key={id} isOn={ideas.value.includes(text)} onToggle={(isOn) => toggle(text, isOn)}>
                {text}
              </Chip>
            ))}
          </Chips>
          {(['first', 'second'] as const).map((which) => (
            <Field
              key={which}
              label={m.others[which]}
              isVoice
              charsMax={coreLimits.explanationCharsMax}
              value={words.value[which]}
              onInput={(text) => put(which, text)}
            />
          ))}
        </>
      )}
      {step === 'ask' && (
        <>
          <Chips label={m.ask.ideas}>
            {gentleQuestions.map(({ id, text }) => (
              <Chip key={id} isOn={question === text} onToggle={(isOn) => put('question', isOn ? text : '')}>
                {text}
              </Chip>
            ))}
          </Chips>
          <Field
            label={m.ask.field}
            isLong
            isVoice
            charsMax={coreLimits.explanationCharsMax}
            value={question}
            onInput={(text) => put('question', text)}
          />
          <p class="note">{m.ask.note}</p>
        </>
      )}
    </Steps>
  );
}
