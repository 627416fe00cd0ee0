/**
 * A soft bell, made in code: no file, no server, no permission. It is set on the clock of the AudioContext, which goes
 * on where timers of a dimmed or hidden page are slowed down.
 *
 * What must hold:
 * - A page may sound only after a press (autoplay policy of all browsers). Until then the audio clock stands still, so
 *   nothing is set on it; the next press starts it, and the stroke is set for what is left.
 * - A stroke whose time went by while the device slept is not made up for: a bell that is late says the wrong thing.
 * - `stop` gives everything back. Ringing again afterwards is possible.
 */
export interface Bell {
  /** Rings so many milliseconds from now, in place of what was set before. */
  readonly ringAt: (inMs: number) => void;
  readonly ringNow: () => void;
  readonly stop: () => void;
}

export interface BellPorts {
  /** null: this browser has no sound. */
  readonly createContext: () => AudioContext | null;
  /** Whether there was a press on this page. Before it a context is not even made: browsers complain of that. */
  readonly wasPressed: () => boolean;
  readonly nowMs: () => number;
  /** Where presses and coming back are heard of. */
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener'>;
}

const lateMsMax = 5_000;

export function createBell(ports: BellPorts = browserPorts()): Bell {
  let context: AudioContext | null = null;
  let isListening = false;
  let dueAtMs: number | null = null;
  let sounding: readonly OscillatorNode[] = [];

  const silence = (): void => {
    for (const oscillator of sounding) {
      oscillator.onended = null;
      oscillator.stop();
      oscillator.disconnect();
    }
    sounding = [];
  };
  const set = (): void => {
    silence();
    if (context === null || dueAtMs === null || context.state !== 'running') return;
    const inMs = dueAtMs - ports.nowMs();
    if (inMs < -lateMsMax) {
      dueAtMs = null;
      return;
    }
    sounding = strike(context, context.currentTime + Math.max(0, inMs) / 1000, () => {
      dueAtMs = null;
      sounding = [];
    });
  };
  /** On setting it, and after a press: the audio clock may have to be made or started first. */
  const wake = (): void => {
    if (dueAtMs === null || !ports.wasPressed()) return;
    context ??= ports.createContext();
    if (context === null || context.state === 'running') return;
    // InvalidStateError, when it was closed meanwhile: then nothing is to ring.
    context.resume().then(set, () => {});
  };
  const comeBack = (): void => {
    wake();
    set();
  };
  const ringAt = (inMs: number): void => {
    dueAtMs = ports.nowMs() + inMs;
    if (!isListening) {
      isListening = true;
      for (const event of presses) ports.page.addEventListener(event, wake);
      ports.page.addEventListener('visibilitychange', comeBack);
    }
    wake();
    set();
  };
  return {
    ringAt,
    ringNow: () => ringAt(0),
    stop: () => {
      silence();
      dueAtMs = null;
      isListening = false;
      for (const event of presses) ports.page.removeEventListener(event, wake);
      ports.page.removeEventListener('visibilitychange', comeBack);
      void context?.close();
      context = null;
    },
  };
}

/** What browsers take for a press (HTML, activation triggering input events) comes with one of these. */
const presses = ['click', 'keydown'] as const;

const browserPorts = (): BellPorts => ({
  createContext: () => ('AudioContext' in window ? new AudioContext() : null),
  wasPressed: () => !('userActivation' in navigator) || navigator.userActivation.hasBeenActive,
  nowMs: () => Date.now(),
  page: document,
});

/** Two strokes, a breath apart. By ear: a low bowl, not an alarm. Frequency in Hz, loudness of 1, length in seconds. */
const strokesAtS = [0, 2.4] as const;
const partials = [
  { hz: 392, level: 0.16, lengthS: 4.2 },
  { hz: 784.8, level: 0.06, lengthS: 3 },
  { hz: 1181, level: 0.02, lengthS: 1.6 },
] as const;
const attackS = 0.03;
/** An exponential ramp cannot reach zero. */
const silentLevel = 0.0001;

function strike(context: AudioContext, atS: number, whenOver: () => void): readonly OscillatorNode[] {
  const oscillators = strokesAtS.flatMap((afterS) =>
    partials.map(({ hz, level, lengthS }) => {
      const beginsAtS = atS + afterS;
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      oscillator.frequency.value = hz;
      gain.gain.setValueAtTime(silentLevel, beginsAtS);
      gain.gain.exponentialRampToValueAtTime(level, beginsAtS + attackS);
      gain.gain.exponentialRampToValueAtTime(silentLevel, beginsAtS + lengthS);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(beginsAtS);
      oscillator.stop(beginsAtS + lengthS);
      return oscillator;
    }),
  );
  const longest = oscillators[partials.length * (strokesAtS.length - 1)];
  if (longest !== undefined) longest.onended = whenOver;
  return oscillators;
}
