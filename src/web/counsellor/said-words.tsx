/** What was said of one thing: who, on which day, and the words. */
import { useMessages } from '../shell/app.ts';
import { useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { type Said, useDay } from './shared-words.ts';

export interface SaidWordsProps {
  readonly said: readonly Said[];
  /** On paper: my name instead of "You". */
  readonly me?: string;
}

export function SaidWords({ said, me }: SaidWordsProps) {
  const m = useMessages(en).sheet;
  const day = useDay();
  const [myself, partner] = [useName('me'), useName('partner')];
  return (
    <>
      {said.map(({ by, atMs, lines }) => (
        <div key={`${by} ${atMs} ${lines.join()}`} class="stack-tight">
          <small>{m.by(by === 'me' ? (me ?? myself) : partner, day.ofMoment(atMs))}</small>
          {lines.map(([label, text]) => (
            <p key={label + text}>
              {lines.length > 1 && <small>{label}: </small>}
              <span dir="auto">{text}</span>
            </p>
          ))}
        </div>
      ))}
    </>
  );
}
