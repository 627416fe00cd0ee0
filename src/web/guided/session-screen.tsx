/**
 * One run of a practice. The screen follows the session, whoever moved it: another phone, another tab, the other one of
 * us in the same moment. What it shows hangs on the facts alone, but for two things that are only of this phone: whether
 * I have said yes to being asked, and in whose hands a phone is that is passed across.
 */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Session, ThingId, Who } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, EmptyState, Note, Steps, useName } from '../shell/parts/index.ts';
import type { ScreenProps } from '../shell/router.ts';
import { EndView } from './end-view.tsx';
import { isInvitation, sessionOf } from './guided-things.ts';
import { InvitationView } from './invitation-view.tsx';
import { en } from './messages.ts';
import { PassCover } from './pass-cover.tsx';
import { turnOf } from './stage.ts';
import { StepView } from './step-view.tsx';
import { StopSheet } from './stop-sheet.tsx';
import './guided.css';

export function Screen({ params }: ScreenProps) {
  const app = useApp();
  const thing = params.thing ?? '';
  const session = sessionOf(app.snapshot.value, thing);
  if (session === null) return <NotHere key={thing} thing={thing} />;
  return session.ending === null ? (
    <Going key={thing} session={session} />
  ) : (
    <EndView key={`${thing} end`} session={session} />
  );
}

/** What I have said yes to since the app was opened. */
const joined = new Set<ThingId>();

function Going({ session }: { readonly session: Session }) {
  const hasJoined = useSignal(joined.has(session.id));
  /** Whoever opens a session on their own phone has it in their hands. */
  const holder = useSignal<Who>('me');
  const isStopping = useSignal(false);
  const turn = turnOf(session);
  if (turn === null) return null;
  if (isInvitation(session) && !hasJoined.value) {
    return (
      <InvitationView
        session={session}
        onJoin={() => {
          joined.add(session.id);
          hasJoined.value = true;
        }}
      />
    );
  }
  const { voice } = turn;
  const isPassing = turn.holder !== null && turn.holder !== holder.value;
  const onStop = (): void => {
    isStopping.value = true;
  };
  return (
    <>
      {isPassing ? (
        <PassCover session={session} to={voice} onStop={onStop} onTaken={() => (holder.value = voice)} />
      ) : (
        <StepView key={`${session.place}/${session.visit}/${voice}`} session={session} turn={turn} onStop={onStop} />
      )}
      <StopSheet session={session} isOpen={isStopping.value} onClose={() => (isStopping.value = false)} />
    </>
  );
}

/** With a topic it waits for its moment before it goes, and there is no copy of it before that. */
function NotHere({ thing }: { readonly thing: ThingId }) {
  const m = useMessages(en);
  const app = useApp();
  const name = useName('partner');
  const isLeaving = app.snapshot.value.windows.some((share) => share.thing === thing);
  const wasLeaving = useRef(false);
  wasLeaving.current ||= isLeaving;
  const close = (): void => app.navigate('/guided', { isReplacing: true });
  if (isLeaving) {
    return (
      <Steps title={m.leaving.title} place={m.title} onClose={close}>
        <Note icon="send" tone="ours">
          <p>{m.leaving.text(name)}</p>
        </Note>
      </Steps>
    );
  }
  const action = <Button onPress={close}>{m.toList}</Button>;
  return wasLeaving.current ? (
    <Steps title={m.leaving.gone} lead={m.leaving.goneText} place={m.title} onClose={close} action={action} />
  ) : (
    <Steps title={m.title} onClose={close} action={action}>
      <EmptyState title={m.missing}>{m.missingText}</EmptyState>
    </Steps>
  );
}
