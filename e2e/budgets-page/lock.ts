/** The page of `bench/lock.bench.ts`: what one try of a passphrase costs, with the app's own code. */
import { createWebPrimitives, lockSaltBytes, openLock, sealLock, storeKeyBytes } from '#crypto';
import type { LockBench } from '../../bench/lock-page.ts';
import { createRandom } from '../../src/web/shell/adapters/platform.ts';

const random = createRandom(crypto);
const primitives = createWebPrimitives(crypto.subtle);
const passphrase = 'kettle violet anchor monday';

const bench: LockBench = {
  tries: async (count) => {
    const lock = await sealLock(primitives, passphrase, random(lockSaltBytes), random(storeKeyBytes));
    const times: number[] = [];
    let frameMs = performance.now();
    let longestMs = 0;
    let isOn = true;
    const watch = (): void => {
      longestMs = Math.max(longestMs, performance.now() - frameMs);
      frameMs = performance.now();
      if (isOn) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    for (let i = 0; i < count; i++) {
      const fromMs = performance.now();
      if ((await openLock(primitives, passphrase, lock)) === null) throw new Error('the lock opens');
      times.push(performance.now() - fromMs);
    }
    isOn = false;
    return { times, longestMs };
  },
};

Object.assign(globalThis, { bench });
