/**
 * What stands around every step: Pause above, the way out below, and what was typed for a step that the other one has
 * left meanwhile. Nothing here ends anything by itself.
 */
import type { ComponentChildren } from 'preact';
import type { Session } from '#core';
import { useApp, useMessages } from '../shell/app.ts';
import { Button, Steps } from '../shell/parts/index.ts';
import { LeftBehind } from './left-behind.tsx';
import { en } from './messages.ts';
import { PausedNote } from './paused-note.tsx';

/** More steps than fit a bar on a small phone go without one. */
const barStepsMax = 16;

export interface StepFrameProps {
  readonly session: Session;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly isQuiet?: boolean;
  /** Asks for the way out. */
  readonly onStop: () => void;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

export function StepFrame({ session, title, lead, isQuiet = false, onStop, children, action }: StepFrameProps) {
  const m = useMessages(en).stop;
  const app = useApp();
  const bar = session.places.length > barStepsMax || isQuiet ? {} : { stepCount: session.places.length };
  return (
    <div class={isQuiet ? 'quiet' : ''}>
      <Steps
        title={title}
        place={session.script.name}
        step={session.place + 1}
        {...bar}
        closeWord="pause"
        onClose={() => app.navigate(`/pause/new?session=${session.id}`)}
        {...(lead === undefined ? {} : { lead })}
        action={
          <>
            {action}
            <Button kind="plain" onPress={onStop}>
              {m.open}
            </Button>
          </>
        }
      >
        <PausedNote session={session} />
        <LeftBehind session={session} />
        {children}
      </Steps>
    </div>
  );
}
