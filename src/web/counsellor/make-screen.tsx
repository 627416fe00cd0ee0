/** The day of the session, and whether the page is for both or for me alone. */
import { useSignal } from '@preact/signals';
import { type CounsellorCommand, counsellorLimits, wallDatePlusDays } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, Field, hasPartner, Steps } from '../shell/parts/index.ts';
import { isoDay } from '../shell/time.ts';
import { en } from './messages.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { nowMs, zone } = app.moment.value;
  const today = isoDay(nowMs, zone);
  const { refused, run, clear } = useCommand<CounsellorCommand>(m.refusals);
  const day = useSignal(today);
  const isPaired = hasPartner(app.snapshot.value);
  const whose = useSignal<'both' | 'own'>(isPaired ? 'both' : 'own');
  const begin = async (): Promise<void> => {
    const things = await run({
      practice: 'counsellor',
      type: 'begin',
      day: day.value,
      isShared: isPaired && whose.value === 'both',
    });
    const [thing] = things ?? [];
    if (thing === undefined) return;
    // While its window is open a page of both is not a thing yet: the list is where it will appear.
    app.navigate(isPaired && whose.value === 'both' ? '/counsellor' : `/counsellor/${thing}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.make.title}
      lead={m.make.lead}
      closeWord="cancel"
      onClose={() => app.back('/counsellor')}
      action={<Button onPress={() => void begin()}>{m.make.save}</Button>}
    >
      <Field
        label={m.make.day}
        type="date"
        min={today}
        max={wallDatePlusDays(today, counsellorLimits.sessionAheadDaysMax)}
        value={day.value}
        error={refused?.sentence ?? null}
        onInput={(value) => {
          clear();
          day.value = value;
        }}
      />
      {isPaired && (
        <Choice
          look="list"
          label={m.make.who}
          value={whose.value}
          options={[
            { value: 'both', label: m.make.both, hint: m.make.bothHint, icon: 'ours', tone: 'ours' },
            { value: 'own', label: m.make.own, hint: m.make.ownHint, icon: 'lock' },
          ]}
          onChange={(value) => {
            whose.value = value;
          }}
        />
      )}
    </Steps>
  );
}
