/** The words of a boundary, in the order in which they matter; empty ones are left out. */
import type { BoundaryWords } from '#core';
import { useMessages } from '../shell/app.ts';
import type { ToneName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export function BoundaryView(props: {
  readonly words: BoundaryWords;
  readonly tone: ToneName;
  readonly isMine?: boolean;
}) {
  const m = useMessages(en).fields;
  return (
    <section class={`bubble ${props.tone}`} data-is-mine={props.isMine || undefined}>
      <div class="stack">
        {(['fine', 'ask', 'no', 'keep'] as const)
          .filter((field) => props.words[field] !== '')
          .map((field) => (
            <div key={field} class="stack-tight">
              <h2>{m[field]}</h2>
              <p class="voice-small said" dir="auto">
                {props.words[field]}
              </p>
            </div>
          ))}
      </div>
    </section>
  );
}
