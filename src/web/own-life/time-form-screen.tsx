/** A time that is mine: on which days, in which part of the day, and what for, if one likes. There is no field for a place. */
import { useSignal } from '@preact/signals';
import { type OwnLifeCommand, ownLife, type PartOfDay, type ProtectedTime, partsOfDay } from '#core';
import { limits } from '#kernel';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Choice, Field, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en as cardEn } from './card-messages.ts';
import { en } from './messages.ts';

const week = [1, 2, 3, 4, 5, 6, 7] as const;

export function Screen({ params }: ScreenProps) {
  const found = thingsOf(useApp().snapshot.value, ownLife).get(params.thing ?? '');
  const old = found?.type === 'time' && found.owner === 'me' && found.own !== null ? found : null;
  return <Writing key={old?.id ?? 'new'} old={old} />;
}

function Writing({ old }: { readonly old: ProtectedTime | null }) {
  const m = useMessages(en);
  const card = useMessages(cardEn);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<OwnLifeCommand>(m.refusals);
  const days = useSignal<readonly number[]>(old?.own?.days ?? []);
  const part = useSignal<PartOfDay>(old?.own?.part ?? 'evening');
  const words = useSignal(old?.own?.words ?? '');
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'own-life',
      type: 'keep-time',
      thing: old?.id ?? null,
      days: days.value,
      part: part.value,
      words: words.value,
    });
    if (things !== null) app.navigate(`/own-life/time/${old?.id ?? things[0] ?? ''}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={old === null ? m.form.title : m.form.titleEdit}
      lead={old?.standing === 'ours' ? m.form.leadShared(name) : m.form.lead}
      closeWord="cancel"
      onClose={() => app.back(old === null ? '/own-life' : `/own-life/time/${old.id}`)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={days.value.length === 0} onPress={() => void save()}>
            {m.form.save}
          </Button>
        </>
      }
    >
      <Chips label={m.form.days}>
        {week.map((day) => (
          <Chip
            key={day}
            isOn={days.value.includes(day)}
            onToggle={(isOn) => {
              clear();
              days.value = isOn ? [...days.value, day] : days.value.filter((one) => one !== day);
            }}
          >
            {card.day(day)}
          </Chip>
        ))}
      </Chips>
      <Choice
        label={m.form.part}
        look="list"
        value={part.value}
        options={partsOfDay.map((value) => ({ value, label: m.form.parts[value] }))}
        onChange={(value) => {
          part.value = value;
        }}
      />
      <Field
        label={m.form.words}
        hint={m.form.wordsHint}
        isVoice
        charsMax={limits.lineCharsMax}
        value={words.value}
        onInput={(text) => {
          clear();
          words.value = text;
        }}
      />
    </Steps>
  );
}
