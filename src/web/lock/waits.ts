/** How long a wrong passphrase makes the next try wait. It slows somebody at this device, nobody who has a copy. */
import type { Door } from '../shell/adapters/store-key.ts';

const firstMs = 1_000;
const waitMsMax = 60_000;

/** 1, 2, 4 … seconds, at most a minute. */
export const waitAfter = (triesCount: number): number =>
  triesCount <= 0 ? 0 : Math.min(waitMsMax, firstMs * 2 ** Math.min(triesCount - 1, 10));

/** What is left of the wait. A clock that was set back makes nobody wait longer than the wait itself. */
export const waitLeft = ({ triesCount, mayTryAtMs }: Pick<Door, 'triesCount' | 'mayTryAtMs'>, nowMs: number): number =>
  Math.min(Math.max(0, mayTryAtMs - nowMs), waitAfter(triesCount));
