/** `npm run typecheck`: every TypeScript project of the house, each with the globals of its world. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, findNode, rootFolder, runCommand, toolEnvironment } from './setup.mjs';

const projects = ['pure', 'web', 'worker', 'node', 'tests'].filter(
  (project) => project !== 'worker' || existsSync(join(rootFolder, 'src', 'web', 'sw.ts')),
);

await runCommand(() => {
  ensurePackages();
  const tsc = join(rootFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  let isClean = existsSync(tsc);
  for (const project of projects) {
    const done = spawnSync(
      findNode(),
      [tsc, '-p', `tsconfig.${project}.json`, '--pretty', String(process.stdout.isTTY === true)],
      {
        cwd: rootFolder,
        stdio: 'inherit',
        env: toolEnvironment(),
      },
    );
    console.log(`${done.status === 0 ? 'ok  ' : 'not '} tsconfig.${project}.json`);
    if (done.status !== 0) isClean = false;
  }
  process.exitCode = isClean ? 0 : 1;
});
