/** What a device knows of chains does not depend on the order in which entries reach it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, bytesToHex, u32 } from '#kernel';
import { addToChains, type Chains, hasGap, isWithheld, markForked, noChain } from './chains.ts';
import { deviceToName, type Entry, noHash, type Seen } from './entry.ts';

const deviceToKey = (device: number): Bytes => new Uint8Array(32).fill(device + 1);
const nameOf = (device: number): string => deviceToName(deviceToKey(device));
const hashOf = (device: number, seq: number, fork = 0): Bytes => {
  const hash = new Uint8Array(32);
  hash.set([device + 1, fork, ...u32(seq)]);
  return hash;
};

interface Planned {
  readonly device: number;
  readonly seq: number;
  readonly seen: readonly { readonly device: number; readonly seq: number }[];
}

function plannedToEntry({ device, seq, seen }: Planned, fork = 0): { readonly entry: Entry; readonly hash: string } {
  const told: readonly Seen[] = seen.map((one) => ({
    device: deviceToKey(one.device).slice(0, 16),
    seq: one.seq,
    head: hashOf(one.device, one.seq).slice(0, 16),
  }));
  const entry: Entry = {
    space: new Uint8Array(16),
    author: deviceToKey(device),
    seq,
    prev: seq === 1 ? noHash : hashOf(device, seq - 1),
    atMs: seq,
    atCount: 0,
    seen: told,
    kind: 'a/b',
    body: null,
    signed: new Uint8Array(0),
    signature: new Uint8Array(64),
  };
  return { entry, hash: bytesToHex(hashOf(device, seq, fork)) };
}

/** Up to three devices, each with a chain, and each entry with some heads that its author has seen. */
const aHistory: fc.Arbitrary<readonly Planned[]> = fc
  .array(fc.record({ device: fc.nat({ max: 2 }), others: fc.array(fc.nat({ max: 2 }), { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((steps) => {
    const heads = [0, 0, 0];
    return steps.map(({ device, others }) => {
      const seq = (heads[device] ?? 0) + 1;
      heads[device] = seq;
      const seen = others
        .filter((other) => other !== device && (heads[other] ?? 0) > 0)
        .map((other) => ({ device: other, seq: heads[other] ?? 0 }));
      return { device, seq, seen };
    });
  });

const addAll = (planned: readonly Planned[]): Chains =>
  planned.reduce((chains: Chains, one) => {
    const { entry, hash } = plannedToEntry(one);
    return addToChains(chains, entry, hash);
  }, {});

/** The same history, shuffled, with some entries twice, and perhaps with some left out. */
const aHistoryAndOrder = aHistory.chain((history) =>
  fc.record({
    history: fc.constant(history),
    shuffled: fc.shuffledSubarray([...history, ...history], { minLength: history.length }),
    some: fc.shuffledSubarray([...history]),
  }),
);

test('heads, holes and claims do not depend on the order of arrival, or on entries that come twice', () => {
  fc.assert(
    fc.property(aHistoryAndOrder, ({ history, shuffled, some }) => {
      const all = [...shuffled, ...history];
      deepEqual(addAll(all), addAll(history));
      deepEqual(addAll(some), addAll([...some].reverse()));
      deepEqual(addAll([...some, ...history]), addAll(history));
    }),
    { numRuns: 500 },
  );
});

test('a whole history has no hole, no fork and nothing withheld; its heads are the last of each chain', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      for (const [name, chain] of Object.entries(addAll(history))) {
        ok(!hasGap(chain) && !isWithheld(chain) && !chain.isForked, name);
        const own = history.filter((one) => nameOf(one.device) === name);
        equal(chain.seq, own.length);
        const last = own.at(-1);
        if (last) equal(chain.head, bytesToHex(hashOf(last.device, last.seq)));
      }
    }),
  );
});

test('any entry kept back is noticed as soon as a later one of its chain is there, or anyone says to have seen it', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(), (history, at) => {
      const left = history[at % history.length];
      if (!left) return;
      const chains = addAll(history.filter((one) => one !== left));
      const chain = chains[nameOf(left.device)] ?? noChain;
      const isFollowed = history.some((one) => one.device === left.device && one.seq > left.seq);
      const isTold = history.some(
        (one) => one !== left && one.seen.some((seen) => seen.device === left.device && seen.seq >= left.seq),
      );
      equal(hasGap(chain) || isWithheld(chain), isFollowed || isTold);
    }),
    { numRuns: 500 },
  );
});

test('two entries at the head of a chain, or one that continues another past, are a fork', () => {
  const first = plannedToEntry({ device: 0, seq: 1, seen: [] });
  const second = plannedToEntry({ device: 0, seq: 2, seen: [] });
  const secondToo = plannedToEntry({ device: 0, seq: 2, seen: [] }, 1);
  const third = plannedToEntry({ device: 0, seq: 3, seen: [] });
  const one = addToChains(addToChains({}, first.entry, first.hash), second.entry, second.hash);
  equal(addToChains(one, secondToo.entry, secondToo.hash)[nameOf(0)]?.isForked, true);
  const other = addToChains(addToChains({}, first.entry, first.hash), secondToo.entry, secondToo.hash);
  equal(addToChains(other, third.entry, third.hash)[nameOf(0)]?.isForked, true);
  equal(
    addToChains(addToChains({}, secondToo.entry, secondToo.hash), second.entry, second.hash)[nameOf(0)]?.isForked,
    true,
  );
  equal(markForked({}, nameOf(5))[nameOf(5)]?.isForked, true);
});

test('a fork once noticed stays noticed', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const chains = addAll(history);
      const forked = markForked(chains, nameOf(0));
      const next = plannedToEntry({ device: 0, seq: (chains[nameOf(0)]?.seq ?? 0) + 1, seen: [] });
      equal(addToChains(forked, next.entry, next.hash)[nameOf(0)]?.isForked, true);
    }),
  );
});
