/**
 * `npm run dev`: the app from Vite with hot reload, and a relay that restarts when its sources change, behind one
 * address. Data of the relay lies in data/dev.
 */
import { spawn } from 'node:child_process';
import { ensurePackages, findNode, rootFolder, runCommand, toolEnvironment } from './setup.mjs';

const appPort = Number(process.env.PORT ?? 5173);
const relayPort = appPort + 1;

await runCommand(async () => {
  ensurePackages();
  const relay = spawn(findNode(), ['--watch', '--watch-preserve-output', 'src/relay/main.ts'], {
    cwd: rootFolder,
    stdio: 'inherit',
    env: { ...toolEnvironment(), PORT: String(relayPort), HOST: '127.0.0.1', DATA_DIR: 'data/dev' },
  });
  const { createServer } = await import('vite');
  const app = await createServer({
    root: rootFolder,
    server: {
      port: appPort,
      strictPort: true,
      proxy: {
        '/relay': { target: `ws://127.0.0.1:${relayPort}`, ws: true },
      },
    },
  });
  await app.listen();
  app.printUrls();
  const end = async () => {
    relay.kill('SIGTERM');
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
});
