/** The front door of the log: what an entry is, when it is, and how chains of entries are watched. */
export * from './chains.ts';
export * from './entry.ts';
export * from './hybrid-clock.ts';
export * from './order.ts';
