/**
 * How many connections one household has open: so that one machine cannot take all places. In memory only, and an
 * address is forgotten with its last connection.
 */
import type { IncomingHttpHeaders } from 'node:http';

export interface AddressPlaces {
  /** Takes a place; returns how to leave it (once), or null when all places of this address are taken. */
  readonly enter: (address: string) => (() => void) | null;
  readonly addressCount: () => number;
}

export function createAddressPlaces(placesMax: number): AddressPlaces {
  const countsByAddress = new Map<string, number>();
  return {
    enter: (address) => {
      const count = countsByAddress.get(address) ?? 0;
      if (count >= placesMax) return null;
      countsByAddress.set(address, count + 1);
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        const left = (countsByAddress.get(address) ?? 1) - 1;
        if (left === 0) countsByAddress.delete(address);
        else countsByAddress.set(address, left);
      };
    },
    addressCount: () => countsByAddress.size,
  };
}

/** One household: an IPv4 address, or the first half of an IPv6 one. Behind a proxy, what the proxy itself added last. */
export function householdOf(remote: string, headers: IncomingHttpHeaders, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? String(headers['x-forwarded-for'] ?? '') : '';
  const address = forwarded.split(',').at(-1)?.trim() || remote;
  return address.includes('.') ? address.replace(/^::ffff:/i, '') : address.split(':').slice(0, 4).join(':');
}
