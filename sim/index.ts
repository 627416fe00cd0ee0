/** The front door of the simulator, for its tests and for the benches. */
export { type Clockwork, createClockwork, createDice, type Dice } from './clockwork.ts';
export { createDisk, type Disk } from './disk.ts';
export { type FaultKind, faultKinds } from './faults.ts';
export * from './hostile-partner-private.ts';
export { runMany, runSeed } from './many.ts';
export { walkEpochs, walkMembers } from './model/walks.ts';
export type { NetworkFaults } from './network.ts';
export { createNodePrimitives } from './node-primitives.ts';
export { importPatched, type Patch } from './patched.ts';
export { linkDevices, pairPeople, writeCheckIn } from './people.ts';
export { runScenario, type ScenarioReport } from './scenario.ts';
export type { SimDevice } from './sim-device.ts';
export { createGlassPrimitives, createStubPrimitives, stubHashing } from './stub-primitives.ts';
export { beginTalk, deliver, deliverAll, say, sessionOf, sharedOf, type Talk } from './talk.ts';
export { walkScript, waysOf } from './walk-script.ts';
export { createWorld, relayUrl, type World, type WorldOptions } from './world.ts';
