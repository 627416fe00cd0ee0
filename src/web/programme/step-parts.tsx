/** What a step says, wherever it is read: its reason, what can be chosen, a smallest version, what one may notice. */
import { dayKind, instantToWallDate, type PathStage } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { en as shellEn } from '../messages/en.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Card, ListRow, More, Rows } from '../shell/parts/index.ts';
import { fitting } from './fitting.ts';
import { en } from './messages.ts';
import { choicesOf, type PathChoice, stageWords } from './programme-content.ts';

export function StepReason({ stage }: { readonly stage: PathStage }) {
  const m = useMessages(en).home;
  return (
    <section class="stack-tight">
      <h2>{stage === 'rhythm' ? m.whyRhythm : m.why}</h2>
      <p class="voice-small">{stageWords(stage).why}</p>
    </section>
  );
}

interface StepChoicesProps {
  readonly stage: PathStage;
  /** null: all there is, for someone who is only reading. */
  readonly isTogether: boolean | null;
  readonly title: string;
}

export function StepChoices({ stage, isTogether, title }: StepChoicesProps) {
  const m = useMessages(en).home;
  const { nowMs, zone } = useApp().moment.value;
  const shown = (choices: readonly PathChoice[]) => fitting(choices, isTogether ?? true);
  if (stage !== 'rhythm') return <ChoiceList title={title} choices={shown(choicesOf(stage, 'step'))} />;
  const small = <ChoiceList key="small" title={m.small} choices={shown(choicesOf(stage, 'small'))} />;
  const longer = <ChoiceList key="longer" title={m.longer} choices={shown(choicesOf(stage, 'longer'))} />;
  return <>{dayKind(stage, instantToWallDate(nowMs, zone)) === 'longer' ? [longer, small] : [small, longer]}</>;
}

function ChoiceList({ title, choices }: { readonly title: string; readonly choices: readonly PathChoice[] }) {
  const m = useMessages(en).home;
  const shell = useMessages(shellEn);
  return (
    <Card title={title}>
      <Rows label={title}>
        {choices.map(({ id, title: name, path, people, minutes: { from, to } }) => (
          <ListRow
            key={id}
            title={name}
            note={wordToLabel(m.minutesAndPeople(shell.practices.minutes(from, to), peopleWord(m.people, people)))}
            href={path}
          />
        ))}
      </Rows>
    </Card>
  );
}

function peopleWord(words: typeof en.home.people, people: string): string {
  if (people === 'one') return words.one;
  return people === 'two' ? words.two : words['one-or-two'];
}

export function StepMore({ stage }: { readonly stage: PathStage }) {
  const m = useMessages(en).home;
  const { smallest, notice } = stageWords(stage);
  return (
    <div class="stack-tight">
      <More title={m.hardWeek}>
        <p>{smallest}</p>
      </More>
      <More title={m.notice}>
        <p>{notice}</p>
      </More>
    </div>
  );
}
