/** The day and, perhaps, the time: native fields, with the nearest days one press away. */
import { type ByWhen, instantToWallDate, wallDatePlusDays } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Chip, Chips, DayAndTime } from '../shell/parts/index.ts';
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
      <DayAndTime
        labels={m}
        today={today}
        date={value.date}
        time={value.time ?? ''}
        onDate={(date) => onChange({ ...value, date })}
        onTime={(time) => onChange({ ...value, time: time === '' ? null : time })}
        dateError={error?.field === 'date' ? error.sentence : null}
        timeError={error?.field === 'time' ? error.sentence : null}
      />
      <p class="note">{m.timeHint}</p>
    </>
  );
}
