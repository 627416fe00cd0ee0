/**
 * A word that stands in everything Noor writes for herself, looked for in whatever leaves her device.
 *
 * Every other course is run with glass in place of sealing (stub-primitives.ts), so that the word would be found in
 * anything of Sam's, even where no screen shows it: each frame to Sam's device, each record on its disk, each screen. The
 * rest are run with sealing, and all that the relay hears is searched.
 *
 * As a worker it does one flight, so that both cores fly.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '#kernel';
import { type Beginning, type Ports, prepareBeginning, privateWords, runCourse } from './hostile-partner-private.ts';
import { createGlassPrimitives, createStubPrimitives, stubHashing } from './stub-primitives.ts';

export interface Flight {
  readonly name: string;
  readonly secondsMax: number;
  readonly runsMax: number;
  /** Flies every second course, from this one on. */
  readonly from: 0 | 1;
}

export interface FlightTold {
  readonly runs: number;
  readonly bytes: number;
  readonly privateActs: number;
  /** Where the word was, or null. */
  readonly found: string | null;
}

/** The parts of a simulator that fly: these here, or those of a flawed copy. */
export const simulator = { runCourse, prepareBeginning, createStubPrimitives, createGlassPrimitives };
export type Simulator = typeof simulator;

const steps = 2;
const inHex = Buffer.from(privateWords).toString('hex');

export async function flyCanary(sim: Simulator, flight: Flight): Promise<FlightTold> {
  const endMs = performance.now() + flight.secondsMax * 1_000;
  let heard: Bytes[] = [];
  const hear = (frame: Bytes): void => void heard.push(frame);
  const sealed: Ports = { primitives: sim.createStubPrimitives(), hashing: stubHashing, heard: hear };
  const glass: Ports = { primitives: sim.createGlassPrimitives(), hashing: stubHashing };
  const [sealedFrom, glassFrom] = [await sim.prepareBeginning(sealed), await sim.prepareBeginning(glass)];
  const told = { runs: 0, bytes: 0, privateActs: 0 };
  for (let run: number = flight.from; told.runs < flight.runsMax && performance.now() < endMs; run += 2) {
    const seed = `${flight.name} ${run}`;
    const course = { seed, privately: seed, sealedNote: 'sealed', steps };
    heard = [];
    const isGlass = (run >> 1) % 2 === 0;
    const [ports, from]: [Ports, Beginning] = isGlass ? [glass, glassFrom] : [sealed, sealedFrom];
    const { frames, disk, screens, deeds } = await sim.runCourse(course, ports, from);
    told.runs += 1;
    told.privateActs += deeds.length;
    const searched = [...frames, ...disk, ...heard.map((frame) => Buffer.from(frame).toString('hex'))];
    told.bytes += searched.reduce((sum, line) => sum + line.length / 2, 0);
    const isFound =
      searched.some((line) => line.includes(inHex)) || screens.some((text) => text.includes(privateWords));
    if (isFound) return { ...told, found: `${seed}, ${isGlass ? 'glass' : 'sealed'}` };
  }
  return { ...told, found: null };
}

if (!isMainThread && parentPort && (workerData as Flight | null)?.name !== undefined) {
  // Sent by canary-flights.ts.
  parentPort.postMessage(await flyCanary(simulator, workerData as Flight));
}
