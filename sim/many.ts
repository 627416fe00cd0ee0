/** Many seeds one after the other, and what they add up to. */
import { addFaults, type FaultCounts, type FaultKind, faultKinds, noFaults } from './faults.ts';
import { runScenario, type ScenarioReport } from './scenario.ts';

/** Each so many seeds run with the crypto that ships; each so many run twice and must give the same course. */
const realEvery = 20;
const twiceEvery = 25;

export interface ManyOptions {
  /** Seeds are `<name>-<number>`. */
  readonly name: string;
  readonly from: number;
  readonly count: number;
  /** Ends earlier, after the seed that is running. */
  readonly secondsMax?: number;
}

export interface ManyReport {
  readonly seeds: number;
  readonly seconds: number;
  readonly virtualMs: number;
  readonly entries: number;
  readonly frames: number;
  readonly faults: FaultCounts;
  /** One sentence a seed, with how to play it again. */
  readonly failures: readonly string[];
}

/** The crypto with which a seed runs follows from its number, so that it can be played again by its name alone. */
export const cryptoOfSeed = (seed: string): 'stub' | 'real' =>
  Number(/-(\d+)$/.exec(seed)?.[1] ?? 1) % realEvery === 0 ? 'real' : 'stub';

export const runSeed = (seed: string, log?: (line: string) => void): Promise<ScenarioReport> =>
  runScenario(seed, { crypto: cryptoOfSeed(seed), ...(log ? { log } : {}) });

export async function runMany({ name, from, count, secondsMax }: ManyOptions): Promise<ManyReport> {
  const startMs = performance.now();
  const faults = noFaults();
  const failures: string[] = [];
  let [seeds, virtualMs, entries, frames] = [0, 0, 0, 0];
  for (let number = from; number < from + count; number++) {
    if (secondsMax !== undefined && performance.now() - startMs > secondsMax * 1_000) break;
    const seed = `${name}-${number}`;
    const report = await runSeed(seed);
    const problems = [...report.problems];
    if (number % twiceEvery === 0 && (await runSeed(seed)).traceHash !== report.traceHash)
      problems.push('a second run of the same seed took another course');
    if (problems.length > 0) failures.push(`${problems.join('\n  ')}\n  again: npm run sim -- --seed ${seed}`);
    addFaults(faults, report.faults);
    seeds += 1;
    virtualMs += report.virtualMs;
    entries += report.entries;
    frames += report.frames;
  }
  return { seeds, seconds: (performance.now() - startMs) / 1_000, virtualMs, entries, frames, faults, failures };
}

/** Kinds that no seed has met: then nothing was proved about them. */
export const kindsThatNeverFired = (faults: FaultCounts): readonly FaultKind[] =>
  faultKinds.filter((kind) => faults[kind] === 0);

export function manyToText({ seeds, seconds, virtualMs, entries, frames, faults }: ManyReport): string {
  const days = (virtualMs / 86_400_000).toFixed(0);
  const lines = faultKinds.map((kind) => `  ${kind.padEnd(26)} ${faults[kind]}`);
  return [
    `${seeds} seeds in ${seconds.toFixed(1)} s: ${(seeds / seconds).toFixed(1)} a second, ${days} virtual days, ` +
      `${entries} entries, ${frames} frames; faults:`,
    ...lines,
  ].join('\n');
}
