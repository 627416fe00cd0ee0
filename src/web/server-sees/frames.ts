/** A frame as rows of plain words: what each field is, and what it holds. Pure. */
import type { TracedFrame } from '#device';
import { bytesToHex } from '#kernel';
import { type DeviceFrame, decodeDeviceFrame, decodeRelayFrame, type RelayFrame } from '#wire';
import type { serverEn } from './messages.ts';

type Words = typeof serverEn;
export type Row = readonly [what: string, value: string];

export interface ReadFrame {
  readonly summary: string;
  readonly rows: readonly Row[];
}

export function readFrame(traced: TracedFrame, m: Words, dayOf: (ms: number) => string): ReadFrame {
  const frame = traced.direction === 'out' ? decodeDeviceFrame(traced.bytes) : decodeRelayFrame(traced.bytes);
  if (frame === null) return { summary: m.unknown, rows: [] };
  return { summary: m.frames[frame.type], rows: frameToRows(frame, m, dayOf) };
}

const dayMs = 86_400_000;

function frameToRows(frame: DeviceFrame | RelayFrame, m: Words, dayOf: (ms: number) => string): readonly Row[] {
  const f = m.fields;
  switch (frame.type) {
    case 'hello':
      return [[f.version, String(frame.version)]];
    case 'open':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.keys, frame.writers.map(bytesToHex).join(' ')],
        [f.signature, bytesToHex(frame.signature)],
      ];
    case 'append':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.boxId, bytesToHex(frame.boxId)],
        [f.expiry, frame.expiryDay === 0 ? f.never : dayOf(frame.expiryDay * dayMs)],
        [f.box, m.bytes(frame.box.length)],
      ];
    case 'fetch':
    case 'list':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.after, String(frame.after)],
      ];
    case 'welcome':
      return [
        [f.challenge, bytesToHex(frame.challenge)],
        [f.incarnation, bytesToHex(frame.incarnation)],
        [f.clock, dayOf(frame.nowMs)],
      ];
    case 'opened':
    case 'head':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.position, String(frame.head)],
      ];
    case 'boxes':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.count, String(frame.boxes.length)],
        ...frame.boxes.map((one): Row => [f.box, m.bytes(one.box.length)]),
      ];
    case 'ids':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.count, String(frame.boxIds.length)],
      ];
    case 'acked':
      return [
        [f.mailbox, bytesToHex(frame.mailbox)],
        [f.boxId, bytesToHex(frame.boxId)],
        [f.position, String(frame.position)],
      ];
    case 'refused':
      return [[f.code, frame.code]];
    case 'ping':
    case 'pong':
      return [];
  }
}

const bytesPerLine = 16;

/** Lines of an offset and 16 bytes, as every hex view has them. */
export function bytesToHexLines(bytes: Uint8Array, linesMax: number): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && lines.length < linesMax; at += bytesPerLine) {
    const row = [...bytes.subarray(at, at + bytesPerLine)].map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${at.toString(16).padStart(4, '0')}  ${row.join(' ')}`);
  }
  return lines.join('\n');
}
