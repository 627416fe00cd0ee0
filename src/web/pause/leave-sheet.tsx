/** Leaving it for today: without a time, and without a reason. */
import type { PauseWhole } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Sheet, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';

interface LeaveSheetProps {
  readonly whole: PauseWhole;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

export function LeaveSheet({ whole, isOpen, onClose, onLeave }: LeaveSheetProps) {
  const m = useMessages(en).leave;
  const name = useName('partner');
  const hasPromise = whole.parts.some(({ by, promise }) => by === 'me' && promise !== null);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={m.title}>
      <p>{m.text}</p>
      {hasPromise && <p class="note">{m.promise(name)}</p>}
      <div class="buttons">
        <Button onPress={onLeave}>{m.save}</Button>
        <Button kind="quiet" onPress={onClose}>
          {m.keep}
        </Button>
      </div>
    </Sheet>
  );
}
