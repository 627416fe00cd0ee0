/** The one card of the path on Today: a suggestion for this step, with a welcome on the day of coming back. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Path } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Card } from '../shell/parts/index.ts';
import { en } from './card-messages.ts';
import { Offered } from './suggestion.tsx';
import { useSuggestion } from './use-suggestion.ts';

type Content = typeof import('./programme-content.ts');

interface PathCardProps {
  readonly path: Path;
  readonly isWelcome: boolean;
  /** Nothing is suggested today: only the welcome. */
  readonly isFree: boolean;
}

export function PathCard({ path, isWelcome, isFree }: PathCardProps) {
  const m = useMessages(en);
  const content = useContent();
  const suggestion = useSuggestion(path, content);
  const choice = suggestion === null ? null : (content?.choiceOf(suggestion.practice) ?? null);
  const step = m.today.step(m.stages[path.stage]);
  return (
    <Card title={isWelcome ? m.today.welcome : step} icon="programme">
      {isWelcome && (
        <div class="stack-tight">
          <p>{m.today.welcomeLine}</p>
          <p class="note">{step}</p>
        </div>
      )}
      {suggestion !== null && choice !== null ? (
        <Offered suggestion={suggestion} choice={choice} isMain={false} />
      ) : (
        // Nothing is drawn today, or what was drawn is of a newer version.
        (isFree || (content !== null && suggestion !== null)) && (
          <Button kind="quiet" isSmall href="/programme">
            {m.today.open}
          </Button>
        )
      )}
    </Card>
  );
}

/** What the steps say comes after the first screen: one who walks no path never loads it. */
function useContent(): Content | null {
  const content = useSignal<Content | null>(null);
  useEffect(() => {
    void import('./programme-content.ts').then(
      (loaded) => {
        content.value = loaded;
      },
      () => {}, // without a connection, and never opened before: the card names the step, and that is all
    );
  }, [content]);
  return content.value;
}
