/**
 * `npm start`: from a fresh clone to a running Attune. Installs what is missing, builds the app when its sources have
 * changed, then runs the relay, which also serves the app. Settings come from the environment: PORT, HOST, DATA_DIR.
 */
import { spawn } from 'node:child_process';
import { buildIfNeeded } from './build.mjs';
import { ensurePackages, findNode, rootFolder, runCommand, toolEnvironment } from './setup.mjs';

const parentCheckMs = 250;

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
  endWithNpm(() => void relay.kill('SIGTERM'));
  relay.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // end as the relay ended, so that whoever supervises us sees the truth
  });
});

/**
 * npm runs us through a shell, which dies of a SIGTERM sent to npm without telling us; then we are handed to another
 * parent. Only under npm: whoever starts us directly may well leave us running.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, parentCheckMs);
}
