/** What the tests and the benches of the relay share: keys, mailboxes, and devices that speak frames and remember answers. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { assert, type Bytes } from '#kernel';
import {
  type DeviceFrame,
  decodeRelayFrame,
  encodeDeviceFrame,
  mailboxIdBytes,
  mailboxPreimage,
  openMessage,
  protocolVersion,
  type RelayFrame,
} from '#wire';
import type { Relay, RelayConnection } from './ports.ts';

export interface WriterKey {
  readonly publicKey: Bytes;
  readonly privateKey: KeyObject;
}

export interface TestMailbox {
  readonly id: Bytes;
  readonly salt: Bytes;
  readonly writers: readonly WriterKey[];
}

export const someBytes = (length: number): Bytes => new Uint8Array(randomBytes(length));

export function createWriterKey(): WriterKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { publicKey: new Uint8Array(spki.subarray(spki.length - 32)), privateKey };
}

export function createTestMailbox(writerCount = 2): TestMailbox {
  const writers = Array.from({ length: writerCount }, createWriterKey);
  const salt = someBytes(16);
  const preimage = mailboxPreimage(
    salt,
    writers.map((writer) => writer.publicKey),
  );
  const hash = createHash('sha256').update(preimage).digest();
  return { id: new Uint8Array(hash.subarray(0, mailboxIdBytes)), salt, writers };
}

export function openFrameOf(
  mailbox: TestMailbox,
  writer: number,
  challenge: Bytes,
): Extract<DeviceFrame, { type: 'open' }> {
  const key = mailbox.writers[writer];
  assert(key !== undefined, 'a test opens as a writer that it made');
  const signature = new Uint8Array(sign(null, openMessage(challenge, mailbox.id, writer), key.privateKey));
  const writers = mailbox.writers.map((each) => each.publicKey);
  return { type: 'open', mailbox: mailbox.id, salt: mailbox.salt, writers, writer, signature };
}

export const appendFrameOf = (
  mailbox: TestMailbox,
  box: Bytes = someBytes(512),
  boxId: Bytes = someBytes(16),
  expiryDay = 0,
): Extract<DeviceFrame, { type: 'append' }> => ({ type: 'append', mailbox: mailbox.id, boxId, expiryDay, box });

/** A device at the core of a relay, without a socket. `bufferedBytes` may be set, to play a slow reader. */
export interface CoreDevice {
  readonly say: (frame: DeviceFrame) => void;
  readonly sayBytes: (bytes: Uint8Array) => void;
  /** Frames that came since the last `take`. */
  readonly take: () => RelayFrame[];
  readonly takeBytes: () => Bytes[];
  readonly isClosed: () => boolean;
  readonly connection: RelayConnection;
  bufferedBytes: number;
}

export function createCoreDevice(relay: Relay): CoreDevice {
  let received: Bytes[] = [];
  let isClosed = false;
  const takeBytes = (): Bytes[] => {
    const taken = received;
    received = [];
    return taken;
  };
  const connection = relay.connect({
    send: (bytes) => received.push(bytes),
    close: () => {
      isClosed = true;
    },
    bufferedBytes: () => device.bufferedBytes,
  });
  const device: CoreDevice = {
    say: (frame) => connection.receive(encodeDeviceFrame(frame)),
    sayBytes: (bytes) => connection.receive(bytes),
    take: () =>
      takeBytes().map((bytes) => {
        const frame = decodeRelayFrame(bytes);
        assert(frame !== null, 'a relay sends what a device can read');
        return frame;
      }),
    takeBytes,
    isClosed: () => isClosed,
    connection,
    bufferedBytes: 0,
  };
  return device;
}

/** Says hello and opens; returns the device with nothing left to take but what came after. */
export async function createOpenDevice(
  relay: Relay,
  mailbox: TestMailbox,
  writer: number,
): Promise<{ readonly device: CoreDevice; readonly head: number }> {
  const device = createCoreDevice(relay);
  device.say({ type: 'hello', version: protocolVersion });
  const welcome = device.take()[0];
  assert(welcome?.type === 'welcome', 'hello is answered by welcome');
  device.say(openFrameOf(mailbox, writer, welcome.challenge));
  await quiet();
  const opened = device.take()[0];
  assert(opened?.type === 'opened', 'a good open is answered by opened');
  return { device, head: opened.head };
}

/** Lets everything that is promised, and scheduled by `setImmediate`, happen. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
