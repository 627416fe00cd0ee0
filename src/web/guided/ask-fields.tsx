/** What a step asks: words, a choice, or a day. */
import { type Ask, guidedLimits, type Values } from '#core';
import type { Refused } from '../check-in/use-command.ts';
import { Choice, Field } from '../shell/parts/index.ts';

export interface AskFieldsProps {
  readonly asks: readonly Ask[];
  readonly values: Values;
  readonly refused: Refused | null;
  readonly onChange: (values: Values) => void;
}

export function AskFields({ asks, values, refused, onChange }: AskFieldsProps) {
  return asks.map((ask) => {
    const { id } = ask;
    const onInput = (value: string): void => onChange({ ...values, [id]: value });
    const error = refused?.field === id ? refused.sentence : null;
    if (ask.kind === 'choice') {
      return (
        <div key={id} class="stack">
          <Choice
            look="list"
            label={ask.label}
            value={values[id] ?? null}
            options={ask.options.map((option) => ({ value: option.id, label: option.label }))}
            onChange={onInput}
          />
          {ask.hint !== '' && <p class="note">{ask.hint}</p>}
          {error !== null && (
            <p class="field-error" role="alert">
              {error}
            </p>
          )}
        </div>
      );
    }
    return (
      <Field
        key={id}
        label={ask.label}
        {...(ask.hint === '' ? {} : { hint: ask.hint })}
        {...(ask.kind === 'date'
          ? { type: 'date' as const }
          : { isLong: ask.isLong, isVoice: true, charsMax: guidedLimits.answerCharsMax })}
        value={values[id] ?? ''}
        error={error}
        onInput={onInput}
      />
    );
  });
}
