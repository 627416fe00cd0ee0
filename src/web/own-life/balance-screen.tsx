/** A gentle look at the balance, for me alone: words, no numbers, and earlier looks as they were said. */
import { useSignal } from '@preact/signals';
import {
  type Balance,
  type BalanceField,
  balanceFields,
  balances,
  type OwnLifeCommand,
  type OwnLook,
  ownLife,
  ownLooks,
} from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, Field, More, Note, Steps, When } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';

type Looks = Readonly<Record<BalanceField, Balance | null>>;
const unsaid: Looks = { people: null, interests: null, alone: null, together: null };

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<OwnLifeCommand>(m.refusals);
  const looks = useSignal<Looks>(unsaid);
  const wish = useSignal('');
  const before = ownLooks(thingsOf(app.snapshot.value, ownLife)).slice(0, limits.rowsShownMax);
  const { people, interests, alone, together } = looks.value;
  const isWhole = people !== null && interests !== null && alone !== null && together !== null;
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    const look = { people, interests, alone, together, wish: wish.value };
    if ((await run({ practice: 'own-life', type: 'look', ...look })) !== null)
      app.navigate('/own-life', { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.balance.title}
      lead={m.balance.lead}
      closeWord="cancel"
      onClose={() => app.back('/own-life')}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={!isWhole} onPress={() => void save()}>
            {m.balance.save}
          </Button>
        </>
      }
    >
      {balanceFields.map((field) => (
        <Choice
          key={field}
          label={m.balance.fields[field]}
          value={looks.value[field]}
          options={balances.map((value) => ({ value, label: m.balance.words[value] }))}
          onChange={(value) => {
            looks.value = { ...looks.value, [field]: value };
          }}
        />
      ))}
      <Field
        label={m.balance.wish}
        hint={m.balance.wishHint}
        isVoice
        charsMax={limits.lineCharsMax}
        value={wish.value}
        onInput={(text) => {
          clear();
          wish.value = text;
        }}
      />
      {before.length > 0 && (
        <More title={m.balance.earlier}>
          {before.map((look) => (
            <Look
              key={look.id}
              look={look}
              onDelete={() => void run({ practice: 'own-life', type: 'forget', thing: look.id })}
            />
          ))}
        </More>
      )}
    </Steps>
  );
}

function Look({ look, onDelete }: { readonly look: OwnLook; readonly onDelete: () => void }) {
  const m = useMessages(en).balance;
  return (
    <section class="stack-tight">
      <h2 class="day">
        <When atMs={look.beganAtMs} />
      </h2>
      {balanceFields.map((field) => (
        <p key={field} class="soft">
          {m.sentence[look[field]](m.fields[field])}
        </p>
      ))}
      {look.wish !== '' && (
        <p dir="auto">
          {m.wished}: {look.wish}
        </p>
      )}
      <div>
        <Button kind="plain" onPress={onDelete}>
          {m.delete}
        </Button>
      </div>
    </section>
  );
}
