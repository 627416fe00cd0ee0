/** Taking turns aloud, one phone between two: a question, how to listen, pass it on. Nothing of it is written down. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { agreedDepth, type OpeningDepth, openingLevel, openings } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Card, Chip, Chips, More, Note, Steps } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { type Aloud, anotherOne, beginAloud, goLighter, passOn, questionAloud, withinAgreed } from './aloud.ts';
import { en } from './messages.ts';
import { depths, listenLines, questionsUpTo } from './openings-content.ts';

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const at = useSignal<Aloud | 'begin' | 'end'>('begin');
  const frame = { place: m.place, onClose: () => app.back('/openings') };
  const agreed = agreedDepth(thingsOf(app.snapshot.value, openings)) ?? 'light';
  if (at.value === 'end')
    return (
      <Steps
        {...frame}
        title={m.aloud.enough}
        lead={m.aloud.endLead}
        action={<Button onPress={frame.onClose}>{m.aloud.done}</Button>}
      />
    );
  if (at.value === 'begin')
    return <Begin frame={frame} agreed={agreed} onBegin={(depth) => (at.value = beginAloud(depth))} />;
  return (
    <Turn
      frame={frame}
      aloud={withinAgreed(at.value, agreed)}
      onGo={(to) => {
        at.value = to;
      }}
    />
  );
}

interface Frame {
  readonly place: string;
  readonly onClose: () => void;
}

function Begin(props: {
  readonly frame: Frame;
  readonly agreed: OpeningDepth;
  readonly onBegin: (depth: OpeningDepth) => void;
}) {
  const m = useMessages(en).aloud;
  const { frame, agreed, onBegin } = props;
  const chosen = useSignal<OpeningDepth>('light');
  return (
    <Steps
      {...frame}
      title={m.title}
      lead={m.lead}
      action={<Button onPress={() => onBegin(chosen.value)}>{m.begin}</Button>}
    >
      <p>{m.first}</p>
      {agreed === 'light' ? (
        <p class="note">{m.light}</p>
      ) : (
        <>
          <Chips label={m.depth}>
            {depths
              .filter(({ depth }) => openingLevel(depth) <= openingLevel(agreed))
              .map(({ depth, text }) => (
                <Chip
                  key={depth}
                  isOn={chosen.value === depth}
                  onToggle={() => {
                    chosen.value = depth;
                  }}
                >
                  {text}
                </Chip>
              ))}
          </Chips>
          <p class="note">{m.agreed}</p>
        </>
      )}
      <Note icon="lock">
        <p>{m.kept}</p>
      </Note>
      <More title={m.why}>
        <p>{m.whyText}</p>
      </More>
    </Steps>
  );
}

function Turn(props: { readonly frame: Frame; readonly aloud: Aloud; readonly onGo: (to: Aloud | 'end') => void }) {
  const m = useMessages(en).aloud;
  const { frame, aloud, onGo } = props;
  const all = useMemo(shuffled, []);
  return (
    <Steps
      {...frame}
      title={questionAloud(aloud, all)?.text ?? ''}
      lead={aloud.turn === 0 ? m.forFirst : aloud.turn % 2 === 0 ? m.forAgain : m.forOther}
      action={
        <>
          <Button onPress={() => onGo(passOn(aloud))}>{m.pass}</Button>
          <Button kind="quiet" onPress={() => onGo(anotherOne(aloud))}>
            {m.another}
          </Button>
        </>
      }
    >
      <Card title={m.listening} icon="care">
        <ul>
          {listenLines.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </Card>
      <div class="row">
        {aloud.depth !== 'light' && (
          <Button kind="quiet" isSmall onPress={() => onGo(goLighter(aloud))}>
            {m.lighter}
          </Button>
        )}
        <Button kind="quiet" isSmall onPress={() => onGo('end')}>
          {m.enough}
        </Button>
      </div>
    </Steps>
  );
}

const shuffled = () =>
  questionsUpTo('deep')
    .map((question) => ({ question, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ question }) => question);
