/** The parts of a text that have words, each after the beginning of the sentence that it was written to. */
import { type NeutralWords, neutralParts } from '#core';
import { useMessages } from '../shell/app.ts';
import { en } from './messages.ts';
import { questions } from './neutral-content.ts';

export function PartsView({ words }: { readonly words: NeutralWords }) {
  const m = useMessages(en).about;
  return (
    <div class="stack">
      {neutralParts
        .filter((part) => words[part] !== '')
        .map((part) => (
          <div key={part} class="stack-tight">
            <small>{questions.find(({ id }) => id === part)?.label ?? m.label}</small>
            <p class="voice-small said" dir="auto">
              {words[part]}
            </p>
          </div>
        ))}
    </div>
  );
}
