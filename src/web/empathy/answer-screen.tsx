/**
 * Finding words for the other one's feeling: first read it once more, then say that it makes sense. The last step
 * keeps it for me, to be said aloud, or shares it. Cancel leaves no trace.
 */
import { useSignal } from '@preact/signals';
import { type CheckIn, checkIn, type EmpathyCommand, empathy } from '#core';
import { CheckInVoice } from '../check-in/check-in-view.tsx';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Screen as Frame, More, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import type { ScreenProps } from '../shell/router.ts';
import { tips, ways } from './empathy-content.ts';
import { en } from './messages.ts';
import { Starters } from './starters.tsx';
import '../check-in/feelings.css';
import '../check-in/check-in.css';

export function Screen({ params, query }: ScreenProps) {
  const m = useMessages(en);
  const app = useApp();
  const feeling = thingsOf(app.snapshot.value, checkIn).get(params.feeling ?? '');
  const old = thingsOf(app.snapshot.value, empathy).get(query.get('of') ?? '');
  if (feeling === undefined || feeling.words === null || feeling.author === 'me') {
    return (
      <Frame title={m.list.title} back="/empathy">
        <EmptyState title={m.about.missing}>{m.about.missingText}</EmptyState>
      </Frame>
    );
  }
  const draft = old?.type === 'answer' && old.by === 'me' && old.standing === 'mine' ? old : null;
  return <Answering key={feeling.id} feeling={feeling} draft={draft} />;
}

interface AnsweringProps {
  readonly feeling: CheckIn;
  readonly draft: { readonly id: string; readonly words: string | null } | null;
}

function Answering({ feeling, draft }: AnsweringProps) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<EmpathyCommand>(m.refusals);
  const step = useSignal(draft === null ? 0 : 1);
  const words = useSignal(draft?.words ?? '');
  const home = `/empathy/${feeling.id}`;
  const save = async (type: 'write' | 'answer'): Promise<void> => {
    const thing = draft?.id ?? null;
    const things = await run({ practice: 'empathy', type, thing, to: feeling.id, words: words.value });
    if (things !== null) app.navigate(home, { isReplacing: true });
  };
  const go = (to: number): void => {
    clear();
    step.value = to;
    window.scrollTo(0, 0);
  };
  const frame = {
    place: m.place,
    step: step.value + 1,
    stepCount: 2,
    closeWord: 'cancel' as const,
    onClose: () => app.back(home),
  };
  const tip = tips[Number.parseInt(feeling.id.slice(-6), 16) % tips.length];

  if (step.value === 0) {
    return (
      <Steps
        {...frame}
        title={m.answer.read(name)}
        lead={m.answer.readLead}
        action={<Button onPress={() => go(1)}>{m.answer.continue}</Button>}
      >
        {feeling.words !== null && <CheckInVoice checkIn={feeling} words={feeling.words} />}
        {tip !== undefined && (
          <Note icon="info">
            <p>{tip.text}</p>
          </Note>
        )}
      </Steps>
    );
  }
  const isEmpty = words.value.trim() === '';
  return (
    <Steps
      {...frame}
      title={m.answer.title}
      lead={m.answer.lead}
      onBack={() => go(0)}
      action={
        <>
          <Button isDisabled={isEmpty} onPress={() => void save('answer')}>
            {m.answer.share(name)}
          </Button>
          <Button kind="quiet" isDisabled={isEmpty} onPress={() => void save('write')}>
            {m.answer.aloud}
          </Button>
        </>
      }
    >
      <Starters
        feelings={feeling.words?.feelings ?? []}
        value={words.value}
        error={refused?.sentence ?? null}
        onChange={(text) => {
          clear();
          words.value = text;
        }}
      />
      <More title={m.answer.withBody}>
        <ul class="plain-list">
          {ways.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </More>
    </Steps>
  );
}
