/**
 * Every bound in one place, unit in the name. A relation between two bounds is asserted when this file loads.
 */
import { assert } from './result.ts';

export const limits = {
  // text that a person writes
  noteCharsMax: 4_000,
  lineCharsMax: 280,
  nameCharsMax: 60,
  feelingsPerCheckInMax: 12,

  // entries and boxes
  entryBodyBytesMax: 24 * 1024,
  entryKindBytesMax: 64,
  entrySeenMax: 32,
  boxBytesMax: 64 * 1024,
  boxBucketsBytes: [512, 1024, 2048, 4096] as readonly number[],

  // membership
  devicesPerPersonMax: 8,
  epochsMax: 4_096,

  // clocks
  /** An entry further ahead than this is held until its time has come (product rule: a timestamp is a claim). */
  clockAheadMsMax: 15 * 60_000,
  hybridClockCountMax: 65_535,

  // sharing
  cancelWindowMsDefault: 10_000,
  cancelWindowMsMax: 10 * 60_000,

  // invitations
  inviteLifeMs: 24 * 3_600_000,
  inviteWordCount: 4,

  // relay protocol
  frameBytesMax: 256 * 1024,
  boxesPerFrameMax: 256,
  mailboxesPerConnectionMax: 64,
  outboxInFlightMax: 64,
  connectionsMax: 20_000,
  connectionsPerAddressMax: 2_100,
  framesPerSecondMax: 4_000,
  openTimeoutMs: 10_000,
  heartbeatMs: 45_000,
  sendBufferBytesMax: 1024 * 1024,
  appendQueueBoxesMax: 10_000,
  quotaBytesPerWriterDefault: 256 * 1024 * 1024,
  expiryDaysMax: 366,

  // device
  checkpointEntriesMax: 256,
  reconnectDelayMsMin: 500,
  reconnectDelayMsMax: 60_000,
  rowsShownMax: 100,
  backupBytesMax: 256 * 1024 * 1024,
} as const;

assert(limits.boxBytesMax + 1024 < limits.frameBytesMax, 'a frame holds at least one whole box');
assert(limits.entryBodyBytesMax + 4096 < limits.boxBytesMax, 'a box holds at least one whole entry');
assert(limits.noteCharsMax * 4 < limits.entryBodyBytesMax, 'an entry holds a whole note in any script');
assert(limits.outboxInFlightMax < limits.appendQueueBoxesMax, 'one device cannot fill the queue of the relay');
