import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, limits } from '#kernel';
import {
  type DeviceFrame,
  decodeDeviceFrame,
  decodeRelayFrame,
  emptyBoxesFrameBytes,
  encodeDeviceFrame,
  encodeRelayFrame,
  placedBoxBytes,
  type RefusalCode,
  type RelayFrame,
} from './index.ts';

const bytes = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((some) => new Uint8Array(some));
const someBytes = (lengthMax: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength: lengthMax }).map((some) => new Uint8Array(some));
/** Records like those that the codec makes: with the prototype of a literal. */
const record = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(fields, { noNullPrototype: true }) as fc.Arbitrary<T>; // without requiredKeys all are there
const position = fc.oneof(fc.nat(1000), fc.maxSafeNat());

const deviceFrame: fc.Arbitrary<DeviceFrame> = fc.oneof(
  record({ type: fc.constant('hello' as const), version: fc.nat(65_535) }),
  record({
    type: fc.constant('open' as const),
    mailbox: bytes(16),
    salt: bytes(16),
    writers: fc.array(bytes(32), { minLength: 1, maxLength: 2 }),
    writer: fc.nat(1),
    signature: bytes(64),
  }),
  record({
    type: fc.constant('append' as const),
    mailbox: bytes(16),
    boxId: bytes(16),
    expiryDay: fc.nat(0xffff_ffff),
    box: someBytes(600),
  }),
  record({ type: fc.constantFrom('fetch' as const, 'list' as const), mailbox: bytes(16), after: position }),
  fc.constant({ type: 'ping' as const }),
);

const page = record({
  mailbox: bytes(16),
  after: fc.nat(1e9),
  steps: fc.array(fc.integer({ min: 1, max: 99 })),
  head: position,
}).map(({ mailbox, after, steps, head }) => {
  const positions: number[] = [];
  for (const step of steps) positions.push((positions.at(-1) ?? after) + step);
  return { mailbox, after, upTo: (positions.at(-1) ?? after) + 7, head, positions };
});

const relayFrame: fc.Arbitrary<RelayFrame> = fc.oneof(
  record({
    type: fc.constant('welcome' as const),
    version: fc.nat(65_535),
    challenge: bytes(32),
    incarnation: bytes(16),
    nowMs: fc.maxSafeNat(),
  }),
  record({ type: fc.constantFrom('opened' as const, 'head' as const), mailbox: bytes(16), head: position }),
  fc.tuple(page, bytes(16), someBytes(300)).map(([{ positions, ...rest }, boxId, box]) => ({
    type: 'boxes' as const,
    ...rest,
    boxes: positions.map((each) => ({ position: each, boxId, box })),
  })),
  fc.tuple(page, bytes(16)).map(([{ positions, ...rest }, boxId]) => ({
    type: 'ids' as const,
    ...rest,
    boxIds: positions.map(() => boxId),
  })),
  record({ type: fc.constant('acked' as const), mailbox: bytes(16), boxId: bytes(16), position }),
  record({
    type: fc.constant('refused' as const),
    code: fc.constantFrom<RefusalCode>('refused', 'quota', 'full', 'too-big', 'busy', 'version'),
    mailbox: fc.oneof(bytes(16), bytes(0)),
    boxId: fc.oneof(bytes(16), bytes(0)),
  }),
  fc.constant({ type: 'pong' as const }),
);

test('decode undoes encode', () => {
  fc.assert(
    fc.property(deviceFrame, (frame) => assert.deepEqual(decodeDeviceFrame(encodeDeviceFrame(frame)), frame)),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(relayFrame, (frame) => assert.deepEqual(decodeRelayFrame(encodeRelayFrame(frame)), frame)),
    { numRuns: 2_000 },
  );
});

/** Total and canonical: never throws, and what it accepts it also writes. */
function assertTotal(some: Uint8Array): void {
  const fromDevice = decodeDeviceFrame(some);
  if (fromDevice !== null) assert.deepEqual(encodeDeviceFrame(fromDevice), new Uint8Array(some));
  const fromRelay = decodeRelayFrame(some);
  if (fromRelay !== null) assert.deepEqual(encodeRelayFrame(fromRelay), new Uint8Array(some));
  assert.ok(fromDevice === null || fromRelay === null, 'no bytes are a frame of both sides');
}

test('arbitrary bytes never throw, and have one spelling when they mean something', () => {
  const typed = fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 129, 130, 131, 132, 133, 134, 135, 136), fc.uint8Array({ maxLength: 64 }))
    .map(([type, rest]) => Uint8Array.of(type, ...rest));
  fc.assert(fc.property(fc.oneof(typed, fc.uint8Array({ maxLength: 64 })), assertTotal), { numRuns: 100_000 });
});

test('a changed, missing or added byte never throws', () => {
  const encoded = fc.oneof(deviceFrame.map(encodeDeviceFrame), relayFrame.map(encodeRelayFrame));
  fc.assert(
    fc.property(encoded, fc.nat(), fc.integer({ min: 1, max: 255 }), (whole, at, change) => {
      const changed = new Uint8Array(whole);
      const place = at % changed.length;
      changed[place] = changed[place]! ^ change;
      assertTotal(changed);
      assertTotal(whole.subarray(0, place));
      assertTotal(Uint8Array.of(...whole, change));
    }),
    { numRuns: 5_000 },
  );
});

test('trailing bytes are refused in every frame of fixed length', () => {
  for (const frame of [{ type: 'ping' }, { type: 'hello', version: 1 }] as const)
    assert.equal(decodeDeviceFrame(Uint8Array.of(...encodeDeviceFrame(frame), 0)), null);
  assert.equal(decodeRelayFrame(Uint8Array.of(136, 0)), null);
});

test('the layout of hello is the same for ever', () => {
  assert.deepEqual(encodeDeviceFrame({ type: 'hello', version: 1 }), Uint8Array.of(1, 0, 1));
});

test('a frame over the limit is not read', () => {
  assert.equal(decodeDeviceFrame(new Uint8Array(limits.frameBytesMax + 1).fill(3)), null);
  assert.equal(decodeRelayFrame(new Uint8Array(limits.frameBytesMax + 1).fill(131)), null);
});

test('a count that promises more than is there costs no memory', () => {
  const lie = Uint8Array.of(131, ...new Uint8Array(16 + 8), 0, 0, 0, 0, 0, 0, 255, 255, ...new Uint8Array(8), 1, 0);
  assert.equal(decodeRelayFrame(lie), null);
});

test('positions that do not grow, or lie outside what a frame covers, are refused', () => {
  const frame = (positions: readonly number[]) =>
    decodeRelayFrame(
      encodeRelayFrame({
        type: 'boxes',
        mailbox: new Uint8Array(16),
        after: 2,
        upTo: 5,
        head: 9,
        boxes: positions.map((each) => ({ position: each, boxId: new Uint8Array(16), box: new Uint8Array(1) })),
      }),
    );
  assert.notEqual(frame([3, 5]), null);
  assert.equal(frame([3, 3]), null);
  assert.equal(frame([4, 3]), null);
  assert.equal(frame([2]), null);
  assert.equal(frame([6]), null);
});

test('the announced length of a frame of boxes is its length', () => {
  fc.assert(
    fc.property(fc.array(someBytes(200), { maxLength: 20 }), (boxes) => {
      const encoded = encodeRelayFrame({
        type: 'boxes',
        mailbox: new Uint8Array(16),
        after: 0,
        upTo: 99,
        head: 99,
        boxes: boxes.map((box, i) => ({ position: i + 1, boxId: new Uint8Array(16), box })),
      });
      const announced = boxes.reduce((sum, box) => sum + placedBoxBytes(box.length), emptyBoxesFrameBytes);
      assert.equal(encoded.length, announced);
    }),
  );
});
