/**
 * Who belongs to a space. Pure, and independent of the order in which entries arrive.
 *
 * A device is a member when it says itself whose it is (`space/joined`, signed by it) and a member of the same person
 * vouches for it (`space/vouch`). The first device of each person is pinned by the invitation that both compared
 * aloud. So neither a relay nor the other partner can add a device in my name, nor claim one of mine; and removing a
 * device is for its own person alone.
 */
import { type Json, limits } from '#kernel';
import { asHex, asObject, asText } from './shapes.ts';

/** Device keys are 64 hex digits (Ed25519), persons 32. */
export interface Joined {
  readonly person: string;
  readonly sealingKey: string;
  readonly name: string;
  readonly kind: 'device' | 'paper';
  readonly atMs: number;
}

export interface Membership {
  /** First device of each person -> person. */
  readonly roots: Readonly<Record<string, string>>;
  readonly joined: Readonly<Record<string, Joined>>;
  /** Device -> the devices that vouch for it, each with the person it speaks for. */
  readonly vouches: Readonly<Record<string, readonly { readonly by: string; readonly person: string }[]>>;
  /** Removed device -> the devices that say so. */
  readonly removed: Readonly<Record<string, readonly string[]>>;
}

export const noMembership: Membership = { roots: {}, joined: {}, vouches: {}, removed: {} };

export interface Member extends Joined {
  readonly device: string;
  /** Taken off the list by its own person: what it wrote before stays, what it sends from now on does not count. */
  readonly isRemoved: boolean;
}

/** The members that follow from all that is known; by device key, hex. */
export function membershipToMembers(membership: Membership): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const admit = (device: string, person: string): void => {
    const joined = membership.joined[device];
    const facts = joined ?? { person, sealingKey: '', name: '', kind: 'device' as const, atMs: 0 };
    members.set(device, { ...facts, person, device, isRemoved: false });
  };
  for (const [device, person] of Object.entries(membership.roots)) admit(device, person);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [device, joined] of Object.entries(membership.joined).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (members.has(device) || countOf(members, joined.person) >= limits.devicesPerPersonMax + 1) continue;
      const isVouched = (membership.vouches[device] ?? []).some(
        (vouch) => vouch.person === joined.person && members.get(vouch.by)?.person === joined.person,
      );
      if (!isVouched) continue;
      admit(device, joined.person);
      grew = true;
    }
  }
  for (const [device, removals] of Object.entries(membership.removed)) {
    const member = members.get(device);
    if (!member) continue;
    const isRemoved = removals.some((by) => by !== device && members.get(by)?.person === member.person);
    if (isRemoved) members.set(device, { ...member, isRemoved });
  }
  return members;
}

/** Takes in one membership entry; null when the body is not whole. */
export function addMembershipEntry(
  membership: Membership,
  kind: string,
  author: string,
  body: Json,
  atMs: number,
): Membership | null {
  const fields = asObject(body);
  if (!fields) return null;
  if (kind === 'space/joined') {
    const person = asHex(fields.person, 16);
    const sealingKey = asHex(fields.seal, 32);
    const name = asText(fields.name, limits.nameCharsMax);
    const paper = fields.kind === 'paper';
    if (person === null || sealingKey === null || name === null) return null;
    const joined: Joined = { person, sealingKey, name, kind: paper ? 'paper' : 'device', atMs };
    const known = membership.joined[author];
    if (known && !isEarlier(joined, known)) return membership;
    return { ...membership, joined: { ...membership.joined, [author]: joined } };
  }
  const device = asHex(fields.device, 32);
  if (device === null) return null;
  if (kind === 'space/vouch') {
    const person = asHex(fields.person, 16);
    if (person === null) return null;
    const known = membership.vouches[device] ?? [];
    return { ...membership, vouches: { ...membership.vouches, [device]: [...known, { by: author, person }] } };
  }
  if (kind === 'space/removed') {
    const known = membership.removed[device] ?? [];
    if (known.includes(author)) return membership;
    return { ...membership, removed: { ...membership.removed, [device]: [...known, author] } };
  }
  return null;
}

/** A device that says two things about itself is believed the earlier one, whichever came first. */
const isEarlier = (a: Joined, b: Joined): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && `${a.person}${a.sealingKey}` < `${b.person}${b.sealingKey}`);

const countOf = (members: ReadonlyMap<string, Member>, person: string): number =>
  [...members.values()].filter((member) => member.person === person).length;
