/**
 * Copies the write-ahead log back into the database beside the hot path: a worker with its own connection does it,
 * and SQLite lets the writer go on meanwhile (a PASSIVE checkpoint waits for nobody). When everything was copied, the
 * next commit begins the log file anew, over blocks that exist already, which syncs twice as fast as growing it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

export interface Checkpoints {
  /** Tells how much was just written, roughly. */
  readonly wrote: (bytes: number) => void;
  readonly close: () => Promise<void>;
}

const checkpointEveryBytes = 4 * 1024 * 1024;
/** When the worker cannot keep up, the writer waits for one: bounds the log file. */
const walBytesMax = 64 * 1024 * 1024;

export function createCheckpoints(database: DatabaseSync, path: string, isInline: boolean): Checkpoints {
  let worker: Worker | null = null;
  let bytesSince = 0;
  let bytesSinceReset = 0;
  let isRunning = false;

  const runInline = (): void => {
    database.exec('PRAGMA wal_checkpoint(RESTART)');
    bytesSinceReset = 0;
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: path });
    started.on('message', (isWhole: unknown) => {
      isRunning = false;
      if (isWhole === true) bytesSinceReset = bytesSince;
    });
    started.on('error', () => {
      // Its connection failed (a full disk, say). The next turn starts another; until then the log file grows.
      worker = null;
      isRunning = false;
    });
    started.unref();
    return started;
  };

  return {
    wrote: (bytes) => {
      bytesSince += bytes;
      bytesSinceReset += bytes;
      if (bytesSince < checkpointEveryBytes) return;
      if (isInline || bytesSinceReset > walBytesMax) runInline();
      else if (!isRunning) {
        isRunning = true;
        worker ??= start();
        worker.postMessage(null);
      } else return;
      bytesSince = 0;
    },
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
