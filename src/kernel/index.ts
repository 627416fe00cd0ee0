/** The front door of the kernel: what every other room may use, and nothing that knows about people or wires. */
export * from './bytes.ts';
export * from './canonical-json.ts';
export * from './limits.ts';
export * from './ports.ts';
export * from './reader.ts';
export * from './result.ts';
