/** The worker behind `checkpoints.ts`: on each message one PASSIVE checkpoint; answers whether it copied everything. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#kernel';

assert(typeof workerData === 'string' && parentPort !== null, 'a checkpoint worker is given a path');
const port = parentPort;
const database = new DatabaseSync(workerData);
database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL');
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

port.on('message', () => {
  const row = checkpoint.get();
  port.postMessage(row !== undefined && row.log === row.checkpointed);
});
