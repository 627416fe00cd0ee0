/** Puts the server together: settings, store, core, doors. `main.ts` runs it; everything that can be refused is a sentence. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Bytes, err, ok, type Result } from '#kernel';
import { nodeHashing } from './hashing.ts';
import { listen } from './listener.ts';
import { createRelay } from './relay.ts';
import type { Settings } from './settings.ts';
import { errorToStoreProblem, storeProblemToText } from './store-problem.ts';
import { openSqliteStore } from './store-sqlite.ts';

export interface Server {
  readonly port: number;
  /** Finishes what was accepted, then lets go of everything. */
  readonly stop: () => Promise<void>;
}

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

/** `broke`: the store cannot go on; the sentence says why, and the process has to end. */
export async function startServer(
  settings: Settings,
  broke: (sentence: string) => void,
): Promise<Result<Server, string>> {
  const opened = openSqliteStore({
    folder: settings.dataFolder,
    random,
    quotaBytesPerWriter: settings.quotaBytesPerWriter,
    bytesMax: settings.storeBytesMax,
  });
  if (!opened.ok) return err(storeProblemToText(opened.error));
  const store = opened.value;
  const relay = createRelay({
    store,
    clock: Date.now,
    random,
    schedule: (run) => void setImmediate(run),
    hashing: nodeHashing,
    broke: (reason) => {
      const problem = errorToStoreProblem(reason, settings.dataFolder);
      if (problem === null) throw reason;
      broke(storeProblemToText(problem));
    },
  });
  const appFolder = settings.appFolder ?? join(import.meta.dirname, '..', '..', 'dist');
  const listening = await listen(relay, settings, appFolder);
  if (!listening.ok) {
    await store.close();
    return listening;
  }
  const { port, close } = listening.value;
  return ok({
    port,
    stop: async () => {
      await relay.stop();
      await close();
      await store.close();
    },
  });
}
