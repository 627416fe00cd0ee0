/** Who belongs does not depend on the order in which entries arrive, and nobody speaks for another person. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Json, limits } from '#kernel';
import { addMembershipEntry, type Membership, membershipToMembers, noMembership } from './membership.ts';

const deviceOf = (number: number): string => number.toString(16).padStart(2, '0').repeat(32);
const personOf = (number: number): string => (0xa0 + number).toString(16).repeat(16);
const [noor, sam] = [personOf(0), personOf(1)];
/** Devices 0 and 1 are pinned by the invitation: Noor's and Sam's first. */
const roots: Membership = { ...noMembership, roots: { [deviceOf(0)]: noor, [deviceOf(1)]: sam } };

interface Said {
  readonly kind: string;
  readonly author: string;
  readonly body: Json;
  readonly atMs: number;
}

const aDevice = fc.nat({ max: 5 }).map(deviceOf);
const aPerson = fc.constantFrom(noor, sam, personOf(2));
const aSaid: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ author: aDevice, person: aPerson, atMs: fc.nat({ max: 3 }) }).map(({ author, person, atMs }) => ({
    kind: 'space/joined',
    author,
    atMs,
    body: { person, seal: author, name: 'Phone', kind: 'device' },
  })),
  fc.record({ author: aDevice, device: aDevice, person: aPerson }).map(({ author, device, person }) => ({
    kind: 'space/vouch',
    author,
    atMs: 1,
    body: { device, person },
  })),
  fc.record({ author: aDevice, device: aDevice }).map(({ author, device }) => ({
    kind: 'space/removed',
    author,
    atMs: 1,
    body: { device },
  })),
);

const addAll = (all: readonly Said[]): Membership =>
  all.reduce(
    (membership, one) => addMembershipEntry(membership, one.kind, one.author, one.body, one.atMs) ?? membership,
    roots,
  );
const membersOf = (all: readonly Said[]) =>
  [...membershipToMembers(addAll(all)).values()]
    .map(({ device, person, isRemoved }) => ({ device, person, isRemoved }))
    .sort((a, b) => (a.device < b.device ? -1 : 1));

test('members do not depend on the order of arrival, or on entries that come twice', () => {
  fc.assert(
    fc.property(
      fc.array(aSaid, { maxLength: 14 }).chain((all) =>
        fc.record({
          all: fc.constant(all),
          other: fc.shuffledSubarray([...all, ...all], { minLength: all.length }),
        }),
      ),
      ({ all, other }) => deepEqual(membersOf([...other, ...all]), membersOf(all)),
    ),
    { numRuns: 500 },
  );
});

test('whatever Sam’s devices and strangers say, Noor’s devices stay as they are', () => {
  fc.assert(
    fc.property(fc.array(aSaid, { maxLength: 20 }), (all) => {
      const byOthers = all.filter((one) => one.author !== deviceOf(0));
      const members = membershipToMembers(addAll(byOthers));
      deepEqual(
        [...members.values()].filter((one) => one.person === noor).map((one) => one.device),
        [deviceOf(0)],
      );
      equal(members.get(deviceOf(0))?.isRemoved, false);
    }),
    { numRuns: 1_000 },
  );
});

test('a device needs its own word and that of a member of the same person', () => {
  const joined = (device: number, person: string): Said => ({
    kind: 'space/joined',
    author: deviceOf(device),
    atMs: 1,
    body: { person, seal: deviceOf(device), name: '', kind: 'device' },
  });
  const vouch = (by: number, device: number, person: string): Said => ({
    kind: 'space/vouch',
    author: deviceOf(by),
    atMs: 1,
    body: { device: deviceOf(device), person },
  });
  const has = (...all: readonly Said[]): boolean => membershipToMembers(addAll(all)).has(deviceOf(2));
  ok(has(joined(2, noor), vouch(0, 2, noor)));
  ok(!has(joined(2, noor)));
  ok(!has(vouch(0, 2, noor)));
  ok(!has(joined(2, noor), vouch(1, 2, noor)));
  ok(!has(joined(2, sam), vouch(0, 2, noor)));
  ok(!has(joined(2, noor), vouch(2, 2, noor)));
});

test('removed is removed, whatever is said again, and only its own person can say it', () => {
  const joined: Said = {
    kind: 'space/joined',
    author: deviceOf(2),
    atMs: 1,
    body: { person: noor, seal: deviceOf(2), name: '', kind: 'device' },
  };
  const vouch: Said = {
    kind: 'space/vouch',
    author: deviceOf(0),
    atMs: 1,
    body: { device: deviceOf(2), person: noor },
  };
  const removed = (by: number): Said => ({
    kind: 'space/removed',
    author: deviceOf(by),
    atMs: 2,
    body: { device: deviceOf(2) },
  });
  const isRemoved = (...all: readonly Said[]): boolean =>
    membershipToMembers(addAll(all)).get(deviceOf(2))?.isRemoved === true;
  ok(isRemoved(joined, vouch, removed(0), joined, vouch, vouch));
  ok(isRemoved(removed(0), vouch, joined));
  ok(!isRemoved(joined, vouch, removed(1)));
  ok(!isRemoved(joined, vouch, removed(2)));
});

test('bodies that are not whole say nothing', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('space/joined', 'space/vouch', 'space/removed', 'space/x'),
      (body, kind) => {
        const after = addMembershipEntry(roots, kind, deviceOf(5), body as Json, 1);
        if (after !== null) deepEqual(membershipToMembers(after), membershipToMembers(roots));
      },
    ),
    { numRuns: 500 },
  );
});

test('a person has a bounded number of devices', () => {
  const all = Array.from({ length: 40 }, (_, at): readonly Said[] => [
    {
      kind: 'space/joined',
      author: deviceOf(10 + at),
      atMs: 1,
      body: { person: sam, seal: deviceOf(1), name: '', kind: 'device' },
    },
    { kind: 'space/vouch', author: deviceOf(1), atMs: 1, body: { device: deviceOf(10 + at), person: sam } },
  ]).flat();
  const members = [...membershipToMembers(addAll(all)).values()];
  ok(members.filter((one) => one.person === sam).length <= limits.devicesPerPersonMax + 1);
});

test('a device that was taken off the list leaves its place to another', () => {
  const joinAndVouch = (number: number): readonly Said[] => [
    {
      kind: 'space/joined',
      author: deviceOf(number),
      atMs: number,
      body: { person: noor, seal: deviceOf(number), name: '', kind: 'device' },
    },
    { kind: 'space/vouch', author: deviceOf(0), atMs: number, body: { device: deviceOf(number), person: noor } },
  ];
  const count = limits.devicesPerPersonMax + 1;
  const many = Array.from({ length: count - 1 }, (_, i) => joinAndVouch(i + 2)).flat();
  const live = (all: readonly Said[]): number =>
    membersOf(all).filter(({ person, isRemoved }) => person === noor && !isRemoved).length;
  equal(live(many), limits.devicesPerPersonMax);
  const removed: Said = { kind: 'space/removed', author: deviceOf(0), atMs: 99, body: { device: deviceOf(2) } };
  equal(live([...many, removed]), limits.devicesPerPersonMax);
  ok(membersOf([...many, removed]).some(({ device, isRemoved }) => device === deviceOf(2) && isRemoved));
});
