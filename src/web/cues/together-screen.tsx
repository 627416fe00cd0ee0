/**
 * Two people before one screen: what do you see, and you? A face, a moment, the same face in another moment. Nothing is
 * chosen and nothing is written, so there is nothing to compare. Other faces each day, a few at a time.
 */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { Question, Readings } from './card-parts.tsx';
import { type CueCard, pairs, standing } from './cues-content.ts';
import { Face } from './face.tsx';
import { en } from './messages.ts';
import '../check-in/feelings.css';
import '../check-in/check-in.css';
import './cues.css';

const facesMax = 3;
const dayMs = 24 * 3_600_000;

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const [chosen] = useState(() => pairsOfDay(Math.floor(app.moment.value.nowMs / dayMs)));
  const at = useSignal(0);
  const pair = chosen[at.value];
  const close = (): void => app.back('/cues');
  if (pair === undefined) {
    return (
      <Steps
        title={m.together.end}
        place={m.place}
        onClose={close}
        action={<Button onPress={close}>{m.together.done}</Button>}
      >
        <p class="voice">{m.together.endText}</p>
      </Steps>
    );
  }
  return (
    <OneFace
      key={at.value}
      pair={pair}
      isLast={at.value === chosen.length - 1}
      onClose={close}
      onNext={() => {
        at.value += 1;
      }}
    />
  );
}

function pairsOfDay(day: number): readonly (readonly [CueCard, CueCard])[] {
  const start = (day * facesMax) % Math.max(1, pairs.length);
  return [...pairs, ...pairs].slice(start, start + Math.min(facesMax, pairs.length));
}

interface OneFaceProps {
  readonly pair: readonly [CueCard, CueCard];
  readonly isLast: boolean;
  readonly onClose: () => void;
  readonly onNext: () => void;
}

type Step = 'face' | 'moment' | 'other' | 'could-be';
const stepAfter: Readonly<Record<Step, Step>> = {
  face: 'moment',
  moment: 'other',
  other: 'could-be',
  'could-be': 'could-be',
};

function OneFace({ pair, isLast, onClose, onNext }: OneFaceProps) {
  const m = useMessages(en);
  const t = m.together;
  const step = useSignal<Step>('face');
  const [one, other] = pair;
  const frame = { place: m.place, onClose };
  if (step.value === 'could-be') {
    return (
      <Steps
        {...frame}
        title={t.could}
        onBack={() => (step.value = 'other')}
        action={<Button onPress={onNext}>{isLast ? t.finish : t.next}</Button>}
      >
        {pair.map((card) => (
          <section key={card.id} class="card">
            <div class="cues-moment">
              <Face face={card.face} size="small" label={m.face} />
              <p class="voice-small">{card.context}</p>
            </div>
            <Readings card={card} />
            <Question card={card} />
          </section>
        ))}
        <p class="note">{standing}</p>
      </Steps>
    );
  }
  const words = {
    face: { title: t.see, action: t.showMoment, context: null },
    moment: { title: t.moment, action: t.showOther, context: one.context },
    other: { title: t.other, action: t.showReadings, context: other.context },
  }[step.value];
  return (
    <Steps
      {...frame}
      title={words.title}
      action={<Button onPress={() => (step.value = stepAfter[step.value])}>{words.action}</Button>}
    >
      <Face face={one.face} size="large" label={m.face} />
      {words.context === null ? <p class="soft">{t.lead}</p> : <p class="voice">{words.context}</p>}
      <p class="note">{standing}</p>
    </Steps>
  );
}
