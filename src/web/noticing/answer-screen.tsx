/**
 * How it really is, in feelings, words, or both. Two uses of one flow: I was asked and answer (it goes after the cancel
 * window), or I write down what I was told (mine).
 */
import { useSignal } from '@preact/signals';
import { type FeelingNamed, type NoticingCommand, noticing, type Strength, strengths } from '#core';
import { limits } from '#kernel';
import { strengthWords } from '../check-in/check-in-content.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { FeelingsField } from '../check-in/feelings-field.tsx';
import { en as checkInEn } from '../check-in/messages.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import {
  Button,
  Chip,
  Chips,
  EmptyState,
  Field,
  Screen as Frame,
  Note,
  Range,
  Steps,
  useName,
} from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { quickAnswers } from './noticing-content.ts';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import './noticing.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const one = thingsOf(app.snapshot.value, noticing).get(params.thing ?? '');
  if (one === undefined) {
    return (
      <Frame title={m.list.title} back="/noticing">
        <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
      </Frame>
    );
  }
  const said = one.side === 'asked' ? one.myAnswer?.said : one.answer?.from === 'told' ? one.answer.said : null;
  return <Answering key={one.id} thing={one.id} isMine={one.side === 'asked'} said={said ?? null} />;
}

interface AnsweringProps {
  readonly thing: string;
  /** True: my own answer, to be sent. False: what they told me, written down for me. */
  readonly isMine: boolean;
  readonly said: {
    readonly feelings: readonly FeelingNamed[];
    readonly strength: Strength | null;
    readonly words: string;
  } | null;
}

function Answering({ thing, isMine, said }: AnsweringProps) {
  const m = useMessages(en);
  const field = useMessages(checkInEn).field;
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<NoticingCommand>(m.refusals);
  const step = useSignal(0);
  const feelings = useSignal<readonly FeelingNamed[]>(said?.feelings ?? []);
  const strength = useSignal<Strength | null>(said?.strength ?? null);
  const words = useSignal(said?.words ?? '');
  const home = `/noticing/${thing}`;
  const save = async (): Promise<void> => {
    const type = isMine ? 'answer' : 'write-down';
    const answer = {
      feelings: feelings.value,
      strength: feelings.value.length === 0 ? null : strength.value,
      words: words.value,
    };
    const things = await run({ practice: 'noticing', type, thing, ...answer });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  const frame = { place: m.place, step: step.value + 1, stepCount: 2, onClose: () => app.back(home) };

  if (step.value === 0) {
    return (
      <Steps
        {...frame}
        title={isMine ? m.asked.whichTitle : m.told.title(name)}
        lead={isMine ? m.asked.whichLead : m.told.lead}
        action={<Button onPress={() => go(1)}>{feelings.value.length === 0 ? m.asked.skip : m.asked.continue}</Button>}
      >
        <FeelingsField
          content={feelingsContent}
          words={field}
          chosen={feelings.value}
          countMax={limits.feelingsPerCheckInMax}
          onChange={(chosen) => {
            feelings.value = chosen;
          }}
        />
      </Steps>
    );
  }
  return (
    <Steps
      {...frame}
      title={isMine ? m.asked.wordsTitle : m.told.words}
      onBack={() => go(0)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{isMine ? m.asked.send(name) : m.told.save}</Button>
        </>
      }
    >
      {feelings.value.length > 0 && (
        <Range
          label={m.asked.strength}
          words={strengthWords}
          value={strength.value === null ? null : strengths.indexOf(strength.value)}
          unsetWord={m.asked.notSaid}
          onInput={(index) => {
            strength.value = strengths[index] ?? null;
          }}
        />
      )}
      <Field
        label={isMine ? m.asked.wordsTitle : m.told.words}
        isLabelUnseen
        isLong
        isVoice
        charsMax={limits.noteCharsMax}
        value={words.value}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
      {isMine && (
        <div class="stack">
          <h2>{m.asked.quick}</h2>
          <Chips label={m.asked.quick}>
            {quickAnswers.map((quick) => (
              <Chip
                key={quick.id}
                isOn={words.value === quick.text}
                onToggle={(isOn) => {
                  clear();
                  words.value = isOn ? quick.text : '';
                }}
              >
                {quick.text}
              </Chip>
            ))}
          </Chips>
        </div>
      )}
    </Steps>
  );
}
