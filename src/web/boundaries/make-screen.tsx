/** A boundary in words: fine, ask me first, no, and what I do. An order is offered in the I-form; nothing is lost. */
import { type Signal, useSignal } from '@preact/signals';
import {
  type BoundariesCommand,
  type Boundary,
  type BoundaryField,
  boundaries,
  coreLimits,
  isLive,
  type ReviewDays,
  reviewDays,
  toIForm,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Choice, Field, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { iForms, keeps, reachFor, reasons, topics } from './boundaries-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const app = useApp();
  const old = thingsOf(app.snapshot.value, boundaries).get(params.thing ?? '');
  const own = old?.type === 'boundary' && old.author === 'me' && !isLive(old, app.moment.value.nowMs) ? old : null;
  return <Writing key={own?.id ?? 'new'} old={own} />;
}

function Writing({ old }: { readonly old: Boundary | null }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<BoundariesCommand>({
    ...m.refusals,
    'boundaries.refusal.reaches-in': reasons.reach.join(' '),
  });
  const words: Readonly<Record<BoundaryField, Signal<string>>> = {
    about: useSignal(old?.words?.about ?? ''),
    fine: useSignal(old?.words?.fine ?? ''),
    ask: useSignal(old?.words?.ask ?? ''),
    no: useSignal(old?.words?.no ?? ''),
    keep: useSignal(old?.words?.keep ?? ''),
  };
  const days = useSignal<ReviewDays>(91);
  const put = (field: BoundaryField, text: string): void => {
    clear();
    words[field].value = text;
  };
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'boundaries',
      type: 'write',
      thing: old?.id ?? null,
      about: words.about.value,
      fine: words.fine.value,
      ask: words.ask.value,
      no: words.no.value,
      keep: words.keep.value,
      reviewInDays: days.value,
      reach: reachFor(name),
    });
    if (things !== null) app.navigate(`/boundaries/${things[0] ?? ''}`, { isReplacing: true });
  };
  const paragraph = (field: 'fine' | 'ask' | 'no' | 'keep', hint?: string) => (
    <Paragraph
      label={m.fields[field]}
      hint={hint}
      error={refused?.field === field ? m.make.here : null}
      text={words[field].value}
      onInput={(text) => put(field, text)}
    />
  );
  return (
    <Steps
      place={m.place}
      title={old === null ? m.make.title : m.make.titleEdit}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={() => app.back(old === null ? '/boundaries' : `/boundaries/${old.id}`)}
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
      <Field
        label={m.make.about}
        charsMax={limits.nameCharsMax}
        error={refused?.field === 'about' ? m.make.here : null}
        value={words.about.value}
        onInput={(text) => put('about', text)}
      />
      <Chips label={m.make.topics}>
        {topics.map(({ id, text }) => (
          <Chip key={id} isOn={words.about.value === text} onToggle={(isOn) => put('about', isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      {paragraph('fine')}
      {paragraph('ask')}
      {paragraph('no', m.make.noHint)}
      {paragraph('keep', m.make.keepHint)}
      <Chips label={m.make.keeps}>
        {keeps.map(({ id, text }) => (
          <Chip key={id} isOn={words.keep.value === text} onToggle={(isOn) => put('keep', isOn ? text : '')}>
            {text}
          </Chip>
        ))}
      </Chips>
      <Choice
        label={m.make.review}
        value={String(days.value)}
        options={reviewDays.map((count) => ({ value: String(count), label: m.make.reviews[count] }))}
        onChange={(value) => {
          days.value = reviewDays.find((count) => String(count) === value) ?? days.value;
        }}
      />
    </Steps>
  );
}

/** A field with a gentle word when it gives an order. It is only offered. */
function Paragraph(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error: string | null;
  readonly text: string;
  readonly onInput: (text: string) => void;
}) {
  const m = useMessages(en).make;
  const offered = toIForm(props.text, iForms);
  return (
    <div class="stack-tight">
      <Field
        label={props.label}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        error={props.error}
        isLong
        isVoice
        charsMax={coreLimits.paragraphCharsMax}
        value={props.text}
        onInput={props.onInput}
      />
      {offered !== null && (
        <Note isNews icon="edit">
          <p>{reasons.form}</p>
          <p class="voice-small" dir="auto">
            {offered}
          </p>
          <div>
            <Button kind="quiet" isSmall onPress={() => props.onInput(offered.slice(0, coreLimits.paragraphCharsMax))}>
              {m.sayIt}
            </Button>
          </div>
        </Note>
      )}
    </div>
  );
}
