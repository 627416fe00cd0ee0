import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, limits } from '#kernel';
import { type DeviceFrame, encodeDeviceFrame, type RelayFrame } from '#wire';
import { nodeHashing } from './hashing.ts';
import type { Relay, RelayPorts } from './ports.ts';
import { createRelay } from './relay.ts';
import { createMemoryStore, type MemoryStore } from './store-memory.ts';
import {
  appendFrameOf,
  createCoreDevice,
  createOpenDevice,
  createTestMailbox,
  openFrameOf,
  quiet,
  someBytes,
  type TestMailbox,
} from './test-kit.ts';

const dayMs = 86_400_000;
const today = 20_000;

interface World {
  readonly relay: Relay;
  readonly store: MemoryStore;
  nowMs: number;
}

function createWorld(ports: Partial<RelayPorts> & { readonly quotaBytes?: number; readonly bytesMax?: number } = {}) {
  const store = createMemoryStore({
    random: someBytes,
    quotaBytesPerWriter: ports.quotaBytes ?? limits.quotaBytesPerWriterDefault,
    bytesMax: ports.bytesMax ?? Number.MAX_SAFE_INTEGER,
  });
  const world: World = {
    store,
    nowMs: today * dayMs,
    relay: createRelay({
      store,
      clock: () => world.nowMs,
      random: someBytes,
      schedule: setImmediate,
      hashing: nodeHashing,
      broke: (reason) => {
        throw reason;
      },
      ...ports,
    }),
  };
  return world;
}

const only = <T extends RelayFrame['type']>(frames: readonly RelayFrame[], type: T) =>
  frames.filter((frame): frame is Extract<RelayFrame, { type: T }> => frame.type === type);

async function fetchAll(world: World, mailbox: TestMailbox): Promise<readonly Bytes[]> {
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  const found: Bytes[] = [];
  let after = 0;
  for (let page = 0; page < 50; page++) {
    device.say({ type: 'fetch', mailbox: mailbox.id, after });
    await quiet();
    const [answer] = only(device.take(), 'boxes');
    assert.ok(answer);
    found.push(...answer.boxes.map((box) => box.box));
    after = answer.upTo;
    if (after >= answer.head) break;
  }
  device.connection.close();
  return found;
}

test('a box goes from one partner to the other after it is acknowledged as stored', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = await createOpenDevice(world.relay, mailbox, 1);
  const frame = appendFrameOf(mailbox);
  noor.device.say(frame);
  assert.deepEqual(noor.device.take(), [], 'nothing is said before the commit');
  await quiet();
  assert.deepEqual(noor.device.take(), [{ type: 'acked', mailbox: mailbox.id, boxId: frame.boxId, position: 1 }]);
  assert.deepEqual(sam.device.take(), [
    {
      type: 'boxes',
      mailbox: mailbox.id,
      after: 0,
      upTo: 1,
      head: 1,
      boxes: [{ position: 1, boxId: frame.boxId, box: frame.box }],
    },
  ]);
});

test('nothing is acknowledged or passed on while the commit is not on disk', async () => {
  let finish = (): void => {};
  const world = createWorld();
  const store = {
    ...world.store,
    append: async (boxes: Parameters<MemoryStore['append']>[0]) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return world.store.append(boxes);
    },
  };
  const relay = createWorld({ store }).relay;
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(relay, mailbox, 0);
  const sam = await createOpenDevice(relay, mailbox, 1);
  noor.device.say(appendFrameOf(mailbox));
  await quiet();
  assert.deepEqual([...noor.device.take(), ...sam.device.take()], []);
  finish();
  await quiet();
  assert.equal(noor.device.take().length + sam.device.take().length, 2);
});

test('boxes of one moment share one commit', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  for (let i = 0; i < 100; i++) device.say(appendFrameOf(mailbox));
  await quiet();
  assert.equal(device.take().length, 100);
  assert.equal(world.relay.counters().commits, 1);
});

test('the same box again has the same position, is acknowledged, and is not passed on', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = await createOpenDevice(world.relay, mailbox, 1);
  const frame = appendFrameOf(mailbox);
  for (const each of [frame, appendFrameOf(mailbox), frame]) noor.device.say(each);
  await quiet();
  noor.device.say(frame);
  await quiet();
  const positions = only(noor.device.take(), 'acked').filter((ack) => Buffer.compare(ack.boxId, frame.boxId) === 0);
  assert.deepEqual(
    positions.map((ack) => ack.position),
    [1, 1, 1],
  );
  assert.equal(only(sam.device.take(), 'boxes').flatMap((push) => push.boxes).length, 2);
});

test('each connection hears of a mailbox in the order of positions, without gaps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 40 }), async (script) => {
      const world = createWorld();
      const mailbox = createTestMailbox();
      const devices = [];
      for (const writer of [0, 1, 0]) devices.push((await createOpenDevice(world.relay, mailbox, writer)).device);
      for (const [who, isPause] of script) {
        devices[who]!.say(appendFrameOf(mailbox, someBytes(20)));
        if (isPause) await quiet();
      }
      await quiet();
      for (const device of devices) {
        const heard = device.take().flatMap((frame) => {
          if (frame.type === 'acked') return [frame.position];
          if (frame.type !== 'boxes') return [];
          assert.equal(frame.after + 1, frame.boxes[0]?.position);
          assert.equal(frame.upTo, frame.boxes.at(-1)?.position);
          return frame.boxes.map((box) => box.position);
        });
        assert.deepEqual(
          heard,
          script.map((_, i) => i + 1),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('what was written while a mailbox was being opened is not lost between head and push', async () => {
  let finish = (): void => {};
  const world = createWorld();
  const store = {
    ...world.store,
    head: async (mailbox: Bytes) => {
      const head = await world.store.head(mailbox);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return head;
    },
  };
  const relay = createWorld({ store }).relay;
  const mailbox = createTestMailbox();
  const noor = createCoreDevice(relay);
  noor.say({ type: 'hello', version: 1 });
  const [welcome] = only(noor.take(), 'welcome');
  noor.say(openFrameOf(mailbox, 0, welcome!.challenge));
  await quiet();
  finish();
  await quiet();
  noor.take();
  const sam = createCoreDevice(relay);
  sam.say({ type: 'hello', version: 1 });
  sam.say(openFrameOf(mailbox, 1, only(sam.take(), 'welcome')[0]!.challenge));
  await quiet();
  noor.say(appendFrameOf(mailbox));
  await quiet();
  assert.deepEqual(sam.take(), []);
  finish();
  await quiet();
  assert.deepEqual(sam.take(), [{ type: 'opened', mailbox: mailbox.id, head: 1 }]);
});

test('pages cover everything, however many and however big', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  const sizes = [...Array<number>(600).fill(512), ...Array<number>(20).fill(limits.boxBytesMax)];
  const boxes = sizes.map((size) => someBytes(size));
  for (const box of boxes) {
    device.say(appendFrameOf(mailbox, box));
    await quiet();
  }
  assert.deepEqual(await fetchAll(world, mailbox), boxes);
  device.take();
  let after = 0;
  let ids = 0;
  for (let page = 0; page < 10 && (page === 0 || after < boxes.length); page++) {
    device.say({ type: 'list', mailbox: mailbox.id, after });
    await quiet();
    const [answer] = only(device.take(), 'ids');
    ids += answer!.boxIds.length;
    after = answer!.upTo;
  }
  assert.equal(ids, boxes.length);
});

test('every refusal about rights is the same, whatever the reason and whatever is stored', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const filled = await createOpenDevice(world.relay, mailbox, 0);
  filled.device.say(appendFrameOf(mailbox));
  await quiet();
  const stranger = createCoreDevice(world.relay);
  stranger.say({ type: 'hello', version: 1 });
  const challenge = only(stranger.take(), 'welcome')[0]!.challenge;
  const good = openFrameOf(mailbox, 0, challenge);
  const otherSigned = openFrameOf(mailbox, 1, challenge);
  const unknown = { ...openFrameOf(createTestMailbox(), 0, challenge), mailbox: mailbox.id };
  const attempts: DeviceFrame[] = [
    { ...good, signature: someBytes(64) },
    { ...good, writer: 1 },
    { ...otherSigned, writer: 0 },
    { ...good, salt: someBytes(16) },
    { ...good, writers: good.writers.toReversed() },
    { ...good, writers: good.writers.slice(0, 1) },
    openFrameOf(mailbox, 0, someBytes(32)),
    unknown,
    { type: 'fetch', mailbox: mailbox.id, after: 0 },
    { type: 'list', mailbox: mailbox.id, after: 0 },
  ];
  const answers = [];
  for (const attempt of attempts) {
    stranger.say(attempt);
    await quiet();
    const bytes = stranger.takeBytes();
    assert.equal(bytes.length, 1);
    answers.push(Buffer.from(bytes[0]!).toString('hex'));
  }
  assert.equal(new Set(answers).size, 1, 'one answer');
  const absent = createTestMailbox();
  const lengths = [mailbox.id, absent.id].map((id) => {
    stranger.say({ ...appendFrameOf(mailbox), mailbox: id });
    return stranger.takeBytes().map((bytes) => [bytes.length, bytes[0], bytes[1]]);
  });
  assert.deepEqual(lengths[0], lengths[1]);
  assert.equal(world.store.mailboxCount(), 1, 'guessing leaves no trace');
});

test('a signature opens on its own connection only', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const first = createCoreDevice(world.relay);
  first.say({ type: 'hello', version: 1 });
  const overheard = openFrameOf(mailbox, 0, only(first.take(), 'welcome')[0]!.challenge);
  const second = createCoreDevice(world.relay);
  second.say({ type: 'hello', version: 1 });
  second.take();
  second.say(overheard);
  await quiet();
  assert.deepEqual(
    second.take().map((frame) => frame.type),
    ['refused'],
  );
});

test('a writer without room is told so; the other writes on', async () => {
  const world = createWorld({ quotaBytes: 4 * (512 + limits.quotaBytesPerBox) });
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = await createOpenDevice(world.relay, mailbox, 1);
  for (let i = 0; i < 6; i++) noor.device.say(appendFrameOf(mailbox));
  sam.device.say(appendFrameOf(mailbox));
  await quiet();
  const toNoor = noor.device.take();
  assert.equal(only(toNoor, 'acked').length, 4);
  assert.deepEqual(
    only(toNoor, 'refused').map((frame) => frame.code),
    ['quota', 'quota'],
  );
  assert.equal(only(sam.device.take(), 'acked')[0]?.position, 5);
});

test('a full store refuses new boxes, serves reads, and knows old boxes again', async () => {
  const world = createWorld({ bytesMax: 2 * (512 + limits.quotaBytesPerBox) });
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  const frames = [appendFrameOf(mailbox), appendFrameOf(mailbox), appendFrameOf(mailbox)];
  for (const frame of [...frames, frames[0]!]) device.say(frame);
  await quiet();
  const answers = device.take();
  assert.equal(only(answers, 'acked').length, 3);
  assert.deepEqual(
    only(answers, 'refused').map((frame) => frame.code),
    ['full'],
  );
  assert.equal((await fetchAll(world, mailbox)).length, 2);
});

test('a box beyond the limit is too big', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  device.say(appendFrameOf(mailbox, someBytes(limits.boxBytesMax + 1)));
  await quiet();
  assert.equal(only(device.take(), 'refused')[0]?.code, 'too-big');
});

test('the flood of one connection is held back alone', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = await createOpenDevice(world.relay, mailbox, 1);
  for (let i = 0; i < limits.framesPerSecondMax * 2; i++) noor.device.say(appendFrameOf(mailbox, someBytes(8)));
  sam.device.say(appendFrameOf(mailbox));
  await quiet();
  const toNoor = noor.device.take();
  assert.equal(only(toNoor, 'acked').length, limits.appendQueueBoxesPerConnectionMax);
  assert.ok(only(toNoor, 'refused').every((frame) => frame.code === 'busy'));
  assert.equal(only(sam.device.take(), 'acked').length, 1);
  assert.equal(noor.device.isClosed(), false);
});

test('more frames than the rate are refused, and the rate comes back with time', async () => {
  const world = createWorld();
  const device = createCoreDevice(world.relay);
  device.say({ type: 'hello', version: 1 });
  for (let i = 0; i < limits.framesPerSecondMax + 50; i++) device.say({ type: 'ping' });
  const frames = device.take();
  assert.equal(only(frames, 'refused').length, 51);
  world.nowMs += 1000;
  device.say({ type: 'ping' });
  assert.deepEqual(device.take(), [{ type: 'pong' }]);
});

test('the queue is bounded by bytes too', async () => {
  const world = createWorld({ schedule: () => {} });
  const box = someBytes(limits.boxBytesMax);
  let accepted = 0;
  for (let i = 0; i < 4; i++) {
    const mailbox = createTestMailbox();
    const { device } = await createOpenDevice(world.relay, mailbox, 0);
    for (let n = 0; n < 400; n++) device.say(appendFrameOf(mailbox, box));
    accepted += 400 - only(device.take(), 'refused').length;
  }
  assert.equal(accepted, limits.appendQueueBytesMax / limits.boxBytesMax);
});

test('an expired box is neither served nor listed, its position is not given again, its room comes back', async () => {
  const world = createWorld({ quotaBytes: 3 * (512 + limits.quotaBytesPerBox) });
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  device.say(appendFrameOf(mailbox));
  device.say(appendFrameOf(mailbox, someBytes(512), someBytes(16), today));
  device.say(appendFrameOf(mailbox, someBytes(512), someBytes(16), today + 1));
  await quiet();
  await world.relay.tick();
  assert.equal((await fetchAll(world, mailbox)).length, 3);
  for (const [day, left] of [
    [1, 2],
    [2, 1],
  ] as const) {
    world.nowMs = (today + day) * dayMs;
    assert.equal((await fetchAll(world, mailbox)).length, left, 'hidden before the sweep');
    await world.relay.tick();
    assert.equal(world.store.boxesOf(mailbox.id).length, left);
  }
  const again = await createOpenDevice(world.relay, mailbox, 0);
  assert.equal(again.head, 3);
  again.device.say(appendFrameOf(mailbox));
  await quiet();
  assert.equal(only(again.device.take(), 'acked')[0]?.position, 4);
});

test('a box that is born expired, or keeps too long, is refused', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  for (const day of [today - 1, today + limits.expiryDaysMax + 1])
    device.say(appendFrameOf(mailbox, someBytes(8), someBytes(16), day));
  assert.equal(only(device.take(), 'refused').length, 2);
});

test('a slow reader is pushed nothing, and told the head once when it has caught up', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = await createOpenDevice(world.relay, mailbox, 1);
  sam.device.bufferedBytes = limits.sendBufferBytesMax + 1;
  for (let i = 0; i < 3; i++) {
    noor.device.say(appendFrameOf(mailbox));
    await quiet();
  }
  sam.device.say({ type: 'fetch', mailbox: mailbox.id, after: 0 });
  await quiet();
  assert.deepEqual(sam.device.take(), []);
  sam.device.connection.drained();
  assert.deepEqual(sam.device.take(), [], 'not drained yet');
  sam.device.bufferedBytes = 0;
  sam.device.connection.drained();
  await quiet();
  const frames = sam.device.take();
  assert.deepEqual(
    frames.map((frame) => frame.type),
    ['head', 'boxes'],
  );
  noor.device.say(appendFrameOf(mailbox));
  await quiet();
  assert.equal(only(sam.device.take(), 'boxes')[0]?.upTo, 4);
});

test('a reader that takes nothing is closed in the end', async () => {
  const world = createWorld();
  const device = createCoreDevice(world.relay);
  device.say({ type: 'hello', version: 1 });
  device.bufferedBytes = limits.sendBufferBytesHardMax + 1;
  device.say({ type: 'ping' });
  assert.equal(device.isClosed(), true);
});

test('another version is told so and closed', () => {
  const device = createCoreDevice(createWorld().relay);
  device.say({ type: 'hello', version: 2 });
  assert.deepEqual(
    device.take().map((frame) => frame.type === 'refused' && frame.code),
    ['version'],
  );
  assert.equal(device.isClosed(), true);
});

test('a frame before hello, a second hello and nonsense end the connection', () => {
  const { relay } = createWorld();
  const early = createCoreDevice(relay);
  early.say({ type: 'ping' });
  const twice = createCoreDevice(relay);
  twice.say({ type: 'hello', version: 1 });
  twice.say({ type: 'hello', version: 1 });
  const garbled = createCoreDevice(relay);
  garbled.say({ type: 'hello', version: 1 });
  garbled.sayBytes(Uint8Array.of(...encodeDeviceFrame({ type: 'ping' }), 0));
  for (const device of [early, twice, garbled]) assert.equal(device.isClosed(), true);
  assert.equal(relay.counters().connections, 0);
});

test('one who does not greet, and one who falls silent, are closed by the tick', async () => {
  const world = createWorld();
  const mute = createCoreDevice(world.relay);
  const silent = createCoreDevice(world.relay);
  silent.say({ type: 'hello', version: 1 });
  world.nowMs += limits.openTimeoutMs + 1;
  await world.relay.tick();
  assert.deepEqual([mute.isClosed(), silent.isClosed()], [true, false]);
  world.nowMs += limits.silenceMsMax;
  await world.relay.tick();
  assert.equal(silent.isClosed(), true);
});

test('a connection opens a bounded number of mailboxes', async () => {
  const world = createWorld();
  const device = createCoreDevice(world.relay);
  device.say({ type: 'hello', version: 1 });
  const challenge = only(device.take(), 'welcome')[0]!.challenge;
  for (let i = 0; i <= limits.mailboxesPerConnectionMax; i++)
    device.say(openFrameOf(createTestMailbox(), 0, challenge));
  await quiet();
  const frames = device.take();
  assert.equal(only(frames, 'opened').length, limits.mailboxesPerConnectionMax);
  assert.equal(only(frames, 'refused').length, 1);
});

test('opening a mailbox twice keeps one subscription', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const noor = await createOpenDevice(world.relay, mailbox, 0);
  const sam = createCoreDevice(world.relay);
  sam.say({ type: 'hello', version: 1 });
  const challenge = only(sam.take(), 'welcome')[0]!.challenge;
  for (let i = 0; i < 2; i++) sam.say(openFrameOf(mailbox, 1, challenge));
  await quiet();
  assert.equal(only(sam.take(), 'opened').length, 2);
  noor.device.say(appendFrameOf(mailbox));
  await quiet();
  assert.equal(sam.take().length, 1);
});

test('two couples do not meet', async () => {
  const world = createWorld();
  const [ours, theirs] = [createTestMailbox(), createTestMailbox()];
  const us = await createOpenDevice(world.relay, ours, 0);
  const them = await createOpenDevice(world.relay, theirs, 0);
  us.device.say(appendFrameOf(ours));
  us.device.say(appendFrameOf(theirs));
  us.device.say({ type: 'fetch', mailbox: theirs.id, after: 0 });
  await quiet();
  assert.deepEqual(them.device.take(), []);
  assert.equal(only(us.device.take(), 'refused').length, 2);
  assert.equal(world.store.boxesOf(theirs.id).length, 0);
});

test('stopping finishes what was accepted and closes every connection', async () => {
  const world = createWorld();
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(world.relay, mailbox, 0);
  device.say(appendFrameOf(mailbox));
  await world.relay.stop();
  assert.equal(only(device.take(), 'acked').length, 1);
  assert.equal(device.isClosed(), true);
});

test('a store that broke acknowledges nothing, and says that it broke', async () => {
  const reasons: unknown[] = [];
  const world = createWorld();
  const store = { ...world.store, append: async () => Promise.reject(new Error('disk')) };
  const { relay } = createWorld({ store, broke: (reason) => reasons.push(reason) });
  const mailbox = createTestMailbox();
  const { device } = await createOpenDevice(relay, mailbox, 0);
  device.say(appendFrameOf(mailbox));
  await quiet();
  assert.deepEqual(device.take(), []);
  assert.equal(reasons.length, 1);
});

test('a hundred thousand malformed frames end their connections and nothing else', () => {
  const { relay } = createWorld();
  const mailbox = createTestMailbox();
  const almost = fc
    .tuple(
      fc.constantFrom<DeviceFrame>(appendFrameOf(mailbox), openFrameOf(mailbox, 0, someBytes(32))),
      fc.nat(),
      fc.nat(255),
    )
    .map(([frame, at, byte]) => {
      const bytes = encodeDeviceFrame(frame);
      bytes[at % bytes.length] = byte;
      return bytes.subarray(0, at % 3 === 0 ? at % bytes.length : bytes.length);
    });
  let device = createCoreDevice(relay);
  device.say({ type: 'hello', version: 1 });
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: fc.uint8Array({ maxLength: 64 }) }, { weight: 1, arbitrary: almost }),
      (bytes) => {
        device.sayBytes(bytes);
        if (!device.isClosed()) return;
        device = createCoreDevice(relay);
        device.say({ type: 'hello', version: 1 });
      },
    ),
    { numRuns: 100_000 },
  );
  assert.ok(relay.counters().connections <= 1);
});
