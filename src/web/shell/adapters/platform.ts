/** The small ports: clock, randomness, timer, zone, the name of this device, and which tab may write. */
import type { Timer } from '#device';
import type { Bytes, Random } from '#kernel';

/** WebCrypto gives at most 65,536 bytes at once (Web Cryptography, getRandomValues). */
const randomBytesMax = 65_536;

export const createRandom =
  (crypto: Crypto): Random =>
  (length): Bytes => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += randomBytesMax) crypto.getRandomValues(bytes.subarray(at, at + randomBytesMax));
    return bytes;
  };

/** Browsers run a longer delay at once (HTML, timers: a signed 32-bit number). */
const delayMsMax = 2 ** 31 - 1;

export const browserTimer: Timer = (delayMs, run) => {
  const id = setTimeout(run, Math.min(Math.max(0, delayMs), delayMsMax));
  return () => clearTimeout(id);
};

export const currentZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A word for the device list, from what the browser says of itself. Never a model, never a version. */
export function deviceNameOf(userAgent: string, isTouch: boolean): string {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return 'Tablet';
  if (/iPhone|Android|Mobile/.test(userAgent)) return 'Phone';
  return isTouch && /Macintosh/.test(userAgent) ? 'Tablet' : 'Computer';
}

/** The newest tab takes over; `lost` is told in the older one at once. Without Web Locks the store's fence alone decides. */
export function takeTab(locks: LockManager | undefined, name: string, lost: () => void): void {
  locks?.request(name, { steal: true }, () => new Promise<never>(() => {})).catch(lost);
}
