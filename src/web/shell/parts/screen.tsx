/**
 * The two frames of a screen. `Screen`: a title, an optional way back, content, optionally a second column on wide
 * screens. `Steps`: a guided step, with Pause or Close above, one question, and the action in the thumb zone.
 * Both move focus to their title when they come, so that readers by ear and keyboards start at the top.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { en } from '../../messages/en.ts';
import { useApp, useMessages } from '../app.ts';
import { Button } from './button.tsx';

export interface ScreenFrameProps {
  readonly title: string;
  /** A line above the title. */
  readonly kicker?: ComponentChildren;
  /** A line below the title. */
  readonly lead?: ComponentChildren;
  /** Where "back" leads when the app was opened here. */
  readonly back?: string;
  /** Stands beside the content where there is room, below it otherwise. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Screen(props: ScreenFrameProps) {
  const m = useMessages(en);
  const app = useApp();
  const title = useScreenTitle(props.title);
  const back = props.back;
  return (
    <div
      class="screen"
      data-has-aside={props.aside !== undefined || undefined}
      data-is-narrow={props.aside === undefined || undefined}
    >
      <header class="screen-head">
        {back !== undefined && (
          <div class="back">
            <Button kind="plain" icon="back" onPress={() => app.back(back)}>
              {m.back}
            </Button>
          </div>
        )}
        {props.kicker !== undefined && <small>{props.kicker}</small>}
        <h1 ref={title} tabIndex={-1}>
          {props.title}
        </h1>
        {props.lead !== undefined && <p class="soft">{props.lead}</p>}
      </header>
      <div class="stack-wide">{props.children}</div>
      {props.aside !== undefined && <aside class="stack-wide">{props.aside}</aside>}
    </div>
  );
}

export interface StepsProps {
  /** The question of this step. Changing it moves focus to it. */
  readonly title: string;
  /** What is being done ("Check-in"), small, above. */
  readonly place?: string;
  /** From 1. Without it no bar is shown. */
  readonly step?: number;
  readonly stepCount?: number;
  /** Leaves; the practice decides what is kept and says so. */
  readonly onClose: () => void;
  /** `pause` when what is written so far is kept, `close` otherwise. */
  readonly closeWord?: 'close' | 'pause' | 'cancel';
  /** One step back; absent on the first. */
  readonly onBack?: () => void;
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** The main action, and at most one more. */
  readonly action?: ComponentChildren;
}

export function Steps(props: StepsProps) {
  const m = useMessages(en);
  const title = useScreenTitle(props.title);
  const { step, stepCount, onBack } = props;
  const hasBar = step !== undefined && stepCount !== undefined && stepCount > 1;
  return (
    <div class="guided">
      <div class="guided-top">
        <div class="guided-row">
          <span>
            <Button kind="plain" onPress={props.onClose}>
              {m[props.closeWord ?? 'close']}
            </Button>
          </span>
          <span class="guided-place">{props.place}</span>
          <span>
            {onBack !== undefined && (
              <Button kind="plain" onPress={onBack}>
                {m.back}
              </Button>
            )}
          </span>
        </div>
        {hasBar && (
          <>
            <p class="unseen">{m.stepOf(step, stepCount)}</p>
            <div class="steps-bar" aria-hidden="true">
              {Array.from({ length: stepCount }, (_, index) => (
                <i key={index} class={index < step ? 'on' : ''} />
              ))}
            </div>
          </>
        )}
      </div>
      <div class="guided-body">
        <div class="stack">
          <h1 ref={title} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead !== undefined && <p class="soft">{props.lead}</p>}
        </div>
        {props.children}
      </div>
      <div class="guided-action">{props.action}</div>
    </div>
  );
}

/** Focus follows the title: not at the first paint of the app, but at each change after it. */
export function useScreenTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.body.dataset.hasNavigated === undefined) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return heading;
}
