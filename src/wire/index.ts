/** The front door of the wire: the relay protocol as types, a codec, and the two hashes-to-be that both sides build. */
export * from './types.ts';
export * from './codec.ts';
export * from './messages.ts';
