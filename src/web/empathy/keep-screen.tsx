/** Practising alone: a check-in of my own, and the words that I would have liked to hear. Mine, and only mine. */
import { useSignal } from '@preact/signals';
import { type CheckIn, checkIn, type EmpathyCommand, type EmpathyKept, empathy } from '#core';
import { CheckInVoice } from '../check-in/check-in-view.tsx';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { en } from './messages.ts';
import { Starters } from './starters.tsx';
import '../check-in/feelings.css';
import '../check-in/check-in.css';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const feeling = thingsOf(app.snapshot.value, checkIn).get(params.feeling ?? '');
  const old = thingsOf(app.snapshot.value, empathy).get(query.get('of') ?? '');
  const kept = old?.type === 'kept' ? old : null;
  if (kept === null && feeling?.author !== 'me') {
    return (
      <Frame title={m.list.title} back="/empathy">
        <EmptyState title={m.about.missing}>{m.about.missingText}</EmptyState>
      </Frame>
    );
  }
  return <Keeping key={params.feeling} to={params.feeling ?? ''} feeling={feeling ?? null} kept={kept} />;
}

interface KeepingProps {
  readonly to: string;
  /** null: it lies in an earlier month, and the words stand alone. */
  readonly feeling: CheckIn | null;
  readonly kept: EmpathyKept | null;
}

function Keeping({ to, feeling, kept }: KeepingProps) {
  const m = useMessages(en);
  const app = useApp();
  const { refused, run, clear } = useCommand<EmpathyCommand>(m.refusals);
  const words = useSignal(kept?.words ?? '');
  const leave = (): void => app.navigate('/empathy', { isReplacing: true });
  const save = async (): Promise<void> => {
    const thing = kept?.id ?? null;
    const things = await run({ practice: 'empathy', type: 'keep', thing, to, words: words.value });
    if (things !== null) leave();
  };
  const forget = async (thing: string): Promise<void> => {
    if ((await run({ practice: 'empathy', type: 'forget', thing })) !== null) leave();
  };
  return (
    <Steps
      place={m.place}
      title={m.keep.title}
      lead={m.keep.lead}
      closeWord="cancel"
      onClose={() => app.back('/empathy')}
      action={
        <>
          <p class="note">{m.keep.onlyYou}</p>
          <Button isDisabled={words.value.trim() === ''} onPress={() => void save()}>
            {m.keep.save}
          </Button>
          {kept !== null && (
            <Button kind="danger" onPress={() => void forget(kept.id)}>
              {m.keep.delete}
            </Button>
          )}
        </>
      }
    >
      {feeling?.words && <CheckInVoice checkIn={feeling} words={feeling.words} />}
      <Starters
        feelings={feeling?.words?.feelings ?? []}
        value={words.value}
        error={refused?.sentence ?? null}
        onChange={(text) => {
          clear();
          words.value = text;
        }}
      />
    </Steps>
  );
}
