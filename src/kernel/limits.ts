/**
 * Every bound in one place, unit in the name. A relation between two bounds is asserted when this file loads.
 */
import { assert } from './result.ts';

export const limits = {
  // text that a person writes
  noteCharsMax: 4_000,
  lineCharsMax: 280,
  nameCharsMax: 60,
  urlCharsMax: 2_000,
  feelingsPerCheckInMax: 12,

  // entries and boxes
  entryBodyBytesMax: 48 * 1024,
  entryKindBytesMax: 64,
  exchangeCharsMax: 120,
  entrySeenMax: 32,
  boxBytesMax: 64 * 1024,
  boxBucketsBytes: [512, 1024, 2048, 4096] as readonly number[],

  // membership
  devicesPerPersonMax: 8,
  epochsMax: 4_096,
  /** Mailboxes of a space that are read: the newest, since somebody who was away may have changed the keys in an older one. */
  epochsReadMax: 8,
  /** Devices taken off the list that a new key names. */
  removedNamedMax: 32,
  /** Entries that wait for their author to become a member. */
  strangersMax: 10_000,
  /** Entries that may stand at one place of a forked chain. */
  forksMax: 16,
  /** Entries offered again at one request of a device that lacks them. */
  lackingOfferedMax: 2_000,
  /** Parts of at most one entry in which a partner brings back what both had shared. */
  carriedPartsMax: 600,
  lackingMsMax: 24 * 3_600_000,

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
  /** The relay forgets the boxes of an invitation after so many days. */
  inviteBoxDays: 14,

  // relay protocol
  frameBytesMax: 256 * 1024,
  boxesPerFrameMax: 256,
  idsPerFrameMax: 4_096,
  mailboxesPerConnectionMax: 64,
  outboxInFlightMax: 64,
  connectionsMax: 20_000,
  connectionsPerAddressMax: 2_100,
  framesPerSecondMax: 4_000,
  openTimeoutMs: 10_000,
  heartbeatMs: 45_000,
  silenceMsMax: 150_000,
  sendBufferBytesMax: 1024 * 1024,
  /** Beyond this a connection that does not read is closed. */
  sendBufferBytesHardMax: 4 * 1024 * 1024,
  appendQueueBoxesMax: 10_000,
  appendQueueBytesMax: 64 * 1024 * 1024,
  appendQueueBoxesPerConnectionMax: 512,
  commitBoxesMax: 1_000,
  sweepBoxesMax: 2_000,
  /** `fetch` and `list` of one connection that wait for their turn. */
  readsWaitingMax: 256,
  quotaBytesPerWriterDefault: 256 * 1024 * 1024,
  /** What a box counts towards a quota beyond its own bytes, so that empty boxes are not free. */
  quotaBytesPerBox: 64,
  expiryDaysMax: 366,

  // device
  checkpointEntriesMax: 256,
  /** Frames kept for "what the server sees". */
  tracedFramesMax: 24,
  /** Quiet for this long while an answer is owed: hang up and call again. */
  answerDelayMsMax: 45_000,
  /** Every so many heartbeats a device asks whether a push was lost. */
  heartbeatsPerPoll: 20,
  memoMax: 64,
  sealedMax: 20_000,
  /** Sealed pairs that have opened are at hand for so long; after that they are things like any other. */
  sealedOpenMsMax: 90 * 86_400_000,
  storeRangeMax: 500,
  reconnectDelayMsMin: 500,
  reconnectDelayMsMax: 60_000,
  rowsShownMax: 100,
  /** Months that are read when the app opens; older ones on request. */
  monthsOpenedMin: 2,
  /** Things that one task brings back from a copy. */
  thingsPerTaskMax: 50,
  backupBytesMax: 256 * 1024 * 1024,
} as const;

assert(limits.boxBytesMax + 1024 < limits.frameBytesMax, 'a frame holds at least one whole box');
assert(limits.entryBodyBytesMax + 4096 < limits.boxBytesMax, 'a box holds at least one whole entry');
assert(limits.noteCharsMax * 4 < limits.entryBodyBytesMax, 'an entry holds a whole note in any script');
assert(limits.outboxInFlightMax < limits.appendQueueBoxesMax, 'one device cannot fill the queue of the relay');
assert(limits.outboxInFlightMax <= limits.appendQueueBoxesPerConnectionMax, 'what a device sends at once has room');
assert(limits.appendQueueBoxesPerConnectionMax * 2 < limits.appendQueueBoxesMax, 'one flood leaves room for others');
assert(limits.idsPerFrameMax * 16 + 1024 < limits.frameBytesMax, 'a frame holds a whole list of box ids');
assert(limits.frameBytesMax < limits.sendBufferBytesMax, 'one frame alone does not make a connection slow');
assert(limits.sendBufferBytesMax + limits.frameBytesMax < limits.sendBufferBytesHardMax, 'slow comes before closed');
assert(limits.mailboxesPerConnectionMax * 2 <= limits.readsWaitingMax, 'a device may ask about all its mailboxes');
assert(limits.heartbeatMs * 3 < limits.silenceMsMax, 'two lost heartbeats do not end a connection');
