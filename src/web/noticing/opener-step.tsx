/** How I could ask: ways to begin that fit what I saw and guessed, made one's own; then to be said, or sent. */
import type { FeelingNamed } from '#core';
import { limits } from '#kernel';
import { feelingToFace } from '../check-in/feelings.ts';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, hasPartner, More, Steps, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { fittingOpeners, type Noticed, openerToText } from './noticed-words.ts';
import { kinds, type Opener, openers } from './noticing-content.ts';
import { places } from './places.ts';
import { feelingsToQuadrant } from './tendencies.ts';

const openersShown = 3;

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

export function OpenerStep({ frame, news, noticed, feelings, value, onChange, onSay, onSend }: OpenerStepProps) {
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
