/** The front door of sync: a state machine that moves sealed boxes and reads none. */
export {
  cursorOf,
  isAwaiting,
  isCaughtUp,
  isStalled,
  type MailboxKey,
  noSync,
  outboxRoom,
  type Step,
  type SyncInput,
  type SyncOutput,
  type SyncState,
  step,
} from './step.ts';
