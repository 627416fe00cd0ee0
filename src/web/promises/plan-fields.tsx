/** What I will do; the if-then plan for the likely obstacle; how sure I am. Shared by making one and by the next one. */
import { useSignal } from '@preact/signals';
import { type Certainty, certainties, type Plan } from '#core';
import { limits } from '#kernel';
import { useMessages } from '../shell/app.ts';
import { Chip, Chips, Field, More, Range } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { certaintyHints, certaintyWords, obstacles, plans } from './promises-content.ts';

const obstaclesShown = 5;

/** Both halves empty: no plan. */
export const typedPlanOf = (plan: Plan): Plan | null =>
  plan.trigger.trim() === '' && plan.action.trim() === '' ? null : plan;

export function WhatField({ value, onInput }: { readonly value: string; readonly onInput: (text: string) => void }) {
  const m = useMessages(en).make;
  return (
    <Field
      label={m.whatField}
      isLong
      isVoice
      capitals="none"
      charsMax={limits.lineCharsMax}
      value={value}
      onInput={onInput}
    />
  );
}

interface PlanFieldsProps {
  readonly plan: Plan;
  readonly certainty: Certainty | null;
  readonly onPlan: (plan: Plan) => void;
  readonly onCertainty: (certainty: Certainty) => void;
}

export function PlanFields({ plan, certainty, onPlan, onCertainty }: PlanFieldsProps) {
  const m = useMessages(en).make;
  const obstacle = useSignal<string | null>(null);
  const fitting = plans.filter((ready) => obstacle.value !== null && ready.obstacles.includes(obstacle.value));
  const chip = ({ id, text }: { readonly id: string; readonly text: string }) => (
    <Chip
      key={id}
      isOn={obstacle.value === id}
      onToggle={(isOn) => {
        obstacle.value = isOn ? id : null;
      }}
    >
      {text}
    </Chip>
  );
  return (
    <>
      <div class="stack">
        <h2>{m.obstacles}</h2>
        <Chips label={m.obstacles}>{obstacles.slice(0, obstaclesShown).map(chip)}</Chips>
        <More title={m.moreObstacles}>
          <Chips label={m.moreObstacles}>{obstacles.slice(obstaclesShown).map(chip)}</Chips>
        </More>
      </div>
      {fitting.length > 0 && (
        <ul class="promise-plans" aria-label={m.plans}>
          {fitting.map(({ id, trigger, action }) => (
            <li key={id}>
              <button
                type="button"
                class="promise-plan"
                aria-pressed={plan.trigger === trigger && plan.action === action}
                onClick={() => onPlan({ trigger, action })}
              >
                {m.ifField} {trigger}, {m.thenField} {action}.
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="stack">
        <Field
          label={m.ifField}
          capitals="none"
          charsMax={limits.lineCharsMax}
          value={plan.trigger}
          onInput={(trigger) => onPlan({ ...plan, trigger })}
        />
        <Field
          label={m.thenField}
          capitals="none"
          charsMax={limits.lineCharsMax}
          value={plan.action}
          onInput={(action) => onPlan({ ...plan, action })}
        />
      </div>
      <div class="stack-tight">
        <Range
          label={m.certainty}
          words={certaintyWords}
          value={certainty === null ? null : certainties.indexOf(certainty)}
          unsetWord={m.unset}
          onInput={(index) => {
            const chosen = certainties[index];
            if (chosen !== undefined) onCertainty(chosen);
          }}
        />
        {certainty !== null && <p class="note">{certaintyHints[certainties.indexOf(certainty)]}</p>}
      </div>
    </>
  );
}
