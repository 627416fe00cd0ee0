/**
 * A sitting: a few faces, each in three steps. First the face alone, and what it could be; then the moment, and whether
 * that changes it; then what it could be and what to ask. Nothing says right or wrong, because nobody knows: what is
 * chosen stays in this component. Kept is only how familiar a face has become, at the press that leaves it, so Close
 * loses nothing.
 */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { type CuesCommand, cuePractice, type Familiarity, looksByCard } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { GuessChoice } from './card-parts.tsx';
import { CouldBeStep } from './could-be-step.tsx';
import { type CueCard, cards, standing } from './cues-content.ts';
import { EndOfSitting } from './end-of-sitting.tsx';
import { Face } from './face.tsx';
import { en } from './messages.ts';
import { looksToDueMs } from './schedule.ts';
import { pickSitting } from './sitting.ts';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import './cues.css';

export function Screen() {
  // Before the device has been read nobody knows which faces come back.
  return useApp().snapshot.value.isReady ? <Sitting /> : null;
}

function Sitting() {
  const m = useMessages(en);
  const app = useApp();
  // Chosen once: what is kept on the way does not change the faces that are left.
  const [chosen] = useState(() => {
    const looks = looksByCard(thingsOf(app.snapshot.value, cuePractice));
    return pickSitting(cards, looks, app.moment.value.nowMs, looksToDueMs);
  });
  const { refused, run, clear } = useCommand<CuesCommand>(m.refusals);
  const at = useSignal(0);
  const card = chosen[at.value];
  if (card === undefined) return <EndOfSitting />;
  const leave = async (grade: Familiarity | null): Promise<void> => {
    if (grade !== null && (await run({ practice: 'cues', type: 'review', card: card.id, grade })) === null) return;
    at.value += 1;
  };
  return (
    <OneCard
      key={card.id}
      card={card}
      frame={{ place: m.place, step: at.value + 1, stepCount: chosen.length, onClose: () => app.back('/cues') }}
      isLast={at.value === chosen.length - 1}
      refusal={refused?.sentence ?? null}
      onLeave={(grade) => {
        clear();
        void leave(grade);
      }}
    />
  );
}

interface OneCardProps {
  readonly card: CueCard;
  readonly frame: Omit<Parameters<typeof Steps>[0], 'title'>;
  readonly isLast: boolean;
  readonly refusal: string | null;
  readonly onLeave: (grade: Familiarity | null) => void;
}

function OneCard({ card, frame, isLast, refusal, onLeave }: OneCardProps) {
  const m = useMessages(en);
  const step = useSignal<'see' | 'moment' | 'could-be'>('see');
  const guess = useSignal<string | null>(null);
  const choose = (value: string): void => {
    guess.value = value;
  };
  if (step.value === 'could-be') {
    return (
      <CouldBeStep
        card={card}
        frame={{ ...frame, onBack: () => (step.value = 'moment') }}
        isLast={isLast}
        news={
          refusal !== null && (
            <Note isNews icon="info">
              <p>{refusal}</p>
            </Note>
          )
        }
        onLeave={onLeave}
      />
    );
  }
  const isMoment = step.value === 'moment';
  return (
    <Steps
      {...frame}
      title={isMoment ? m.look.moment : m.look.see}
      {...(isMoment ? { onBack: () => (step.value = 'see') } : {})}
      action={
        <Button onPress={() => (step.value = isMoment ? 'could-be' : 'moment')}>
          {isMoment ? m.look.continue : m.look.showMoment}
        </Button>
      }
    >
      <div class="stack">
        <Face face={card.face} size="large" label={m.face} />
        {isMoment ? <p class="voice">{card.context}</p> : <p class="note cues-center">{standing}</p>}
      </div>
      <GuessChoice label={isMoment ? m.look.again : m.look.choose} card={card} value={guess.value} onChange={choose} />
      {isMoment && <p class="note">{standing}</p>}
    </Steps>
  );
}
