/** How much of the small models is walked, and how many of the planted flaws are found: `npm run model`, in its own process. */
import { spawnSync } from 'node:child_process';
import { rootFolder } from './reports.ts';

const done = spawnSync(process.execPath, ['sim/model/main.ts'], { cwd: rootFolder, stdio: 'inherit' });
process.exitCode = done.status ?? 1;
