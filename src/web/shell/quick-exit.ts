/**
 * Quick exit: the screen is blank in the same moment, then an empty page stands in place of the app, and "back" leads to
 * what was there before it. What was saved is saved; what was being typed is gone.
 *
 * The entries of the history that lie ahead still carry addresses of the app. Whoever comes to one of them by "forward"
 * finds the empty page again, until the app is opened anew in the ordinary way.
 */

const blankPath = '/blank.html';
const leftKey = 'left';
/** Three presses of Shift, with nothing pressed in between, each so soon after the last. */
const shiftPresses = 3;
const shiftPauseMsMax = 700;
/** If the browser does not go back in the history, we leave from where we are. The screen is blank already. */
const goBackMsMax = 1_000;

export function leaveAtOnce(window: Window): void {
  const { document, history, location, sessionStorage } = window;
  document.documentElement.style.background = 'Canvas';
  document.body.replaceChildren();
  document.title = '';
  sessionStorage.setItem(leftKey, '1');
  const state: unknown = history.state;
  const depth = typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0;
  const leave = (): void => location.replace(blankPath);
  if (!(depth > 0)) {
    leave();
    return;
  }
  const timer = window.setTimeout(leave, goBackMsMax);
  window.addEventListener(
    'popstate',
    () => {
      window.clearTimeout(timer);
      leave();
    },
    { once: true },
  );
  history.go(-depth);
}

/** Leaves when Shift is pressed three times; a letter in between is writing. */
export function followExitKey(window: Window, clock: () => number): void {
  let presses = 0;
  let lastMs = 0;
  window.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (repeat) return;
      presses = key !== 'Shift' ? 0 : clock() - lastMs <= shiftPauseMsMax ? presses + 1 : 1;
      lastMs = clock();
      if (presses >= shiftPresses) leaveAtOnce(window);
    },
    { capture: true },
  );
}

/** True when this page was reached by going through the history after an exit: then nothing of the app is drawn. */
export function staysLeft(window: Window): boolean {
  const { history, location, performance, sessionStorage } = window;
  const [navigation] = performance.getEntriesByType('navigation');
  // Entries of this type are of that interface (Navigation Timing 2). The router leaves a state in all that it pushed.
  const { type } = (navigation ?? {}) as Partial<PerformanceNavigationTiming>;
  const isThroughHistory = type === 'back_forward' || history.state !== null;
  if (sessionStorage.getItem(leftKey) === null) return false;
  if (!isThroughHistory) {
    sessionStorage.removeItem(leftKey);
    return false;
  }
  location.replace(blankPath);
  return true;
}
