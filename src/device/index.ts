/** The front door of the device: what screens, simulator and benchmarks use, and the ports that they bring. */
export { createDevice } from './create-device.ts';
export { type StoreCase, storeContract, walkStore } from './store.contract.ts';
export * from './types.ts';
