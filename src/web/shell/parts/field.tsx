/**
 * Fields for words, choices and strengths. Private by default: no autofill, no spelling service, because keyboards
 * and browsers send such text to their makers. Everything is a native control.
 */
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** A sentence that owns the fault and says the next step. */
  readonly error?: string | null;
  readonly charsMax?: number;
  /** More than one line: grows with its text. */
  readonly isLong?: boolean;
  /** Set in the voice: for what a person says, not for names and numbers. */
  readonly isVoice?: boolean;
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'datetime-local' | 'number';
  readonly min?: string;
  readonly max?: string;
  /** Capital letters by the keyboard: `sentences` for prose, `none` for words and links. */
  readonly capitals?: 'sentences' | 'words' | 'none';
  readonly isLabelUnseen?: boolean;
  readonly onEnter?: () => void;
}

export function Field(props: FieldProps) {
  const id = useId();
  const describedBy = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    class: 'field-box',
    value: props.value,
    maxLength: props.charsMax,
    autocomplete: 'off' as const,
    autocapitalize: props.capitals ?? 'sentences',
    spellcheck: false,
    'data-is-voice': props.isVoice || undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': props.error ? true : undefined,
    onKeyDown: props.onEnter && ((event: KeyboardEvent) => event.key === 'Enter' && props.onEnter?.()),
  };
  return (
    <div class="field">
      <label class={props.isLabelUnseen ? 'unseen' : 'field-label'} for={id}>
        {props.label}
      </label>
      {props.hint && <small id={`${id}-hint`}>{props.hint}</small>}
      {props.isLong ? (
        <textarea {...shared} rows={4} onInput={(event) => props.onInput(event.currentTarget.value)} />
      ) : (
        <Input {...shared} type={props.type ?? 'text'} min={props.min} max={props.max} onText={props.onInput} />
      )}
      {props.error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      )}
    </div>
  );
}

type InputType = NonNullable<FieldProps['type']>;
type SharedInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'list'>;

/** The types of Preact tell apart what each kind of input may hold, so each kind has its own line. */
function Input({
  type,
  onText,
  ...rest
}: SharedInput & { readonly type: InputType; readonly onText: (text: string) => void }) {
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) => onText(event.currentTarget.value);
  if (type === 'text') return <input {...rest} type="text" onInput={onInput} />;
  if (type === 'password') return <input {...rest} type="password" onInput={onInput} />;
  if (type === 'number') return <input {...rest} type="number" onInput={onInput} />;
  return <input {...rest} type={type} onInput={onInput} />;
}

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
  /** Class of a tone or a quarter, for its mark when chosen. */
  readonly tone?: string;
  readonly mark?: ComponentChildren;
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly isLabelUnseen?: boolean;
  /** null: nothing chosen yet. */
  readonly value: Value | null;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** `segments`: two to four short words. `list`: sentences, one under the other. */
  readonly look?: 'segments' | 'list';
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const name = useId();
  const isList = props.look === 'list';
  return (
    <fieldset>
      <legend class={props.isLabelUnseen ? 'unseen' : 'group-label'}>{props.label}</legend>
      <div class={isList ? 'options' : 'segments'}>
        {props.options.map((option) => (
          <label key={option.value} class={`${isList ? 'option' : 'segment'} ${option.tone ?? ''}`}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            {isList && (
              <span class="option-mark">
                {option.mark ?? (option.icon ? <Icon name={option.icon} /> : <span class="option-ring" />)}
              </span>
            )}
            <span class={isList ? 'option-label' : ''}>{option.label}</span>
            {isList && option.hint && <span class="option-hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface RangeProps {
  readonly label: string;
  /** Index into `words`; null: not answered yet. */
  readonly value: number | null;
  /** One word for each step, from the lowest to the highest: no numbers are shown. */
  readonly words: readonly string[];
  readonly onInput: (value: number) => void;
  /** Said while nothing has been chosen. */
  readonly unsetWord: string;
}

export function Range(props: RangeProps) {
  const id = useId();
  const highest = props.words.length - 1;
  const shown = props.value ?? Math.floor(highest / 2);
  const word = props.value === null ? props.unsetWord : (props.words[props.value] ?? '');
  const choose = (text: string) => props.onInput(Number(text));
  return (
    <div class="range" data-is-unset={props.value === null || undefined}>
      <div class="row-apart">
        <label class="field-label" for={id}>
          {props.label}
        </label>
        <small aria-hidden="true">{word}</small>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={highest}
        step={1}
        value={shown}
        aria-valuetext={word}
        ref={(input) => {
          input?.style.setProperty('--filled', `${(shown / Math.max(1, highest)) * 100}%`);
        }}
        onInput={(event) => choose(event.currentTarget.value)}
        // A tap on the middle, where the thumb already stands, chooses it too.
        onClick={(event) => props.value === null && choose(event.currentTarget.value)}
      />
      <div class="range-ends" aria-hidden="true">
        <small>{props.words[0]}</small>
        <small>{props.words[highest]}</small>
      </div>
    </div>
  );
}
