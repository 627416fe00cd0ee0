/** One thing that calms, and another on request. Nothing to be done, nothing to be ticked. */
import { useSignal } from '@preact/signals';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { helps } from './pause-content.ts';

export function Help() {
  const m = useMessages(en);
  // Another one at another time, the same one while it is looked at.
  const place = useSignal(Math.floor(useApp().moment.peek().nowMs / 1000));
  const help = helps[place.value % helps.length];
  if (help === undefined) return null;
  return (
    <Card title={m.meanwhile}>
      <p class="voice" aria-live="polite">
        {help.text}
      </p>
      <p class="note">{m.leaveIt}</p>
      <div>
        <Button kind="quiet" isSmall onPress={() => (place.value += 1)}>
          {m.another}
        </Button>
      </div>
    </Card>
  );
}
