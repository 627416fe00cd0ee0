/** The front door of the relay for others (the simulator): what is pure of it. The server itself starts in `main.ts`. */
export { nodeHashing } from './hashing.ts';
export * from './ports.ts';
export * from './relay.ts';
export * from './store.ts';
export * from './store-memory.ts';
