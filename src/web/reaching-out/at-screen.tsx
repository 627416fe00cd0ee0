/** "At 20:30": a time today or tomorrow, which is the answer and becomes a promise of mine, both in one press. */
import { useSignal } from '@preact/signals';
import { instantToWallDate, type ReachingOutCommand, type Wish, wallDatePlusDays } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Chips, Choice, Field, Note, Steps, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { clockTime } from '../shell/time.ts';
import { en } from './messages.ts';
import { nearTimes } from './near-times.ts';
import { promisedFor } from './reaching-out-content.ts';
import { WishOfOther } from './wish-of-other.tsx';

export function Screen({ params }: ScreenProps) {
  return <WishOfOther thing={params.thing ?? ''}>{(wish) => <Naming key={wish.id} wish={wish} />}</WishOfOther>;
}

function Naming({ wish }: { readonly wish: Wish }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<ReachingOutCommand>(m.refusals);
  const { nowMs, zone, locale } = app.moment.value;
  const today = instantToWallDate(nowMs, zone);
  const day = useSignal<'today' | 'tomorrow'>('today');
  const time = useSignal('');
  const date = day.value === 'today' ? today : wallDatePlusDays(today, 1);
  const what = wish.said === null ? '' : promisedFor(wish.said.wish);
  const home = `/reaching-out/${wish.id}`;
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'reaching-out',
      type: 'answer-at',
      thing: wish.id,
      date,
      time: time.value,
      what,
    });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  const isShownBeside = refused?.field === 'time' || refused?.field === 'date';
  return (
    <Steps
      place={m.place}
      title={m.at.title}
      lead={m.at.lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && !isShownBeside && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={time.value === ''} onPress={() => void save()}>
            {m.at.send(name)}
          </Button>
        </>
      }
    >
      <Chips label={m.at.near}>
        {nearTimes(nowMs, zone).map((near) => (
          <Chip
            key={near.atMs}
            isOn={near.date === date && near.time === time.value}
            onToggle={(isOn) => {
              clear();
              day.value = isOn && near.date !== today ? 'tomorrow' : 'today';
              time.value = isOn ? near.time : '';
            }}
          >
            {clockTime(near.atMs, zone, locale)}
          </Chip>
        ))}
      </Chips>
      <Choice
        label={m.at.day}
        isLabelUnseen
        value={day.value}
        options={[
          { value: 'today', label: m.at.today },
          { value: 'tomorrow', label: m.at.tomorrow },
        ]}
        onChange={(value) => {
          clear();
          day.value = value;
        }}
      />
      <Field
        label={m.at.time}
        type="time"
        value={time.value}
        error={isShownBeside ? refused.sentence : null}
        onInput={(text) => {
          clear();
          time.value = text.slice(0, 5);
        }}
      />
      <Card title={m.at.becomes} icon="promises">
        <p class="voice-small">{wordToLabel(what)}</p>
        <p class="note">{m.at.becomesNote}</p>
      </Card>
    </Steps>
  );
}
