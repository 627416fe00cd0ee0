/** Closes the lock after a time without a touch or a key, here or elsewhere. A talk that keeps the screen on is no idleness. */
import { isScreenHeld } from '../shell/wake-lock.ts';

export interface IdlePorts {
  readonly window: Window;
  readonly clock: () => number;
  /** 0: never. */
  readonly minutes: () => number;
  readonly lock: () => void;
}

const minuteMs = 60_000;
/** How often it is looked at. A browser may look less often at a page in the background; coming back looks at once. */
const lookMs = 5_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

export function followIdle({ window, clock, minutes, lock }: IdlePorts): void {
  let lastMs = clock();
  const look = (): void => {
    const isTalking = !window.document.hidden && isScreenHeld();
    if (isTalking || minutes() === 0) lastMs = clock();
    else if (clock() - lastMs >= minutes() * minuteMs) lock();
  };
  const touched = (): void => {
    look(); // a touch after a long sleep comes too late
    lastMs = clock();
  };
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
  window.document.addEventListener('visibilitychange', look);
  window.setInterval(look, lookMs);
}
