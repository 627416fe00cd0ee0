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
import { limits } from '#kernel';
import { strengthWords } from '../check-in/check-in-content.ts';
import { feelingToFace } from '../check-in/feelings.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { FeelingsField } from '../check-in/feelings-field.tsx';
import { en as checkInEn } from '../check-in/messages.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Field, hasPartner, More, Note, Range, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { fittingOpeners, lineToNoticed, type Noticed, noticedToLine, openerToText } from './noticed-words.ts';
import { certaintyWords, kinds, type Opener, openers, tips } from './noticing-content.ts';
import { places } from './places.ts';
import { feelingsToQuadrant } from './tendencies.ts';
import '../check-in/feelings.css';
import './noticing.css';

const stepCount = 4;
const openersShown = 3;
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

function NoticedStep({
  noticed,
  onChange,
}: {
  readonly noticed: Noticed;
  readonly onChange: (noticed: Noticed) => void;
}) {
  const m = useMessages(en);
  const toggled = <T,>(values: readonly T[], value: T, isOn: boolean): readonly T[] =>
    isOn ? [...values, value] : values.filter((other) => other !== value);
  return (
    <>
      <div class="stack">
        <h2>{m.steps.kinds}</h2>
        <Chips label={m.steps.kinds}>
          {kinds.map((kind) => (
            <Chip
              key={kind.id}
              isOn={noticed.kinds.includes(kind.id)}
              description={kind.definition}
              onToggle={(isOn) => {
                const gone = isOn ? [] : kind.cues.map(({ id }) => id);
                const cues = noticed.cues.filter((id) => !gone.includes(id));
                onChange({ ...noticed, cues, kinds: toggled(noticed.kinds, kind.id, isOn) });
              }}
            >
              {kind.word}
            </Chip>
          ))}
        </Chips>
      </div>
      {kinds
        .filter((kind) => noticed.kinds.includes(kind.id))
        .map((kind) => (
          <div key={kind.id} class="stack">
            <h2>{kind.definition}</h2>
            <Chips label={kind.word}>
              {kind.cues.map((cue) => (
                <Chip
                  key={cue.id}
                  isOn={noticed.cues.includes(cue.id)}
                  onToggle={(isOn) => onChange({ ...noticed, cues: toggled(noticed.cues, cue.id, isOn) })}
                >
                  {cue.word}
                </Chip>
              ))}
            </Chips>
          </div>
        ))}
      <Field
        label={m.steps.ownWords}
        hint={m.steps.ownWordsHint}
        isLong
        isVoice
        charsMax={limits.lineCharsMax}
        value={noticed.own}
        onInput={(own) => onChange({ ...noticed, own })}
      />
    </>
  );
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

interface OpenerStepProps {
  readonly frame: Omit<Parameters<typeof Steps>[0], 'title'>;
  readonly news: preact.ComponentChildren;
  readonly noticed: Noticed;
  readonly feelings: readonly FeelingNamed[];
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onSay: () => void;
  readonly onSend: () => void;
}

function OpenerStep({ frame, news, noticed, feelings, value, onChange, onSay, onSend }: OpenerStepProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isTwo = hasPartner(app.snapshot.value);
  const first = feelings[0];
  const feeling = first === undefined ? null : feelingToFace(first, feelingsContent).word;
  const fitting = fittingOpeners(openers, feelingsToQuadrant(feelings, places));
  const { locale } = app.moment.value;
  const textOf = (opener: Opener): string => openerToText(opener, noticed, kinds, feeling, locale);
  const row = (opener: Opener) => (
    <li key={opener.id}>
      <button
        type="button"
        class="opener"
        aria-pressed={value === textOf(opener)}
        onClick={() => onChange(textOf(opener))}
      >
        <span class="note">
          {opener.when} {opener.way === 'say' && m.steps.better}
        </span>
        <span class="voice-small">{textOf(opener)}</span>
      </button>
    </li>
  );
  return (
    <Steps
      {...frame}
      title={m.steps.opener}
      lead={m.steps.openerLead}
      action={
        <>
          {news}
          <Button isDisabled={value.trim() === ''} onPress={onSay}>
            {m.steps.say}
          </Button>
          {isTwo && (
            <Button kind="quiet" isDisabled={value.trim() === ''} onPress={onSend}>
              {m.steps.send(name)}
            </Button>
          )}
        </>
      }
    >
      <ul class="openers" aria-label={m.steps.openers}>
        {fitting.slice(0, openersShown).map(row)}
      </ul>
      <Field
        label={m.steps.openerField}
        isLong
        isVoice
        charsMax={limits.lineCharsMax}
        value={value}
        onInput={onChange}
        {...(isTwo ? { hint: m.steps.sendNote(name) } : {})}
      />
      <More title={m.steps.moreOpeners}>
        <ul class="openers">{fitting.slice(openersShown).map(row)}</ul>
      </More>
    </Steps>
  );
}
