/**
 * The real server in a process of its own, on a free port, with a data folder of its own. It can be stopped and
 * started again on the same port with the same data, as when a machine reboots.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** What `npm run build` has made; `APP_DIR` names another build. */
export const builtApp = process.env.APP_DIR ?? join(root, 'dist');
const startMsMax = 15_000;

export interface Server {
  /** Known after the first start; the same after each later one. */
  readonly origin: () => string;
  readonly start: () => Promise<void>;
  /** Ends the process and waits until it is gone. Stopping twice is stopping once. */
  readonly stop: () => Promise<void>;
  /** Stops it and forgets its data. */
  readonly remove: () => Promise<void>;
}

export function createServer(appFolder: string = builtApp): Server {
  if (!existsSync(join(appFolder, 'index.html'))) throw new Error('The app is not built yet: npm run build');
  const dataFolder = mkdtempSync(join(tmpdir(), 'attune-journey-'));
  let port = 0;
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    const begun = spawn(process.execPath, [join(root, 'src/relay/main.ts')], {
      cwd: root,
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataFolder, APP_DIR: appFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = begun;
    port = await new Promise<number>((resolve, reject) => {
      let said = '';
      const tooLate = setTimeout(() => reject(new Error(`The server did not start. It said: ${said}`)), startMsMax);
      const hear = (text: string): void => {
        said += text;
        const found = /Attune is at http:\/\/localhost:(\d+)/.exec(said)?.[1];
        if (found === undefined) return;
        clearTimeout(tooLate);
        resolve(Number(found));
      };
      begun.stdout?.setEncoding('utf8').on('data', hear);
      begun.stderr?.setEncoding('utf8').on('data', hear);
      begun.once('exit', (code) => reject(new Error(`The server ended with ${code}. It said: ${said}`)));
    });
  };

  const stop = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGTERM');
    await gone;
  };

  return {
    origin: () => `http://localhost:${port}`,
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
