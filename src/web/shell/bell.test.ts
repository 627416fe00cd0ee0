/** The bell, on an audio clock that the tests move. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BellPorts, createBell } from './bell.ts';

interface Stroke {
  readonly atS: number;
  readonly hz: number;
  isStopped: boolean;
}

function createPage(options: { readonly wasPressed?: boolean; readonly hasSound?: boolean } = {}) {
  const listeners = new Map<string, () => void>();
  const page = {
    nowMs: 1_000_000,
    audioS: 7,
    wasPressed: options.wasPressed ?? true,
    /** Until a press the browser makes no promise to start. */
    isRunning: true,
    contexts: 0,
    closed: 0,
    strokes: [] as Stroke[],
    press: (event: string) => listeners.get(event)?.(),
    listening: () => [...listeners.keys()].sort(),
    rings: () => page.strokes.filter(({ isStopped }) => !isStopped).map(({ atS }) => atS),
  };
  const createContext = (): AudioContext | null => {
    if (options.hasSound === false) return null;
    page.contexts += 1;
    const gain = { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: () => null };
    const context = {
      get state() {
        return page.isRunning ? 'running' : 'suspended';
      },
      get currentTime() {
        return page.audioS;
      },
      resume: async () => {
        page.isRunning = true;
      },
      close: async () => {
        page.closed += 1;
      },
      createGain: () => gain,
      createOscillator: () => {
        let stroke: Stroke | null = null;
        const frequency = { value: 0 };
        return {
          frequency,
          onended: null,
          connect: () => gain,
          disconnect: () => {
            if (stroke !== null) stroke.isStopped = true;
          },
          start: (atS: number) => {
            stroke = { atS, hz: frequency.value, isStopped: false };
            page.strokes.push(stroke);
          },
          stop: () => {},
        };
      },
    };
    return context as unknown as AudioContext;
  };
  const ports: BellPorts = {
    createContext,
    wasPressed: () => page.wasPressed,
    nowMs: () => page.nowMs,
    page: {
      addEventListener: (event: string, run: unknown) => listeners.set(event, run as () => void),
      removeEventListener: (event: string) => listeners.delete(event),
    },
  };
  return { page, bell: createBell(ports) };
}

const settled = (): Promise<void> => Promise.resolve();

test('it is set on the audio clock for the moment that was meant, and rings twice', () => {
  const { page, bell } = createPage();
  bell.ringAt(90_000);
  assert.equal(Math.min(...page.rings()), 97);
  assert.equal(new Set(page.rings()).size, 2);
  assert.equal(Math.max(...page.strokes.map(({ hz }) => hz)) < 2_000, true);
});

test('a new time replaces the one before', () => {
  const { page, bell } = createPage();
  bell.ringAt(90_000);
  bell.ringAt(600_000);
  assert.equal(Math.min(...page.rings()), 607);
  bell.ringNow();
  assert.equal(Math.min(...page.rings()), 7);
});

test('before any press no context is made; the first press sets what is left', async () => {
  const { page, bell } = createPage({ wasPressed: false });
  page.isRunning = false;
  bell.ringAt(60_000);
  assert.equal(page.contexts, 0);
  page.nowMs += 20_000;
  page.wasPressed = true;
  page.press('click');
  assert.equal(page.contexts, 1);
  await settled();
  assert.equal(Math.min(...page.rings()), 47);
});

test('an audio clock that stood still is set anew when the page comes back, and what is late does not ring', async () => {
  const { page, bell } = createPage();
  bell.ringAt(60_000);
  page.nowMs += 30_000;
  page.isRunning = false;
  page.press('visibilitychange');
  await settled();
  assert.equal(Math.min(...page.rings()), 37);
  page.nowMs += 36_000;
  page.press('visibilitychange');
  assert.deepEqual(page.rings(), []);
  page.press('click');
  assert.deepEqual(page.rings(), []);
});

test('stopped, it gives everything back, and can ring again', () => {
  const { page, bell } = createPage();
  bell.ringAt(60_000);
  assert.deepEqual(page.listening(), ['click', 'keydown', 'visibilitychange']);
  bell.stop();
  assert.deepEqual([page.rings(), page.closed, page.listening()], [[], 1, []]);
  bell.stop();
  bell.ringAt(1_000);
  assert.equal(Math.min(...page.rings()), 8);
});

test('without sound nothing happens', () => {
  const { page, bell } = createPage({ hasSound: false });
  bell.ringNow();
  bell.stop();
  assert.deepEqual(page.strokes, []);
});
