/**
 * One disagreement, then three questions, with a quiet clock of seven minutes for all of them that ends nothing. Each
 * step is kept as mine when it is left, so nothing that was written hangs on reaching the end.
 */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import {
  type NeutralCommand,
  type NeutralPart,
  type NeutralText,
  type NeutralWords,
  neutralLimits,
  neutralObserver,
  type ThingId,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { TimeRing } from '../guided/time-ring.tsx';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Field, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { questions } from './neutral-content.ts';
import '../guided/guided.css';

const nothing: NeutralWords = { about: '', seen: '', hard: '', keep: '' };

export function Screen({ params }: ScreenProps) {
  const found = thingsOf(useApp().snapshot.value, neutralObserver).get(params.thing ?? '');
  const old = found?.type === 'text' && found.author === 'me' && found.own !== null ? found : null;
  return <Writing key={old?.id ?? 'new'} old={old} />;
}

function Writing({ old }: { readonly old: NeutralText | null }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<NeutralCommand>(m.refusals);
  const thing = useSignal<ThingId | null>(old?.id ?? null);
  const words = useSignal<NeutralWords>(old?.own ?? nothing);
  const kept = useSignal<NeutralWords>(words.value);
  const at = useSignal(0);
  /** One clock for this sitting, begun with the first question. */
  const sitting = useRef(`neutral-observer ${Date.now()}`);
  const question = questions[at.value - 1];
  const put = (part: NeutralPart, text: string): void => {
    clear();
    words.value = { ...words.value, [part]: text };
  };
  const isEmpty = Object.values(words.value).every((text) => text.trim() === '');
  /** False when it was refused; nothing new is nothing to keep. */
  const keep = async (): Promise<boolean> => {
    if (isEmpty || words.value === kept.value) return true;
    const written = words.value;
    const things = await run({ practice: 'neutral-observer', type: 'write', thing: thing.value, ...written });
    if (things !== null) kept.value = written;
    thing.value = things?.[0] ?? thing.value;
    return things !== null;
  };
  const close = async (): Promise<void> => {
    if (await keep()) app.back(thing.value === null ? '/neutral-observer' : `/neutral-observer/${thing.value}`);
  };
  const goOn = async (): Promise<void> => {
    if (!(await keep())) return;
    if (at.value < questions.length) at.value += 1;
    else app.navigate(`/neutral-observer/${thing.value ?? ''}`, { isReplacing: true });
  };
  const isLast = at.value === questions.length;
  return (
    <Steps
      place={m.place}
      title={question?.title ?? m.about.title}
      lead={question?.lead ?? m.about.lead}
      step={at.value + 1}
      stepCount={questions.length + 1}
      closeWord="pause"
      onClose={() => void close()}
      {...(at.value > 0 && {
        onBack: () => {
          at.value -= 1;
        },
      })}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={isLast && isEmpty} onPress={() => void goOn()}>
            {question === undefined ? m.about.begin : isLast ? m.write.done : m.write.continue}
          </Button>
        </>
      }
    >
      {question === undefined ? (
        <>
          <Field
            label={m.about.label}
            isLong
            isVoice
            charsMax={limits.lineCharsMax}
            value={words.value.about}
            onInput={(text) => put('about', text)}
          />
          <p class="note">{m.about.afraid}</p>
        </>
      ) : (
        <>
          <Field
            key={question.id}
            label={question.label}
            isLong
            isVoice
            charsMax={neutralLimits.answerCharsMax}
            value={words.value[question.id]}
            onInput={(text) => put(question.id, text)}
          />
          <TimeRing step={sitting.current} seconds={neutralLimits.writingMs / 1_000} hasBell={false} />
          <p class="note">{m.write.timer}</p>
        </>
      )}
    </Steps>
  );
}
