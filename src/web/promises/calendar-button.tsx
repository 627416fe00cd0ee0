/** Puts a promise into the calendar of this device, as a file. Its words then lie where others may read them: said first. */
import { useSignal } from '@preact/signals';
import type { Pledge } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Sheet } from '../shell/parts/index.ts';
import { pledgeToCalendarFile } from './calendar-file.ts';
import { en } from './messages.ts';

export function CalendarButton({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const isOpen = useSignal(false);
  const save = (summary: string): void => {
    const { productId, neutral } = m.calendar;
    const text = pledgeToCalendarFile(pledge, { summary, reminder: neutral, productId }, app.moment.peek().nowMs);
    saveFile(`${m.calendar.fileName}.ics`, text, 'text/calendar;charset=utf-8');
    isOpen.value = false;
  };
  return (
    <>
      <Button kind="quiet" isSmall icon="calendar" onPress={() => (isOpen.value = true)}>
        {m.detail.calendar}
      </Button>
      <Sheet isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={m.detail.calendar}>
        <p>{m.calendar.note}</p>
        <div class="buttons">
          <Button onPress={() => save(m.calendar.neutral)}>{m.calendar.withoutWords}</Button>
          <Button kind="quiet" onPress={() => save(pledge.what)}>
            {m.calendar.withWords}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
