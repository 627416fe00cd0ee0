/** Ways to begin, made one's own; and a hint, where a sentence begins like advice. Holds nothing back. */
import { coreLimits, type FeelingNamed } from '#core';
import { feelingsContent } from '../check-in/feelings-content.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Field, More, Note } from '../shell/parts/index.ts';
import { hints, type Starter, starters } from './empathy-content.ts';
import { hintOf } from './hint-of.ts';
import { en } from './messages.ts';
import { fittingStarters, starterToText } from './starter-words.ts';
import '../noticing/noticing.css';

const shownFirst = 3;

interface StartersProps {
  readonly feelings: readonly FeelingNamed[];
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** A sentence that says why it was refused. */
  readonly error: string | null;
}

export function Starters({ feelings, value, onChange, error }: StartersProps) {
  const m = useMessages(en).answer;
  const { locale } = useApp().moment.value;
  const fitting = fittingStarters(starters, feelings, feelingsContent);
  const textOf = (starter: Starter): string => starterToText(starter, feelings, feelingsContent, locale);
  const hint = hintOf(value, hints);
  const row = (starter: Starter) => (
    <li key={starter.id}>
      <button
        type="button"
        class="opener"
        aria-pressed={value === textOf(starter)}
        onClick={() => onChange(textOf(starter))}
      >
        <span class="voice-small">{textOf(starter)}</span>
      </button>
    </li>
  );
  return (
    <>
      <div class="stack">
        <Field
          label={m.field}
          isLong
          isVoice
          charsMax={coreLimits.paragraphCharsMax}
          value={value}
          error={error}
          onInput={onChange}
        />
        <div aria-live="polite">
          {hint !== null && (
            <Note icon="info">
              <p>{hint.text}</p>
            </Note>
          )}
        </div>
      </div>
      <div class="stack">
        <h2>{m.starters}</h2>
        <ul class="openers" aria-label={m.starters}>
          {fitting.slice(0, shownFirst).map(row)}
        </ul>
        <More title={m.more}>
          <ul class="openers" aria-label={m.more}>
            {fitting.slice(shownFirst).map(row)}
          </ul>
        </More>
      </div>
    </>
  );
}
