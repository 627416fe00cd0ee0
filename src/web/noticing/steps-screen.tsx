/**
 * From a small sign to a question: what I noticed, my guess, how sure I am, how I could ask. Each step is kept as it
 * is left (mine), so Close loses nothing and "Go on" begins where it stopped. Only the last press can send, and it
 * sends the opener alone.
 */
import { useSignal } from '@preact/signals';
import {
  type Certainty,
  certainties,
  coreLimits,
  type FeelingNamed,
  type NoticingByMe,
  type NoticingCommand,
  noticing,
  type Strength,
  strengths,
} from '#core';
import { strengthWords } from '../check-in/check-in-content.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { FeelingsField } from '../check-in/feelings-field.tsx';
import { en as checkInEn } from '../check-in/messages.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note, Range, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { NoticedStep } from './noticed-step.tsx';
import { lineToNoticed, type Noticed, noticedToLine } from './noticed-words.ts';
import { certaintyWords, kinds, tips } from './noticing-content.ts';
import { OpenerStep } from './opener-step.tsx';
import '../check-in/feelings.css';
import './noticing.css';

const stepCount = 4;
const middleStrength = strengths[2] ?? 3;
const openCertainty = certainties[1] ?? 2;

export function Screen({ params }: ScreenProps) {
  const app = useApp();
  const old = thingsOf(app.snapshot.value, noticing).get(params.thing ?? '');
  return <NoticingSteps key={params.thing ?? 'new'} old={old?.side === 'asker' ? old : null} />;
}

function NoticingSteps({ old }: { readonly old: NoticingByMe | null }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<NoticingCommand>(m.refusals);
  const thing = useSignal(old?.id ?? null);
  const step = useSignal(old === null ? 0 : old.guess === null ? 1 : 3);
  const noticed = useSignal<Noticed>(
    old === null ? { kinds: [], cues: [], own: '' } : lineToNoticed(old.cues, old.words, kinds),
  );
  const feelings = useSignal<readonly FeelingNamed[]>(old?.guess?.feelings ?? []);
  const strength = useSignal<Strength>(old?.guess?.strength ?? middleStrength);
  const certainty = useSignal<Certainty>(old?.guess?.certainty ?? openCertainty);
  const opener = useSignal(old?.opener ?? '');

  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  const close = (): void => app.back(thing.value === null ? '/noticing' : `/noticing/${thing.value}`);
  const saveNoticed = async (): Promise<void> => {
    const line = noticedToLine(noticed.value, kinds);
    const things = await run({
      practice: 'noticing',
      type: 'notice',
      thing: thing.value,
      cues: noticed.value.kinds,
      words: line,
    });
    if (things === null) return;
    thing.value = things[0] ?? thing.value;
    go(1);
  };
  const saveGuess = async (): Promise<void> => {
    if (thing.value === null) return;
    const guess = { feelings: feelings.value, strength: strength.value, certainty: certainty.value };
    const things = await run({ practice: 'noticing', type: 'guess', thing: thing.value, ...guess });
    if (things !== null) go(3);
  };
  const saveOpener = async (type: 'prepare' | 'send'): Promise<void> => {
    if (thing.value === null) return;
    const things = await run({ practice: 'noticing', type, thing: thing.value, opener: opener.value });
    if (things !== null) app.navigate(`/noticing/${thing.value}`, { isReplacing: true });
  };

  const frame = {
    place: m.place,
    step: step.value + 1,
    stepCount,
    closeWord: 'close' as const,
    onClose: close,
    ...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {}),
  };
  const news = refused && (
    <Note isNews icon="info">
      <p>{refused.sentence}</p>
    </Note>
  );

  switch (step.value) {
    case 0:
      return (
        <Steps
          {...frame}
          title={m.steps.noticed}
          lead={m.steps.noticedLead}
          action={
            <>
              {news}
              <Button onPress={() => void saveNoticed()}>{m.steps.continue}</Button>
            </>
          }
        >
          <NoticedStep
            noticed={noticed.value}
            onChange={(value) => {
              clear();
              noticed.value = value;
            }}
          />
        </Steps>
      );
    case 1:
      return (
        <Steps
          {...frame}
          title={m.steps.guess}
          lead={m.steps.guessLead}
          action={
            <Button isDisabled={feelings.value.length === 0} onPress={() => go(2)}>
              {m.steps.continue}
            </Button>
          }
        >
          <GuessField feelings={feelings.value} onChange={(chosen) => (feelings.value = chosen)} />
        </Steps>
      );
    case 2:
      return (
        <Steps
          {...frame}
          title={m.steps.sure}
          lead={m.steps.sureLead}
          action={
            <>
              {news}
              <Button onPress={() => void saveGuess()}>{m.steps.continue}</Button>
            </>
          }
        >
          <Range
            label={m.steps.certainty}
            words={certaintyWords}
            value={certainties.indexOf(certainty.value)}
            unsetWord=""
            onInput={(index) => {
              certainty.value = certainties[index] ?? openCertainty;
            }}
          />
          <Range
            label={m.steps.strength}
            words={strengthWords}
            value={strengths.indexOf(strength.value)}
            unsetWord=""
            onInput={(index) => {
              strength.value = strengths[index] ?? middleStrength;
            }}
          />
          <Tip seed={thing.value ?? ''} />
        </Steps>
      );
    default:
      return (
        <OpenerStep
          frame={frame}
          news={news}
          noticed={noticed.value}
          feelings={feelings.value}
          value={opener.value}
          onChange={(text) => {
            clear();
            opener.value = text;
          }}
          onSay={() => void saveOpener('prepare')}
          onSend={() => void saveOpener('send')}
        />
      );
  }
}

function GuessField(props: {
  readonly feelings: readonly FeelingNamed[];
  readonly onChange: (chosen: readonly FeelingNamed[]) => void;
}) {
  const m = useMessages(en);
  const field = useMessages(checkInEn).field;
  return (
    <FeelingsField
      content={feelingsContent}
      words={{ ...field, hint: m.steps.guessHint, full: () => m.steps.guessFull }}
      chosen={props.feelings}
      countMax={coreLimits.feelingsPerGuessMax}
      onChange={props.onChange}
    />
  );
}

/** One thing worth knowing about guessing; the same one for the same noticing. */
function Tip({ seed }: { readonly seed: string }) {
  const tip = tips[Number.parseInt(seed.slice(-6), 16) % tips.length] ?? tips[0];
  return tip === undefined ? null : (
    <Note icon="info">
      <p>{tip.text}</p>
    </Note>
  );
}
