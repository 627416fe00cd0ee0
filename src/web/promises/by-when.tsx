/** The day and, perhaps, the time: native fields, with the nearest days one press away. */
import { type ByWhen, instantToWallDate, wallDatePlusDays } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Chip, Chips, Field } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface ByWhenProps {
  readonly value: ByWhen;
  readonly onChange: (value: ByWhen) => void;
  readonly error: { readonly sentence: string; readonly field: string | null } | null;
}

export function ByWhenFields({ value, onChange, error }: ByWhenProps) {
  const m = useMessages(en).make;
  const { nowMs, zone } = useApp().moment.value;
  const today = instantToWallDate(nowMs, zone);
  const near = [
    { date: today, word: m.today },
    { date: wallDatePlusDays(today, 1), word: m.tomorrow },
    { date: wallDatePlusDays(today, 7), word: m.week },
  ];
  return (
    <>
      <Chips label={m.day}>
        {near.map(({ date, word }) => (
          <Chip key={date} isOn={value.date === date} onToggle={() => onChange({ ...value, date })}>
            {word}
          </Chip>
        ))}
      </Chips>
      <div class="promise-when">
        <Field
          label={m.day}
          type="date"
          min={today}
          value={value.date}
          error={error?.field === 'date' ? error.sentence : null}
          onInput={(date) => onChange({ ...value, date })}
        />
        <Field
          label={m.time}
          type="time"
          value={value.time ?? ''}
          error={error?.field === 'time' ? error.sentence : null}
          onInput={(time) => onChange({ ...value, time: time === '' ? null : time.slice(0, 5) })}
        />
      </div>
      <p class="note">{m.timeHint}</p>
    </>
  );
}
