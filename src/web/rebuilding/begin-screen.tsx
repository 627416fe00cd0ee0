/**
 * The gate, and what lies behind it: proposing a path, taking one up, or writing alone. The answers live in this component
 * and nowhere else: no command carries them, no address and no store. Leaving the screen forgets them.
 */
import { useSignal } from '@preact/signals';
import {
  livePath,
  type RebuildingCommand,
  type RebuildingPath,
  type RebuildingRole,
  rebuilding,
  theirProposal,
} from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Choice, hasPartner, Note, Steps, useName } from '../shell/parts/index.ts';
import { thingsOf } from '../shell/practice-screens.ts';
import { en } from './messages.ts';
import { type GateAnswer, gateQuestions } from './rebuilding-content.ts';

const gateAnswers: readonly GateAnswer[] = ['yes', 'no', 'unsure'];

export function Screen() {
  const m = useMessages(en);
  const app = useApp();
  const step = useSignal(0);
  const answer = useSignal<GateAnswer | null>(null);
  const isKeptOut = useSignal(false);
  const close = (): void => app.back('/rebuilding');
  const question = gateQuestions[step.value];
  if (isKeptOut.value) return <NotNow onClose={close} />;
  if (question === undefined) return <Behind onClose={close} />;
  const goOn = (): void => {
    // Only whether it is this one answer: what was answered is not carried to the next question.
    if (answer.value !== question.fits) isKeptOut.value = true;
    answer.value = null;
    step.value += 1;
    window.scrollTo(0, 0);
  };
  return (
    <Steps
      place={m.place}
      step={step.value + 1}
      stepCount={gateQuestions.length}
      title={question.text}
      lead={m.gate.lead}
      closeWord="cancel"
      onClose={close}
      action={
        <Button isDisabled={answer.value === null} onPress={goOn}>
          {m.gate.continue}
        </Button>
      }
    >
      <p>{question.hint}</p>
      <Choice
        key={question.id}
        look="list"
        label={m.gate.answer}
        isLabelUnseen
        value={answer.value}
        options={gateAnswers.map((value) => ({ value, label: m.gate.answers[value] }))}
        onChange={(value) => {
          answer.value = value;
        }}
      />
    </Steps>
  );
}

interface Leaving {
  readonly onClose: () => void;
}

function NotNow({ onClose }: Leaving) {
  const m = useMessages(en);
  return (
    <Steps
      place={m.place}
      title={m.gate.notNow}
      onClose={onClose}
      action={
        <>
          <Button href="/help">{m.gate.helpLink}</Button>
          <Button kind="quiet" onPress={onClose}>
            {m.gate.close}
          </Button>
        </>
      }
    >
      <p>{m.gate.notNowText}</p>
      <p>{m.gate.notNowNext}</p>
    </Steps>
  );
}

function Behind({ onClose }: Leaving) {
  const m = useMessages(en);
  const app = useApp();
  const { nowMs } = app.moment.value;
  const things = thingsOf(app.snapshot.value, rebuilding);
  const theirs = theirProposal(things, nowMs);
  if (livePath(things, nowMs) !== null)
    return (
      <Steps
        place={m.place}
        title={m.begin.goOn}
        onClose={onClose}
        action={<Button onPress={onClose}>{m.begin.back}</Button>}
      >
        <p>{m.begin.goOnText}</p>
      </Steps>
    );
  return theirs === null ? <Propose onClose={onClose} /> : <TakeUp path={theirs} onClose={onClose} />;
}

function Propose({ onClose }: Leaving) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run, clear } = useCommand<RebuildingCommand>(m.refusals);
  const role = useSignal<RebuildingRole | null>(null);
  const chosen = role.value;
  const propose = async (as: RebuildingRole): Promise<void> => {
    const things = await run({ practice: 'rebuilding', type: 'propose', role: as });
    if (things !== null) app.navigate('/rebuilding', { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.begin.role}
      lead={m.begin.roleLead}
      closeWord="cancel"
      onClose={onClose}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          {hasPartner(app.snapshot.value) && (
            <Button isDisabled={chosen === null} onPress={() => chosen !== null && void propose(chosen)}>
              {m.begin.propose(name)}
            </Button>
          )}
          <Button
            kind={hasPartner(app.snapshot.value) ? 'quiet' : 'main'}
            isDisabled={chosen === null}
            onPress={() => app.navigate(`/rebuilding/write?role=${chosen ?? ''}`, { isReplacing: true })}
          >
            {m.begin.alone}
          </Button>
        </>
      }
    >
      <Choice
        look="list"
        label={m.begin.role}
        isLabelUnseen
        value={chosen}
        options={(['broke', 'hurt'] as const).map((value) => ({ value, label: m.roles[value] }))}
        onChange={(value) => {
          clear();
          role.value = value;
        }}
      />
      {hasPartner(app.snapshot.value) && <p class="note">{m.begin.proposeNote(name)}</p>}
    </Steps>
  );
}

function TakeUp({ path, onClose }: Leaving & { readonly path: RebuildingPath }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { refused, run } = useCommand<RebuildingCommand>(m.refusals);
  const act = async (type: 'take-up' | 'set-aside'): Promise<void> => {
    const things = await run({ practice: 'rebuilding', type, thing: path.id });
    if (things !== null) app.navigate('/rebuilding', { isReplacing: true });
  };
  return (
    <Steps
      place={m.place}
      title={m.begin.takeTitle}
      lead={m.begin.takeLead[path.myRole](name)}
      onClose={onClose}
      action={
        <>
          {refused && (
            <Note isNews icon="info">
              <p>{refused.sentence}</p>
            </Note>
          )}
          <Button onPress={() => void act('take-up')}>{m.begin.take}</Button>
          <Button kind="quiet" onPress={() => void act('set-aside')}>
            {m.begin.notNow}
          </Button>
        </>
      }
    >
      <p>{m.begin.takeNote}</p>
      <p class="note">{m.begin.notNowNote(name)}</p>
    </Steps>
  );
}
