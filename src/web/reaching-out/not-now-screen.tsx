/** "Not tonight, because …, but …": a good answer. Both halves may stay empty, and the sentence is shown as it will read. */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ReachingOutCommand, Wish } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Chip, Chips, Field, More, Note, Steps, toneOf, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { isLate, notNowToWords } from './answer-words.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';
import { offers, reasons } from './reaching-out-content.ts';
import { WishOfOther } from './wish-of-other.tsx';
import './reaching-out.css';

export function Screen({ params }: ScreenProps) {
  return <WishOfOther thing={params.thing ?? ''}>{(wish) => <Declining key={wish.id} wish={wish} />}</WishOfOther>;
}

function Declining({ wish }: { readonly wish: Wish }) {
  const m = useMessages(en);
  const answers = useMessages(cardEn).answer;
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<ReachingOutCommand>(m.refusals);
  const because = useSignal('');
  const but = useSignal('');
  const { nowMs, zone } = app.moment.value;
  const isEvening = isLate(nowMs, zone);
  const home = `/reaching-out/${wish.id}`;
  const save = async (): Promise<void> => {
    const said = { because: because.value, but: but.value };
    const things = await run({ practice: 'reaching-out', type: 'answer-not-now', thing: wish.id, ...said });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={isEvening ? m.asked.notNow : m.asked.notNowDay}
      lead={m.notNow.lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{m.notNow.send(name)}</Button>
        </>
      }
    >
      <Bubble who={m.notNow.preview(name)} tone={toneOf(app, 'me')} isMine>
        {notNowToWords(because.value, but.value, isEvening, answers)}
      </Bubble>
      <Half label={m.notNow.because} value={because} onChange={clear}>
        <More title={m.notNow.becauseReady}>
          <ReadyLines label={m.notNow.becauseReady} lines={reasons} value={because} onChange={clear} />
        </More>
      </Half>
      <Half label={m.notNow.but} value={but} onChange={clear}>
        <ReadyLines label={m.notNow.butReady} lines={offers} value={but} onChange={clear} />
      </Half>
    </Steps>
  );
}

function Half(props: {
  readonly label: string;
  readonly value: Signal<string>;
  readonly onChange: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="stack grows">
      <Field
        label={props.label}
        isLong
        isVoice
        capitals="none"
        charsMax={limits.lineCharsMax}
        value={props.value.value}
        onInput={(text) => {
          props.onChange();
          props.value.value = text;
        }}
      />
      {props.children}
    </div>
  );
}

function ReadyLines(props: {
  readonly label: string;
  readonly lines: typeof reasons;
  readonly value: Signal<string>;
  readonly onChange: () => void;
}) {
  return (
    <Chips label={props.label}>
      {props.lines.map(({ id, text }) => (
        <Chip
          key={id}
          isOn={props.value.value === text}
          onToggle={(isOn) => {
            props.onChange();
            props.value.value = isOn ? text : '';
          }}
        >
          {text}
        </Chip>
      ))}
    </Chips>
  );
}
