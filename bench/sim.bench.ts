/** How many simulated courses of events a second one core plays: `npm run sim` for a short while, in its own process. */
import { spawnSync } from 'node:child_process';
import { rootFolder } from './reports.ts';

const seconds = process.argv.includes('--quick') ? '15' : '60';
const done = spawnSync(process.execPath, ['sim/main.ts', '--seconds', seconds], { cwd: rootFolder, stdio: 'inherit' });
process.exitCode = done.status ?? 1;
