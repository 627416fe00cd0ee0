/**
 * One step, as the one in front of this phone meets it: what to do, what was said before, what to write, and what opens the
 * next. Everything that happens goes through the core; here is only what is being typed.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { actorsOf, type GuidedCommand, type Session, type Values, type Verdict, type Who } from '#core';
import { wordToLabel } from '../check-in/feelings.ts';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Note, toneOf, useName } from '../shell/parts/index.ts';
import { AskFields } from './ask-fields.tsx';
import { draftAt, dropDraft, keepDraft } from './drafts.ts';
import { GateAction } from './gate-action.tsx';
import { en } from './messages.ts';
import { OpenedView } from './opened-view.tsx';
import { SaidView } from './said-view.tsx';
import { SealedNote } from './sealed-note.tsx';
import { asksAt, type Turn, wordsBefore } from './stage.ts';
import { StepFrame } from './step-frame.tsx';
import { TimeRing } from './time-ring.tsx';
import { almostBefore, shownHere } from './transcript.ts';
import { useNames } from './use-names.ts';
import { WaitingWords } from './waiting-words.tsx';

const newMs = 500;

export interface StepViewProps {
  readonly session: Session;
  readonly turn: Turn;
  readonly onStop: () => void;
}

/** Has a key by place, visit and voice: nothing of one step is carried into the next. */
export function StepView({ session, turn, onStop }: StepViewProps) {
  const { step: m, refusals } = useMessages(en);
  const partner = useName('partner');
  const name = useNames(session, turn.holder);
  const { refused, run, clear } = useCommand<GuidedCommand>(refusals);
  const { place, stage, voice, isActor, mayOpen, opensByWriting } = turn;
  const { step } = place;
  const at = { thing: session.id, place: session.place, visit: session.visit, voice };
  const values = useSignal<Values>(draftAt(at) ?? wordsBefore(session, session.place, voice)?.values ?? {});
  const missed = useSignal('');
  const isNew = useIsNew();

  const write = (typed: Values): void => {
    clear();
    values.value = typed;
    keepDraft({ ...at, values: typed });
  };
  const go = async (typed: Values | null, verdict: Verdict): Promise<void> => {
    const command = { practice: 'guided', type: 'go', ...at, verdict, missed: missed.value } as const;
    const isDone = (await run({ ...command, values: typed })) !== null;
    if (isDone && typed !== null) dropDraft(at);
    // Alone there is nothing to wait for: what two would seal goes on at once.
    if (isDone && typed !== null && step.isSealed && session.way === 'alone') await run({ ...command, values: null });
  };
  const answer = async (): Promise<void> => {
    const things = await run({ practice: 'guided', type: 'answer', ...at, values: values.value });
    if (things !== null) dropDraft(at);
  };

  /** On one phone both look at the same screen. */
  const isAddressed = isActor || session.way === 'passed';
  const isLast = session.place === session.places.length - 1;
  const openWord = step.openWord || (step.isQuiet ? m.saidIt : isLast ? m.finish : m.continue);
  const news = refused && (refused.field === null || stage !== 'write') && (
    <Note isNews icon="info">
      <p>{refused.sentence}</p>
    </Note>
  );
  return (
    <StepFrame
      session={session}
      title={isAddressed ? step.title : m.turnOf(partner)}
      isQuiet={step.isQuiet}
      onStop={onStop}
      action={
        <>
          {news}
          {stage === 'write' &&
            (opensByWriting ? (
              <Button onPress={() => void go(values.value, 'on')}>{openWord}</Button>
            ) : (
              <Button onPress={() => void answer()}>{step.isSealed ? m.seal : m.done}</Button>
            ))}
          {stage === 'decide' && step.gate !== null && (
            <GateAction gate={step.gate} missed={missed} onSay={(verdict) => void go(null, verdict)} />
          )}
          {(stage === 'rest' || stage === 'opened') && mayOpen && (
            <Button kind={step.isQuiet ? 'quiet' : 'main'} isHeld={isNew} onPress={() => void go(null, 'on')}>
              {openWord}
            </Button>
          )}
        </>
      }
    >
      <WhoseTurn session={session} turn={turn} />
      {!step.isQuiet && session.topic !== '' && <p class="note">{m.about(session.topic)}</p>}
      <AlmostNote session={session} name={name} />
      {step.hasBreath && isAddressed && (
        <Note icon="pause">
          <p>{m.breath}</p>
          <p class="note">{m.breathNote}</p>
        </Note>
      )}
      {isAddressed && stage !== 'opened' && step.say !== '' && <p class="voice-small guided-words">{step.say}</p>}
      <WaitingWords session={session} turn={turn} />
      {shownHere(session).map((said) => (
        <SaidView
          key={`${said.answer.place}/${said.answer.by}`}
          said={said}
          name={name}
          isTogether={isTogether(session, said.place)}
        />
      ))}
      {stage === 'write' && (
        <AskFields asks={asksAt(place, session)} values={values.value} refused={refused} onChange={write} />
      )}
      {stage === 'write' && <WhoReads session={session} turn={turn} />}
      <SealedNote session={session} stage={stage} />
      {(stage === 'sealed' || (stage === 'rest' && isActor)) && <MyWords session={session} turn={turn} />}
      {stage === 'opened' && <OpenedView session={session} name={name} />}
      {step.seconds !== null && (
        <TimeRing
          step={`${session.id}/${session.place}/${session.visit}`}
          seconds={step.seconds}
          hasBell={step.hasBell}
        />
      )}
    </StepFrame>
  );
}

/**
 * For half a second after a step has come: a finger that was on its way to the button of the step before, which the
 * other one opened in the same moment, does not open this one too.
 */
function useIsNew(): boolean {
  const isNew = useSignal(true);
  useEffect(() => {
    const timer = setTimeout(() => (isNew.value = false), newMs);
    return () => clearTimeout(timer);
  }, []);
  return isNew.value;
}

/** What two write into one phone together belongs to neither alone. */
const isTogether = ({ way }: Session, { step }: Turn['place']): boolean => way === 'passed' && step.who === 'either';

/** Alone there is nobody to tell apart. */
function WhoseTurn({ session, turn }: Omit<StepViewProps, 'onStop'>) {
  const m = useMessages(en).step;
  const app = useApp();
  const name = useNames(session, turn.holder);
  if (session.way === 'alone') return null;
  const actors = turn.holder === null ? actorsOf(turn.place, session.way) : [turn.holder];
  const [only] = actors;
  const who = only === undefined || actors.length > 1 ? 'both' : only;
  return (
    <p>
      <span class={`who ${toneOf(app, who)}`}>{who === 'both' ? m.both : wordToLabel(name(who))}</span>
    </p>
  );
}

/** What I wrote in this step, while it goes on. */
function MyWords({ session, turn }: Omit<StepViewProps, 'onStop'>) {
  const name = useNames(session, turn.holder);
  const mine = session.answers.findLast(
    ({ place, visit, by }) => place === session.place && visit === session.visit && by === turn.voice,
  );
  if (mine === undefined || session.way === 'passed') return null;
  return <SaidView said={{ place: turn.place, answer: mine }} name={name} />;
}

/** The step has come again, because something was missing still. */
function AlmostNote({ session, name }: { readonly session: Session; readonly name: (who: Who) => string }) {
  const m = useMessages(en);
  const almost = almostBefore(session);
  const you = useName('me');
  if (almost === null) return null;
  const by = name(almost.by);
  return (
    <Note icon="undo">
      <h2>{by === you ? m.end.almost : m.step.almost(by)}</h2>
      <p class="voice-small guided-words">{almost.missed === '' ? m.step.almostPlain : almost.missed}</p>
    </Note>
  );
}

function WhoReads({ session, turn }: Omit<StepViewProps, 'onStop'>) {
  const m = useMessages(en).step;
  const name = useName('partner');
  const { isSealed, keeps } = turn.place.step;
  if (session.way === 'passed') return isSealed ? <p class="note">{m.sealedNote}</p> : null;
  const isMine = session.way === 'alone' || keeps === 'mine';
  return <p class="note">{isMine ? m.onlyYou : isSealed ? m.sealedNote : m.bothRead(name)}</p>;
}
