import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWakeLock } from './wake-lock.ts';

function createPage(gives: boolean = true) {
  const listeners = new Set<() => void>();
  const locks: { released: boolean; release: () => Promise<void> }[] = [];
  const page = {
    hidden: false,
    addEventListener: (_: string, run: unknown) => void listeners.add(run as () => void),
    removeEventListener: (_: string, run: unknown) => void listeners.delete(run as () => void),
  };
  const request = async () => {
    if (!gives) return null;
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    locks.push(lock);
    return lock;
  };
  return {
    holder: createWakeLock({ request, page }),
    held: () => locks.filter(({ released }) => !released).length,
    /** The browser takes it back whenever the page is hidden. */
    show: (isShown: boolean) => {
      page.hidden = !isShown;
      if (!isShown) for (const lock of locks) lock.released = true;
      for (const run of listeners) run();
    },
  };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
};

test('the screen is held once, and again after the page was hidden', async () => {
  const { holder, held, show } = createPage();
  holder.hold();
  holder.hold();
  await settled();
  assert.equal(held(), 1);
  show(false);
  await settled();
  assert.equal(held(), 0);
  show(true);
  await settled();
  assert.equal(held(), 1);
  holder.release();
  assert.equal(held(), 0);
  show(true);
  await settled();
  assert.equal(held(), 0);
});

test('what comes after it was let go is given back', async () => {
  const { holder, held } = createPage();
  holder.hold();
  holder.release();
  await settled();
  assert.equal(held(), 0);
});

test('a browser that gives none is no trouble', async () => {
  const { holder, held } = createPage(false);
  holder.hold();
  await settled();
  holder.release();
  assert.equal(held(), 0);
});
