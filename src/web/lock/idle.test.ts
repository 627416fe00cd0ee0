/** The lock closes after a time without a touch, and at once for who comes back too late. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createWakeLock } from '../shell/wake-lock.ts';
import { followIdle } from './idle.ts';

const minuteMs = 60_000;

function stage(minutes: number) {
  let nowMs = 1_000_000;
  let locked = 0;
  let look: () => void = () => {};
  const listeners = new Map<string, () => void>();
  const add = (name: string, listener: () => void) => listeners.set(name, listener);
  const page = { hidden: false, addEventListener: add };
  const window = {
    addEventListener: add,
    document: page,
    setInterval: (run: () => void) => {
      look = run;
      return 0;
    },
  };
  followIdle({
    window: window as unknown as Window,
    clock: () => nowMs,
    minutes: () => minutes,
    lock: () => {
      locked += 1;
    },
  });
  return {
    page,
    pass: (ms: number) => {
      nowMs += ms;
    },
    look: () => look(),
    happens: (name: string) => listeners.get(name)?.(),
    locked: () => locked,
  };
}

test('a touch, a key or a turn of the wheel begins the time anew; without one it ends', () => {
  const at = stage(5);
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input']) {
    at.pass(4 * minuteMs);
    at.look();
    at.happens(sign);
  }
  assert.equal(at.locked(), 0);
  at.pass(5 * minuteMs);
  at.look();
  assert.equal(at.locked(), 1);
});

test('a page that slept is locked by the first touch, or as it comes back', () => {
  for (const sign of ['pointerdown', 'visibilitychange']) {
    const at = stage(1);
    at.page.hidden = true;
    at.pass(2 * minuteMs);
    at.page.hidden = false;
    at.happens(sign);
    assert.equal(at.locked(), 1, sign);
  }
});

test('never is never', () => {
  const at = stage(0);
  at.pass(1_000 * minuteMs);
  at.look();
  at.happens('visibilitychange');
  assert.equal(at.locked(), 0);
});

test('a talk that keeps the screen on is no idleness while it is in front; in the background it is', () => {
  const at = stage(1);
  const request = async () => null;
  const page = { hidden: false, addEventListener: mock.fn(), removeEventListener: mock.fn() };
  const talk = createWakeLock({ request, page });
  talk.hold();
  talk.hold();
  at.pass(20 * minuteMs);
  at.look();
  assert.equal(at.locked(), 0);
  at.page.hidden = true;
  at.pass(20 * minuteMs);
  at.look();
  assert.equal(at.locked(), 1);
  talk.release();
  talk.release();
  const after = stage(1);
  after.pass(minuteMs);
  after.look();
  assert.equal(after.locked(), 1, 'let go as often as it was held');
});
