/**
 * The recovery phrase: explain, show twelve words on a card, then a drill in which three are typed back from paper.
 * The words live in memory only while this screen is open.
 */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, ListRow, Note, Rows, Steps } from '../shell/parts/index.ts';
import { CardStep } from './card-step.tsx';
import { isDrillRight, pickDrill } from './drill.ts';
import { meEn } from './messages.ts';
import { WholeTrial } from './whole-trial.tsx';

type Step = 'intro' | 'words' | 'card' | 'drill' | 'whole' | 'done';

export function Screen() {
  const app = useApp();
  const m = useMessages(meEn).phrase;
  const step = useSignal<Step>('intro');
  const words = useSignal<readonly string[]>([]);
  const asked = useSignal<readonly number[]>([]);
  const isSet = app.snapshot.value.isRecoverySet;
  const isBusy = useSignal(false);

  const show = async (next: 'words' | 'drill') => {
    isBusy.value = true;
    words.value = await app.device.recoveryPhrase();
    asked.value = pickDrill(words.value.length, randomBelow);
    isBusy.value = false;
    step.value = next;
  };
  const close = () => app.back('/me');

  switch (step.value) {
    case 'intro':
      return (
        <Steps
          title={isSet ? m.hasTitle : m.introTitle}
          place={m.place}
          onClose={close}
          action={
            isSet ? (
              <>
                <Button onPress={() => void show('drill')}>{m.tryIt}</Button>
                <Button kind="quiet" onPress={() => void show('words')}>
                  {m.again}
                </Button>
              </>
            ) : (
              <Button isDisabled={isBusy.value} onPress={() => void show('words')}>
                {m.show}
              </Button>
            )
          }
        >
          {isSet ? <p>{m.has}</p> : m.intro.map((line) => <p key={line}>{line}</p>)}
          {isSet && (
            <section class="card">
              <Rows>
                <ListRow icon="paper" title={m.tryWhole} note={m.tryWholeHint} onPress={() => (step.value = 'whole')} />
              </Rows>
            </section>
          )}
          <Note icon="paper" isNews={isBusy.value}>
            <p>{isBusy.value ? m.getReady : m.isYourTime}</p>
          </Note>
        </Steps>
      );
    case 'words':
      return (
        <Steps
          title={m.wordsTitle}
          place={m.place}
          step={1}
          stepCount={2}
          lead={m.wordsLead}
          onClose={close}
          action={
            <>
              <Button onPress={() => (step.value = 'drill')}>{m.written}</Button>
              <Button kind="quiet" onPress={() => (step.value = 'card')}>
                {m.print}
              </Button>
            </>
          }
        >
          <section class="card">
            <ol class="twelve-words ltr" lang="en">
              {words.value.map((word, index) => (
                <li key={`${index} ${word}`}>{word}</li>
              ))}
            </ol>
          </section>
        </Steps>
      );
    case 'card':
      return <CardStep words={words.value} onBack={() => (step.value = 'words')} onClose={close} />;
    case 'whole':
      return <WholeTrial onShow={() => void show('words')} onClose={close} />;
    case 'drill':
      return (
        <Drill
          words={words.value}
          asked={asked.value}
          onRight={() => (step.value = 'done')}
          onShow={() => (step.value = 'words')}
          onClose={close}
        />
      );
    case 'done':
      return (
        <Steps title={m.doneTitle} place={m.place} onClose={close} action={<Button href="/me">{m.hide}</Button>}>
          <p class="voice">{m.done}</p>
        </Steps>
      );
  }
}

/** Chance only decides which words are asked, so a slight lean towards low numbers does no harm. */
function randomBelow(count: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % count;
}

interface DrillProps {
  readonly words: readonly string[];
  readonly asked: readonly number[];
  readonly onRight: () => void;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

function Drill(props: DrillProps) {
  const m = useMessages(meEn).phrase;
  const written = useSignal<Readonly<Record<number, string>>>({});
  const isWrong = useSignal(false);
  const check = () => {
    isWrong.value = !isDrillRight(props.words, props.asked, written.value);
    if (!isWrong.value) props.onRight();
  };
  return (
    <Steps
      title={m.drillTitle}
      place={m.place}
      step={2}
      stepCount={2}
      lead={m.drillLead}
      onClose={props.onClose}
      action={
        <>
          <Button onPress={check}>{m.check}</Button>
          <Button kind="quiet" onPress={props.onShow}>
            {m.again}
          </Button>
        </>
      }
    >
      {props.asked.map((index) => (
        <Field
          key={index}
          label={m.wordNumber(index + 1)}
          value={written.value[index] ?? ''}
          capitals="none"
          charsMax={20}
          onInput={(text) => {
            isWrong.value = false;
            written.value = { ...written.value, [index]: text };
          }}
        />
      ))}
      {isWrong.value && (
        <Note icon="paper" isNews>
          <p>{m.notYet}</p>
        </Note>
      )}
    </Steps>
  );
}
