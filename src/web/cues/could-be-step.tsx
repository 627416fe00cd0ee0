/** The third step of a card: what it could be, what to ask, the same face elsewhere, and how familiar it is now. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Familiarity, familiarities } from '#core';
import { useMessages } from '../shell/app.ts';
import { Button, Choice, More, Steps } from '../shell/parts/index.ts';
import { Question, Readings } from './card-parts.tsx';
import { type CueCard, cardsOfFace, familiarityWord, standing } from './cues-content.ts';
import { Face } from './face.tsx';
import { en } from './messages.ts';

interface CouldBeStepProps {
  readonly card: CueCard;
  readonly frame: Omit<Parameters<typeof Steps>[0], 'title'>;
  readonly isLast: boolean;
  readonly news: ComponentChildren;
  readonly onLeave: (grade: Familiarity | null) => void;
}

export function CouldBeStep({ card, frame, isLast, news, onLeave }: CouldBeStepProps) {
  const m = useMessages(en);
  const grade = useSignal<Familiarity | null>(null);
  const others = cardsOfFace(card.face).filter(({ id }) => id !== card.id);
  return (
    <Steps
      {...frame}
      title={m.look.could}
      action={
        <>
          {news}
          <Button onPress={() => onLeave(grade.value)}>{isLast ? m.look.finish : m.look.next}</Button>
        </>
      }
    >
      <div class="cues-moment">
        <Face face={card.face} size="small" label={m.face} />
        <p class="voice-small">{card.context}</p>
      </div>
      <Readings card={card} />
      <Question card={card} />
      <p class="note">{standing}</p>
      {others.map((other) => (
        <More key={other.id} title={m.look.twin}>
          <p class="voice-small">{other.context}</p>
          <Readings card={other} />
        </More>
      ))}
      <div class="stack-tight">
        <Choice
          look="list"
          label={m.look.familiar}
          value={grade.value}
          options={familiarities.map((value) => ({ value, label: familiarityWord(value) }))}
          onChange={(value) => {
            grade.value = value;
          }}
        />
        <p class="note">{m.look.familiarHint}</p>
      </div>
    </Steps>
  );
}
