/**
 * `npm start`: from a fresh clone to a running Attune. Installs what is missing, builds the app when its sources have
 * changed, then runs the relay, which also serves the app. Settings come from the environment: PORT, HOST, DATA_DIR.
 */
import { spawn } from 'node:child_process';
import { buildIfNeeded } from './build.mjs';
import { ensurePackages, findNode, rootFolder, runCommand, toolEnvironment } from './setup.mjs';

await runCommand(() => {
  ensurePackages();
  const node = findNode();
  buildIfNeeded();
  const relay = spawn(node, ['src/relay/main.ts', ...process.argv.slice(2)], {
    cwd: rootFolder,
    stdio: 'inherit',
    env: toolEnvironment(),
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => void relay.kill(signal));
  }
  relay.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // end as the relay ended, so that whoever supervises us sees the truth
  });
});
