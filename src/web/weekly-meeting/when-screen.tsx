/** A day and a time: proposed to the other one, or another one than was named before. */
import { useSignal } from '@preact/signals';
import { instantToWallDate, isWallDate, isWallTime, type WeeklyMeetingCommand, wallToInstantMs } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, DayAndTime, Steps, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { promiseWords } from './meeting-content.ts';
import { en } from './messages.ts';

export function Screen({ params }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const { nowMs, zone } = app.moment.peek();
  const today = instantToWallDate(nowMs, zone);
  const date = useSignal(today);
  const time = useSignal('');
  const { thing } = params;
  const home = thing === undefined ? '/weekly-meeting' : `/weekly-meeting/${thing}`;
  const save = async (): Promise<void> => {
    const atMs = wallToInstantMs(date.value, time.value, zone);
    const things = await run(
      thing === undefined
        ? { practice: 'weekly-meeting', type: 'propose', atMs }
        : { practice: 'weekly-meeting', type: 'move', thing, atMs, what: promiseWords },
    );
    if (things !== null) app.back(home);
  };
  return (
    <Steps
      place={m.place}
      title={thing === undefined ? m.when.title : m.when.move}
      lead={m.when.lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <Button isDisabled={!isWallDate(date.value) || !isWallTime(time.value)} onPress={() => void save()}>
          {thing === undefined ? m.when.send(name) : m.when.save}
        </Button>
      }
    >
      <DayAndTime
        labels={m.when}
        today={today}
        date={date.value}
        time={time.value}
        dateError={refused?.sentence ?? null}
        onDate={(typed) => {
          clear();
          date.value = typed;
        }}
        onTime={(typed) => {
          clear();
          time.value = typed;
        }}
      />
    </Steps>
  );
}
