/** Laws of the sync machine: whatever a relay says, it never throws, skips nothing, and moves its cursor for a reason. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, bytesToHex, limits } from '#kernel';
import { protocolVersion, type RefusalCode, type RelayFrame } from '#wire';
import {
  cursorOf,
  isAwaiting,
  type MailboxKey,
  noSync,
  outboxRoom,
  type SyncInput,
  type SyncOutput,
  type SyncState,
  step,
} from './index.ts';

const filled = (length: number, byte: number): Bytes => new Uint8Array(length).fill(byte);
const keyOf = (number: number): MailboxKey => ({
  mailbox: filled(16, number),
  salt: filled(16, number),
  writers: [filled(32, number)],
  writer: 0,
});
const idOf = (number: number): string => bytesToHex(keyOf(number).mailbox);
const mailboxes = [1, 2];
const aMailbox = fc.constantFrom(...mailboxes);
/** 9 is a mailbox that nobody asked for. */
const anyMailbox = fc.constantFrom(1, 2, 9).map((number) => filled(16, number));
const aPosition = fc.oneof(fc.nat({ max: 8 }), fc.constantFrom(2 ** 40, Number.MAX_SAFE_INTEGER));
const aBoxId = fc.nat({ max: 4 }).map((number) => filled(16, number));
const aCode = fc.constantFrom<RefusalCode>('refused', 'quota', 'full', 'too-big', 'busy', 'version');

const aFrame: fc.Arbitrary<RelayFrame> = fc.oneof(
  fc.record({
    type: fc.constant('welcome' as const),
    version: fc.constantFrom(protocolVersion, protocolVersion, 0, 2),
    challenge: fc.constant(filled(32, 7)),
    incarnation: fc.nat({ max: 2 }).map((number) => filled(16, number)),
    nowMs: fc.nat(),
  }),
  fc.record({ type: fc.constant('opened' as const), mailbox: anyMailbox, head: aPosition }),
  fc.record({ type: fc.constant('head' as const), mailbox: anyMailbox, head: aPosition }),
  fc
    .record({ mailbox: anyMailbox, after: aPosition, more: fc.nat({ max: 4 }), head: aPosition })
    .map(({ mailbox, after, more, head }) => ({
      type: 'boxes' as const,
      mailbox,
      after,
      upTo: after + more,
      head,
      boxes: Array.from({ length: more }, (_, at) => ({
        position: after + at + 1,
        boxId: filled(16, at),
        box: filled(1, at),
      })),
    })),
  fc.record({
    type: fc.constant('ids' as const),
    mailbox: anyMailbox,
    after: aPosition,
    upTo: aPosition,
    head: aPosition,
    boxIds: fc.array(aBoxId, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('acked' as const), mailbox: anyMailbox, boxId: aBoxId, position: aPosition }),
  fc.record({
    type: fc.constant('refused' as const),
    code: aCode,
    mailbox: fc.oneof(anyMailbox, fc.constant(filled(0, 0))),
    boxId: fc.oneof(aBoxId, fc.constant(filled(0, 0))),
  }),
  fc.constant({ type: 'pong' as const }),
);

const anInput: fc.Arbitrary<SyncInput> = fc.oneof(
  { weight: 6, arbitrary: aFrame.map((frame) => ({ type: 'frame' as const, frame })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<SyncInput>(
      { type: 'connecting' },
      { type: 'connected' },
      { type: 'disconnected' },
      { type: 'poll' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('watch' as const),
      key: aMailbox.map(keyOf),
      cursor: fc.nat({ max: 6 }),
      incarnation: fc.constantFrom('', bytesToHex(filled(16, 0)), bytesToHex(filled(16, 1))),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unwatch' as const), mailbox: aMailbox.map(idOf) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('signed' as const),
      mailbox: aMailbox.map(idOf),
      signature: fc.constant(filled(64, 1)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('append' as const),
      mailbox: aMailbox.map(idOf),
      boxId: aBoxId,
      box: fc.constant(filled(4, 1)),
      expiryDay: fc.constant(0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('take-inventory' as const), mailbox: aMailbox.map(idOf) }) },
);

const outputsOf = <Type extends SyncOutput['type']>(outputs: readonly SyncOutput[], type: Type, id: string) =>
  outputs.filter(
    (one): one is Extract<SyncOutput, { type: Type }> => one.type === type && 'mailbox' in one && one.mailbox === id,
  );

test('for any course of inputs: nothing throws, no position is passed over, and the cursor has a reason to move', () => {
  let moves = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(anInput, aGoodAnswer), { maxLength: 60 }), (planned) => {
      let { state }: { state: SyncState } = openedAt(2, 4);
      for (const plan of planned) {
        const input = plan.type === 'answer' ? goodAnswer(state, plan.mailbox, plan.count) : plan;
        const [next, outputs] = step(state, input);
        for (const number of mailboxes) {
          const id = idOf(number);
          const before = cursorOf(state, id);
          const after = cursorOf(next, id);
          const delivered = outputsOf(outputs, 'deliver', id);
          ok(delivered.length <= 1);
          for (const { boxes, upTo } of delivered) {
            ok(before && after && input.type === 'frame' && input.frame.type === 'boxes');
            // Continues exactly where the last delivery ended, and brings the boxes that the frame had.
            equal(input.frame.after, before.cursor);
            equal(boxes, input.frame.boxes);
            equal(upTo, after.cursor);
            ok(upTo >= before.cursor);
          }
          if (before && after && before.cursor !== after.cursor) {
            moves += 1;
            const isBack = outputsOf(outputs, 'rolled-back', id).length > 0 && after.cursor === 0;
            const isOwn = outputsOf(outputs, 'acked', id).length > 0 && after.cursor > before.cursor;
            ok(delivered.length > 0 || isBack || isOwn, `${JSON.stringify(input.type)} moved the cursor`);
          }
          const room = outboxRoom(next, id);
          ok(room.count >= 0 - limits.outboxInFlightMax && room.inFlight.size <= limits.outboxInFlightMax + 64);
        }
        if (next.connection === 'offline') ok(!isAwaiting(next) || input.type !== 'disconnected');
        state = next;
      }
    }),
    { numRuns: 3_000 },
  );
  ok(moves > 100, `the cursor moved ${moves} times`);
});

test('the same inputs give the same steps, and no state is changed in place', () => {
  fc.assert(
    fc.property(fc.array(anInput, { maxLength: 30 }), (inputs) => {
      let state = noSync;
      for (const input of inputs) {
        const copy = structuredCloneOf(state);
        const [next, outputs] = step(state, input);
        deepEqual(state, copy);
        deepEqual(step(state, input), [next, outputs]);
        state = next;
      }
    }),
    { numRuns: 300 },
  );
});

/** What an honest relay answers to a fetch: the next `count` boxes. */
const aGoodAnswer = fc.record({
  type: fc.constant('answer' as const),
  mailbox: aMailbox,
  count: fc.nat({ max: 3 }),
});

function goodAnswer(state: SyncState, number: number, count: number): SyncInput {
  const after = cursorOf(state, idOf(number))?.cursor ?? 0;
  const boxes = Array.from({ length: count }, (_, at) => ({
    position: after + at + 1,
    boxId: filled(16, at),
    box: filled(1, at),
  }));
  const upTo = after + count;
  return { type: 'frame', frame: { type: 'boxes', mailbox: filled(16, number), after, upTo, head: upTo, boxes } };
}

/** An opened mailbox on a good connection. */
function openedAt(
  cursor: number,
  head: number,
): { readonly state: SyncState; readonly outputs: readonly SyncOutput[] } {
  const inputs: readonly SyncInput[] = [
    { type: 'watch', key: keyOf(1), cursor, incarnation: bytesToHex(filled(16, 1)) },
    { type: 'connecting' },
    { type: 'connected' },
    {
      type: 'frame',
      frame: {
        type: 'welcome',
        version: protocolVersion,
        challenge: filled(32, 7),
        incarnation: filled(16, 1),
        nowMs: 0,
      },
    },
    { type: 'signed', mailbox: idOf(1), signature: filled(64, 1) },
    { type: 'frame', frame: { type: 'opened', mailbox: filled(16, 1), head } },
  ];
  let state = noSync;
  let outputs: readonly SyncOutput[] = [];
  for (const input of inputs) [state, outputs] = step(state, input);
  return { state, outputs };
}

test('a relay whose newest box is older than what we read has gone back: all is read again and offered again', () => {
  const { state, outputs } = openedAt(5, 3);
  ok(outputs.some((one) => one.type === 'rolled-back'));
  equal(cursorOf(state, idOf(1))?.cursor, 0);
  ok(outputs.some((one) => one.type === 'send' && one.frame.type === 'fetch' && one.frame.after === 0));
});

test('an answer that does not begin where we stand is not delivered, and is asked for again', () => {
  const { state } = openedAt(2, 4);
  const [next, outputs] = step(state, {
    type: 'frame',
    frame: { type: 'boxes', mailbox: filled(16, 1), after: 3, upTo: 4, head: 4, boxes: [] },
  });
  ok(!outputs.some((one) => one.type === 'deliver'));
  ok(outputs.some((one) => one.type === 'send' && one.frame.type === 'fetch' && one.frame.after === 2));
  equal(cursorOf(next, idOf(1))?.cursor, 2);
});

test('a relay that claims a newest box and never shows it is not asked without end', () => {
  let { state } = openedAt(5, Number.MAX_SAFE_INTEGER);
  let asked = 0;
  for (let answer = 0; answer < 10; answer++) {
    const frame: RelayFrame = {
      type: 'boxes',
      mailbox: filled(16, 1),
      after: 5,
      upTo: 5,
      head: Number.MAX_SAFE_INTEGER,
      boxes: [],
    };
    const [next, outputs] = step(state, { type: 'frame', frame });
    asked += outputs.filter((one) => one.type === 'send' && one.frame.type === 'fetch').length;
    state = next;
  }
  equal(asked, 0);
});

test('another version of the protocol is refused and no mailbox is opened', () => {
  for (const version of [0, 2, 65_535]) {
    const [watched] = step(noSync, { type: 'watch', key: keyOf(1), cursor: 0, incarnation: '' });
    const [state, outputs] = step(watched, {
      type: 'frame',
      frame: { type: 'welcome', version, challenge: filled(32, 7), incarnation: filled(16, 1), nowMs: 0 },
    });
    deepEqual(
      outputs.map(({ type }) => type),
      ['refused', 'hang-up'],
    );
    equal(state.connection, 'offline');
  }
});

function structuredCloneOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, bytesToArray), arrayToBytes) as T; // states are plain data and bytes
}
const bytesToArray = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { bytes: [...value] } : value;
const arrayToBytes = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'bytes' in value && Array.isArray(value.bytes)
    ? new Uint8Array(value.bytes)
    : value;
