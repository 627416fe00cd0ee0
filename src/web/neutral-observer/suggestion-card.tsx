/** The suggestion on Today. "Not now" is kept on my devices, so that it rests; nothing counts how often. */
import type { NeutralCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useMessages } from '../shell/app.ts';
import { Button, Card } from '../shell/parts/index.ts';
import { en } from './card-messages.ts';

export function SuggestionCard({ why }: { readonly why: 'after-talk' | 'four-months' }) {
  const m = useMessages(en).today;
  const { run } = useCommand<NeutralCommand>({});
  return (
    <Card title={m.title} icon="noticing">
      <p>{m[why]}</p>
      <div class="row">
        <Button kind="quiet" isSmall href="/neutral-observer/new">
          {m.write}
        </Button>
        <Button kind="plain" onPress={() => void run({ practice: 'neutral-observer', type: 'rest' })}>
          {m.rest}
        </Button>
      </div>
    </Card>
  );
}
