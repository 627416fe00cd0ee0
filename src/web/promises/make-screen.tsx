/** Making a promise: what and to whom, by when, and a plan for what could get in the way. Saved at the last press. */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import {
  type ByWhen,
  type Certainty,
  dueToInstantMs,
  instantToWallDate,
  isWallDate,
  type PromisesCommand,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, hasPartner, Note, Steps, useName } from '../shell/parts/index.ts';
import { ByWhenFields } from './by-when.tsx';
import { en } from './messages.ts';
import { PlanFields, typedPlanOf, WhatField } from './plan-fields.tsx';
import './promises.css';

const stepCount = 3;

/**
 * What another practice wrote, and the next new promise begins with. In memory for one screen: in the address it would stay
 * in the browser's history, and a reload would send it to the server.
 */
let given = '';
export function beginPromiseWith(what: string): void {
  given = what.slice(0, limits.lineCharsMax).toWellFormed();
}
function takeGiven(): string {
  const what = given;
  given = '';
  return what;
}

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isTwo = hasPartner(app.snapshot.value);
  const { refused, run, clear } = useCommand<PromisesCommand>(m.refusals);
  const step = useSignal(0);
  const [begun] = useState(takeGiven);
  const what = useSignal(begun);
  const to = useSignal<'partner' | 'myself'>(isTwo ? 'partner' : 'myself');
  const { nowMs, zone } = app.moment.peek();
  const by = useSignal<ByWhen>({ date: instantToWallDate(nowMs, zone), time: null });
  const plan = useSignal({ trigger: '', action: '' });
  const certainty = useSignal<Certainty | null>(null);
  const isPlanShared = useSignal(false);
  const isPast = useSignal(false);

  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  /** Said here, where it can be put right; the core says it again at the end. */
  const goOn = (): void => {
    const moment = app.moment.peek();
    isPast.value =
      isWallDate(by.value.date) && dueToInstantMs(by.value.date, by.value.time, moment.zone) <= moment.nowMs;
    if (!isPast.value) go(2);
  };
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'promises',
      type: 'make',
      to: to.value,
      what: what.value,
      by: by.value,
      plan: typedPlanOf(plan.value),
      certainty: certainty.value,
      isPlanShared: isPlanShared.value,
    });
    if (things !== null)
      app.navigate(things[0] === undefined ? '/promises' : `/promises/${things[0]}`, { isReplacing: true });
  };
  const frame = {
    place: m.place,
    step: step.value + 1,
    stepCount,
    closeWord: 'cancel' as const,
    onClose: () => app.back('/promises'),
    ...(step.value > 0 ? { onBack: () => go(step.value - 1) } : {}),
  };

  if (step.value === 0) {
    return (
      <Steps
        {...frame}
        title={m.make.what}
        lead={m.make.whatLead}
        action={
          <Button isDisabled={what.value.trim() === ''} onPress={() => go(1)}>
            {m.make.continue}
          </Button>
        }
      >
        <WhatField value={what.value} onInput={(text) => (what.value = text)} />
        {isTwo && (
          <Choice
            look="list"
            label={m.make.to}
            value={to.value}
            options={[
              { value: 'partner', label: name, hint: m.make.toPartnerHint(name), icon: 'ours' },
              { value: 'myself', label: m.make.toMyself, hint: m.make.toMyselfHint, icon: 'lock' },
            ]}
            onChange={(value) => {
              to.value = value;
            }}
          />
        )}
      </Steps>
    );
  }
  if (step.value === 1) {
    return (
      <Steps {...frame} title={m.make.by} action={<Button onPress={goOn}>{m.make.continue}</Button>}>
        <ByWhenFields
          value={by.value}
          error={isPast.value ? { sentence: m.refusals['promises.refusal.already-past'], field: 'date' } : null}
          onChange={(value) => {
            isPast.value = false;
            by.value = value;
          }}
        />
      </Steps>
    );
  }
  const isTimeRefused = refused?.field === 'date' || refused?.field === 'time';
  return (
    <Steps
      {...frame}
      title={m.make.plan}
      lead={m.make.planLead}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
              {isTimeRefused && (
                <Button kind="plain" onPress={() => go(1)}>
                  {m.make.by}
                </Button>
              )}
            </Note>
          )}
          <Button onPress={() => void save()}>{to.value === 'partner' ? m.make.save(name) : m.make.saveMyself}</Button>
        </>
      }
    >
      <PlanFields
        plan={plan.value}
        certainty={certainty.value}
        onPlan={(value) => {
          clear();
          plan.value = value;
        }}
        onCertainty={(value) => (certainty.value = value)}
      />
      {to.value === 'partner' && (
        <label class="promise-check">
          <input
            type="checkbox"
            checked={isPlanShared.value}
            onChange={(event) => {
              isPlanShared.value = event.currentTarget.checked;
            }}
          />
          <span>{m.make.share(name)}</span>
        </label>
      )}
    </Steps>
  );
}
