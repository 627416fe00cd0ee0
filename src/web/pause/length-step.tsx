/** How long, who sees it, and what the other one will read. What stands on the screen is what is promised. */
import { useSignal } from '@preact/signals';
import { type PauseCommand, pauseLimits, type ThingId } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, Choice, Field, Note, nameOf, Steps, toneOf, useName } from '../shell/parts/index.ts';
import { useAgreed } from './agreed.ts';
import { en as cardEn } from './card-messages.ts';
import { ClockNote } from './clock-note.tsx';
import { Help } from './help.tsx';
import { LengthChips } from './length-chips.tsx';
import { type Length, lengthToReturn } from './lengths.ts';
import { en } from './messages.ts';
import type { Sharing } from './new-screen.tsx';
import { promiseWords } from './pause-content.ts';
import { returnToWords } from './return-words.ts';

interface LengthStepProps {
  readonly session: ThingId | null;
  readonly sharing: Sharing;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

export function LengthStep({ session, sharing, onClose, onBack }: LengthStepProps) {
  const m = useMessages(en);
  const app = useApp();
  const agreed = useAgreed();
  const { refused, run, clear } = useCommand<PauseCommand>(m.refusals);
  const length = useSignal<Length>({ type: 'minutes', minutes: pauseLimits.minutesDefault });
  const chosen = useSignal<'ours' | 'mine'>('ours');
  const isShared = (sharing === 'choose' ? chosen.value : sharing) === 'ours';
  const back = lengthToReturn(length.value, agreed.nowMs, agreed.zone);
  const begin = async (): Promise<void> => {
    if (back === null) return;
    const { minutes, untilMs: shownMs } = back;
    const { clockDifferenceMs } = agreed;
    const things = await run({
      practice: 'pause',
      type: 'begin',
      session,
      isShared,
      minutes,
      shownMs,
      clockDifferenceMs,
      what: promiseWords,
    });
    if (things?.[0] !== undefined) app.navigate(`/pause/${things[0]}`, { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.length.title}
      lead={m.length.lead}
      onClose={onClose}
      onBack={onBack}
      closeWord="cancel"
      action={
        <>
          {refused && refused.field !== 'minutes' && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button isDisabled={back === null} onPress={() => void begin()}>
            {m.length.begin}
          </Button>
        </>
      }
    >
      <div class="stack">
        <LengthChips
          label={m.length.lengths}
          value={length.value}
          onChange={(value) => {
            clear();
            length.value = value;
          }}
        />
        {length.value.type === 'time' && (
          <Field
            label={m.length.time}
            type="time"
            value={length.value.time}
            error={refused?.field === 'minutes' ? refused.sentence : null}
            onInput={(time) => {
              clear();
              length.value = { type: 'time', time: time.slice(0, 5) };
            }}
          />
        )}
      </div>
      {sharing === 'choose' && (
        <Choice
          label={m.length.who}
          value={chosen.value}
          options={[
            { value: 'ours', label: m.length.both },
            { value: 'mine', label: m.length.me },
          ]}
          onChange={(value) => {
            clear();
            chosen.value = value;
          }}
        />
      )}
      {back !== null && <Preview untilMs={back.untilMs} isShared={isShared} />}
      <ClockNote />
      <Help />
    </Steps>
  );
}

/** The very sentence that will stand on the other phone; by its own wall there. */
function Preview({ untilMs, isShared }: { readonly untilMs: number; readonly isShared: boolean }) {
  const m = useMessages(en).length;
  const cards = useMessages(cardEn);
  const app = useApp();
  const name = useName('partner');
  const at = returnToWords(untilMs, useAgreed(), cards);
  const { me, connection } = app.snapshot.value;
  if (!isShared)
    return (
      <Bubble who={m.previewMine} tone={toneOf(app, 'me')} isMine>
        {cards.youTake(at)}
      </Bubble>
    );
  return (
    <div class="stack-tight" aria-live="polite">
      <Bubble who={m.preview(name)} tone={toneOf(app, 'me')} isMine>
        {cards.takes(nameOf(me, m.meUnnamed), at)}
      </Bubble>
      <p class="note">
        {m.promise} {connection.state === 'offline' && m.apart(name)}
      </p>
    </div>
  );
}
