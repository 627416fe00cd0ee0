/** Puts a promise into the calendar of this device, as a file. Its words then lie where others may read them: said first. */
import { useSignal } from '@preact/signals';
import { type Pledge, promiseToCalendar } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Sheet } from '../shell/parts/index.ts';
import { en } from './messages.ts';

/** A whole day gets no reminder: its first minute is midnight. */
const reminderMinutes = 60;

export function CalendarButton({ pledge }: { readonly pledge: Pledge }) {
  const m = useMessages(en);
  const app = useApp();
  const isOpen = useSignal(false);
  const save = (title: string): void => {
    const { id: thing, when } = pledge;
    const { nowMs } = app.moment.peek();
    const remindMinutes = when.time === null ? null : reminderMinutes;
    const text = promiseToCalendar({ thing, title, when, nowMs, remindMinutes, product: m.calendar.product });
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
