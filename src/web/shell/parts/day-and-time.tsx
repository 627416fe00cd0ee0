/** A day from today on and a time, side by side: native fields, which each zone and language writes in its own way. */
import type { WallDate, WallTime } from '#core';
import { Field } from './field.tsx';

export interface DayAndTimeProps {
  readonly labels: { readonly day: string; readonly time: string };
  readonly today: WallDate;
  readonly date: WallDate;
  /** '' while there is none. */
  readonly time: WallTime;
  readonly onDate: (date: WallDate) => void;
  readonly onTime: (time: WallTime) => void;
  readonly dateError?: string | null;
  readonly timeError?: string | null;
}

export function DayAndTime({ labels, today, date, time, onDate, onTime, dateError, timeError }: DayAndTimeProps) {
  return (
    <div class="day-and-time">
      <Field label={labels.day} type="date" min={today} value={date} error={dateError ?? null} onInput={onDate} />
      <Field
        label={labels.time}
        type="time"
        value={time}
        error={timeError ?? null}
        onInput={(typed) => onTime(typed.slice(0, 5))}
      />
    </div>
  );
}
