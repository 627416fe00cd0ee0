/**
 * Frames to bytes and back. One spelling for one frame: what decodes encodes again to the same bytes. A decoder is
 * total: foreign bytes give null, never an exception, and no more memory than they are long. Big-endian; the first
 * byte is the type, 1… from a device and 129… from a relay, so that neither can be taken for the other.
 *
 * `hello` keeps its layout in every version of the protocol: it is how two versions find out about each other.
 */
import { assert, type Bytes, createReader, limits, noBytes, type Reader, unreachable } from '#kernel';
import {
  boxIdBytes,
  challengeBytes,
  type DeviceFrame,
  incarnationBytes,
  mailboxIdBytes,
  type PlacedBox,
  publicKeyBytes,
  type RefusalCode,
  type RelayFrame,
  saltBytes,
  signatureBytes,
  writersMax,
} from './types.ts';
import { createWriter } from './writer.ts';

const deviceTypes = { hello: 1, open: 2, append: 3, fetch: 4, list: 5, ping: 6 } as const;
const relayTypes = {
  welcome: 129,
  opened: 130,
  boxes: 131,
  ids: 132,
  acked: 133,
  head: 134,
  refused: 135,
  pong: 136,
} as const;

/** In the order of their numbers on the wire, from 1. */
const refusalCodes: readonly RefusalCode[] = ['refused', 'quota', 'full', 'too-big', 'busy', 'version'];

const pageHeadBytes = 1 + mailboxIdBytes + 3 * 8 + 2;
const placedBoxHeadBytes = 8 + boxIdBytes + 4;

/** Length of a `boxes` frame with these boxes, so that a sender can fill a frame and not overfill it. */
export const emptyBoxesFrameBytes = pageHeadBytes;
export const placedBoxBytes = (boxLength: number): number => placedBoxHeadBytes + boxLength;

// ------------------------------------------------------------------------------------------------ device to relay

/** @throws Error when a field has a size or a number that the layout cannot hold: a defect of the caller. */
export function encodeDeviceFrame(frame: DeviceFrame): Bytes {
  switch (frame.type) {
    case 'hello': {
      const out = createWriter(3);
      out.u8(deviceTypes.hello);
      out.u16(frame.version);
      return out.end();
    }
    case 'open': {
      const writers = frame.writers.length;
      assert(writers >= 1 && writers <= writersMax && frame.writer < writersMax, 'a mailbox has one or two writers');
      const out = createWriter(1 + mailboxIdBytes + saltBytes + 1 + writers * publicKeyBytes + 1 + signatureBytes);
      out.u8(deviceTypes.open);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.fixed(frame.salt, saltBytes);
      out.u8(writers);
      for (const writer of frame.writers) out.fixed(writer, publicKeyBytes);
      out.u8(frame.writer);
      out.fixed(frame.signature, signatureBytes);
      return out.end();
    }
    case 'append': {
      const length = 1 + mailboxIdBytes + boxIdBytes + 4 + frame.box.length;
      assert(length <= limits.frameBytesMax, 'a box fits into a frame');
      const out = createWriter(length);
      out.u8(deviceTypes.append);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.fixed(frame.boxId, boxIdBytes);
      out.u32(frame.expiryDay);
      out.bytes(frame.box);
      return out.end();
    }
    case 'fetch':
    case 'list': {
      const out = createWriter(1 + mailboxIdBytes + 8);
      out.u8(deviceTypes[frame.type]);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.u64(frame.after);
      return out.end();
    }
    case 'ping':
      return new Uint8Array([deviceTypes.ping]);
    default:
      return unreachable(frame);
  }
}

export function decodeDeviceFrame(bytes: Uint8Array): DeviceFrame | null {
  if (bytes.length > limits.frameBytesMax) return null;
  const reader = createReader(bytes);
  const frame = readDeviceFrame(reader);
  return reader.end() ? frame : null;
}

function readDeviceFrame(reader: Reader): DeviceFrame | null {
  switch (reader.u8()) {
    case deviceTypes.hello:
      return { type: 'hello', version: reader.u16() };
    case deviceTypes.open: {
      const mailbox = reader.bytes(mailboxIdBytes);
      const salt = reader.bytes(saltBytes);
      const count = reader.u8();
      if (count < 1 || count > writersMax) return null;
      const writers = Array.from({ length: count }, () => reader.bytes(publicKeyBytes));
      const writer = reader.u8();
      if (writer >= writersMax) return null;
      return { type: 'open', mailbox, salt, writers, writer, signature: reader.bytes(signatureBytes) };
    }
    case deviceTypes.append:
      return {
        type: 'append',
        mailbox: reader.bytes(mailboxIdBytes),
        boxId: reader.bytes(boxIdBytes),
        expiryDay: reader.u32(),
        box: reader.rest(),
      };
    case deviceTypes.fetch:
      return { type: 'fetch', mailbox: reader.bytes(mailboxIdBytes), after: reader.u64() };
    case deviceTypes.list:
      return { type: 'list', mailbox: reader.bytes(mailboxIdBytes), after: reader.u64() };
    case deviceTypes.ping:
      return { type: 'ping' };
    default:
      return null;
  }
}

// ------------------------------------------------------------------------------------------------ relay to device

/** @throws Error when a field has a size or a number that the layout cannot hold: a defect of the caller. */
export function encodeRelayFrame(frame: RelayFrame): Bytes {
  switch (frame.type) {
    case 'welcome': {
      const out = createWriter(1 + 2 + challengeBytes + incarnationBytes + 8);
      out.u8(relayTypes.welcome);
      out.u16(frame.version);
      out.fixed(frame.challenge, challengeBytes);
      out.fixed(frame.incarnation, incarnationBytes);
      out.u64(frame.nowMs);
      return out.end();
    }
    case 'opened':
    case 'head': {
      const out = createWriter(1 + mailboxIdBytes + 8);
      out.u8(relayTypes[frame.type]);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.u64(frame.head);
      return out.end();
    }
    case 'boxes':
      return encodeBoxes(frame);
    case 'ids': {
      assert(frame.boxIds.length <= limits.idsPerFrameMax, 'a frame holds a bounded number of ids');
      const out = createWriter(pageHeadBytes + frame.boxIds.length * boxIdBytes);
      out.u8(relayTypes.ids);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.u64(frame.after);
      out.u64(frame.upTo);
      out.u64(frame.head);
      out.u16(frame.boxIds.length);
      for (const boxId of frame.boxIds) out.fixed(boxId, boxIdBytes);
      return out.end();
    }
    case 'acked': {
      const out = createWriter(1 + mailboxIdBytes + boxIdBytes + 8);
      out.u8(relayTypes.acked);
      out.fixed(frame.mailbox, mailboxIdBytes);
      out.fixed(frame.boxId, boxIdBytes);
      out.u64(frame.position);
      return out.end();
    }
    case 'refused': {
      const mailbox = frame.mailbox.length === 0 ? 0 : 1;
      const boxId = frame.boxId.length === 0 ? 0 : 1;
      const out = createWriter(1 + 1 + 1 + mailbox * mailboxIdBytes + 1 + boxId * boxIdBytes);
      out.u8(relayTypes.refused);
      out.u8(refusalCodes.indexOf(frame.code) + 1);
      out.u8(mailbox);
      out.fixed(frame.mailbox, mailbox * mailboxIdBytes);
      out.u8(boxId);
      out.fixed(frame.boxId, boxId * boxIdBytes);
      return out.end();
    }
    case 'pong':
      return new Uint8Array([relayTypes.pong]);
    default:
      return unreachable(frame);
  }
}

function encodeBoxes(frame: Extract<RelayFrame, { type: 'boxes' }>): Bytes {
  assert(frame.boxes.length <= limits.boxesPerFrameMax, 'a frame holds a bounded number of boxes');
  const length = frame.boxes.reduce((sum, box) => sum + placedBoxBytes(box.box.length), emptyBoxesFrameBytes);
  assert(length <= limits.frameBytesMax, 'boxes fit into a frame');
  const out = createWriter(length);
  out.u8(relayTypes.boxes);
  out.fixed(frame.mailbox, mailboxIdBytes);
  out.u64(frame.after);
  out.u64(frame.upTo);
  out.u64(frame.head);
  out.u16(frame.boxes.length);
  for (const { position, boxId, box } of frame.boxes) {
    out.u64(position);
    out.fixed(boxId, boxIdBytes);
    out.u32(box.length);
    out.bytes(box);
  }
  return out.end();
}

export function decodeRelayFrame(bytes: Uint8Array): RelayFrame | null {
  if (bytes.length > limits.frameBytesMax) return null;
  const reader = createReader(bytes);
  const frame = readRelayFrame(reader);
  return reader.end() ? frame : null;
}

function readRelayFrame(reader: Reader): RelayFrame | null {
  switch (reader.u8()) {
    case relayTypes.welcome:
      return {
        type: 'welcome',
        version: reader.u16(),
        challenge: reader.bytes(challengeBytes),
        incarnation: reader.bytes(incarnationBytes),
        nowMs: reader.u64(),
      };
    case relayTypes.opened:
      return { type: 'opened', mailbox: reader.bytes(mailboxIdBytes), head: reader.u64() };
    case relayTypes.head:
      return { type: 'head', mailbox: reader.bytes(mailboxIdBytes), head: reader.u64() };
    case relayTypes.boxes:
      return readBoxes(reader);
    case relayTypes.ids: {
      const page = readPageHead(reader);
      if (page === null || page.count > limits.idsPerFrameMax || page.count > page.upTo - page.after) return null;
      const boxIds: Bytes[] = [];
      while (boxIds.length < page.count && !reader.failed) boxIds.push(reader.bytes(boxIdBytes));
      const { mailbox, after, upTo, head } = page;
      return { type: 'ids', mailbox, after, upTo, head, boxIds };
    }
    case relayTypes.acked:
      return {
        type: 'acked',
        mailbox: reader.bytes(mailboxIdBytes),
        boxId: reader.bytes(boxIdBytes),
        position: reader.u64(),
      };
    case relayTypes.refused: {
      const code = refusalCodes[reader.u8() - 1];
      const mailbox = readOptional(reader, mailboxIdBytes);
      const boxId = readOptional(reader, boxIdBytes);
      return code === undefined || mailbox === null || boxId === null
        ? null
        : { type: 'refused', code, mailbox, boxId };
    }
    case relayTypes.pong:
      return { type: 'pong' };
    default:
      return null;
  }
}

function readBoxes(reader: Reader): RelayFrame | null {
  const page = readPageHead(reader);
  if (page === null || page.count > limits.boxesPerFrameMax) return null;
  const { mailbox, after, upTo, head } = page;
  const boxes: PlacedBox[] = [];
  let before = after;
  while (boxes.length < page.count && !reader.failed) {
    const position = reader.u64();
    const boxId = reader.bytes(boxIdBytes);
    const box = reader.lengthPrefixed(limits.boxBytesMax);
    if (position <= before || position > upTo) return null; // positions grow, inside what the frame says it covers
    before = position;
    boxes.push({ position, boxId, box });
  }
  return { type: 'boxes', mailbox, after, upTo, head, boxes };
}

function readPageHead(reader: Reader) {
  const mailbox = reader.bytes(mailboxIdBytes);
  const after = reader.u64();
  const upTo = reader.u64();
  const head = reader.u64();
  const count = reader.u16();
  return upTo < after ? null : { mailbox, after, upTo, head, count };
}

/** A presence byte that is 0 or 1, then the bytes; empty bytes stand for absence. */
function readOptional(reader: Reader, length: number): Bytes | null {
  const isThere = reader.u8();
  if (isThere > 1) return null;
  return isThere === 1 ? reader.bytes(length) : noBytes;
}
