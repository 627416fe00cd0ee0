/**
 * When this device may speak to the relay at all. "Only on this device until you choose otherwise" holds because
 * nothing is connected before somebody invited, joined, added a device, or made a recovery phrase.
 */
import type { Snapshot } from '#device';

export function isConnectionWanted(snapshot: Snapshot): boolean {
  if (!snapshot.isReady) return false;
  const { step } = snapshot.pairing;
  if (step === 'inviting' || step === 'joining' || step === 'comparing') return true;
  if (snapshot.partner !== null || snapshot.isRecoverySet) return true;
  return snapshot.devices.filter((device) => device.who === 'me' && device.kind === 'device').length > 1;
}

/** Where the relay is: as the host wrote it into the page, else `/relay` at the origin that served the app. */
export function relayUrlOf(pageUrl: string, written: string | null): string {
  if (written !== null && written !== '') return written;
  const url = new URL('/relay', pageUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
