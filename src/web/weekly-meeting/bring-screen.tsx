/** Which of my notes come along. Nothing is chosen beforehand where the other one will see it. */
import { useSignal } from '@preact/signals';
import type { ChosenNote, OwnWay, WeeklyMeetingCommand } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note, Steps } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { canBring } from './kept-words.ts';
import { partWords } from './meeting-content.ts';
import { en } from './messages.ts';

export const Screen = ({ params }: ScreenProps) => <Choosing thing={params.thing ?? ''} />;
export const AloneScreen = () => <Choosing way="alone" />;
export const OnePhoneScreen = () => <Choosing way="one-phone" />;

type ChoosingProps = { readonly thing: string } | { readonly way: OwnWay };

function Choosing(props: ChoosingProps) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<WeeklyMeetingCommand>(m.refusals);
  const way = 'way' in props ? props.way : null;
  const all = canBring(app.snapshot.value);
  const left = useSignal<ReadonlySet<string>>(new Set());
  const taken = useSignal<ReadonlySet<string>>(new Set());
  const isTaken = ({ note }: ChosenNote): boolean => (way === 'alone' ? !left.value.has(note) : taken.value.has(note));
  const toggle = ({ note }: ChosenNote): void => {
    clear();
    const signal = way === 'alone' ? left : taken;
    const next = new Set(signal.value);
    if (!next.delete(note)) next.add(note);
    signal.value = next;
  };
  const chosen = all.filter(isTaken);
  const home = 'thing' in props ? `/weekly-meeting/${props.thing}` : '/weekly-meeting';
  const go = async (): Promise<void> => {
    const things = await run(
      'thing' in props
        ? { practice: 'weekly-meeting', type: 'bring', thing: props.thing, notes: chosen }
        : { practice: 'weekly-meeting', type: 'begin-own', way: props.way, notes: chosen },
    );
    if (things === null) return;
    if (way === null) app.back(home);
    else app.navigate(`/weekly-meeting/${things[0] ?? ''}/agenda`, { isReplacing: true });
  };
  const lead = way === null ? m.bring.lead : way === 'alone' ? m.bring.leadAlone : m.bring.leadPhone;
  return (
    <Steps
      place={m.place}
      title={m.bring.title}
      lead={lead}
      closeWord="cancel"
      onClose={() => app.back(home)}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void go()} {...(way === null ? { icon: 'sealed' as const } : {})}>
            {way !== null ? m.bring.begin : chosen.length === 0 ? m.bring.sealNone : m.bring.seal}
          </Button>
          {way === null && <p class="note">{m.bring.sealNote}</p>}
        </>
      }
    >
      {all.length === 0 && <p class="soft">{m.bring.none}</p>}
      {partWords.map(({ part, title }) => {
        const notes = all.filter((one) => one.part === part);
        return notes.length === 0 ? null : (
          <fieldset key={part}>
            <legend class="group-label">{title}</legend>
            <div class="options">
              {notes.map((one) => (
                <label key={one.note} class="option">
                  <input type="checkbox" checked={isTaken(one)} onChange={() => toggle(one)} />
                  <span class="option-mark">
                    <span class="option-ring" />
                  </span>
                  <span class="option-label voice-small" dir="auto">
                    {one.words}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </Steps>
  );
}
