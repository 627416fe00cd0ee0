/**
 * `npm run sim`: courses of events without end, or one again.
 *
 *   npm run sim -- --seconds 120            fresh seeds for so long (default 60)
 *   npm run sim -- --runs 1000              so many fresh seeds
 *   npm run sim -- --seed house-17          one course once more, with every step
 */
import { parseArgs } from 'node:util';
import { kindsThatNeverFired, manyToText, runMany, runSeed } from './many.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, runs: { type: 'string' }, seed: { type: 'string' } },
});

if (values.seed !== undefined) await replay(values.seed);
else await runFresh(Number(values.runs ?? Number.MAX_SAFE_INTEGER), Number(values.seconds ?? 60));

async function replay(seed: string): Promise<void> {
  const report = await runSeed(seed, (line) => console.log(line));
  for (const problem of report.problems) console.log(`NOT ${problem}`);
  if (report.problems.length === 0) console.log(`ok  ${seed}: ${report.entries} entries on ${report.devices} devices`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}

async function runFresh(runs: number, seconds: number): Promise<void> {
  const name = `fresh-${Date.now().toString(36)}`;
  const report = await runMany({
    name,
    from: 1,
    count: runs,
    secondsMax: runs < Number.MAX_SAFE_INTEGER ? 1e9 : seconds,
  });
  console.log(manyToText(report));
  for (const failure of report.failures) console.log(`NOT ${failure}`);
  const silent = kindsThatNeverFired(report.faults);
  if (silent.length > 0) console.log(`never came true: ${silent.join(', ')}`);
  figure('sim-scenarios-per-second', report.seeds / report.seconds);
  figure('sim-virtual-seconds-per-second', report.virtualMs / 1_000 / report.seconds);
  process.exitCode = report.failures.length === 0 ? 0 : 1;
}

function figure(id: string, value: number): void {
  console.log(`figure ${JSON.stringify({ id, value: Math.round(value * 10) / 10, peer: null })}`);
}
