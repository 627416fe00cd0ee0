/**
 * Between two who share one phone: a calm screen over what was written, so that the one who writes next does not read
 * first what the other wrote.
 */
import type { Session, Who } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, useName } from '../shell/parts/index.ts';
import { en } from './messages.ts';
import { StepFrame } from './step-frame.tsx';

export interface PassCoverProps {
  readonly session: Session;
  readonly to: Who;
  readonly onTaken: () => void;
  readonly onStop: () => void;
}

export function PassCover({ session, to, onTaken, onStop }: PassCoverProps) {
  const m = useMessages(en).pass;
  const { me, partner } = useApp().snapshot.value;
  const name = useName('partner');
  const isMe = to === 'me';
  const title = isMe ? (me.name === null ? m.toMe : m.title(me.name)) : m.title(name);
  const taken = isMe ? (me.name === null ? m.isMe : m.isOther(me.name)) : m.taken(partner?.name ?? null);
  return (
    <StepFrame
      session={session}
      title={title}
      lead={m.text}
      onStop={onStop}
      action={<Button onPress={onTaken}>{taken}</Button>}
    >
      <div class="pass-cover" aria-hidden="true" />
    </StepFrame>
  );
}
