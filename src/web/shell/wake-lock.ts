/**
 * Keeps the screen on while something waits for its bell, where the browser can. A browser gives the lock back by
 * itself whenever the page is hidden, so it is asked for again when the page comes back.
 */
export interface WakeLockHolder {
  readonly hold: () => void;
  readonly release: () => void;
}

export interface WakeLockPorts {
  /** null: the browser has none, or would not give it. */
  readonly request: () => Promise<Pick<WakeLockSentinel, 'released' | 'release'> | null>;
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'hidden'>;
}

let holdersCount = 0;
/** Somebody talks or waits for a bell, and touches nothing for long. */
export const isScreenHeld = (): boolean => holdersCount > 0;

export function createWakeLock(ports: WakeLockPorts = browserPorts()): WakeLockHolder {
  const { request, page } = ports;
  let isWanted = false;
  let isAsking = false;
  let lock: Awaited<ReturnType<WakeLockPorts['request']>> = null;

  const ask = async (): Promise<void> => {
    if (!isWanted || isAsking || page.hidden || lock?.released === false) return;
    isAsking = true;
    lock = await request();
    isAsking = false;
    if (!isWanted) letGo();
  };
  const letGo = (): void => {
    void lock?.release();
    lock = null;
  };
  const askAgain = (): void => void ask();
  return {
    hold: () => {
      if (isWanted) return;
      isWanted = true;
      holdersCount += 1;
      page.addEventListener('visibilitychange', askAgain);
      askAgain();
    },
    release: () => {
      if (isWanted) holdersCount -= 1;
      isWanted = false;
      page.removeEventListener('visibilitychange', askAgain);
      letGo();
    },
  };
}

const browserPorts = (): WakeLockPorts => ({
  request: async () => {
    if (!('wakeLock' in navigator)) return null;
    // NotAllowedError: hidden meanwhile, a low battery, or a setting (Screen Wake Lock API). Then the screen goes dark.
    return navigator.wakeLock.request('screen').catch(() => null);
  },
  page: document,
});
