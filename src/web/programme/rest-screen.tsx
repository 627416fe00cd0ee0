/** Resting, or being away: until a day, or open. Which of the two it is, the address says. Nobody else learns of it. */
import { useSignal } from '@preact/signals';
import { instantToWallDate, type ProgrammeCommand, wallDatePlusDays } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Chips, Field, Note, Steps } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import './programme.css';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<ProgrammeCommand>(m.refusals);
  const { nowMs, zone } = app.moment.value;
  const isAway = app.location.value.path.endsWith('/away');
  const today = instantToWallDate(nowMs, zone);
  const until = useSignal('');
  const near = [
    { date: '', word: m.rest.open },
    { date: wallDatePlusDays(today, 7), word: m.rest.week },
    { date: wallDatePlusDays(today, 14), word: m.rest.twoWeeks },
    { date: wallDatePlusDays(today, 30), word: m.rest.month },
  ];
  const choose = (date: string): void => {
    clear();
    until.value = date;
  };
  const save = async (): Promise<void> => {
    const things = await run({
      practice: 'programme',
      type: isAway ? 'be-away' : 'rest',
      until: until.value === '' ? null : until.value,
    });
    if (things !== null) app.navigate('/programme', { isReplacing: true });
  };
  const isBeside = refused?.field === 'until';
  return (
    <Steps
      place={m.place}
      title={isAway ? m.rest.awayTitle : m.rest.restTitle}
      lead={isAway ? m.rest.awayLead : m.rest.restLead}
      closeWord="cancel"
      onClose={() => app.back('/programme')}
      action={
        <>
          {refused && !isBeside && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void save()}>{isAway ? m.rest.awaySave : m.rest.restSave}</Button>
        </>
      }
    >
      <Chips label={m.rest.near}>
        {near.map(({ date, word }) => (
          <Chip key={word} isOn={until.value === date} onToggle={() => choose(date)}>
            {word}
          </Chip>
        ))}
      </Chips>
      <div class="path-day">
        <Field
          label={m.rest.day}
          type="date"
          min={wallDatePlusDays(today, 1)}
          value={until.value}
          error={isBeside ? refused.sentence : null}
          onInput={choose}
        />
      </div>
    </Steps>
  );
}
