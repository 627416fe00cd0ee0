/**
 * Owning a promise that did not happen: what happened, what it may have cost, what I do now, and, if I like, a smaller
 * next one. Only the first is asked for. Nothing is said to anyone before the last press.
 */
import { useSignal } from '@preact/signals';
import {
  type ByWhen,
  type Certainty,
  coreLimits,
  instantToWallDate,
  type Pledge,
  type PromisesCommand,
  promises,
  wallDatePlusDays,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Field, Screen as Frame, Note, Rows, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { ByWhenFields } from './by-when.tsx';
import { en } from './messages.ts';
import { PlanFields, typedPlanOf, WhatField } from './plan-fields.tsx';
import { repairStep, smaller } from './promises-content.ts';
import './promises.css';

const parts = ['happened', 'cost', 'now'] as const;

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const pledge = thingsOf(useApp().snapshot.value, promises).get(params.thing ?? '');
  if (pledge !== undefined) return <Owning key={pledge.id} pledge={pledge} />;
  return (
    <Frame title={m.list.title} back="/promises">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Owning({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<PromisesCommand>(m.refusals);
  const { nowMs, zone } = app.moment.peek();
  const step = useSignal(0);
  const texts = useSignal({ happened: '', cost: '', now: '' });
  const what = useSignal('');
  const by = useSignal<ByWhen>({ date: wallDatePlusDays(instantToWallDate(nowMs, zone), 1), time: null });
  const plan = useSignal({ trigger: '', action: '' });
  const certainty = useSignal<Certainty | null>(null);
  const home = `/promises/${pledge.id}`;
  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  const save = async (hasNext: boolean): Promise<void> => {
    const next = hasNext
      ? {
          what: what.value,
          by: by.value,
          plan: typedPlanOf(plan.value),
          certainty: certainty.value,
          isPlanShared: false,
        }
      : null;
    const things = await run({ practice: 'promises', type: 'own', thing: pledge.id, ...texts.value, next });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  const frame = {
    place: m.place,
    step: step.value + 1,
    stepCount: parts.length + 1,
    closeWord: 'cancel' as const,
    onClose: () => app.back(home),
    ...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {}),
  };

  const part = parts[step.value];
  if (part !== undefined) {
    const words = repairStep(part);
    return (
      <Steps
        {...frame}
        title={words.prompt}
        lead={words.hint}
        action={
          <Button
            isDisabled={part === 'happened' && texts.value.happened.trim() === ''}
            onPress={() => go(step.value + 1)}
          >
            {m.own.continue}
          </Button>
        }
      >
        <blockquote class="bubble calm">
          <p class="voice-small">{pledge.what}</p>
        </blockquote>
        <Field
          key={part}
          label={words.title}
          hint={words.starter}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={texts.value[part]}
          onInput={(text) => {
            texts.value = { ...texts.value, [part]: text };
          }}
        />
      </Steps>
    );
  }

  const words = repairStep('next');
  const hasNext = what.value.trim() !== '';
  const isShownBeside = refused?.field === 'date' || refused?.field === 'time';
  return (
    <Steps
      {...frame}
      title={words.prompt}
      lead={words.hint}
      action={
        <>
          {refused && !isShownBeside && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save(hasNext)}>
            {pledge.to === 'partner' ? m.own.save(name) : m.own.saveMyself}
          </Button>
          {!hasNext && <p class="note">{m.own.without}</p>}
        </>
      }
    >
      <div class="stack">
        <h2>{m.own.smaller}</h2>
        <Rows label={m.own.smaller}>
          {smaller.slice(0, 5).map(({ id, text }) => (
            <li key={id} class="promise-smaller">
              {text}
            </li>
          ))}
        </Rows>
      </div>
      <WhatField
        value={what.value}
        onInput={(text) => {
          clear();
          what.value = text;
        }}
      />
      {hasNext && (
        <>
          <ByWhenFields
            value={by.value}
            error={refused}
            onChange={(value) => {
              clear();
              by.value = value;
            }}
          />
          <PlanFields
            plan={plan.value}
            certainty={certainty.value}
            onPlan={(value) => {
              clear();
              plan.value = value;
            }}
            onCertainty={(value) => (certainty.value = value)}
          />
        </>
      )}
    </Steps>
  );
}
