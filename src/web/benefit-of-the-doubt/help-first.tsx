/** Instead of other explanations: why there are none, in the same words whatever the reason, and the way back. */

import { useMessages } from '../shell/app.ts';
import { Button, Card, More } from '../shell/parts/index.ts';
import { en } from './messages.ts';

export interface HelpFirstProps {
  readonly canBeginAgain: boolean;
  readonly onBeginAgain: () => void;
}

export function HelpFirst({ canBeginAgain, onBeginAgain }: HelpFirstProps) {
  const m = useMessages(en).helpFirst;
  return (
    <Card title={m.title} icon="care">
      <p>{m.text}</p>
      <p>{m.can}</p>
      <More title={m.mistake}>
        {canBeginAgain ? (
          <>
            <p>{m.mistakeText}</p>
            <Button kind="quiet" isSmall onPress={onBeginAgain}>
              {m.again}
            </Button>
          </>
        ) : (
          <p>{m.mend}</p>
        )}
      </More>
    </Card>
  );
}
