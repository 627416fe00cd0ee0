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
      if (members.has(device) || countOf(membership, members, joined) >= limits.devicesPerPersonMax) continue;
      const isVouched = (membership.vouches[device] ?? []).some(
        (vouch) => vouch.person === joined.person && members.get(vouch.by)?.person === joined.person,
      );
      if (!isVouched) continue;
      admit(device, joined.person);
      grew = true;
    }
  }
  for (const member of [...members.values()]) {
    if (isTakenOff(membership, members, member)) members.set(member.device, { ...member, isRemoved: true });
  }
  return members;
}

/** Whether a key that was sealed to these devices has to be changed. */
export const isOpenToRemoved = (recipients: readonly string[], members: ReadonlyMap<string, Member>): boolean =>
  recipients.some((device) => members.get(device)?.isRemoved === true);

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

/** Live devices of the same person and kind: what was taken off the list leaves its place free. */
function countOf(membership: Membership, members: ReadonlyMap<string, Member>, { person, kind }: Joined): number {
  const isLive = (member: Member): boolean =>
    member.person === person && member.kind === kind && !isTakenOff(membership, members, member);
  return [...members.values()].filter(isLive).length;
}

/** A removal counts when another device of the same person says it. */
const isTakenOff = (
  membership: Membership,
  members: ReadonlyMap<string, Member>,
  { device, person }: Member,
): boolean => (membership.removed[device] ?? []).some((by) => by !== device && members.get(by)?.person === person);
