/** A few lengths, one press each, or a time of one's own where that is offered. */
import { useMessages } from '../shell/app.ts';
import { Chip, Chips } from '../shell/parts/index.ts';
import { type Length, minutesOffered } from './lengths.ts';
import { en } from './messages.ts';

interface LengthChipsProps {
  readonly label: string;
  readonly value: Length;
  readonly onChange: (value: Length) => void;
  readonly hasOwn?: boolean;
}

export function LengthChips({ label, value, onChange, hasOwn = true }: LengthChipsProps) {
  const m = useMessages(en).length;
  return (
    <Chips label={label}>
      {minutesOffered.map((minutes) => (
        <Chip
          key={minutes}
          isOn={value.type === 'minutes' && value.minutes === minutes}
          onToggle={() => onChange({ type: 'minutes', minutes })}
        >
          {minutes === 60 ? m.hour : m.minutes(minutes)}
        </Chip>
      ))}
      {hasOwn && (
        <Chip isOn={value.type === 'time'} onToggle={() => onChange({ type: 'time', time: '' })}>
          {m.own}
        </Chip>
      )}
    </Chips>
  );
}
