/** After the end: what was written, step by step, to be read again; what became of it; and the ways on. */
import { useSignal } from '@preact/signals';
import type { GuidedCommand, Session } from '#core';
import { useCommand } from '../check-in/use-command.ts';
import { useApp, useMessages } from '../shell/app.ts';
import { Bubble, Button, More, Note, Sheet, Steps, toneOf, useName, When } from '../shell/parts/index.ts';
import { LeftBehind } from './left-behind.tsx';
import { en } from './messages.ts';
import { SaidView } from './said-view.tsx';
import { answerToLines, type Said, transcriptOf, type Visit } from './transcript.ts';
import { useIsFromPartner } from './use-is-from-partner.ts';
import { useNames } from './use-names.ts';

export function EndView({ session }: { readonly session: Session }) {
  return session.isLetGo ? <LetGoView session={session} /> : <WholeEnd session={session} />;
}

/** One of us wished to forget it. Who, and what else there was, stands nowhere. */
function LetGoView({ session }: { readonly session: Session }) {
  const m = useMessages(en).end;
  const app = useApp();
  const done = (): void => app.navigate('/');
  return (
    <Steps
      title={m.letGo}
      place={session.script.name}
      lead={m.letGoText}
      onClose={done}
      action={<Button onPress={done}>{m.done}</Button>}
    />
  );
}

function WholeEnd({ session }: { readonly session: Session }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const called = useNames(session, null);
  const { script, topic, ending, way, movedAtMs } = session;
  const visits = transcriptOf(session);
  const title = ending?.how === 'whole' ? m.end.whole : ending?.by === 'partner' ? m.end.leftBy(name) : m.end.leftByMe;
  const done = (): void => app.navigate('/');
  return (
    <Steps
      title={title}
      place={script.name}
      lead={
        <span class="day">
          <When atMs={movedAtMs} hasTime />
        </span>
      }
      onClose={done}
      action={<Button onPress={done}>{m.end.done}</Button>}
    >
      <LeftBehind session={session} />
      {ending !== null && ending.words !== '' && (
        <Bubble who={called(ending.by)} tone={toneOf(app, ending.by)} isMine={ending.by === 'me'}>
          {ending.words}
        </Bubble>
      )}
      {topic !== '' && <p class="note">{m.step.about(topic)}</p>}
      {visits.length === 0 && <p class="soft">{way === 'alone' ? m.end.nothingAlone : m.end.nothing}</p>}
      {visits.map((visit) => (
        <VisitView key={`${visit.visit} ${visit.place.step.id} ${visit.place.turn}`} session={session} visit={visit} />
      ))}
      <More title={m.end.leaves}>
        <p>{script.leaves}</p>
      </More>
      <FromPartner session={session} />
      <Forget session={session} />
    </Steps>
  );
}

function VisitView({ session, visit: { place, said, almost } }: { readonly session: Session; readonly visit: Visit }) {
  const m = useMessages(en).end;
  const app = useApp();
  const name = useNames(session, null);
  return (
    <section class="stack">
      <h2>{place.step.title}</h2>
      {said.map((one) => (
        <div key={`${one.answer.by} ${one.answer.atMs}`} class="stack-tight">
          <SaidView said={one} name={name} isTogether={session.way === 'passed' && place.step.who === 'either'} />
          {one.answer.isLate && !one.answer.isPrivate && <p class="note">{m.late}</p>}
          {one.answer.isPrivate && <p class="note">{m.isPrivate}</p>}
          {one.answer.isClosed && <p class="note">{m.stillSealed}</p>}
          {place.step.mayPromise && one.answer.by === 'me' && <ToPromise said={one} />}
        </div>
      ))}
      {almost !== null && (
        <Bubble who={name(almost.by)} tone={toneOf(app, almost.by)} isMine={almost.by === 'me'}>
          {almost.missed === '' ? m.almost : m.almostWords(almost.missed)}
        </Bubble>
      )}
    </section>
  );
}

/** The words go by memory: in an address they would stay in the history of the browser, and reach the server on a reload. */
function ToPromise({ said }: { readonly said: Said }) {
  const m = useMessages(en).end;
  const app = useApp();
  const words = answerToLines(said).find(({ kind }) => kind === 'words')?.text;
  if (words === undefined) return null;
  const begin = async (): Promise<void> => {
    const { beginPromiseWith } = await import('../promises/make-screen.tsx');
    beginPromiseWith(words);
    app.navigate('/promises/new');
  };
  return (
    <div class="row">
      <Button kind="quiet" isSmall icon="promises" onPress={() => void begin()}>
        {m.promise}
      </Button>
    </div>
  );
}

/** A practice that came with a session can be kept, to be begun again. */
function FromPartner({ session }: { readonly session: Session }) {
  const { end: m, refusals } = useMessages(en);
  const name = useName('partner');
  const { refused, run } = useCommand<GuidedCommand>(refusals);
  const isKept = useSignal(false);
  const isForeign = useIsFromPartner(session);
  if (!isForeign && !isKept.value) return null;
  const keep = async (): Promise<void> => {
    const things = await run({ practice: 'guided', type: 'keep-script', script: session.script });
    isKept.value = things !== null;
  };
  return (
    <Note icon="phone">
      <p>{isKept.value ? m.keptScript : m.fromPartner(name)}</p>
      {refused && <p>{refused.sentence}</p>}
      {!isKept.value && (
        <div class="row">
          <Button kind="quiet" isSmall onPress={() => void keep()}>
            {m.keepScript}
          </Button>
        </div>
      )}
    </Note>
  );
}

function Forget({ session: { id, way } }: { readonly session: Session }) {
  const { end: m, refusals } = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const { run } = useCommand<GuidedCommand>(refusals);
  const isAsking = useSignal(false);
  const forget = async (): Promise<void> => {
    const things = await run({ practice: 'guided', type: 'forget', thing: id });
    if (things !== null) app.navigate('/guided/sessions', { isReplacing: true });
  };
  return (
    <>
      <div class="row">
        <Button kind="plain" onPress={() => (isAsking.value = true)}>
          {m.forget}
        </Button>
      </div>
      <Sheet isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={m.forgetTitle}>
        <p>{way === 'two-phones' ? m.forgetShared(name) : m.forgetMine}</p>
        <div class="buttons">
          <Button kind="danger" onPress={() => void forget()}>
            {m.forget}
          </Button>
          <Button kind="quiet" onPress={() => (isAsking.value = false)}>
            {m.forgetKeep}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
