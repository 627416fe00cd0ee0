/**
 * A pause that goes on, for me: until when, something that calms, a soft bell. It stays so when the other one is back
 * first: who paused has the time that was said.
 */
import { useSignal } from '@preact/signals';
import { type Pause, type PauseCommand, type PauseWhole, pauseActions, pauseLimits } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Chip, Note, Steps, toneOf, useName } from '../shell/parts/index.ts';
import { type Agreed, useAgreed } from './agreed.ts';
import { en as cardEn } from './card-messages.ts';
import { ClockNote } from './clock-note.tsx';
import { ExtendSheet } from './extend-sheet.tsx';
import { Help } from './help.tsx';
import { LeaveSheet } from './leave-sheet.tsx';
import type { Return } from './lengths.ts';
import { en } from './messages.ts';
import { returnToWords, spanToWords } from './return-words.ts';
import { useBell } from './use-bell.ts';

export function Running({ whole }: { readonly whole: PauseWhole }) {
  const m = useMessages(en);
  const app = useApp();
  const { pause } = whole;
  const agreed = useAgreed([pause.untilMs, pause.untilMs + pauseLimits.graceMs + 1]);
  const { refused, run, clear } = useCommand<PauseCommand>(m.refusals);
  const asks = useSignal<'extend' | 'leave' | null>(null);
  const hasBell = useSignal(true);
  useBell(hasBell.value ? agreed.toDeviceMs(pause.untilMs) : null);
  const words = useWords(pause, agreed);
  const isDue = agreed.nowMs >= pause.untilMs;
  const { clockDifferenceMs } = agreed;
  const act = async (command: PauseCommand): Promise<void> => {
    clear();
    await run(command);
    asks.value = null;
  };
  const extend = ({ minutes, untilMs: shownMs }: Return): Promise<void> =>
    act({ practice: 'pause', type: 'extend', thing: pause.id, minutes, shownMs, clockDifferenceMs });
  return (
    <Steps
      place={m.place}
      title={words.title}
      lead={words.lead}
      onClose={() => app.back(pause.session === null ? '/' : `/guided/session/${pause.session}`)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void act({ practice: 'pause', type: 'return', thing: pause.id, clockDifferenceMs })}>
            {pause.ending === null ? m.running.back : m.ready.back}
          </Button>
        </>
      }
    >
      <p class={`pause-disc voice ${toneOf(app, pause.by)}`}>
        {isDue ? m.due.now : m.running.left(spanToWords(pause.untilMs - agreed.nowMs, agreed.locale))}
      </p>
      <ClockNote />
      {!isDue && (
        <>
          <Help />
          <div class="row">
            <Chip icon="bell" isOn={hasBell.value} onToggle={(isOn) => (hasBell.value = isOn)}>
              {m.running.bell}
            </Chip>
            <small>{m.running.bellHint}</small>
          </div>
        </>
      )}
      <div class="stack-tight">
        <div class="row">
          {pauseActions(pause, agreed.nowMs).includes('extend') && (
            <Button kind="quiet" isSmall onPress={() => (asks.value = 'extend')}>
              {m.running.longer}
            </Button>
          )}
          <Button kind="quiet" isSmall onPress={() => (asks.value = 'leave')}>
            {m.running.leave}
          </Button>
        </div>
        {pause.isExtended && <p class="note">{m.running.wasLonger}</p>}
      </div>
      <ExtendSheet
        pause={pause}
        isOpen={asks.value === 'extend'}
        onClose={() => (asks.value = null)}
        onSave={(back) => void extend(back)}
      />
      <LeaveSheet
        whole={whole}
        isOpen={asks.value === 'leave'}
        onClose={() => (asks.value = null)}
        onLeave={() => void act({ practice: 'pause', type: 'leave', thing: pause.id })}
      />
    </Steps>
  );
}

/** What stands above, from the side of whoever reads it. */
function useWords(pause: Pause, agreed: Agreed): { readonly title: string; readonly lead: string } {
  const m = useMessages(en);
  const cards = useMessages(cardEn);
  const name = useName('partner');
  const at = returnToWords(pause.untilMs, agreed, cards);
  const isDue = agreed.nowMs >= pause.untilMs;
  if (pause.ending !== null) return { title: m.ready.title(name), lead: isDue ? m.ready.due : m.ready.until(at) };
  if (isDue) return { title: m.due.title, lead: m.due.said(at) };
  if (!pause.isShared) return { title: m.running.titleMine(at), lead: m.running.mine };
  const lead = pause.by === 'me' ? `${cards.youTake(at)} ${m.running.same(name)}` : cards.takes(name, at);
  return { title: m.running.title(at), lead };
}
