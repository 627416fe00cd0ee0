/** Telling early that a promise will be different: what, or when, and if one likes because of what. */
import { useSignal } from '@preact/signals';
import { type ByWhen, type Pledge, type PromisesCommand, promises } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Field, Screen as Frame, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { ByWhenFields } from './by-when.tsx';
import { en } from './messages.ts';
import { WhatField } from './plan-fields.tsx';
import './promises.css';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const pledge = thingsOf(useApp().snapshot.value, promises).get(params.thing ?? '');
  if (pledge !== undefined) return <Changing key={pledge.id} pledge={pledge} />;
  return (
    <Frame title={m.list.title} back="/promises">
      <EmptyState title={m.detail.missing}>{m.detail.missingText}</EmptyState>
    </Frame>
  );
}

function Changing({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<PromisesCommand>(m.refusals);
  const what = useSignal(pledge.what);
  const by = useSignal<ByWhen>({ date: pledge.when.date, time: pledge.when.time });
  const because = useSignal('');
  const home = `/promises/${pledge.id}`;
  const save = async (): Promise<void> => {
    const changed = { what: what.value, by: by.value, because: because.value };
    const things = await run({ practice: 'promises', type: 'change', thing: pledge.id, ...changed });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  const isShownBeside = refused?.field === 'date' || refused?.field === 'time';
  return (
    <Steps
      place={m.place}
      title={m.change.title}
      lead={m.change.lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && !isShownBeside && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{pledge.to === 'partner' ? m.change.save : m.change.saveMyself}</Button>
        </>
      }
    >
      <ByWhenFields
        value={by.value}
        error={refused}
        onChange={(value) => {
          clear();
          by.value = value;
        }}
      />
      <WhatField
        value={what.value}
        onInput={(text) => {
          clear();
          what.value = text;
        }}
      />
      <Field
        label={m.change.because}
        hint={m.change.becauseHint}
        charsMax={limits.lineCharsMax}
        value={because.value}
        onInput={(text) => {
          because.value = text;
        }}
      />
    </Steps>
  );
}
