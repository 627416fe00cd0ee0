/** Once, with a new time, said before anybody has waited in vain. */
import { useSignal } from '@preact/signals';
import type { Pause } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Sheet, useName } from '../shell/parts/index.ts';
import { useAgreed } from './agreed.ts';
import { en as cardEn } from './card-messages.ts';
import { LengthChips } from './length-chips.tsx';
import { type Length, lengthToReturn, minutesOffered, type Return } from './lengths.ts';
import { en } from './messages.ts';
import { returnToWords } from './return-words.ts';

interface ExtendSheetProps {
  readonly pause: Pause;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (back: Return) => void;
}

export function ExtendSheet({ pause, isOpen, onClose, onSave }: ExtendSheetProps) {
  const m = useMessages(en).extend;
  const cards = useMessages(cardEn);
  const name = useName('partner');
  const agreed = useAgreed();
  const length = useSignal<Length>({ type: 'minutes', minutes: minutesOffered[0] });
  // Counted on from the time that was said; from now, where that has just passed.
  const back = lengthToReturn(length.value, Math.max(agreed.nowMs, pause.untilMs), agreed.zone);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={m.title}>
      <p>{pause.isShared && pause.by === 'partner' ? m.textTheirs : m.text}</p>
      <LengthChips
        label={m.lengths}
        value={length.value}
        hasOwn={false}
        onChange={(value) => {
          length.value = value;
        }}
      />
      {back !== null && (
        <>
          <p class="voice" aria-live="polite">
            {m.thenOn(returnToWords(back.untilMs, agreed, cards))}
          </p>
          <Button onPress={() => onSave(back)}>{pause.isShared ? m.save(name) : m.saveMine}</Button>
        </>
      )}
    </Sheet>
  );
}
