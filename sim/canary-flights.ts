/**
 * `npm run canary`: fresh courses on both cores, each searched for words that are for nobody else (canary.ts).
 *
 *   npm run canary -- --seconds 600        for so long (default 60)
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Flight, FlightTold } from './canary.ts';

/** In a thread of its own, away from a test runner, which slows promises. */
export const flyInWorker = (flight: Flight): Promise<FlightTold> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./canary.ts', import.meta.url), { workerData: flight });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const sum = (told: readonly FlightTold[], key: 'runs' | 'bytes' | 'privateActs'): number =>
  told.reduce((total, one) => total + one[key], 0);
const foundCount = (told: readonly FlightTold[]): number => told.filter(({ found }) => found !== null).length;

export const flightToText = (told: readonly FlightTold[], seconds: number): string =>
  `canary: ${sum(told, 'runs')} courses with ${sum(told, 'privateActs')} private acts in ${seconds.toFixed(0)} s, ${Math.round(sum(told, 'bytes') / 1e6)} MB searched, ${foundCount(told)} found`;

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { seconds: { type: 'string' } } });
  const name = `canary-${Date.now().toString(36)}`;
  const flight = { name, secondsMax: Number(values.seconds ?? 60), runsMax: Number.MAX_SAFE_INTEGER };
  const startMs = performance.now();
  const told = await Promise.all(([0, 1] as const).map((from) => flyInWorker({ ...flight, from })));
  console.log(flightToText(told, (performance.now() - startMs) / 1_000));
  const peer = `${sum(told, 'privateActs')} private acts`;
  console.log(`figure ${JSON.stringify({ id: 'canary-courses', value: sum(told, 'runs'), peer })}`);
  console.log(`figure ${JSON.stringify({ id: 'canary-found', value: foundCount(told) })}`);
  for (const { found } of told) if (found !== null) console.log(`NOT ${found}`);
  process.exitCode = told.every(({ found }) => found === null) ? 0 : 1;
}
