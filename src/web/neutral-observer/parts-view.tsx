/** The parts of a text that have words, each under its name. */
import { type NeutralWords, neutralParts } from '#core';
import { useMessages } from '../shell/app.ts';
import { en } from './messages.ts';
import { partName } from './neutral-content.ts';

export function PartsView({ words }: { readonly words: NeutralWords }) {
  const m = useMessages(en).detail;
  return (
    <div class="stack">
      {neutralParts
        .filter((part) => words[part] !== '')
        .map((part) => (
          <div key={part} class="stack-tight">
            <h3>{partName(part, m.about)}</h3>
            <p class="voice-small said" dir="auto">
              {words[part]}
            </p>
          </div>
        ))}
    </div>
  );
}
