/**
 * Group commit: boxes that arrive together share one transaction, and while one is being written the next gathers.
 * The queue is bounded in boxes, in bytes and per connection, so that overload becomes `busy` and not memory.
 */
import { assert, limits } from '#kernel';
import type { DeviceFrame } from '#wire';
import type { Connection } from './connections.ts';
import type { RelayPorts } from './ports.ts';
import type { AppendOutcome } from './store.ts';

export type Append = Extract<DeviceFrame, { type: 'append' }>;

export interface WaitingBox {
  readonly connection: Connection;
  readonly frame: Append;
  /** The mailbox, hex. */
  readonly key: string;
  readonly writer: number;
}

export interface CommitQueue {
  /** False: there is no room now. */
  readonly add: (box: WaitingBox) => boolean;
  readonly length: () => number;
  readonly commits: () => number;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>;
}

/** `committed` is called after each commit is on disk, with the outcomes in the order of the boxes. */
export function createCommitQueue(
  { store, schedule, broke }: Pick<RelayPorts, 'store' | 'schedule' | 'broke'>,
  committed: (boxes: readonly WaitingBox[], outcomes: readonly AppendOutcome[]) => void,
): CommitQueue {
  const queue: WaitingBox[] = [];
  const whenIdle: (() => void)[] = [];
  let queuedBytes = 0;
  let isCommitting = false;
  let commits = 0;

  const commitAll = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, limits.commitBoxesMax);
      for (const { frame, connection } of batch) {
        queuedBytes -= frame.box.length;
        connection.queuedCount -= 1;
      }
      const outcomes = await store.append(
        batch.map(({ frame: { mailbox, boxId, expiryDay, box }, writer }) => ({
          mailbox,
          writer,
          boxId,
          expiryDay,
          box,
        })),
      );
      assert(outcomes.length === batch.length, 'a store answers for every box');
      commits += 1;
      committed(batch, outcomes);
    }
    isCommitting = false;
    for (const tell of whenIdle.splice(0)) tell();
  };

  return {
    add: (box) => {
      const { connection, frame } = box;
      const hasRoom =
        queue.length < limits.appendQueueBoxesMax &&
        queuedBytes + frame.box.length <= limits.appendQueueBytesMax &&
        connection.queuedCount < limits.appendQueueBoxesPerConnectionMax;
      if (!hasRoom) return false;
      connection.queuedCount += 1;
      queuedBytes += frame.box.length;
      queue.push(box);
      if (!isCommitting) {
        isCommitting = true;
        schedule(() => void commitAll().catch(broke));
      }
      return true;
    },
    length: () => queue.length,
    commits: () => commits,
    idle: async () => {
      if (isCommitting) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}
