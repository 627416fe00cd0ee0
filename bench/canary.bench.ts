/** Ten minutes of courses with private acts, each searched for words that are for nobody else; `--quick`: twenty seconds. */
import { spawnSync } from 'node:child_process';
import { rootFolder } from './reports.ts';

const seconds = process.argv.includes('--quick') ? '20' : '600';
const args = ['sim/canary-flights.ts', '--seconds', seconds];
const done = spawnSync(process.execPath, args, { cwd: rootFolder, stdio: 'inherit' });
process.exitCode = done.status ?? 1;
