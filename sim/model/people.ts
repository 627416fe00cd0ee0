/** Who takes part in the models, and what each of their devices says about members: with the functions that ship. */
import { addMembershipEntry, type Member, type Membership, membershipToMembers, noMembership } from '#device';

export type Person = 'noor' | 'sam';

/** Index = bit. `guest` is a device whose keys anybody may hold: Sam's other one, or a thief's. */
export const devices = ['phone', 'tablet', 'laptop', 'sam', 'sam2', 'guest'] as const;
export type Device = (typeof devices)[number];

export const words: Readonly<Record<Device, string>> = {
  phone: 'Noor’s phone',
  tablet: 'Noor’s tablet',
  laptop: 'Noor’s laptop',
  sam: 'Sam’s phone',
  sam2: 'Sam’s tablet',
  guest: 'a device of somebody’s',
};

export const bitOf = (device: Device): number => 1 << devices.indexOf(device);

const keys = Object.fromEntries(devices.map((device, at) => [device, `${at + 1}`.padStart(2, '0').repeat(32)]));
export const keyOf = (device: Device): string => keys[device] ?? '';
const deviceByKey = new Map(devices.map((device) => [keyOf(device), device]));
export const keyToDevice = (key: string): Device => deviceByKey.get(key) ?? 'guest';

const personKeys: Readonly<Record<Person, string>> = { noor: 'a0'.repeat(16), sam: 'b0'.repeat(16) };
export const personKeyOf = (person: Person): string => personKeys[person];
export const personOf = (device: Device): Person => (device.startsWith('sam') ? 'sam' : 'noor');

export type Said =
  | { readonly kind: 'joined'; readonly by: Device; readonly person: Person; readonly atMs: number }
  | { readonly kind: 'vouch'; readonly by: Device; readonly about: Device; readonly person: Person }
  | { readonly kind: 'removed'; readonly by: Device; readonly about: Device };

export const saidToWords = (said: Said): string => {
  if (said.kind === 'joined') return `${words[said.by]} says that it is ${said.person === 'noor' ? 'Noor’s' : 'Sam’s'}`;
  if (said.kind === 'removed') return `${words[said.by]} takes ${words[said.about]} off the list`;
  return `${words[said.by]} vouches for ${words[said.about]} as ${said.person === 'noor' ? 'Noor’s' : 'Sam’s'}`;
};

export function addSaid(membership: Membership, said: Said): Membership {
  const [kind, body, atMs] =
    said.kind === 'joined'
      ? (['space/joined', joinedBody(said.by, said.person), said.atMs] as const)
      : said.kind === 'vouch'
        ? (['space/vouch', { device: keyOf(said.about), person: personKeys[said.person] }, 2] as const)
        : (['space/removed', { device: keyOf(said.about) }, 3] as const);
  const after = addMembershipEntry(membership, kind, keyOf(said.by), body, atMs);
  if (!after) throw new Error(`the device does not understand: ${saidToWords(said)}`);
  return after;
}

const joinedBody = (device: Device, person: Person) => ({
  person: personKeys[person],
  seal: keyOf(device),
  name: device,
  kind: 'device',
});

/** The two phones, pinned by the invitation, and what those say who belong from the beginning. */
export function membershipOf(said: readonly Said[]): Membership {
  const roots = { [keyOf('phone')]: personKeys.noor, [keyOf('sam')]: personKeys.sam };
  return said.reduce(addSaid, { ...noMembership, roots });
}

export interface View {
  /** What counts of the membership. */
  readonly membership: Membership;
  readonly members: ReadonlyMap<string, Member>;
  /** Bits of devices: all members, and those that were taken off. */
  readonly all: number;
  readonly removed: number;
  /** Bits of the entries that wait for their author to become a member. */
  readonly waiting: number;
}

/**
 * A device takes one more entry, as `applyOrWait` does in src/device/entries.ts: what a stranger says waits, except a
 * word about itself; when a member comes, those who wait are heard again.
 */
export function takeSaid(view: View, all: readonly Said[], at: number): View {
  const said = all[at] as Said;
  if (said.kind !== 'joined' && !view.members.has(keyOf(said.by)))
    return { ...view, waiting: view.waiting | (1 << at) };
  const after = { ...toView(addSaid(view.membership, said)), waiting: view.waiting & ~(1 << at) };
  if (after.members.size === view.members.size) return after;
  let heard: View = { ...after, waiting: 0 };
  for (const [index] of all.entries()) if ((after.waiting & (1 << index)) !== 0) heard = takeSaid(heard, all, index);
  return heard;
}

export function toView(membership: Membership): View {
  const members = membershipToMembers(membership);
  let [all, removed] = [0, 0];
  for (const member of members.values()) {
    all |= bitOf(keyToDevice(member.device));
    if (member.isRemoved) removed |= bitOf(keyToDevice(member.device));
  }
  return { membership, members, all, removed, waiting: 0 };
}

/** Equal texts: the same people have the same devices. */
export const viewToText = (view: View): string =>
  [...view.members.values()]
    .map(
      ({ device, person, isRemoved, sealingKey }) =>
        `${device.slice(0, 2)}${person.slice(0, 2)}${isRemoved ? '-' : '+'}${sealingKey.slice(0, 2)}`,
    )
    .sort()
    .join(' ');
